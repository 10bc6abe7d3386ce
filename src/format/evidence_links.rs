//! `evidence-links.csv`.

use crate::format::reading::Reading;
use crate::format::table::parse::parse;
use crate::format::table::row::Row;
use crate::format::table::schema::Schema;
use crate::model::evidence::EvidenceLink;

/// The shape of the table; several people add to it at once.
pub(crate) static SCHEMA: Schema =
    Schema { columns: &["indicator", "evidence", "level"], keys: 2, later: 0, one_line: true };

/// Reads `evidence-links.csv`.
pub(crate) fn read(text: &str, reading: &Reading) -> Vec<EvidenceLink> {
    let Some(table) = parse(text, &SCHEMA, reading) else { return Vec::new() };
    Row::all(&table, &SCHEMA, reading).filter_map(link).collect()
}

/// Reads a link; nothing without its row and document, while the level may be absent.
fn link(row: Row<'_>) -> Option<EvidenceLink> {
    let (id, evidence) = (row.row_id("indicator"), row.required("evidence"));
    let level = row.optional_level("level");
    Some(EvidenceLink { row: id?, evidence: evidence?, level })
}
