//! Tables: commas, plain spellings, the columns and the records in their order.

use std::borrow::Cow;

use crate::diagnostic::file_rules::{MISSING_FIELD, NOT_CANONICAL, OWN_COLUMN, UNKNOWN_FIELD};
use crate::diagnostic::finding::Finding;
use crate::format::canonical::Canonical;
use crate::format::canonical::fixes::apply;
use crate::format::reading::Reading;
use crate::format::table::edit::quoted;
use crate::format::table::key::Key;
use crate::format::table::parse::{RawTable, parse};
use crate::format::table::schema::Schema;

/// Writes a table in canonical form; `read` is the reader of the table, whose spellings are taken.
///
/// Values that are wrong stay as they are, for the rules to tell; only a file that can't be cut into records is refused.
pub(crate) fn table<T>(
    text: &str,
    schema: &Schema,
    file: &str,
    order: Order,
    read: impl Fn(&str, &Reading) -> T,
) -> Canonical {
    let reading = Reading::new(file);
    let _ = read(text, &reading);
    let spelt = apply(text, &reading.finish(), |_, new| new.to_owned());
    let reading = Reading::new(file);
    let parsed = parse(&spelt, schema, &reading);
    let harmless =
        |finding: &Finding| matches!(finding.rule, NOT_CANONICAL | OWN_COLUMN | UNKNOWN_FIELD | MISSING_FIELD);
    let findings = reading.finish();
    match parsed {
        Some(table) if findings.iter().all(harmless) => Ok(write(&spelt, &table, schema, order)),
        _ => Err(findings),
    }
}

/// The order of the records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Order {
    /// That of their keys.
    OfKeys,
    /// The one in which they stand: a merge of branches puts records where it can, and that is no fault.
    AsTheyStand,
}

/// Writes the records. Columns of one's own stand behind those that every file has, and before
/// those that came later: a row that lacks these ends early, and goes on doing so.
fn write(text: &str, table: &RawTable<'_>, schema: &Schema, order_of_records: Order) -> String {
    let (first, later) = table.columns.split_at(schema.first_columns().len());
    let own = (0..table.width).filter(|column| !table.columns.contains(&Some(*column)));
    let order: Vec<usize> = first.iter().flatten().copied().chain(own).chain(later.iter().flatten().copied()).collect();
    let header = header(text, table, &order);
    let mut records: Vec<Vec<Cow<'_, str>>> = table
        .records
        .iter()
        .map(|record| {
            let there = |column: &usize| record.cells.get(*column).is_some();
            let width = order.iter().rposition(there).map_or(0, |last| last + 1);
            let text = |column: &usize| record.cells.get(*column).map_or(Cow::Borrowed(""), |found| cell(&found.text));
            order[..width].iter().map(text).collect()
        })
        .collect();
    let keys = &schema.columns[..schema.keys];
    if order_of_records == Order::OfKeys {
        records.sort_by_cached_key(|record| {
            keys.iter().zip(record).map(|(column, cell)| Key::of(column, cell)).collect::<Vec<_>>()
        });
    }
    let mut written = header.join(",") + "\n";
    for record in &records {
        let cells: Vec<_> = record.iter().map(|cell| quoted(cell, b',')).collect();
        written.push_str(&cells.join(","));
        written.push('\n');
    }
    written
}

/// Returns what a cell says without the spaces around it, its line breaks like all others.
fn cell(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    if text.contains("\r\n") { Cow::Owned(text.replace("\r\n", "\n")) } else { Cow::Borrowed(text) }
}

/// Returns the names of the columns in their order, in lower case, so that none is taken for several.
fn header(text: &str, table: &RawTable<'_>, order: &[usize]) -> Vec<String> {
    let scanned = crate::format::table::scan::scan(text);
    let names = scanned.records.first().map(|header| header.cells.as_slice()).unwrap_or_default();
    debug_assert_eq!(names.len(), table.width);
    let name = |column: &usize| {
        let name = cell(&names[*column].text).to_lowercase();
        if name.contains(';') { format!("\"{}\"", name.replace('"', "\"\"")) } else { quoted(&name, b',').into_owned() }
    };
    order.iter().map(name).collect()
}

#[cfg(test)]
mod tests {
    use super::{Order, table};
    use crate::format::scores::{SCHEMA, read};
    use crate::format::{evidence, final_scores};
    use crate::model::id::Id;

    fn canonical(text: &str) -> Result<String, Vec<String>> {
        let by = Id::parse("hukum").expect("an id");
        let written = table(text, &SCHEMA, "scores/hukum.csv", Order::OfKeys, |text, reading| read(text, &by, reading));
        written.map_err(|findings| findings.iter().map(|finding| finding.rule.to_owned()).collect())
    }

