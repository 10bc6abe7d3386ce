//! The bytes of a CSV file: delimiter, records and cells with their spans. Whether they mean anything is not asked.

use std::borrow::Cow;
use std::cell::RefCell;
use std::ops::Range;

use csv_core::{ReadFieldResult, Reader, ReaderBuilder};

/// The most rows that a table can have; the largest evaluation has some hundreds.
pub(crate) const MOST_ROWS: usize = 100_000;

/// A cell as it stands in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RawCell<'t> {
    /// The bytes of the cell, quotes included.
    pub(crate) span: Range<usize>,
    /// What the cell says: a part of the file, unless it has quotes within.
    pub(crate) text: Cow<'t, str>,
    /// Whether the quotes around and within it are as they must be.
    pub(crate) sound: bool,
}

/// A record as it stands in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RawRecord<'t> {
    /// The bytes of the record, without its line ending.
    pub(crate) span: Range<usize>,
    /// The cells.
    pub(crate) cells: Vec<RawCell<'t>>,
}

/// A CSV file cut into cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Scan<'t> {
    /// The character between cells.
    pub(crate) delimiter: u8,
    /// The records, header first; lines without any text are left out.
    pub(crate) records: Vec<RawRecord<'t>>,
}

/// Cuts a file into records and cells; never fails.
pub(crate) fn scan(text: &str) -> Scan<'_> {
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    let (start, stated) = separator_line(text, start);
    let delimiter = stated.unwrap_or_else(|| guess(&text[start..]));
    let records = lend(delimiter, |reader| records(reader, text, start));
    Scan { delimiter, records }
}

/// Cuts the text into records from `start` on, up to one more than a table can have.
fn records<'t>(reader: &mut Reader, text: &'t str, start: usize) -> Vec<RawRecord<'t>> {
    let mut records: Vec<RawRecord<'t>> = Vec::new();
    let mut cells = Vec::new();
    let mut content = vec![0; 256];
    let mut position = start;
    loop {
        let (result, cell, next) = field(reader, text, position, cells.is_empty(), &mut content);
        position = next;
        match result {
            Ended::Cell => cells.push(cell),
            Ended::Record => {
                cells.push(cell);
                // The header tells how many cells the next record will have.
                let room = Vec::with_capacity(records.first().map_or(cells.len(), |header| header.cells.len()));
                records.extend(record(std::mem::replace(&mut cells, room)));
                // The header, the rows that may be, and one more that tells of the rest.
                if records.len() > MOST_ROWS + 1 {
                    return records;
                }
            }
            Ended::File => return records,
        }
    }
}

/// Lends a reader for a delimiter.
///
/// Making one costs more than reading a small file, so the usual one is made once. It is reset and lent, not cloned: a
/// clone of csv-core 0.1.13 lacks part of its tables.
fn lend<T>(delimiter: u8, work: impl FnOnce(&mut Reader) -> T) -> T {
    thread_local! {
        static COMMA: RefCell<Reader> = RefCell::new(Reader::new());
    }
    if delimiter != b',' {
        return work(&mut ReaderBuilder::new().delimiter(delimiter).build());
    }
    COMMA.with_borrow_mut(|reader| {
        reader.reset();
        work(reader)
    })
}

/// Reads a leading `sep=;` line, which spreadsheets write and obey.
fn separator_line(text: &str, start: usize) -> (usize, Option<u8>) {
    let line = text[start..].lines().next().unwrap_or_default();
    let Some(stated) = line.strip_prefix("sep=").map(str::as_bytes) else { return (start, None) };
    match stated {
        [mark @ (b',' | b';' | b'\t')] => {
            let after = text[start..].find('\n').map_or(text.len(), |newline| start + newline + 1);
            (after, Some(*mark))
        }
        _ => (start, None),
    }
}

/// Guesses the delimiter from the header: of comma, semicolon and tab the one that it has most of, outside of quotes.
fn guess(text: &str) -> u8 {
    let header = text.split(['\n', '\r']).find(|line| !line.is_empty()).unwrap_or_default();
    let outside = || header.split('"').step_by(2);
    let count = |mark: u8| outside().map(|part| part.matches(char::from(mark)).count()).sum::<usize>();
    let other = if count(b'\t') > count(b';') { b'\t' } else { b';' };
    if count(other) > count(b',') { other } else { b',' }
}

/// What ended a cell; at the end of the file there was none left to read.
enum Ended {
    Cell,
    Record,
    File,
}

/// Reads one cell; `content` is a buffer that all of them share.
fn field<'t>(
    reader: &mut Reader,
    text: &'t str,
    start: usize,
    first: bool,
    content: &mut Vec<u8>,
) -> (Ended, RawCell<'t>, usize) {
    let bytes = text.as_bytes();
    let (mut read, mut written) = (start, 0);
    let ended = loop {
        let (result, used, filled) = reader.read_field(&bytes[read..], &mut content[written..]);
        read += used;
        written += filled;
        match result {
            ReadFieldResult::Field { record_end: false } => break Ended::Cell,
            ReadFieldResult::Field { record_end: true } => break Ended::Record,
            ReadFieldResult::End => break Ended::File,
            ReadFieldResult::OutputFull => content.resize(content.len() * 2, 0),
            // The end of the input has to be told by an empty one, which the next round hands over.
            ReadFieldResult::InputEmpty => {}
        }
    };
    let span = trimmed(bytes, start..read, first, &ended);
    let (said, sound) = said(&text[span.clone()], &content[..written]);
    (ended, RawCell { span, text: said, sound }, read)
}

