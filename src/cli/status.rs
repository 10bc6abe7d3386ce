//! `spbe status`: how far the evaluation is on a day, who is late and what is missing.

use clap::Args;

use crate::bilingual;
use crate::cli::choice::{code, codes};
use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::help::say;
use crate::cli::import::waiting;
use crate::cli::{pick, reading, synced};
use crate::data;
use crate::form::message::{self, Message, Messenger};
use crate::model::files::{ASPECT_FINDINGS, EVIDENCE, EVIDENCE_LINKS, RECOMMENDATIONS};
use crate::result::progress::Progress;
use crate::result::progress::members::{MemberProgress, MemberState};
use crate::result::progress::sheets::Beside;
use crate::result::progress::units::UnitProgress;
use crate::store::git;
use crate::store::load::Loaded;
use crate::terminal::status::{self, Shown};
use crate::text::word::{Vocabulary, Word};

#[derive(Args, Debug)]
pub(super) struct StatusArgs {
    #[arg(long, value_name = say("NAMA", "NAME"), conflicts_with_all = ["by", "late"], help = say(
        "hanya unit ini: indikatornya, apa yang diperlukan dan sampai kapan",
        "this unit alone: its indicators, what is wanted and until when",
    ))]
    unit: Option<String>,
    #[arg(long, value_name = say("ANGGOTA", "MEMBER"), conflicts_with = "late", help = say(
        "hanya anggota ini: pekerjaan berikutnya, tenggat terdekat dahulu",
        "this member alone: what is next, the earliest first",
    ))]
    by: Option<String>,
    #[arg(long, help = say("hanya yang terlambat", "those who are late alone"))]
    late: bool,
    #[arg(
        long, value_parser = code::<StatusFormat>(), default_value = "text", value_name = "FORMAT",
        help = format!(
            "{}: {}; {}",
            say("bentuk keluaran", "output format"),
            codes::<StatusFormat>(),
            say(
                "chat: pesan untuk ditempel bagi tiap yang terlambat, atau bagi unit atau anggota itu",
                "chat: a message to paste for each who is late, or for that unit or member",
            ),
        )
    )]
    format: StatusFormat,
}

/// A format of the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum StatusFormat {
    /// For the person who asks.
    Text,
    /// Messages to those whom it is about.
    Chat,
    /// For a spreadsheet.
    Csv,
    /// For a program.
    Json,
}

impl Vocabulary for StatusFormat {
    const WORDS: &'static [(Self, Word)] = &[
        (Self::Text, Word { code: "text", id: "text", en: "text" }),
        (Self::Chat, Word { code: "chat", id: "chat", en: "chat" }),
        (Self::Csv, Word { code: "csv", id: "csv", en: "csv" }),
        (Self::Json, Word { code: "json", id: "json", en: "json" }),
    ];
}

/// What the answer is about.
#[derive(Clone, Copy, Debug)]
enum About<'p, 'a> {
    /// Everyone and everything.
    All,
    /// Those who are late.
    Late,
    /// One member.
    Member(&'p MemberProgress<'a>),
    /// One unit.
    Unit(&'p UnitProgress<'a>),
}