    #[test]
    fn what_a_spreadsheet_saved_becomes_what_a_command_writes() {
        let text = "\u{feff}sep=;\r\nNote;Level;indicator;method;date;evidence;explanation\r\n\
                    \"a,b\";\"3,0\";12;dokumen+Interview;17/04/2018; x-1  y-2 ;\"Fakta; \"\"a\"\"\"\r\n;;;;;;\r\n;02;9;;;;";
        let expected = "indicator,level,method,date,evidence,explanation,note\n\
                        9,2,,,,,\n12,3,document+interview,2018-04-17,x-1  y-2,\"Fakta; \"\"a\"\"\",\"a,b\"\n";
        let written = canonical(text).expect("canonical");
        assert_eq!(written, expected);
        assert_eq!(canonical(&written).expect("canonical"), expected, "a second time changes nothing");
    }

    #[test]
    fn a_word_is_mended_where_it_stands_among_doubled_quotes() {
        let header = "indicator,level,method,date,evidence,explanation\n";
        let text = format!("{header}1,2,\"\"\"\u{e9}\"\"a+wawancara\",,,\n");
        assert_eq!(canonical(&text).expect("canonical"), text.replace("wawancara", "interview"));
    }

    #[test]
    fn a_column_of_ones_own_never_looks_like_several() {
        let header = "indicator,level,method,date,evidence,explanation";
        let text = format!("{header},\"a;b;c;d;e;f;g;h\"\n1,2,,,,,x\n");
        assert_eq!(canonical(&text).expect("canonical"), text);
    }

    #[test]
    fn line_breaks_within_cells_are_like_the_others() {
        let header = "indicator,level,method,date,evidence,explanation\r\n";
        let written = canonical(&format!("{header}1,2,,,,\"Fakta\r\nAnalisis\"\r\n")).expect("canonical");
        assert!(!written.contains('\r') && written.contains("Fakta\nAnalisis"), "{written:?}");
    }

    #[test]
    fn ids_are_ordered_as_commands_order_them() {
        let header = "id,kind,title,date,unit,file,sha256\n";
        let (first, second) = ("10-345678,interview,B,,,,\n", "9-123456,interview,A,,,,\n");
        let text = format!("{header}{second}{first}");
        let written =
            table(&text, &evidence::SCHEMA, "evidence.csv", Order::OfKeys, evidence::read).expect("canonical");
        assert_eq!(written, format!("{header}{first}{second}"));
        let written = table(&text, &evidence::SCHEMA, "evidence.csv", Order::AsTheyStand, evidence::read);
        assert_eq!(written.expect("canonical"), text, "as a merge left them");
    }

    #[test]
    fn what_came_later_stands_last_and_rows_that_lack_it_go_on_ending_early() {
        let text = "indicator,level,date,decided_by,reason,catatan,explanation\n\
                    2,3,,sekda,a,map biru\n1,,,,,,\"Jawaban, lengkap\"\n";
        let canonical = |text: &str| {
            let file = "scores/final.csv";
            table(text, &final_scores::SCHEMA, file, Order::AsTheyStand, final_scores::read).expect("canonical")
        };
        assert_eq!(canonical(text), text);
        let swapped = "explanation,indicator,level,date,decided_by,reason,catatan\n,2,3,,sekda,a,map biru\n";
        let expected = "indicator,level,date,decided_by,reason,catatan,explanation\n2,3,,sekda,a,map biru,\n";
        assert_eq!(canonical(swapped), expected);
    }

    #[test]
    fn headers_as_people_write_them_become_the_usual_ones() {
        let text = "Indikator;Tingkat Kematangan;Metode;Tanggal;Data Dukung;Penjelasan;Keterangan\n1;2;;;;a;b\n";
        let expected = "indicator,level,method,date,evidence,explanation,keterangan\n1,2,,,,a,b\n";
        assert_eq!(canonical(text).expect("canonical"), expected);
        assert_eq!(canonical(&text.replace(';', "\t")).expect("canonical"), expected, "tabs between cells");
    }

    #[test]
    fn twenty_thousand_rows_are_mended_in_one_pass() {
        let header = "indicator,level,method,date,evidence,explanation\n";
        let text = header.to_owned() + &"1,\"3,0\",dokumen,17/04/2018,,x\n".repeat(20_000);
        let expected = header.to_owned() + &"1,3,document,2018-04-17,,x\n".repeat(20_000);
        assert!(canonical(&text).expect("canonical") == expected);
    }

    #[test]
    fn wrong_values_stay_for_the_rules_to_tell() {
        let header = "indicator,level,method,date,evidence,explanation\n";
        let text = format!("{header}99,nine,phone,2018-02-30,,\n");
        assert_eq!(canonical(&text).expect("canonical"), text);
    }

    #[test]
    fn a_file_that_is_no_table_is_refused() {
        let header = "indicator,level,method,date,evidence,explanation\n";
        assert_eq!(canonical(&format!("{header}1,2\n")), Err(vec!["bad-syntax".to_owned()]));
        assert_eq!(canonical(&format!("{header}<<<<<<< HEAD\n")), Err(vec!["bad-syntax".to_owned()]));
        assert_eq!(canonical(""), Err(vec!["bad-syntax".to_owned()]));
    }
}
