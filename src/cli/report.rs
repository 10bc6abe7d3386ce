//! `spbe report`: the index, and what it rests on.

use std::path::PathBuf;

use clap::Args;

use crate::bilingual;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::help::say;
use crate::cli::outcome::Outcome;
use crate::cli::pick;
use crate::cli::validate::trust;
use crate::report::result::Report;
use crate::report::{csv, explain, json, markdown, text};
use crate::store::load::Loaded;
use crate::store::{bundled, write};
use crate::text::slug::extension;

#[derive(Args, Debug)]
pub(super) struct ReportArgs {
    #[arg(long, value_parser = ["text", "md", "csv", "json"], value_name = "FORMAT", help = say(
        "bentuk: text, md, csv, json; bila tidak disebut, menurut akhiran berkas",
        "the format: text, md, csv, json; unless named, by the ending of the file",
    ))]
    format: Option<String>,
    #[arg(short, long, value_name = say("BERKAS", "FILE"), help = say(
        "tulis ke berkas ini",
        "write to this file",
    ))]
    output: Option<PathBuf>,
    #[arg(long, help = say(
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

pub(super) fn run(context: &Context, args: &ReportArgs) -> anyhow::Result<Outcome> {
    let format = format(args)?;
    let mut loaded = context.load()?;
    if args.trusted_instrument {
        trust(&mut loaded)?;
    }
    pick::instrument(&loaded.workspace).map_err(|error| cause(&loaded).unwrap_or(error))?;
    let report = Report::of(&loaded.workspace, bundled::benchmarks());
    let report =
        report.ok_or_else(|| Failure::new(bilingual!("tidak ada yang dihitung", "there is nothing to compute")))?;
    let language = context.language();
    let shown = match (format, args.explain) {
        ("json", false) => json::render(&report, language),
        ("csv", false) => csv::render(&report, language),
        ("md", false) => markdown::render(&report, language),
        ("text", false) => text::render(&report, language, context.width()),
        ("md", true) => explain::markdown(&report, language),
        ("text", true) => explain::text(&report, language),
        (format, _) => {
            let message = bilingual!("`--explain` tidak berbentuk {format}", "`--explain` has no {format} format");
            return Err(Failure::new(message).help(bilingual!("pakai text atau md", "use text or md")).into());
        }
    };
    match &args.output {
        None => context.ui.data(&shown)?,
        Some(file) => save(context, file, &shown)?,
    }
    notes(context, &loaded, &report);
    Ok(Outcome::Done)
}

/// Picks the format: the one that was named, or the one that the file's ending says.
fn format(args: &ReportArgs) -> anyhow::Result<&str> {
    if let Some(format) = &args.format {
        return Ok(format);
    }
    let Some(file) = &args.output else { return Ok("text") };
    let ending = extension(&file.to_string_lossy());
    match ending.as_str() {
        "txt" => Ok("text"),
        "md" => Ok("md"),
        "csv" => Ok("csv"),
        "json" => Ok("json"),
        _ => {
            let message = bilingual!("tidak ada bentuk laporan `.{ending}`", "there is no report format `.{ending}`");
            let help = bilingual!(
                "pakai .txt, .md, .csv atau .json, atau `--format`",
                "use .txt, .md, .csv or .json, or `--format`"
            );
            Err(Failure::new(message).help(help).into())
        }
    }
}

fn save(context: &Context, file: &std::path::Path, text: &str) -> anyhow::Result<()> {
    let path = context.path(file);
    let shown = path.display();
    if context.dry_run {
        context.ui.done(&bilingual!("Laporan akan ditulis ke `{shown}`.", "The report would be written to `{shown}`."));
        return Ok(());
    }
    write::output(&path, text.as_bytes())?;
    context.ui.done(&bilingual!("Laporan ditulis ke `{shown}`.", "Wrote the report to `{shown}`."));
    Ok(())
}

/// Says what a reader of the report should know: what is open, and what could not be read.
fn notes(context: &Context, loaded: &Loaded, report: &Report) {
    let open = report.open_rows();
    if open > 0 {
        let message = bilingual!(
            "{open} baris belum punya level, maka belum ada indeks",
            "{open} rows have no level yet, so there is no index"
        );
        context.ui.warning(&message, Some(&bilingual!("lihat `spbe validate`", "see `spbe validate`")));
    }
    let findings = loaded.findings.len();
    if findings > 0 {
        let message =
            bilingual!("ada {findings} temuan saat membaca berkas", "reading the files gave {findings} findings");
        context.ui.warning(&message, Some(&bilingual!("lihat `spbe validate`", "see `spbe validate`")));
    }
}

/// Says where reading the manifest or the instrument failed.
fn cause(loaded: &Loaded) -> Option<anyhow::Error> {
    let files = [crate::store::layout::MANIFEST, crate::store::layout::INSTRUMENT];
    let finding = loaded
        .findings
        .iter()
        .find(|finding| finding.place.as_ref().is_some_and(|place| files.contains(&&*place.file)))?;
    Some(Failure::of_finding(finding, &loaded.sources).into())
}