/// Shows how far the evaluation is on the day of the command.
pub(super) fn run(context: &Context, args: &StatusArgs) -> Result<ExitStatus, Failure> {
    let day = context.today()?;
    // The check lists of the whole ask about recommendations and findings too; they are in the JSON of every part.
    let whole = args.format == StatusFormat::Json || args.by.is_none() && args.unit.is_none() && !args.late;
    let loaded = context.read(|file| match file {
        EVIDENCE | EVIDENCE_LINKS => true,
        RECOMMENDATIONS | ASPECT_FINDINGS => whole,
        _ => reading::levels(file),
    })?;
    let report = pick::report(&loaded)?;
    let progress = Progress::of(&report, day);
    let about = about(&progress, args)?;
    let beside = beside(args.format, about, &loaded)?;
    let language = context.language();
    let shown = match args.format {
        StatusFormat::Text => {
            let shown = match about {
                About::All => Shown::Whole(&beside),
                About::Late => Shown::Late,
                About::Member(member) => Shown::Member(member),
                About::Unit(unit) => Shown::Unit(unit),
            };
            status::text(&progress, shown, language, context.list_width())
        }
        StatusFormat::Chat => {
            let messages = messages(Messenger { report: &report, language }, &progress, about);
            if messages.is_empty() {
                context.ui.done(&bilingual!("Tidak ada yang terlambat.", "Nobody is late."));
            }
            message::text(&messages, language)
        }
        StatusFormat::Json => {
            let (members, units) = parts(&progress, about);
            data::status::json(&progress, &members, &units, &beside, language)
        }
        StatusFormat::Csv => {
            let (members, units) = parts(&progress, about);
            data::status::table::csv(&progress, &members, &units)
        }
    };
    context.ui.data(&shown)?;
    if matches!((args.format, about), (StatusFormat::Text, About::All)) {
        synced::hint(context, loaded.root());
    }
    Ok(ExitStatus::Done)
}

/// Looks at the work sheets and asks git, where the answer tells of them.
fn beside(format: StatusFormat, about: About<'_, '_>, loaded: &Loaded) -> Result<Beside, Failure> {
    let told = match format {
        StatusFormat::Text => matches!(about, About::All),
        StatusFormat::Json => true,
        StatusFormat::Chat | StatusFormat::Csv => false,
    };
    if !told {
        return Ok(Beside::default());
    }
    let mut sheets = waiting::sheets(&loaded.workspace, loaded.root())?;
    match about {
        About::All => {}
        About::Member(member) => sheets.retain(|sheet| sheet.member.as_deref() == Some(member.id)),
        About::Late | About::Unit(_) => sheets.clear(),
    }
    Ok(Beside { sheets, uncommitted: git::uncommitted(loaded.root()) })
}

/// Finds the member or the unit that was named.
fn about<'p, 'a>(progress: &'p Progress<'a>, args: &StatusArgs) -> Result<About<'p, 'a>, Failure> {
    let workspace = progress.report.workspace;
    if let Some(by) = &args.by {
        let member = pick::member(&workspace.team, by)?;
        let found = progress.members.iter().find(|known| known.id == member.id.value.as_str());
        return Ok(About::Member(found.expect("every member of the team has a progress")));
    }
    if let Some(name) = &args.unit {
        let name = pick::unit(workspace, name)?;
        let found = progress.units.iter().find(|known| known.name == name);
        return Ok(About::Unit(found.expect("every unit that owns rows has a progress")));
    }
    Ok(if args.late { About::Late } else { About::All })
}

/// Writes the messages: to the unit or the member that was named, else to everyone who is late.
fn messages(messenger: Messenger<'_>, progress: &Progress<'_>, about: About<'_, '_>) -> Vec<Message> {
    match about {
        About::Member(member) => vec![messenger.to_member(member)],
        About::Unit(unit) => vec![messenger.to_unit(unit, progress.day)],
        About::All | About::Late => late(progress).into_iter().map(|member| messenger.to_member(member)).collect(),
    }
}

/// Returns the members and units that the answer is about.
fn parts<'p, 'a>(
    progress: &'p Progress<'a>,
    about: About<'p, 'a>,
) -> (Vec<&'p MemberProgress<'a>>, Vec<&'p UnitProgress<'a>>) {
    match about {
        About::All => (progress.members.iter().collect(), progress.units.iter().collect()),
        About::Late => (late(progress), Vec::new()),
        About::Member(member) => (vec![member], Vec::new()),
        About::Unit(unit) => (Vec::new(), vec![unit]),
    }
}

/// Returns the members who are late.
fn late<'p, 'a>(progress: &'p Progress<'a>) -> Vec<&'p MemberProgress<'a>> {
    progress.members.iter().filter(|member| member.state() == MemberState::Late).collect()
}
