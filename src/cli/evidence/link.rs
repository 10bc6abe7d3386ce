//! `spbe evidence link`: which indicators a document supports.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use clap::Args;

use crate::bilingual;
use crate::cli::change::Change;
use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::help::say;
use crate::cli::{pick, rows};
use crate::format::evidence_links::SCHEMA;
use crate::format::table::edit::TableEdit;
use crate::model::decimal::Decimal;
use crate::model::files::{EVIDENCE, EVIDENCE_LINKS, INSTRUMENT, MANIFEST};
use crate::model::row::RowId;
use crate::text::bilingual::Bilingual;
use crate::text::language::Language;
use crate::text::number::with_mark;

#[derive(Args, Debug)]
pub(super) struct LinkArgs {
    #[arg(value_name = "ID", help = say("id data dukung", "the id of the evidence"))]
    id: String,
    #[command(flatten)]
    target: Target,
}

/// The indicators and the level that evidence supports.
#[derive(Args, Debug)]
struct Target {
    #[arg(long = "for", required = true, num_args = 1.., value_name = say("INDIKATOR", "INDICATOR"), help = say(
        "indikator yang didukung",
        "the indicators that it supports",
    ))]
    indicators: Vec<String>,
    #[arg(long, value_name = "N", help = say(
        "level yang didukung di indikator itu",
        "the level that it supports there",
    ))]
    level: Option<String>,
}

impl Target {
    /// Reads the rows and the level.
    fn read(&self, change: &Change<'_>) -> Result<(BTreeSet<RowId>, Option<Decimal>), Failure> {
        target(change, &self.indicators, self.level.as_deref())
    }
}

/// Reads the rows that a document supports, and the level that it supports there.
pub(super) fn target(
    change: &Change<'_>,
    indicators: &[String],
    level: Option<&str>,
) -> Result<(BTreeSet<RowId>, Option<Decimal>), Failure> {
    let workspace = &change.loaded.workspace;
    let rows = rows::named(workspace, indicators)?;
    let instrument = pick::instrument(workspace)?;
    let level = level.map(|level| pick::level(instrument, level)).transpose()?;
    Ok((rows, level))
}

/// Links a document of the index to rows; the links that it has already stay.
pub(super) fn run(context: &Context, args: &LinkArgs) -> Result<ExitStatus, Failure> {
    let mut change = Change::begin(context, |file| [MANIFEST, INSTRUMENT, EVIDENCE].contains(&file))?;
    let id = pick::evidence(&change.loaded.workspace, &args.id)?.id.value.to_string();
    let (rows, level) = args.target.read(&change)?;
    let mut table = change.table(EVIDENCE_LINKS, &SCHEMA)?;
    let replaced = put(&mut table, &change, &id, &rows, level)?;
    change.changes.text(EVIDENCE_LINKS, table.into_text());
    let indicators = rows::indicators(&rows);
    let (row_id, en) = (&indicators.id, &indicators.en);
    change.finish(&bilingual!("`{id}` ditautkan ke {row_id}.", "Linked `{id}` to {en}.").and(replaced))?;
    Ok(ExitStatus::Done)
}

/// Links a document to rows; one that is linked already keeps its level unless a new one is named. Says which levels that
/// replaced.
pub(in crate::cli) fn put(
    table: &mut TableEdit<'_>,
    change: &Change<'_>,
    id: &str,
    rows: &BTreeSet<RowId>,
    level: Option<Decimal>,
) -> Result<Bilingual, Failure> {
    let mut replaced = Vec::new();
    for row in rows {
        // The table itself is asked: what was linked a moment ago counts too.
        let earlier = table.record(&[&row.to_string(), id]).map_err(|error| change.refused(EVIDENCE_LINKS, error))?;
        let earlier = earlier.and_then(|cells| Decimal::parse(&cells[2])).map(|(level, _)| level);
        if let (Some(was), Some(now)) = (earlier, level.filter(|level| earlier != Some(*level))) {
            replaced.push(format!("{row}: {was} → {now}"));
        }
        let level = level.or(earlier).map(|level| table.number(level)).unwrap_or_default();
        let order = |keys: &[&str]| match rows::by_key(keys, *row) {
            Ordering::Equal => keys[1].cmp(id),
            order => order,
        };
        table
            .put(&[row.to_string(), id.to_owned(), level], order)
            .map_err(|error| change.refused(EVIDENCE_LINKS, error))?;
    }
    if replaced.is_empty() {
        return Ok(Bilingual::fixed("", ""));
    }
    let en = replaced.join(", ");
    let id = with_mark(&en, Language::Indonesian);
    Ok(bilingual!(" Level diganti: {id}.", " Replaced the level: {en}."))
}
