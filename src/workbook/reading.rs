//! Books that others made, read as cells: whatever is in them, nothing is run, followed or unpacked, and reading ends.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{self, Cursor, Read};

use calamine::{DataRef, Reader, SheetVisible, Xlsx};
use encoding_rs::WINDOWS_1252;
use jiff::civil::Date;
use zip::ZipArchive;

use crate::bilingual;
use crate::model::decimal::Decimal;
use crate::text::bilingual::Bilingual;

/// The most that a book may hold once it is unpacked.
const MOST_BYTES: u64 = 128 * 1024 * 1024;
/// The most parts that a book may have.
const MOST_PARTS: usize = 2_000;
/// The most cells that are read of a sheet.
const MOST_CELLS: usize = 200_000;
/// The last row that is read.
const LAST_ROW: u32 = 20_000;
/// The last column that is read.
const LAST_COLUMN: u32 = 255;

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Content {
    /// A text, or a number in digits with a decimal point.
    Text(String),
    /// A day.
    Day(Date),
    /// What a formula gives that failed.
    Failed(String),
}

/// A sheet of a book.
#[derive(Clone, Debug, Default)]
pub(crate) struct ReadSheet {
    /// Its name.
    pub(crate) name: String,
    /// Whether people see it.
    pub(crate) hidden: bool,
    /// What stands where, by row and column from nought.
    pub(crate) cells: BTreeMap<(u32, u32), Content>,
}

/// A book as it was read.
#[derive(Clone, Debug, Default)]
pub(crate) struct ReadBook {
    /// Its sheets in order.
    pub(crate) sheets: Vec<ReadSheet>,
    /// What was left alone in it.
    pub(crate) notes: Vec<Bilingual>,
}

impl ReadSheet {
    /// Returns what a cell says, in digits or words; empty where it says nothing.
    pub(crate) fn text(&self, row: u32, column: u32) -> String {
        match self.cells.get(&(row, column)) {
            Some(Content::Text(text)) => text.trim().to_owned(),
            Some(Content::Day(day)) => day.to_string(),
            Some(Content::Failed(_)) | None => String::new(),
        }
    }

    /// Returns the last row in which anything stands.
    pub(crate) fn last_row(&self) -> u32 {
        self.cells.keys().next_back().map_or(0, |(row, _)| *row)
    }

    /// Returns the last column in which anything stands.
    pub(crate) fn last_column(&self) -> u32 {
        self.cells.keys().map(|(_, column)| *column).max().unwrap_or_default()
    }

    /// Names a cell as a spreadsheet does: `Isian!D7`.
    pub(crate) fn place(&self, row: u32, column: u32) -> String {
        let column = u16::try_from(column).unwrap_or(u16::MAX);
        format!("{}!{}", self.name, rust_xlsxwriter::utility::row_col_to_cell(row, column))
    }
}

impl ReadBook {
    /// Finds a sheet that people see, by one of its names.
    pub(crate) fn sheet(&self, names: [&str; 2]) -> Option<&ReadSheet> {
        self.sheets.iter().find(|sheet| names.iter().any(|name| sheet.name.trim().eq_ignore_ascii_case(name)))
    }
}

/// Reads a book.
///
/// # Errors
/// It is no workbook, or holds more than any work sheet does.
pub(crate) fn book(bytes: &[u8]) -> Result<ReadBook, Bilingual> {
    let notes = guarded(bytes)?;
    let broken =
        |error: &dyn std::fmt::Display| bilingual!("buku kerja ini rusak: {error}", "this workbook is broken: {error}");
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    let names: Vec<(String, bool)> = book
        .sheets_metadata()
        .iter()
        .map(|sheet| (sheet.name.clone(), sheet.visible != SheetVisible::Visible))
        .collect();
    let mut sheets = Vec::new();
    for (name, hidden) in names {
        let mut cells = BTreeMap::new();
        // A sheet of charts has no cells.
        if let Ok(mut reader) = book.worksheet_cells_reader(&name) {
            while let Some(cell) = reader.next_cell().map_err(|error| broken(&error))? {
                let (row, column) = cell.get_position();
                let within = row <= LAST_ROW && column <= LAST_COLUMN;
                if let Some(content) = content(cell.get_value()).filter(|_| within) {
                    cells.insert((row, column), content);
                }
                if cells.len() > MOST_CELLS {
                    return Err(bilingual!(
                        "lembar `{name}` berisi lebih dari {MOST_CELLS} sel",
                        "the sheet `{name}` has more than {MOST_CELLS} cells"
                    ));
                }
            }
        }
        sheets.push(ReadSheet { name, hidden, cells });
    }
    Ok(ReadBook { sheets, notes })
}

/// Reads a table of text as a book of one sheet: commas, semicolons or tabs between cells, UTF-8 or the encoding of a western
/// Windows.
///
/// # Errors
/// It is no text.
pub(crate) fn text(bytes: &[u8]) -> Result<ReadBook, Bilingual> {
    let whole = decoded(bytes)?;
    let text = whole.strip_prefix("sep=").and_then(|rest| rest.split_once('\n')).map_or(&*whole, |(_, rest)| rest);
    let before = u32::from(text.len() < whole.len());
    let head: String = text.lines().take(5).collect();
    let delimiter = [';', '\t', ','].into_iter().max_by_key(|mark| head.matches(*mark).count()).unwrap_or(',');
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(u8::try_from(delimiter).unwrap_or(b','))
        .from_reader(text.as_bytes());
    let mut cells = BTreeMap::new();
    let (mut row, mut read) = (before, 0);
    for record in reader.records() {
        let record = record.map_err(|error| bilingual!("tabel ini rusak: {error}", "this table is broken: {error}"))?;
        // A record stands in the line in which it begins, behind lines that say nothing.
        let start = record.position().map_or(read, |position| usize::try_from(position.byte()).unwrap_or(read));
        let begins = text[start..].find(|letter| !matches!(letter, '\n' | '\r')).map_or(start, |blank| start + blank);
        row += u32::try_from(text[read..begins].matches('\n').count()).unwrap_or(LAST_ROW);
        read = begins;
        if row > LAST_ROW {
            break;
        }
        for (cell, column) in record.iter().zip(0..=LAST_COLUMN) {
            if !cell.trim().is_empty() {
                cells.insert((row, column), Content::Text(cell.to_owned()));
            }
        }
    }
    let sheet = ReadSheet { name: "CSV".to_owned(), hidden: false, cells };
    Ok(ReadBook { sheets: vec![sheet], notes: Vec::new() })
}

