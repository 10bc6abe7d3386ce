//! `spbe external set`: what the ministry gave indicators at a stage.

use std::collections::BTreeSet;

use clap::Args;

use crate::bilingual;
use crate::cli::change::Change;
use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::external::{Written, cells, order, replaced_levels, replaced_notes, stage, stage_help};
use crate::cli::failure::Failure;
use crate::cli::help::say;
use crate::cli::{pick, rows, words};
use crate::format::external_scores::SCHEMA;
use crate::model::files::{EXTERNAL_SCORES, INSTRUMENT, MANIFEST};
use crate::model::row::RowId;
use crate::model::score::{ExternalScore, ExternalStage};
use crate::model::workspace::Workspace;
use crate::text::bilingual::Bilingual;
use crate::text::language::Language;
use crate::text::word::Vocabulary;

#[derive(Args, Debug)]
pub(super) struct SetArgs {
    #[arg(required = true, value_name = say("INDIKATOR", "INDICATOR"), help = say(
        "indikator: `12`, `35-1`, `1..7`, …",
        "the indicator: `12`, `35-1`, `1..7`, …",
    ))]
    indicators: Vec<String>,
    #[arg(long, required_unless_present_any = ["clear", "note"], value_name = "N", help = say(
        "level dari kementerian; yang tidak disebut tetap seperti semula",
        "the ministry's level; what is not named stays as it was",
    ))]
    level: Option<String>,
    #[arg(long, value_name = say("TAHAP", "STAGE"), help = stage_help())]
    stage: Option<String>,
    #[arg(long, value_name = say("TEKS|-", "TEXT|-"), help = say(
        "catatan kementerian; `-` membaca masukan standar, `''` mengosongkan",
        "what the ministry noted; `-` reads standard input, `''` empties",
    ))]
    note: Option<String>,
    #[arg(long, conflicts_with_all = ["level", "note"], help = say(
        "hapus yang tercatat pada tahap ini",
        "remove what is written of this stage",
    ))]
    clear: bool,
}

/// Writes the ministry's levels of rows at a stage, or clears them.
pub(super) fn run(context: &Context, args: &SetArgs) -> Result<ExitStatus, Failure> {
    let mut change = Change::begin(context, |file| [MANIFEST, INSTRUMENT].contains(&file))?;
    let workspace = &change.loaded.workspace;
    let instrument = pick::instrument(workspace)?;
    let stage = stage(args.stage.as_deref())?;
    let rows = rows::named(workspace, &args.indicators)?;
    let mut table = change.table(EXTERNAL_SCORES, &SCHEMA)?;
    let refused = |error| change.refused(EXTERNAL_SCORES, error);
    let message = if args.clear {
        let chosen = |keys: &[&str]| {
            let row = keys[0].parse::<RowId>().is_ok_and(|row| rows.contains(&row));
            row && ExternalStage::from_word(keys[1]) == Some(stage)
        };
        let gone = table.remove(chosen).map_err(refused)?;
        cleared(workspace, &rows, stage, gone)
    } else {
        let level = args.level.as_deref().map(|level| pick::level(instrument, level)).transpose()?;
        let note = args.note.as_deref().map(|text| words::prose_or_nothing(context, "--note", text)).transpose()?;
        let mut written: Vec<Written> = Vec::new();
        for row in &rows {
            let before = table.record(&[&row.to_string(), stage.code()]).map_err(refused)?;
            let after = cells(&table, (*row, stage), before.as_deref(), (level, note.as_deref()))
                .ok_or_else(|| no_level(*row, stage))?;
            table.put(&after, |keys| order(keys, (*row, stage))).map_err(refused)?;
            written.push((*row, before, after));
        }
        overruled(context, workspace, &rows, stage);
        let (Bilingual { id, en }, in_id, in_en) = told(&rows, stage);
        let done = match level {
            Some(level) => bilingual!(
                "Level kementerian untuk {id} ({in_id}): {level:#}.",
                "The ministry's level of {en} ({in_en}): {level}."
            ),
            None => bilingual!(
                "Catatan kementerian untuk {id} ({in_id}) diubah.",
                "Changed the ministry's note on {en} ({in_en})."
            ),
        };
        done.and(replaced_levels(&written)).and(replaced_notes(&written))
    };
    change.changes.text(EXTERNAL_SCORES, table.into_text());
    change.finish(&message)?;
    Ok(ExitStatus::Done)
}

/// Names rows and a stage in both languages.
fn told(rows: &BTreeSet<RowId>, stage: ExternalStage) -> (Bilingual, &'static str, &'static str) {
    (rows::indicators(rows), stage.label(Language::Indonesian), stage.label(Language::English))
}

/// Refuses a note on a row that has no level at the stage yet.
fn no_level(row: RowId, stage: ExternalStage) -> Failure {
    let (id, en) = (stage.label(Language::Indonesian), stage.label(Language::English));
    let message = bilingual!(
        "belum ada level kementerian untuk indikator {row} pada tahap {id}",
        "there is no level of the ministry yet for indicator {row} at the stage {en}"
    );
    Failure::new(message).help(bilingual!("tambahkan `--level N`", "add `--level N`"))
}

/// Says of which rows a record went; where there was none, at which stages there are some.
fn cleared(workspace: &Workspace, rows: &BTreeSet<RowId>, stage: ExternalStage, gone: usize) -> Bilingual {
    let there = |score: &&ExternalScore| score.stage == stage && rows.contains(&score.row.value);
    let there: BTreeSet<RowId> = workspace.external.iter().filter(there).map(|score| score.row.value).collect();
    let (Bilingual { id, en }, in_id, in_en) = told(if gone > 0 { &there } else { rows }, stage);
    if gone > 0 {
        return bilingual!(
            "Level kementerian untuk {id} ({in_id}) dihapus.",
            "Removed the ministry's level of {en} ({in_en})."
        );
    }
    let none = bilingual!(
        "Tidak ada level kementerian untuk {id} pada tahap {in_id}.",
        "There is no level of the ministry for {en} at the stage {in_en}."
    );
    let named = workspace.external.iter().filter(|score| rows.contains(&score.row.value));
    let stages: BTreeSet<ExternalStage> = named.map(|score| score.stage).collect();
    if stages.is_empty() {
        return none;
    }
    let codes = stages.iter().map(|stage| format!("`--stage {}`", stage.code())).collect::<Vec<_>>().join(", ");
    none.and(bilingual!(" Yang ada: {codes}.", " There are: {codes}."))
}

/// Says of which rows a later stage counts; it is written all the same.
pub(super) fn overruled(context: &Context, workspace: &Workspace, rows: &BTreeSet<RowId>, stage: ExternalStage) {
    let later = workspace.external.iter().filter(|score| score.stage > stage && rows.contains(&score.row.value));
    let later: BTreeSet<RowId> = later.map(|score| score.row.value).collect();
    if !later.is_empty() {
        let Bilingual { id, en } = rows::indicators(&later);
        let message = bilingual!(
            "untuk {id} ada tahap yang lebih akhir, dan itu yang berlaku",
            "for {en} there is a later stage, and that one counts"
        );
        context.ui.warning(&message, Some(&bilingual!("lihat `spbe external`", "see `spbe external`")));
    }
}
