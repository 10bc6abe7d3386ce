//! A table of the workspace: the header matched to its columns, the records that can be read.

use std::ops::Range;

use crate::bilingual;
use crate::diagnostic::file_rules::{BAD_SYNTAX, DUPLICATE_KEY, MISSING_FIELD, TOO_LARGE, UNKNOWN_FIELD};
use crate::format::reading::Reading;
use crate::format::table::scan::{MOST_ROWS, RawCell, RawRecord, scan};
use crate::format::table::schema::Schema;
use crate::text::nearest::did_you_mean;

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
    /// The records, as wide as the header.
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
    let columns = columns(&header, schema, reading);
    let records: Vec<RawRecord<'_>> = records.collect();
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
    let records = records.into_iter().take(MOST_ROWS).filter_map(|record| sound(record, width, reading)).collect();
    Some(RawTable { delimiter: scanned.delimiter, columns, width, records })
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

/// Finds where the columns of the schema stand; one that is missing, unknown or there twice is a finding.
fn columns(header: &RawRecord<'_>, schema: &Schema, reading: &Reading) -> Vec<Option<usize>> {
    let name = |cell: &RawCell<'_>| cell.text.trim().to_lowercase();
    let mut seen: Vec<String> = Vec::new();
    for cell in &header.cells {
        let found = name(cell);
        if seen.contains(&found) {
            let message = bilingual!("kolom `{found}` sudah ada", "the column `{found}` is there already");
            reading.push(reading.finding(DUPLICATE_KEY, cell.span.clone(), message));
        } else if !schema.columns.contains(&found.as_str()) {
            unknown_column(&found, cell.span.clone(), schema, reading);
        }
        seen.push(found);
    }
    let position = |column: &&str| {
        let found = seen.iter().position(|name| name == column);
        if found.is_none() {
            let expected = schema.header();
            let message = bilingual!("kolom `{column}` tidak ada", "the column `{column}` is missing");
            let help = bilingual!("baris judulnya `{expected}`", "the header is `{expected}`");
            reading.push(reading.finding(MISSING_FIELD, header.span.clone(), message).help(help));
        }
        found
    };
    schema.columns.iter().map(position).collect()
}

/// Reports a column that the table does not have, with the one that was likely meant, or all that are known.
fn unknown_column(found: &str, span: Range<usize>, schema: &Schema, reading: &Reading) {
    let message = bilingual!("kolom `{found}` tidak dikenal di sini", "the column `{found}` is not known here");
    let expected = schema.header();
    let help = did_you_mean(found, schema.columns.iter().copied()).unwrap_or_else(|| {
        bilingual!("hapus kolom ini; baris judulnya `{expected}`", "remove this column; the header is `{expected}`")
    });
    reading.push(reading.finding(UNKNOWN_FIELD, span, message).help(help));
}

/// Keeps a record whose quotes are closed and that is as wide as the header; any other is a finding.
fn sound<'t>(mut record: RawRecord<'t>, width: usize, reading: &Reading) -> Option<RawRecord<'t>> {
    if open_quote(&record, reading) {
        return None;
    }
    while record.cells.len() > width && record.cells.last().is_some_and(|cell| cell.text.is_empty()) {
        record.cells.pop();
    }
    let found = record.cells.len();
    if found == width {
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
