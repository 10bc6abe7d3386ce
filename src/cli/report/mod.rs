//! `spbe report`: the index, and what it rests on.

mod format;

use std::path::PathBuf;

use clap::Args;

use crate::bilingual;
use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::help::say;
use crate::cli::output;
use crate::cli::report::format::Format;
use crate::cli::validate::trust;
use crate::cli::{pick, previous};
use crate::data::csv;
use crate::outline::section::Section;
use crate::paper::document::Document;
use crate::paper::format::{DocumentFormat, render};
use crate::result::report::Report;
use crate::store::load::Loaded;
use crate::terminal::explain;
use crate::{data, outline, terminal, workbook};

/// How wide a text is that goes to a file.
const FILE_WIDTH: usize = 100;

#[derive(Args, Debug)]
pub(super) struct ReportArgs {
    #[arg(long, value_parser = Format::names(), value_name = "FORMAT", help = say(
        "bentuk laporan; bila tidak disebut, menurut akhiran berkas",
        "the format of the report; unless named, by the ending of the file",
    ))]
    format: Option<String>,
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
    #[arg(long, value_name = say("BAGIAN", "SECTION"), value_delimiter = ',', num_args = 1.., help = say(
        "hanya bagian ini (md, html, pdf, docx): sampul, daftar-isi, pengantar, tujuan, ringkasan, dasar-hukum, \
         metode, indeks, aspek, temuan, rekomendasi, indikator, eksternal, tim, data-dukung, perhitungan, pengesahan",
        "only these parts (md, html, pdf, docx): cover, contents, preface, purpose, summary, basis, method, index, \
         aspects, findings, recommendations, indicators, external, team, evidence, computation, signatures",
    ))]
    sections: Vec<String>,
    #[arg(long, conflicts_with = "sections", help = say(
        "satu halaman untuk pimpinan (md, html, pdf, docx)",
        "one page for the leadership (md, html, pdf, docx)",
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

pub(super) fn run(context: &Context, args: &ReportArgs) -> anyhow::Result<ExitStatus> {
    let format = Format::of(args.format.as_deref(), args.output.as_deref())?;
    let sections = sections(args, format)?;
    output::refuse_terminal(context, args.output.as_deref(), format.is_text())?;
    let mut loaded = context.load()?;
    if matches!(format, Format::Document(_)) {
        loaded.see_logo();
    }
    if args.trusted_instrument {
        trust(&mut loaded)?;
    }
    let report = pick::report(&loaded)?;
    let earlier = args.previous.as_ref().map(|folder| previous::load(context, folder)).transpose()?;
    if let Some(earlier) = &earlier {
        previous::comparable(context, &earlier.workspace, &loaded.workspace)?;
    }
    let report = match &earlier {
        Some(earlier) => report.beside(&pick::report(earlier)?),
        None => report,
    };
    // A file is the same whatever the terminal is.
    let width = if args.output.is_some() { FILE_WIDTH } else { context.width() };
    let language = context.language();
    let bytes = match format {
        _ if args.explain => explained(context, &report, format)?,
        Format::Text => terminal::report::render(&report, language, width).into_bytes(),
        Format::Csv => csv::render(&report, language).into_bytes(),
        Format::Json => data::report::render(&report, language).into_bytes(),
        Format::Xlsx => workbook::render(&report, language),
        Format::Document(format) => render(&document(context, &loaded, &report, sections.as_deref())?, format),
    };
    output::write(context, args.output.as_deref(), &bytes, format.is_text())?;
    notes(context, &loaded, &report);
    Ok(ExitStatus::Done)
}

/// Writes the document: these sections, or the page for the leadership.
fn document(
    context: &Context,
    loaded: &Loaded,
    report: &Report<'_>,
    sections: Option<&[Section]>,
) -> anyhow::Result<Document> {
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
        return Err(Failure::new(message).help(help).into());
    }
    Ok(document)
}

/// Returns the sections that were asked for; none stands for the page for the leadership.
fn sections(args: &ReportArgs, format: Format) -> anyhow::Result<Option<Vec<Section>>> {
    if !args.brief && args.sections.is_empty() {
        return Ok(Some(Section::ALL.to_vec()));
    }
    if !matches!(format, Format::Document(_)) {
        let message = bilingual!(
            "`--brief` dan `--sections` hanya untuk md, html, pdf, dan docx",
            "`--brief` and `--sections` are for md, html, pdf and docx alone"
        );
        let help = bilingual!("tambahkan `-o laporan.html`, misalnya", "add `-o report.html`, for example");
        return Err(Failure::new(message).help(help).into());
    }
    if args.brief {
        return Ok(None);
    }
    let named: Vec<Section> =
        args.sections.iter().map(|name| pick::word(name, "--sections")).collect::<anyhow::Result<_>>()?;
    // The report keeps its order, whatever the order of the words.
    Ok(Some(Section::ALL.iter().copied().filter(|section| named.contains(section)).collect()))
}

fn explained(context: &Context, report: &Report<'_>, format: Format) -> anyhow::Result<Vec<u8>> {
    let language = context.language();
    match format {
        Format::Text => Ok(explain::text(report, language).into_bytes()),
        Format::Document(DocumentFormat::Markdown) => Ok(explain::markdown(report, language).into_bytes()),
        other => {
            let format = other.name();
            let message = bilingual!("`--explain` tidak berbentuk {format}", "`--explain` has no {format} format");
            Err(Failure::new(message).help(bilingual!("pakai text atau md", "use text or md")).into())
        }
    }
}

/// Says what a reader of the report should know: what is open, and what could not be read.
fn notes(context: &Context, loaded: &Loaded, report: &Report<'_>) {
    let open = report.open_rows();
    if open > 0 {
        let message = bilingual!(
            "{open} baris belum punya level, maka belum ada indeks",
            "{open} rows have no level yet, so there is no index"
        );
        context.ui.warning(&message, Some(&bilingual!("lihat `spbe validate`", "see `spbe validate`")));
    }
    output::note_findings(context, loaded);
}
