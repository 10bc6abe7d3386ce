//! `received.csv`.

use crate::format::reading::Reading;
use crate::format::table::parse::parse;
use crate::format::table::row::Row;
use crate::format::table::schema::Schema;
use crate::model::received::Received;

/// The shape of the table; whoever takes sheets in adds to it.
pub(crate) static SCHEMA: Schema =
    Schema { columns: &["date", "member", "file", "sha256", "rows"], keys: 4, later: 0, one_line: true };

/// Reads `received.csv`.
pub(crate) fn read(text: &str, reading: &Reading) -> Vec<Received> {
    let Some(table) = parse(text, &SCHEMA, reading) else { return Vec::new() };
    Row::all(&table, &SCHEMA, reading).filter_map(received).collect()
}

/// Reads a record; nothing without its member.
fn received(row: Row<'_>) -> Option<Received> {
    let (date, member, sha256) = (row.date("date"), row.required("member"), row.text("sha256"));
    Some(Received { member: member?.value, date: date.map(|date| date.value), sha256: sha256.value })
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::format::reading::Reading;

    #[test]
    fn a_sheet_is_known_by_its_member_and_its_digest() {
        let text = "date,member,file,sha256,rows\n2018-07-02,hukum,isian-hukum.xlsx,ab12,9\n,,x,,\n";
        let reading = Reading::new("received.csv");
        let received = read(text, &reading);
        assert_eq!((received[0].member.as_str(), received[0].sha256.as_str()), ("hukum", "ab12"));
        assert_eq!((received.len(), reading.finish().len()), (1, 1), "a record of nobody is a finding");
    }
}
