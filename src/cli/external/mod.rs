//! `spbe external`: the ministry's result beside the agency's own.

mod import;
mod list;
mod nodes;
mod set;

use clap::{Args, Subcommand};

use crate::bilingual;
use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::help::say;
use crate::cli::list_format::Listed;
use crate::cli::{pick, wording};
use crate::format::table::edit::TableEdit;
use crate::model::decimal::Decimal;
use crate::model::row::RowId;
use crate::model::score::ExternalStage;
use crate::text::bilingual::Bilingual;
use crate::text::language::Language;
use crate::text::number::with_mark;
use crate::text::word::Vocabulary;

#[derive(Args, Debug)]
#[command(args_conflicts_with_subcommands = true)]
pub(super) struct ExternalArgs {
    #[command(flatten)]
    shown: Listed,
    #[command(subcommand)]
    command: Option<ExternalCommand>,
}

#[derive(Debug, Subcommand)]
enum ExternalCommand {
    #[command(about = say("Menyandingkan nilai mandiri dan kementerian", "List the agency's levels beside the ministry's"))]
    List(list::ListArgs),
    #[command(about = say("Mencatat level dari kementerian", "Write what the ministry gave indicators"))]
    Set(set::SetArgs),
    #[command(about = say(
        "Memasukkan hasil kementerian: tabel, salinan dari PDF, atau JSON",
        "Take in the ministry's result: a table, a copy out of a PDF, or JSON",
    ))]
    Import(import::ImportArgs),
}

/// Lists where no command is named below `spbe external`, else hands over to that command.
pub(super) fn run(context: &Context, args: &ExternalArgs) -> Result<ExitStatus, Failure> {
    match &args.command {
        None => list::show(context, args.shown.format),
        Some(ExternalCommand::List(args)) => list::run(context, args),
        Some(ExternalCommand::Set(args)) => set::run(context, args),
        Some(ExternalCommand::Import(args)) => import::run(context, args),
    }
}

/// What every command that writes says of its stage, in help.
fn stage_help() -> &'static str {
    say(
        "tahap evaluasi eksternal: document, interview, visit, review, result; tanpa ini result",
        "the stage of the external evaluation: document, interview, visit, review, result; without it result",
    )
}

/// Reads the stage that is written: the result, unless another is named.
fn stage(named: Option<&str>) -> Result<ExternalStage, Failure> {
    named.map_or(Ok(ExternalStage::Result), |word| pick::word(word, "--stage"))
}

/// Where the columns of the ministry's record stand: the level.
const LEVEL: usize = 2;
/// What the ministry noted.
const NOTE: usize = 3;

/// A record of the ministry before and after.
type Written = (RowId, Option<Vec<String>>, [String; 4]);

/// Returns the cells of a record; what is not named stays, and there is no record without a level.
fn cells(
    table: &TableEdit<'_>,
    key: (RowId, ExternalStage),
    before: Option<&[String]>,
    (level, note): (Option<Decimal>, Option<&str>),
) -> Option<[String; 4]> {
    let kept = |column: usize| before.map(|cells| cells[column].clone()).unwrap_or_default();
    let level = level.map_or_else(|| kept(LEVEL), |level| table.number(level));
    let note = note.map_or_else(|| kept(NOTE), str::to_owned);
    (!level.is_empty()).then(|| [key.0.to_string(), key.1.code().to_owned(), level, note])
}

/// Orders a record among others: by row, then by stage; what is no row stands before all.
fn order(keys: &[&str], (row, stage): (RowId, ExternalStage)) -> std::cmp::Ordering {
    let there = (keys[0].parse::<RowId>().ok(), ExternalStage::from_word(keys[1]));
    there.cmp(&(Some(row), Some(stage)))
}

/// Says which levels were replaced by others: ` Before: 45: 3; 46: 2.`
fn replaced_levels(written: &[Written]) -> Bilingual {
    let same =
        |was: &str, is: &str| Decimal::parse(was).map(|(level, _)| level) == Decimal::parse(is).map(|(level, _)| level);
    let was = |(row, before, after): &Written| {
        let was = before.as_ref().map(|before| before[LEVEL].trim()).filter(|was| !was.is_empty())?;
        (!same(was, &after[LEVEL])).then(|| format!("{row}: {}", was.replace(',', ".")))
    };
    let was: Vec<String> = written.iter().filter_map(was).collect();
    if was.is_empty() {
        return Bilingual::same("");
    }
    let en = was.join("; ");
    let id = with_mark(&en, Language::Indonesian);
    bilingual!(" Sebelumnya {id}.", " Before: {en}.")
}

/// Says whether notes were replaced or kept.
fn replaced_notes(written: &[Written]) -> Bilingual {
    let any = |replaced: bool| {
        let noted = |(_, before, after): &&Written| {
            before.as_ref().is_some_and(|before| !before[NOTE].is_empty() && (before[NOTE] != after[NOTE]) == replaced)
        };
        written.iter().find(noted).map(|_| Bilingual::fixed("catatan", "note")).into_iter().collect::<Vec<_>>()
    };
    wording::replaced_and_kept(&any(true), &any(false))
}
