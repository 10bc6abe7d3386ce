//! `assignments.csv`.

use crate::format::reading::Reading;
use crate::format::table::parse::parse;
use crate::format::table::row::Row;
use crate::format::table::schema::Schema;
use crate::model::assignment::Assignment;

/// The shape of the table; several people add to it at once.
pub(crate) static SCHEMA: Schema =
    Schema { columns: &["indicator", "member", "due"], keys: 2, later: 0, one_line: true };

/// Reads `assignments.csv`.
pub(crate) fn read(text: &str, reading: &Reading) -> Vec<Assignment> {
    let Some(table) = parse(text, &SCHEMA, reading) else { return Vec::new() };
    Row::all(&table, &SCHEMA, reading).filter_map(assignment).collect()
}

/// Reads an assignment; nothing without its row and member.
fn assignment(row: Row<'_>) -> Option<Assignment> {
    let (id, member) = (row.row_id("indicator"), row.required("member"));
    let due = row.date("due").map(|due| due.value);
    Some(Assignment { row: id?, member: member?, due, place: row.place() })
}
