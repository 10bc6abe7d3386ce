//! `wanted.csv`.

use crate::format::reading::Reading;
use crate::format::table::parse::parse;
use crate::format::table::row::Row;
use crate::format::table::schema::Schema;
use crate::model::evidence::EvidenceKind;
use crate::model::served::Served;

/// The shape of the table; `init --from` begins it.
pub(crate) static SCHEMA: Schema =
    Schema { columns: &["indicator", "level", "kind", "title", "unit"], keys: 4, later: 0, one_line: true };

/// Reads `wanted.csv`.
pub(crate) fn read(text: &str, reading: &Reading) -> Vec<Served> {
    let Some(table) = parse(text, &SCHEMA, reading) else { return Vec::new() };
    Row::all(&table, &SCHEMA, reading).filter_map(served).collect()
}

/// Reads a record; nothing without its row and title.
fn served(row: Row<'_>) -> Option<Served> {
    let (id, title) = (row.row_id("indicator"), row.required("title"));
    let level = row.optional_level("level");
    let kind = row.filled("kind").and_then(|_| row.word::<EvidenceKind>("kind"));
    let unit = row.filled("unit").map(|unit| unit.value);
    Some(Served { row: id?, level, kind: kind.map(|kind| kind.value), title: title?.value, unit })
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::format::reading::Reading;

    #[test]
    fn what_served_is_read_and_a_record_without_a_title_is_a_finding() {
        let text =
            "indicator,level,kind,title,unit\n12,3,document,Perbup 12/2018,Bagian Hukum\n13,,,SK,\n14,2,document,,\n";
        let reading = Reading::new("wanted.csv");
        let served = read(text, &reading);
        assert_eq!((served.len(), reading.finish().len()), (2, 1));
        assert_eq!((served[0].title.as_str(), served[1].unit.clone()), ("Perbup 12/2018", None));
    }
}
