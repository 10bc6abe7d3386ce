//! `spbe form`: what a team hands out, sends, fills in and signs.

use std::collections::BTreeSet;
use std::path::PathBuf;

use clap::Args;
use jiff::civil::Date;

use crate::bilingual;
use crate::cli::choice::{code, codes, words};
use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::help::say;
use crate::cli::output;
use crate::cli::{pick, rows, wording};
use crate::form::reminder::reminded;
use crate::form::{self, Kind, Options};
use crate::model::files::{INSTRUMENT, MANIFEST};
use crate::model::row::RowId;
use crate::model::workspace::Workspace;
use crate::paper::format::DocumentFormat;
use crate::result::follow_up::by_unit;
use crate::result::objection::disputed;
use crate::result::owners::{ownerless, owners};
use crate::result::progress::Progress;
use crate::result::report::Report;
use crate::text::bilingual::Bilingual;
use crate::text::date::in_words;
use crate::text::language::Language;
use crate::text::nearest::did_you_mean;
use crate::text::slug::extension;
use crate::text::word::Vocabulary;

#[derive(Args, Debug)]
pub(super) struct FormArgs {
    #[arg(
        value_name = say("JENIS", "KIND"),
        help = format!("{}: {}", say("jenis", "the kind"), words::<Kind>())
    )]
    kind: String,
    #[arg(long, num_args = 1.., value_name = say("ANGGOTA", "MEMBER"), help = say(
        "hanya untuk anggota ini (sosialisasi); bila tidak disebut, untuk semua",
        "for these members only (briefing); for all unless named",
    ))]
    member: Vec<String>,
    #[arg(long, num_args = 1.., value_name = say("NAMA", "NAME"), help = say(
        "hanya untuk unit ini (permintaan, pengingat, tindak-lanjut, wawancara, observasi); bila tidak disebut, untuk semua",
        "for these units only (request, reminder, follow-up, interview, observation); for all unless named",
    ))]
    unit: Vec<String>,
    #[arg(long, help = say(
        "hanya yang terlambat pada hari `--date` (pengingat)",
        "only what is late on the day of `--date` (reminder)",
    ))]
    late: bool,
    #[arg(long, value_parser = code::<DocumentFormat>(), value_name = "FORMAT", help = format!(
        "{}: {}; {}",
        say("bentuk", "the format"),
        codes::<DocumentFormat>(),
        say("bila tidak disebut, menurut akhiran berkas", "unless named, by the ending of the file"),
    ))]
    format: Option<DocumentFormat>,
    #[arg(short, long, value_name = say("BERKAS", "FILE"), help = say(
        "tulis ke berkas ini",
        "write to this file",
    ))]
    output: Option<PathBuf>,
}

/// Writes a form in the format that was asked for; one that would be empty is refused.
pub(super) fn run(context: &Context, args: &FormArgs) -> Result<ExitStatus, Failure> {
    let kind = kind(&args.kind)?;
    let format = format(args)?;
    let file = args.output.as_deref();
    output::refuse_terminal(context, file, format.is_text())?;
    // A form is made of what there is and filled in by hand: what could not be read is noted and leaves a gap.
    let mut loaded = context.read(|file| [MANIFEST, INSTRUMENT].contains(&file))?;
    loaded.see_logo();
    let workspace = &loaded.workspace;
    let report = pick::report(&loaded)?;
    refuse_without_units(workspace, kind)?;
    refuse_without_actions(&report, kind)?;
    let options = options(&report, kind, args, context.today()?)?;
    refuse_without_reminded(&report, kind, &options)?;
    refuse_without_disputed(&report, kind)?;
    let document = form::document(kind, &report, &options, output::look(context, &loaded), context.language());
    output::write(context, file, &output::rendered(context, &document, format), format.is_text())?;
    notes(context, workspace, kind, &report);
    Ok(ExitStatus::Done)
}

/// Reads the kind of form by its word in either language; an unknown one is answered with the nearest, or with all.
fn kind(text: &str) -> Result<Kind, Failure> {
    if let Some(kind) = Kind::from_word(text) {
        return Ok(kind);
    }
    let words = Kind::WORDS.iter().flat_map(|(_, word)| [word.code, word.id]);
    let help = did_you_mean(text, words).unwrap_or_else(|| {
        let words: Vec<String> = Kind::WORDS.iter().map(|(_, word)| format!("`{}`", word.id)).collect();
        Bilingual { en: wording::choices(&Kind::codes()).en, ..wording::choices(&words.join(", ")) }
    });
    Err(Failure::new(bilingual!("tidak ada formulir `{text}`", "there is no form `{text}`")).help(help))
}

/// Picks the format: the one that was named, or the one that the file's ending says.
fn format(args: &FormArgs) -> Result<DocumentFormat, Failure> {
    let (None, Some(file)) = (args.format, &args.output) else {
        return Ok(args.format.unwrap_or(DocumentFormat::Markdown));
    };
    let ending = extension(&file.to_string_lossy());
    DocumentFormat::from_word(&ending).ok_or_else(|| {
        let known = DocumentFormat::WORDS.iter().map(|(_, word)| word.code);
        wording::no_format(&bilingual!("formulir", "form"), &ending, known)
    })
}

