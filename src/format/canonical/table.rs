//! Tables: commas, plain spellings, the columns and the records in their order.

use std::cmp::Ordering;

use crate::diagnostic::file_rules::{MISSING_FIELD, NOT_CANONICAL, UNKNOWN_FIELD};
use crate::diagnostic::finding::Finding;
use crate::format::canonical::Canonical;
use crate::format::canonical::fixes::apply;
use crate::format::reading::Reading;
use crate::format::table::edit::quoted;
use crate::format::table::parse::{Table, parse};
use crate::format::table::schema::Schema;
use crate::model::row::RowId;

/// Writes a table in canonical form; `read` is the reader of the table, whose spellings are taken.
///
/// Values that are wrong stay as they are, for the rules to tell; only a file that can't be cut into records is refused.
pub fn table<T>(text: &str, schema: &Schema, file: &str, read: impl Fn(&str, &Reading) -> T) -> Canonical {
    let reading = Reading::new(file);
    let _ = read(text, &reading);
    let spelt = apply(text, &reading.finish(), |_, new| new.to_owned());
    let reading = Reading::new(file);
    let parsed = parse(&spelt, schema, &reading);
    let harmless = |finding: &Finding| matches!(finding.rule, NOT_CANONICAL | UNKNOWN_FIELD | MISSING_FIELD);
    let findings = reading.finish();
    match parsed {
        Some(table) if findings.iter().all(harmless) => Ok(write(&spelt, &table, schema)),
        _ => Err(findings),
    }
}

fn write(text: &str, table: &Table, schema: &Schema) -> String {
    let known: Vec<usize> = table.columns.iter().flatten().copied().collect();
    let own = (0..table.width).filter(|column| !known.contains(column));
    let order: Vec<usize> = known.iter().copied().chain(own).collect();
    let header = header(text, table, &order);
    let mut records: Vec<Vec<&str>> = table
        .records
        .iter()
        .map(|record| order.iter().map(|column| record.cells[*column].text.trim()).collect())
        .collect();
    let keys = table.columns[..schema.keys].iter().flatten().count();
    records.sort_by(|one, other| by_keys(&one[..keys], &other[..keys]));
    let lines = std::iter::once(header.iter().map(String::as_str).collect()).chain(records);
    lines.map(|cells: Vec<&str>| line(&cells)).collect()
}

/// Returns the names of the columns in their order, in lower case.
fn header(text: &str, table: &Table, order: &[usize]) -> Vec<String> {
    let scanned = crate::format::table::scan::scan(text);
    let names = scanned.records.first().map(|header| header.cells.as_slice()).unwrap_or_default();
    debug_assert_eq!(names.len(), table.width);
    order.iter().map(|column| names[*column].text.trim().to_lowercase()).collect()
}

fn line(cells: &[&str]) -> String {
    cells.iter().map(|cell| quoted(cell, b',')).collect::<Vec<_>>().join(",") + "\n"
}

/// Compares key cells: rows of the evaluation by number, anything else as text.
fn by_keys(one: &[&str], other: &[&str]) -> Ordering {
    let compare = |(one, other): (&&str, &&str)| match (one.parse::<RowId>(), other.parse::<RowId>()) {
        (Ok(one), Ok(other)) => one.cmp(&other),
        (Ok(_), Err(_)) => Ordering::Less,
        (Err(_), Ok(_)) => Ordering::Greater,
        (Err(_), Err(_)) => one.cmp(other),
    };
    one.iter().zip(other).map(compare).find(|order| *order != Ordering::Equal).unwrap_or(Ordering::Equal)
}

#[cfg(test)]
mod tests {
    use super::table;
    use crate::format::scores::{SCHEMA, read};
    use crate::model::id::Id;

    fn canonical(text: &str) -> Result<String, Vec<String>> {
        let by = Id::parse("hukum").expect("an id");
        let written = table(text, &SCHEMA, "scores/hukum.csv", |text, reading| read(text, &by, reading));
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
