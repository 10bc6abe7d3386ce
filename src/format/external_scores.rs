//! `scores/external.csv`.

use crate::format::reading::Reading;
use crate::format::table::parse::parse;
use crate::format::table::row::Row;
use crate::format::table::schema::Schema;
use crate::model::score::{ExternalScore, ExternalStage};

/// The shape of the table.
pub(crate) static SCHEMA: Schema =
    Schema { columns: &["indicator", "stage", "level", "note"], keys: 2, later: 0, one_line: false };

/// Reads `scores/external.csv`.
pub(crate) fn read(text: &str, reading: &Reading) -> Vec<ExternalScore> {
    let Some(table) = parse(text, &SCHEMA, reading) else { return Vec::new() };
    Row::all(&table, &SCHEMA, reading).filter_map(external_score).collect()
}

/// Reads what the ministry gave; nothing without its row, stage and level.
fn external_score(row: Row<'_>) -> Option<ExternalScore> {
    let (id, stage, level) = (row.row_id("indicator"), row.word::<ExternalStage>("stage"), row.level("level"));
    Some(ExternalScore { row: id?, stage: stage?.value, level: level?, note: row.text("note").value })
}
