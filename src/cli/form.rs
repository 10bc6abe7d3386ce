//! `spbe form`: what a team hands out, sends, fills in and signs.

use std::path::PathBuf;

use clap::Args;

use crate::bilingual;
use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::help::say;
use crate::cli::output;
use crate::cli::pick;
use crate::form::owners::{ownerless, owners};
use crate::form::{self, Kind, Options};
use crate::model::workspace::Workspace;
use crate::paper::format::{DocumentFormat, render};
use crate::result::report::Report;
use crate::text::language::Language;
use crate::text::nearest::nearest;
use crate::text::slug::extension;
use crate::text::word::Vocabulary;

#[derive(Args, Debug)]
pub(super) struct FormArgs {
    #[arg(value_name = say("JENIS", "KIND"), help = say(
        "jenis: sosialisasi, daftar-hadir, permintaan, wawancara, observasi, berita-acara, persetujuan, keputusan",
        "the kind: briefing, attendance, request, interview, observation, minutes, consent, decree",
    ))]
    kind: String,
    #[arg(long, num_args = 1.., value_name = say("ANGGOTA", "MEMBER"), help = say(
        "hanya untuk anggota ini (sosialisasi); bila tidak disebut, untuk semua",
        "for these members only (briefing); for all unless named",
    ))]
    member: Vec<String>,
    #[arg(long, num_args = 1.., value_name = say("NAMA", "NAME"), help = say(
        "hanya untuk unit ini (permintaan, wawancara, observasi); bila tidak disebut, untuk semua",
        "for these units only (request, interview, observation); for all unless named",
    ))]
    unit: Vec<String>,
    #[arg(long, value_parser = ["md", "html", "docx", "pdf"], value_name = "FORMAT", help = say(
        "bentuk: md, html, docx, pdf; bila tidak disebut, menurut akhiran berkas",
        "the format: md, html, docx, pdf; unless named, by the ending of the file",
    ))]
    format: Option<String>,
    #[arg(short, long, value_name = say("BERKAS", "FILE"), help = say(
        "tulis ke berkas ini",
        "write to this file",
    ))]
    output: Option<PathBuf>,
}

pub(super) fn run(context: &Context, args: &FormArgs) -> anyhow::Result<ExitStatus> {
    let kind = kind(&args.kind)?;
    let format = format(args)?;
    let file = args.output.as_deref();
    output::refuse_terminal(context, file, format.is_text())?;
    let mut loaded = context.load()?;
    loaded.see_logo();
    let workspace = &loaded.workspace;
    let report = pick::report(&loaded)?;
    refuse_without_units(workspace, kind)?;
    let options = options(workspace, kind, args)?;
    let document = form::document(kind, &report, &options, output::look(context, &loaded), context.language());
    output::write(context, file, &render(&document, format), format.is_text())?;
    notes(context, workspace, kind, &report);
    output::note_findings(context, &loaded);
    Ok(ExitStatus::Done)
}

fn kind(text: &str) -> anyhow::Result<Kind> {
    if let Some(kind) = Kind::from_word(text) {
        return Ok(kind);
    }
    let words = Kind::WORDS.iter().flat_map(|(_, word)| [word.code, word.id]);
    let help = match nearest(text, words) {
        Some(near) => bilingual!("maksudnya `{near}`?", "did you mean `{near}`?"),
        None => {
            let codes = Kind::codes();
            let words: Vec<String> = Kind::WORDS.iter().map(|(_, word)| format!("`{}`", word.id)).collect();
            let words = words.join(", ");
            bilingual!("pilihannya: {words}", "the choices are: {codes}")
        }
    };
    Err(Failure::new(bilingual!("tidak ada formulir `{text}`", "there is no form `{text}`")).help(help).into())
}

