//! A table of the workspace: the header matched to its columns, the records that can be read.

use std::ops::RangeInclusive;

use crate::bilingual;
use crate::diagnostic::file_rules::{BAD_SYNTAX, TOO_LARGE};
use crate::format::reading::Reading;
use crate::format::table::headers::{columns, is_header};
use crate::format::table::scan::{MOST_ROWS, RawRecord, scan};
use crate::format::table::schema::Schema;

/// The most columns that a table can have, those of one's own included.
const MOST_COLUMNS: usize = 1000;

/// A table that was read.
#[derive(Clone, Debug)]
pub(crate) struct RawTable<'t> {
    /// The character between cells.
    pub(crate) delimiter: u8,
    /// Where each column of the schema stands in the file; absent where the file lacks it.
    pub(crate) columns: Vec<Option<usize>>,
    /// The number of cells in the header.
    pub(crate) width: usize,
    /// The byte behind the header.
    pub(crate) header_end: usize,
    /// The records; one may be narrower than the header by columns that came later.
    pub(crate) records: Vec<RawRecord<'t>>,
}

/// Reads a table. Nothing comes back where the file holds conflict markers, or its header can't be read or lacks the keys.
pub(crate) fn parse<'t>(text: &'t str, schema: &Schema, reading: &Reading) -> Option<RawTable<'t>> {
    if conflict_markers(text, reading) {
        return None;
    }
    let scanned = scan(text);
    let mut records = scanned.records.into_iter();
    let Some(header) = records.next() else {
        let header = schema.header();
        let message = bilingual!("berkas kosong, tanpa baris judul", "the file is empty, without a header");
        let help = bilingual!(
            "tulis baris pertama `{header}`, atau hapus berkas ini",
            "write `{header}` as the first line, or remove the file"
        );
        reading.push(reading.finding(BAD_SYNTAX, 0..0, message).help(help));
        return None;
    };
    if header.cells.len() > MOST_COLUMNS {
        let message = bilingual!("lebih dari {MOST_COLUMNS} kolom", "more than {MOST_COLUMNS} columns");
        let help = bilingual!("periksa asal berkas ini", "check where this file comes from");
        reading.push(reading.finding(TOO_LARGE, header.cells[MOST_COLUMNS].span.clone(), message).help(help));
        return None;
    }
    if open_quote(&header, reading) {
        return None;
    }
    let records: Vec<RawRecord<'_>> = records.collect();
    if title_above(&header, &records, schema, reading) {
        return None;
    }
    let columns = columns(&header, schema, reading);
    if let Some(beyond) = records.get(MOST_ROWS) {
        let message = bilingual!(
            "lebih dari {MOST_ROWS} baris; sisanya tidak dibaca",
            "more than {MOST_ROWS} rows; the rest is not read"
        );
        let help = bilingual!("periksa asal berkas ini", "check where this file comes from");
        reading.push(reading.finding(TOO_LARGE, beyond.span.clone(), message).help(help));
    }
    if columns[..schema.keys].contains(&None) {
        return None;
    }
    let width = header.cells.len();
    let least = least_width(&columns, width, schema);
    let wide = least..=width;
    let records = records.into_iter().take(MOST_ROWS).filter_map(|record| sound(record, &wide, reading)).collect();
    Some(RawTable { delimiter: scanned.delimiter, columns, width, header_end: header.span.end, records })
}

/// Returns how many cells a record has at least: those of columns that came later may be absent where they stand last.
fn least_width(columns: &[Option<usize>], width: usize, schema: &Schema) -> usize {
    let later: Vec<usize> = columns[schema.first_columns().len()..].iter().flatten().copied().collect();
    (0..width).rev().find(|column| !later.contains(column)).map_or(width, |last| last + 1)
}

/// How many lines a header is looked for in that does not stand first.
const TITLE_LINES: usize = 20;

/// Finds a header below a title, as sheets have one; what stands above it is no part of the table.
fn title_above(first: &RawRecord<'_>, rest: &[RawRecord<'_>], schema: &Schema, reading: &Reading) -> bool {
    if is_header(first, schema) || !rest.iter().take(TITLE_LINES).any(|record| is_header(record, schema)) {
        return false;
    }
    let expected = schema.header();
    let message = bilingual!("baris pertama bukan baris judul kolom", "the first line is not the header");
    let help =
        bilingual!("hapus baris di atas judul kolom `{expected}`", "remove the lines above the header `{expected}`");
    reading.push(reading.finding(BAD_SYNTAX, first.span.clone(), message).help(help));
    true
}

/// What a line of an unfinished merge begins with.
pub(crate) const CONFLICT_MARKER: &str = "<<<<<<< ";

/// Finds what an unfinished merge left behind.
fn conflict_markers(text: &str, reading: &Reading) -> bool {
    let mut offset = 0;
    let mut found = false;
    for line in text.split_inclusive('\n') {
        let start = offset;
        offset += line.len();
        if !line.starts_with(CONFLICT_MARKER) {
            continue;
        }
        found = true;
        let message = bilingual!("penggabungan git belum selesai di sini", "a git merge is not finished here");
        let help = bilingual!(
            "pilih baris yang benar, lalu hapus `<<<<<<<`, `=======` dan `>>>>>>>`",
            "keep the right line, then remove `<<<<<<<`, `=======` and `>>>>>>>`"
        );
        reading.push(reading.finding(BAD_SYNTAX, start..start + line.trim_end().len(), message).help(help));
    }
    found
}

/// Keeps a record whose quotes are closed and that is as wide as the header lets it be; any other is a finding.
fn sound<'t>(mut record: RawRecord<'t>, wide: &RangeInclusive<usize>, reading: &Reading) -> Option<RawRecord<'t>> {
    if open_quote(&record, reading) {
        return None;
    }
    let width = *wide.end();
    while record.cells.len() > width && record.cells.last().is_some_and(|cell| cell.text.is_empty()) {
        record.cells.pop();
    }
    let found = record.cells.len();
    if wide.contains(&found) {
        return Some(record);
    }
    let message =
        bilingual!("baris ini {found} sel, baris judul {width}", "this record has {found} cells, the header {width}");
    let help = if found < width {
        bilingual!(
            "lengkapi selnya; yang kosong tetap diberi pemisah",
            "add the cells; an empty one has its delimiter too"
        )
    } else {
        bilingual!("beri tanda kutip pada sel yang berisi pemisah", "put a cell that holds the delimiter into quotes")
    };
    reading.push(reading.finding(BAD_SYNTAX, record.span, message).help(help));
    None
}

/// Finds the first cell of a record whose quotes are not as they must be.
fn open_quote(record: &RawRecord<'_>, reading: &Reading) -> bool {
    let Some(cell) = record.cells.iter().find(|cell| !cell.sound) else { return false };
    let message = bilingual!("tanda kutip tidak ditutup dengan benar", "a quote is not closed as it must be");
    let help = bilingual!(
        "tutup dengan `\"`; tanda kutip di dalam sel ditulis dua kali",
        "close it with `\"`; a quote within a cell is written twice"
    );
    reading.push(reading.finding(BAD_SYNTAX, cell.span.clone(), message).help(help));
    true
}
