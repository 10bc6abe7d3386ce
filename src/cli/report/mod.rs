//! `spbe report`: the index, and what it rests on.

mod format;

use std::path::PathBuf;

use clap::Args;

use crate::bilingual;
use crate::check::unknown_to_all;
use crate::cli::choice::words;
use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::help::say;
use crate::cli::output;
use crate::cli::report::format::Format;
use crate::cli::{pick, previous, wording};
use crate::data::csv;
use crate::model::files;
use crate::outline::section::Section;
use crate::paper::document::Document;
use crate::paper::format::DocumentFormat;
use crate::result::report::Report;
use crate::store::load::Loaded;
use crate::terminal::explain;
use crate::text::bilingual::Bilingual;
use crate::{data, outline, terminal, workbook};

/// How wide a text is that goes to a file.
const FILE_WIDTH: usize = 100;

#[derive(Args, Debug)]
pub(super) struct ReportArgs {
    #[arg(long, value_parser = Format::parser(), value_name = "FORMAT", help = say(
        "bentuk laporan; bila tidak disebut, menurut akhiran berkas",
        "the format of the report; unless named, by the ending of the file",
    ))]
    format: Option<Format>,
    #[arg(short, long, value_name = say("BERKAS", "FILE"), help = say(
        "tulis ke berkas ini",
        "write to this file",
    ))]
    output: Option<PathBuf>,
    #[arg(long, value_name = say("FOLDER", "DIR"), help = say(
        "tempatkan hasil evaluasi tahun lalu, di folder ini, di sampingnya",
        "put last cycle's result, in this workspace, beside it",
    ))]
    previous: Option<PathBuf>,
    #[arg(long, value_name = say("BAGIAN", "SECTION"), value_delimiter = ',', num_args = 1.., help = format!(
        "{} ({}): {}",
        say("hanya bagian ini", "only these parts"),
        Format::documents().join(", "),
        words::<Section>(),
    ))]
    sections: Vec<String>,
    #[arg(long, conflicts_with = "sections", help = format!(
        "{} ({})",
        say("satu halaman untuk pimpinan", "one page for the leadership"),
        Format::documents().join(", "),
    ))]
    brief: bool,
    #[arg(long, conflicts_with_all = ["brief", "sections"], help = say(
        "tampilkan setiap baris hitungan, dari bobot x level sampai indeks",
        "show every line of the sum, from weight x level to the index",
    ))]
    explain: bool,
    #[arg(long, help = say(
        "pakai instrumen bawaan, bukan instrument.yaml kiriman",
        "use the bundled instrument and not the sender's instrument.yaml",
    ))]
    trusted_instrument: bool,
}

/// Writes the report; while rows are open it says so and gives no index, and is written all the same.
pub(super) fn run(context: &Context, args: &ReportArgs) -> Result<ExitStatus, Failure> {
    let format = Format::of(args.format, args.output.as_deref())?;
    let sections = sections(args, format)?;
    output::refuse_terminal(context, args.output.as_deref(), format.is_text())?;
    let instrument_counts = !args.trusted_instrument;
    let mut loaded = context.read_anywhere(|file| file != files::INSTRUMENT || instrument_counts)?;
    if matches!(format, Format::Document(_)) {
        loaded.see_logo();
    }
    if args.trusted_instrument {
        let trusted = loaded.trust_known(&[]);
        trusted.map_err(|named| Failure::of_finding(&unknown_to_all(&named), &loaded.sources))?;
    }
    let report = pick::report(&loaded)?;
    let report = previous::beside(context, args.previous.as_deref(), report)?;
    // A file is the same whatever the terminal is.
    let width = if args.output.is_some() { FILE_WIDTH } else { context.width() };
    let language = context.language();
    let bytes = match format {
        _ if args.explain => explained(context, &report, format)?,
        Format::Text if is_risk_alone(sections.as_deref()) => {
            terminal::risk::render(&report, language, width).into_bytes()
        }
        Format::Json if is_risk_alone(sections.as_deref()) => data::risk::render(&report, language).into_bytes(),
        Format::Csv if is_risk_alone(sections.as_deref()) => data::risk::csv(&report, language).into_bytes(),
        Format::Xlsx if is_risk_alone(sections.as_deref()) => workbook::risk::render(&report, language),
        Format::Text => terminal::report::render(&report, language, width).into_bytes(),
        Format::Csv => csv::render(&report, language).into_bytes(),
        Format::Json => data::report::render(&report, language).into_bytes(),
        Format::Xlsx => workbook::render(&report, language),
        Format::Document(format) => {
            output::rendered(context, &document(context, &loaded, &report, sections.as_deref())?, format)
        }
    };
    output::write(context, args.output.as_deref(), &bytes, format.is_text())?;
    note_open_rows(context, &report);
    Ok(ExitStatus::Done)
}