/// Finds the members and units that were named; an option that the kind knows nothing of is refused.
fn options<'a>(report: &'a Report<'a>, kind: Kind, args: &FormArgs, day: Date) -> Result<Options<'a>, Failure> {
    let workspace = report.workspace;
    let name = kind.label(Language::Indonesian);
    let code = kind.code();
    if !args.member.is_empty() && !kind.is_for_members() {
        return Err(Failure::new(bilingual!(
            "formulir {name} tidak dibuat untuk tiap anggota",
            "the form {code} is not made per member"
        ))
        .help(bilingual!("hapus `--member`", "leave `--member` out")));
    }
    if !args.unit.is_empty() && !kind.is_for_units() {
        return Err(Failure::new(bilingual!(
            "formulir {name} tidak dibuat untuk tiap unit",
            "the form {code} is not made per unit"
        ))
        .help(bilingual!("hapus `--unit`", "leave `--unit` out")));
    }
    if args.late && kind != Kind::Reminder {
        let message = bilingual!("formulir {name} tidak mengenal `--late`", "the form {code} knows no `--late`");
        return Err(Failure::new(message)
            .help(bilingual!("hapus `--late`, atau minta `pengingat`", "leave `--late` out, or ask for `reminder`")));
    }
    let member = |id: &String| pick::member(&workspace.team, id).map(|member| member.id.value.as_str());
    let members = args.member.iter().map(member).collect::<Result<_, Failure>>()?;
    let unit = |name: &String| match kind {
        Kind::Reminder => pick::any_unit(workspace, name),
        Kind::FollowUp => pick::acting_unit(report, name),
        _ => pick::unit(workspace, name),
    };
    let units = args.unit.iter().map(unit).collect::<Result<_, Failure>>()?;
    Ok(Options { members, units, day, late: args.late })
}

/// Refuses a form for units where none owns an indicator: it would be empty, and might be taken for a finished one.
fn refuse_without_units(workspace: &Workspace, kind: Kind) -> Result<(), Failure> {
    // A reminder goes to the units of the members too, and a follow-up to whom a recommendation names.
    if !kind.is_for_units() || matches!(kind, Kind::Reminder | Kind::FollowUp) || !owners(workspace).is_empty() {
        return Ok(());
    }
    let message = bilingual!("belum ada unit yang memiliki indikator", "no unit owns an indicator yet");
    Err(Failure::new(message).help(wording::add_unit()))
}

/// Refuses a follow-up where no unit is to do anything.
fn refuse_without_actions(report: &Report<'_>, kind: Kind) -> Result<(), Failure> {
    if kind != Kind::FollowUp || by_unit(report).iter().any(|unit| unit.unit.is_some()) {
        return Ok(());
    }
    let message = bilingual!(
        "tidak ada rekomendasi terbuka yang menjadi tugas suatu unit",
        "no open recommendation is for a unit to do"
    );
    Err(Failure::new(message).help(bilingual!("susun dengan `spbe recommend`", "draft some with `spbe recommend`")))
}

/// Refuses an objection where the assessors gave no lower level than the agency claims.
fn refuse_without_disputed(report: &Report<'_>, kind: Kind) -> Result<(), Failure> {
    if kind != Kind::Objection || !disputed(report).is_empty() {
        return Ok(());
    }
    let message = bilingual!(
        "tidak ada indikator yang dinilai asesor lebih rendah",
        "the assessors gave no lower level on any indicator"
    );
    Err(Failure::new(message).help(bilingual!(
        "masukkan nilainya dengan `spbe external import`",
        "take their levels in with `spbe external import`"
    )))
}

/// Refuses a reminder where there is nobody to remind.
fn refuse_without_reminded(report: &Report<'_>, kind: Kind, options: &Options<'_>) -> Result<(), Failure> {
    let progress = || Progress::of(report, options.day);
    if kind != Kind::Reminder || !reminded(&progress(), &options.units, options.late).is_empty() {
        return Ok(());
    }
    let day = |language| in_words(options.day, language);
    let (id, en) = (day(Language::Indonesian), day(Language::English));
    let message = if options.late {
        bilingual!("tidak ada unit yang terlambat pada {id}", "no unit is late on {en}")
    } else {
        bilingual!("tidak ada unit yang masih ditunggu pada {id}", "nothing is awaited of a unit on {en}")
    };
    Err(Failure::new(message).help(bilingual!("lihat `spbe status`", "see `spbe status`")))
}

/// Says what the form can't show: rows that no unit is asked about, and a result that is not final.
fn notes(context: &Context, workspace: &Workspace, kind: Kind, report: &Report<'_>) {
    if kind == Kind::FollowUp {
        return note_actions_of_nobody(context, report);
    }
    let lost = ownerless(workspace);
    if kind.is_for_units() && !lost.is_empty() {
        let rows = rows::listed(&lost);
        let message = bilingual!("tidak ada unit yang memiliki indikator {rows}", "no unit owns indicator {rows}");
        context.ui.warning(&message, Some(&wording::add_unit()));
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

/// Says which open recommendations are in no letter because no unit is to do them.
fn note_actions_of_nobody(context: &Context, report: &Report<'_>) {
    let units = by_unit(report);
    let lost = units.iter().filter(|unit| unit.unit.is_none()).flat_map(|unit| &unit.actions);
    let lost: BTreeSet<RowId> = lost.map(|action| action.advice.row.value).collect();
    if let Some(row) = lost.first() {
        let rows = rows::listed(&lost);
        let message = bilingual!(
            "rekomendasi untuk indikator {rows} belum mempunyai unit",
            "no unit is to do what is recommended for indicator {rows}"
        );
        let help = bilingual!("`spbe recommend set {row} --unit NAMA`", "`spbe recommend set {row} --unit NAME`");
        context.ui.warning(&message, Some(&help));
    }
}