/// Picks the format: the one that was named, or the one that the file's ending says.
fn format(args: &FormArgs) -> anyhow::Result<DocumentFormat> {
    let ending = args.output.as_deref().map(|file| extension(&file.to_string_lossy()));
    let Some(named) = args.format.as_deref().or(ending.as_deref()) else { return Ok(DocumentFormat::Markdown) };
    DocumentFormat::from_word(named).ok_or_else(|| {
        let message = bilingual!("tidak ada bentuk formulir `.{named}`", "there is no form format `.{named}`");
        let help = bilingual!(
            "pakai .md, .html, .docx atau .pdf, atau `--format`",
            "use .md, .html, .docx or .pdf, or `--format`"
        );
        Failure::new(message).help(help).into()
    })
}

/// Finds the members and units that were named; an option that the kind knows nothing of is refused.
fn options<'a>(workspace: &'a Workspace, kind: Kind, args: &FormArgs) -> anyhow::Result<Options<'a>> {
    let name = kind.label(Language::Indonesian);
    let code = kind.code();
    if !args.member.is_empty() && !kind.is_for_members() {
        return Err(Failure::new(bilingual!(
            "formulir {name} tidak dibuat untuk tiap anggota",
            "the form {code} is not made per member"
        ))
        .help(bilingual!("hapus `--member`", "leave `--member` out"))
        .into());
    }
    if !args.unit.is_empty() && !kind.is_for_units() {
        return Err(Failure::new(bilingual!(
            "formulir {name} tidak dibuat untuk tiap unit",
            "the form {code} is not made per unit"
        ))
        .help(bilingual!("hapus `--unit`", "leave `--unit` out"))
        .into());
    }
    let member = |id: &String| pick::member(&workspace.team, id).map(|member| member.id.value.as_str());
    let members = args.member.iter().map(member).collect::<anyhow::Result<_>>()?;
    let units = args.unit.iter().map(|name| unit(workspace, name)).collect::<anyhow::Result<_>>()?;
    Ok(Options { members, units })
}

/// Refuses a form for units where none owns an indicator: it would be empty, and might be taken for a finished one.
fn refuse_without_units(workspace: &Workspace, kind: Kind) -> anyhow::Result<()> {
    if !kind.is_for_units() || !owners(workspace).is_empty() {
        return Ok(());
    }
    let message = bilingual!("belum ada unit yang memiliki indikator", "no unit owns an indicator yet");
    let help = bilingual!("tambahkan dengan `spbe unit add`", "add one with `spbe unit add`");
    Err(Failure::new(message).help(help).into())
}

fn unit<'a>(workspace: &'a Workspace, name: &str) -> anyhow::Result<&'a str> {
    let owners = owners(workspace);
    let folded = name.trim().to_lowercase();
    if let Some(owner) = owners.iter().find(|owner| owner.name.to_lowercase() == folded) {
        return Ok(owner.name);
    }
    let names = owners.iter().map(|owner| owner.name);
    let help = match nearest(name, names.clone()) {
        Some(near) => bilingual!("maksudnya `{near}`?", "did you mean `{near}`?"),
        None => {
            let names: Vec<String> = names.map(|name| format!("`{name}`")).collect();
            let names = names.join(", ");
            bilingual!("unit yang memiliki indikator: {names}", "the units that own indicators: {names}")
        }
    };
    let message = bilingual!("tidak ada unit `{name}` yang memiliki indikator", "no unit `{name}` owns an indicator");
    Err(Failure::new(message).help(help).into())
}

/// Says what the form can't show: rows that no unit is asked about, and a result that is not final.
fn notes(context: &Context, workspace: &Workspace, kind: Kind, report: &Report<'_>) {
    let lost = ownerless(workspace);
    if kind.is_for_units() && !lost.is_empty() {
        let rows = pick::listed(&lost);
        let message = bilingual!("tidak ada unit yang memiliki indikator {rows}", "no unit owns indicator {rows}");
        context.ui.warning(&message, Some(&bilingual!("tambahkan dengan `spbe unit add`", "add with `spbe unit add`")));
    }
    let open = report.open_rows();
    if matches!(kind, Kind::Minutes | Kind::Consent) && open > 0 {
        let message = bilingual!(
            "{open} baris belum punya level; formulir ini masih draf",
            "{open} rows have no level yet; this form is a draft"
        );
        context.ui.warning(&message, Some(&bilingual!("lihat `spbe report`", "see `spbe report`")));
    }
}