/// Writes the document: these sections, or the page for the leadership.
fn document(
    context: &Context,
    loaded: &Loaded,
    report: &Report<'_>,
    sections: Option<&[Section]>,
) -> Result<Document, Failure> {
    let look = output::look(context, loaded);
    let document = match sections {
        Some(sections) => outline::document(report, sections, look, context.language()),
        None => outline::brief(report, look, context.language()),
    };
    if document.blocks.is_empty() {
        let message = bilingual!(
            "ruang kerja ini tidak memuat apa pun untuk bagian itu",
            "this workspace has nothing to say in these sections"
        );
        let help = bilingual!("pilih bagian lain pada `--sections`", "name other sections in `--sections`");
        return Err(Failure::new(message).help(help));
    }
    Ok(document)
}

/// Returns the sections that were asked for; none stands for the page for the leadership.
fn sections(args: &ReportArgs, format: Format) -> Result<Option<Vec<Section>>, Failure> {
    if !args.brief && args.sections.is_empty() {
        return Ok(Some(Section::usual().collect()));
    }
    let named: Vec<Section> =
        args.sections.iter().map(|name| pick::word(name, "--sections")).collect::<Result<_, Failure>>()?;
    // The report keeps its order, whatever the order of the words.
    let sections: Vec<Section> = Section::ALL.iter().copied().filter(|section| named.contains(section)).collect();
    let sections = (!args.brief).then_some(sections);
    if !is_risk_alone(sections.as_deref()) && !matches!(format, Format::Document(_)) {
        let Bilingual { id, en } = wording::enumerated(&Format::documents());
        let message =
            bilingual!("`--brief` dan `--sections` hanya untuk {id}", "`--brief` and `--sections` are for {en} alone");
        let help = bilingual!(
            "tambahkan `-o laporan.html`, misalnya; `--sections risiko` sendiri mempunyai setiap bentuk",
            "add `-o report.html`, for example; `--sections risk` by itself has every format"
        );
        return Err(Failure::new(message).help(help));
    }
    Ok(sections)
}

/// Tells whether the rows to look at first are asked for and nothing else: a list, which has a form without sections.
fn is_risk_alone(sections: Option<&[Section]>) -> bool {
    sections == Some(&[Section::Risk])
}

/// Writes every line of the sum, which only plain text and Markdown have a form for.
fn explained(context: &Context, report: &Report<'_>, format: Format) -> Result<Vec<u8>, Failure> {
    let language = context.language();
    match format {
        Format::Text => Ok(explain::text(report, language).into_bytes()),
        Format::Document(DocumentFormat::Markdown) => Ok(explain::markdown(report, language).into_bytes()),
        other => {
            let format = other.name();
            let message = bilingual!("`--explain` tidak berbentuk {format}", "`--explain` has no {format} format");
            Err(Failure::new(message).help(bilingual!("pakai text atau md", "use text or md")))
        }
    }
}

/// Says that there is no index while rows are open.
fn note_open_rows(context: &Context, report: &Report<'_>) {
    let open = report.open_rows();
    if open > 0 {
        let message = bilingual!(
            "{open} baris belum punya level, maka belum ada indeks",
            "{open} rows have no level yet, so there is no index"
        );
        context.ui.warning(&message, Some(&wording::see_validate()));
    }
}