/// Takes off a cell what ended it, and off the first of a record what ended the one before.
fn trimmed(bytes: &[u8], mut span: Range<usize>, first: bool, ended: &Ended) -> Range<usize> {
    while first && span.start < span.end && matches!(bytes[span.start], b'\n' | b'\r') {
        span.start += 1;
    }
    if matches!(ended, Ended::Cell) {
        span.end -= 1;
        return span;
    }
    while span.start < span.end && matches!(bytes[span.end - 1], b'\n' | b'\r') {
        span.end -= 1;
    }
    span
}

/// Returns what a cell says, and whether one in quotes is closed where it ends and doubles the quotes within.
fn said<'t>(raw: &'t str, content: &[u8]) -> (Cow<'t, str>, bool) {
    let Some(opened) = raw.strip_prefix('"') else {
        debug_assert_eq!(raw.as_bytes(), content, "a cell without quotes says what stands there");
        return (Cow::Borrowed(raw), true);
    };
    match opened.strip_suffix('"') {
        Some(within) if !within.contains('"') && within.as_bytes() == content => (Cow::Borrowed(within), true),
        _ => {
            let content = String::from_utf8_lossy(content).into_owned();
            let sound = raw == format!("\"{}\"", content.replace('"', "\"\""));
            (Cow::Owned(content), sound)
        }
    }
}

/// Makes a record of its cells; a line without any text is none, unless a quote is left open in it.
fn record(cells: Vec<RawCell<'_>>) -> Option<RawRecord<'_>> {
    if cells.iter().all(|cell| cell.text.trim().is_empty() && cell.sound) {
        return None;
    }
    let span = cells.first()?.span.start..cells.last()?.span.end;
    Some(RawRecord { span, cells })
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::{Scan, scan};

    fn cut<'a>(text: &'a str, scan: &Scan<'_>) -> Vec<Vec<&'a str>> {
        scan.records.iter().map(|record| record.cells.iter().map(|cell| &text[cell.span.clone()]).collect()).collect()
    }

    #[test]
    fn spans_are_the_cells_themselves() {
        let text = "\u{feff}a,b,c\r\n\r\n1,\"x, \"\"y\"\"\nz\",\r\n,,\r\n22,,k";
        let empty = &scan(text).records[1].cells[2].span;
        assert_eq!(&text[empty.start - 1..empty.end + 2], ",\r\n", "an empty last cell stands on its own line");
        let found = scan(text);
        let expected = vec![vec!["a", "b", "c"], vec!["1", "\"x, \"\"y\"\"\nz\"", ""], vec!["22", "", "k"]];
        assert_eq!(cut(text, &found), expected);
        assert_eq!(found.records[1].cells[1].text, "x, \"y\"\nz");
        assert!(found.records.iter().flat_map(|record| &record.cells).all(|cell| cell.sound));
    }

    #[test]
    fn only_a_cell_with_quotes_within_is_copied() {
        let found = scan("a,\"b\",\"c\"\"d\",\n");
        let cells = found.records[0].cells.iter().map(|cell| (&*cell.text, matches!(cell.text, Cow::Owned(_))));
        let expected = [("a", false), ("b", false), ("c\"d", true), ("", false)];
        assert_eq!(cells.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn semicolons_are_told_by_the_header_or_by_the_line_that_states_them() {
        assert_eq!(scan("a;b\n1,5;2\n").delimiter, b';');
        let text = "sep=;\r\na;b\r\n1;2\r\n";
        assert_eq!(cut(text, &scan(text)), [["a", "b"], ["1", "2"]]);
    }

    #[test]
    fn semicolons_within_quotes_are_no_delimiters() {
        assert_eq!(scan("a,b,\"c;d;e;f\"\n").delimiter, b',');
        assert_eq!(scan("a;b;\"c,d,e,f\"\n").delimiter, b';');
    }

    #[test]
    fn another_delimiter_at_the_very_end_belongs_to_the_cell() {
        for text in ["a,b\n1,x;", "a,b\n1,x\t", "a;b\n1;x,", "a,b\n1,\"x;\""] {
            let cell = scan(text).records[1].cells[1].clone();
            assert_eq!(text[cell.span].trim_matches('"'), cell.text, "{text:?}");
        }
    }

    #[test]
    fn a_quote_that_is_not_closed_is_not_sound() {
        for text in ["a,b\n1,\"open\n2,x\n", "a,b\n1,\"x\"y\n", "a\n\"open,", "a\n\""] {
            let found = scan(text);
            assert!(found.records.iter().flat_map(|record| &record.cells).any(|cell| !cell.sound), "{text:?}");
        }
    }
}