/// Reads a text that somebody hands in: UTF-8 or the encoding of a western Windows.
///
/// # Errors
/// It is no text.
pub(crate) fn decoded(bytes: &[u8]) -> Result<Cow<'_, str>, Bilingual> {
    if bytes.contains(&0) {
        return Err(bilingual!("ini bukan tabel teks", "this is no table of text"));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    Ok(match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => WINDOWS_1252.decode_without_bom_handling(bytes).0,
    })
}

/// Reads what stands in a cell; a formula is the value that it had last.
fn content(data: &DataRef<'_>) -> Option<Content> {
    let text = match data {
        DataRef::Empty => return None,
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => in_digits(*number),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(yes) => yes.to_string(),
        DataRef::DateTime(moment) if moment.is_datetime() => {
            return day(moment.as_f64()).map(Content::Day);
        }
        DataRef::DateTime(moment) => in_digits(moment.as_f64()),
        DataRef::DateTimeIso(text) => {
            let day = text.get(..10).and_then(|day| day.parse().ok());
            return Some(day.map_or_else(|| Content::Text(text.clone()), Content::Day));
        }
        DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => return Some(Content::Failed(error.to_string())),
    };
    (!text.trim().is_empty()).then_some(Content::Text(text))
}

/// Writes a number of a spreadsheet, which reckons in binary, as the decimal that was meant.
fn in_digits(number: f64) -> String {
    let text = format!("{number:.9}");
    let trimmed = text.trim_end_matches('0').trim_end_matches('.');
    Decimal::parse(trimmed).map_or_else(|| number.to_string(), |(decimal, _)| decimal.to_string())
}

/// Turns the number of a day into it.
fn day(serial: f64) -> Option<Date> {
    let days = serial.floor();
    if !(1.0..2_958_466.0).contains(&days) {
        return None;
    }
    jiff::civil::date(1899, 12, 30).checked_add(jiff::Span::new().days(days as i64)).ok()
}

/// Refuses a book that would not end, and says what is left alone in one that is taken.
fn guarded(bytes: &[u8]) -> Result<Vec<Bilingual>, Bilingual> {
    let none = || bilingual!("ini bukan buku kerja XLSX", "this is no XLSX workbook");
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| none())?;
    let huge = || {
        let most = MOST_BYTES / (1024 * 1024);
        bilingual!(
            "isi buku kerja ini lebih dari {most} MiB; tidak dibaca",
            "this workbook unpacks to more than {most} MiB; it is not read"
        )
    };
    if archive.len() > MOST_PARTS {
        return Err(huge());
    }
    let names: Vec<String> = archive.file_names().flatten().map(|name| name.into_owned()).collect();
    if !names.iter().any(|name| name.eq_ignore_ascii_case("xl/workbook.xml")) {
        return Err(none());
    }
    let mut left = MOST_BYTES;
    for index in 0..archive.len() {
        // What an archive says of the size of its parts need not be true.
        let part = archive.by_index(index).map_err(|_| none())?;
        let copied = io::copy(&mut part.take(left + 1), &mut io::sink()).map_err(|_| none())?;
        left = left.checked_sub(copied).ok_or_else(huge)?;
    }
    let holds = |part: &str| names.iter().any(|name| name.to_ascii_lowercase().contains(part));
    let mut notes = Vec::new();
    if holds("vbaproject.bin") {
        notes.push(bilingual!("makro di dalamnya tidak dijalankan", "the macros in it are not run"));
    }
    if holds("externallinks/") {
        notes.push(bilingual!("tautan ke buku kerja lain tidak diikuti", "links to other workbooks are not followed"));
    }
    Ok(notes)
}

#[cfg(test)]
mod tests {
    use super::{book, day, in_digits, text};

    #[test]
    fn a_number_is_the_decimal_that_was_meant() {
        for (number, text) in [(3.0, "3"), (2.75, "2.75"), (0.1 + 0.2, "0.3"), (3.099_999_999_999_999_6, "3.1")] {
            assert_eq!(in_digits(number), text);
        }
    }

    #[test]
    fn a_day_is_counted_as_spreadsheets_do() {
        assert_eq!(day(43_207.0).map(|day| day.to_string()).as_deref(), Some("2018-04-17"));
        assert_eq!(day(-1.0), None);
    }

    #[test]
    fn a_record_of_a_text_stands_in_its_line() {
        let read = text(b"sep=;\n\nNo;Nama\n1;\"Satu\ndua\"\n\r\n\n2;Dua\n").expect("a table");
        let rows: Vec<u32> =
            read.sheets[0].cells.keys().filter(|(_, column)| *column == 0).map(|(row, _)| *row).collect();
        assert_eq!(rows, [2, 3, 7], "counted from nought");
    }

    #[test]
    fn what_is_no_workbook_is_refused() {
        for bytes in [&b""[..], b"indicator,level\n1,2\n", b"PK\x03\x04"] {
            assert!(book(bytes).is_err());
        }
    }
}
