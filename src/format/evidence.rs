//! `evidence.csv`.

use crate::format::reading::Reading;
use crate::format::table::parse::parse;
use crate::format::table::row::Row;
use crate::format::table::schema::Schema;
use crate::format::team::read_id;
use crate::model::evidence::{Evidence, EvidenceKind};

/// The shape of the table; several people add to it at once.
pub(crate) static SCHEMA: Schema =
    Schema { columns: &["id", "kind", "title", "date", "unit", "file", "sha256"], keys: 1, later: 0, one_line: true };

/// Reads `evidence.csv`.
pub(crate) fn read(text: &str, reading: &Reading) -> Vec<Evidence> {
    let Some(table) = parse(text, &SCHEMA, reading) else { return Vec::new() };
    Row::all(&table, &SCHEMA, reading).filter_map(evidence).collect()
}

/// Reads a document of the index; nothing without its id and kind.
fn evidence(row: Row<'_>) -> Option<Evidence> {
    let id = row.required("id").and_then(|id| read_id(id, row.reading()));
    let kind = row.word::<EvidenceKind>("kind");
    let date = row.date("date");
    Some(Evidence {
        id: id?,
        kind: kind?.value,
        title: row.said("title", true).value,
        date,
        unit: row.filled("unit").map(|unit| unit.value),
        file: row.filled("file"),
        sha256: row.filled("sha256").map(|digest| digest.map(|text| text.to_ascii_lowercase())),
    })
}
