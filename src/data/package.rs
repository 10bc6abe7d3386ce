//! `datapackage.json` (Data Package, version 1): what the columns of every table mean, for programs that know nothing of
//! this tool.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::Serialize;

use crate::format::table::scan::{RawRecord, Scan, scan};
use crate::format::tables;
use crate::model::row::RowId;
use crate::result::report::Report;
use crate::text::digest::is_digest;
use crate::text::json::json_text;
use crate::text::slug::{plain, slug};

/// A table of the workspace.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Table<'a> {
    /// Its file within the workspace.
    pub(crate) file: &'a str,
    /// Its path from the description.
    pub(crate) path: &'a str,
    /// Its text.
    pub(crate) text: &'a str,
}

/// Describes tables; one whose rows are not alike is described as a file without columns.
pub(crate) fn package(report: &Report<'_>, tables: &[Table<'_>]) -> String {
    let agency = &report.agency.name;
    json_text(&PackageV1 {
        name: format!("{}-{}", plain(agency), report.year),
        title: format!("{agency} {}", report.year),
        resources: tables.iter().map(resource).collect(),
    })
}

/// The whole description.
#[derive(Serialize)]
struct PackageV1 {
    name: String,
    title: String,
    resources: Vec<ResourceV1>,
}

/// A table.
#[derive(Serialize)]
struct ResourceV1 {
    name: String,
    path: String,
    format: &'static str,
    mediatype: &'static str,
    encoding: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    profile: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dialect: Option<DialectV1>,
    #[serde(skip_serializing_if = "Option::is_none")]
    schema: Option<SchemaV1>,
}

/// How the cells are told apart.
#[derive(Serialize)]
struct DialectV1 {
    delimiter: String,
}

/// The columns.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SchemaV1 {
    fields: Vec<FieldV1>,
    missing_values: [&'static str; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    primary_key: Vec<String>,
}

/// A column.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct FieldV1 {
    name: String,
    r#type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    decimal_char: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    constraints: Option<ConstraintsV1>,
}

/// What every cell of a column is like.
#[derive(Serialize)]
struct ConstraintsV1 {
    pattern: &'static str,
}

/// Describes a table.
fn resource(table: &Table<'_>) -> ResourceV1 {
    let scanned = scan(table.text);
    let schema = columns(table, &scanned);
    let begins_with_mark = table.text.starts_with('\u{feff}');
    ResourceV1 {
        name: slug(&table.file.replace('/', "-")),
        path: table.path.to_owned(),
        format: "csv",
        mediatype: "text/csv",
        encoding: if begins_with_mark { "utf-8-sig" } else { "utf-8" },
        profile: schema.as_ref().map(|_| "tabular-data-resource"),
        dialect: schema.as_ref().map(|_| DialectV1 { delimiter: char::from(scanned.delimiter).to_string() }),
        schema,
    }
}

/// Describes the columns by what stands in them; nothing where the rows are not alike.
fn columns(table: &Table<'_>, scanned: &Scan<'_>) -> Option<SchemaV1> {
    let (header, records) = scanned.records.split_first()?;
    let width = header.cells.len();
    let stated = table.text.trim_start_matches('\u{feff}').starts_with("sep=");
    let names: BTreeSet<&str> = header.cells.iter().map(|cell| &*cell.text).collect();
    if stated || names.len() != width || records.iter().any(|record| record.cells.len() != width) {
        return None;
    }
    let fields = header.cells.iter().enumerate().map(|(at, cell)| {
        let cells = records.iter().map(|record| &*record.cells[at].text).filter(|text| !text.is_empty());
        field(cell.text.as_ref(), &cells.collect::<Vec<_>>())
    });
    let fields: Vec<FieldV1> = fields.collect();
    let keys = tables::schema(table.file).map_or(0, |schema| schema.keys);
    let primary_key = if is_key(records, keys) {
        header.cells[..keys].iter().map(|cell| cell.text.to_string()).collect()
    } else {
        Vec::new()
    };
    Some(SchemaV1 { fields, missing_values: [""], primary_key })
}

/// Tells whether the first cells of every record are filled and tell it from the others.
fn is_key(records: &[RawRecord<'_>], keys: usize) -> bool {
    let mut seen = BTreeSet::new();
    records.iter().all(|record| {
        let key: Vec<&str> = record.cells[..keys.min(record.cells.len())].iter().map(|cell| &*cell.text).collect();
        key.iter().all(|cell| !cell.is_empty()) && seen.insert(key)
    })
}

/// Describes a column by its name, as far as every cell is what the name says.
fn field(name: &str, cells: &[&str]) -> FieldV1 {
    let all = |fits: &dyn Fn(&str) -> bool| cells.iter().all(|cell| fits(cell));
    let bare = |r#type| FieldV1 { name: name.to_owned(), r#type, decimal_char: None, constraints: None };
    let like = |pattern| FieldV1 { constraints: Some(ConstraintsV1 { pattern }), ..bare("string") };
    let number = |mark: char| all(&|cell: &str| is_number(cell, mark));
    match name {
        "indicator" if all(&|cell: &str| cell.parse::<RowId>().is_ok_and(|row| row.to_string() == cell)) => {
            like("[1-9][0-9]*(-[1-9][0-9]*)?")
        }
        "level" | "to_level" | "value" if number('.') => bare("number"),
        "level" | "to_level" | "value" if number(',') => FieldV1 { decimal_char: Some(","), ..bare("number") },
        "date" | "due" if all(&|cell: &str| cell.len() == 10 && cell.parse::<Date>().is_ok()) => bare("date"),
        "rows" if all(&|cell: &str| cell.parse::<u32>().is_ok()) => bare("integer"),
        "sha256" | "digest" if all(&is_digest) => like("[0-9a-f]{64}"),
        _ => bare("string"),
    }
}

/// Tells whether a cell is a number in digits, with this decimal mark.
fn is_number(cell: &str, mark: char) -> bool {
    let (whole, part) = cell.split_once(mark).unwrap_or((cell, "0"));
    [whole, part].iter().all(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()))
}
