//! `scores/final.csv`.

use crate::format::reading::Reading;
use crate::format::table::parse::parse;
use crate::format::table::row::Row;
use crate::format::table::schema::Schema;
use crate::model::score::FinalScore;

/// The shape of the table; a conflict in it must stay a conflict.
pub(crate) static SCHEMA: Schema =
    Schema { columns: &["indicator", "level", "date", "decided_by", "reason"], keys: 1, one_line: false };

/// Reads `scores/final.csv`.
pub(crate) fn read(text: &str, reading: &Reading) -> Vec<FinalScore> {
    let Some(table) = parse(text, &SCHEMA, reading) else { return Vec::new() };
    Row::all(&table, &SCHEMA, reading).filter_map(final_score).collect()
}

/// Reads an agreed level; nothing without its row and the level itself.
fn final_score(row: Row<'_>) -> Option<FinalScore> {
    let (id, level) = (row.row_id("indicator"), row.level("level"));
    let date = row.date("date");
    Some(FinalScore { row: id?, level: level?, date, decided_by: row.filled("decided_by"), reason: row.text("reason") })
}
