//! The texts that were read, and how a span of bytes becomes a line and a column.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// A line and a column, both counted from 1; columns count characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct LineColumn {
    /// The physical line.
    pub(crate) line: usize,
    /// The character in the line.
    pub(crate) column: usize,
}

/// A physical line of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Line<'a> {
    /// Its number, counted from 1.
    pub(crate) number: usize,
    /// The byte of the file at which it begins.
    pub(crate) start: usize,
    /// What it says, without its ending and without a byte order mark.
    pub(crate) text: &'a str,
}

/// The texts of a workspace by file, as they were read.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sources {
    texts: BTreeMap<Arc<str>, Source>,
}

/// A text and where its lines begin, found when the first place in it is shown.
#[derive(Clone, Debug)]
struct Source {
    text: String,
    starts: OnceLock<Vec<usize>>,
    /// How many characters begin before each block of bytes, so that a place in a long line is found as fast as any.
    characters: OnceLock<Vec<usize>>,
}

/// The bytes of a block in which characters are counted.
const BLOCK: usize = 1024;

impl Sources {
    /// Keeps the text of a file.
    pub(crate) fn insert(&mut self, file: Arc<str>, text: String) {
        self.texts.insert(file, Source { text, starts: OnceLock::new(), characters: OnceLock::new() });
    }

    /// Returns the text of a file, if it was read.
    pub(crate) fn text(&self, file: &str) -> Option<&str> {
        self.texts.get(file).map(|source| source.text.as_str())
    }

    /// Lists the files whose text was read.
    pub(crate) fn files(&self) -> impl Iterator<Item = &str> {
        self.texts.keys().map(|file| &**file)
    }

    /// Finds the line and column at which a span begins.
    pub(crate) fn line_column(&self, file: &str, span: &Range<usize>) -> Option<LineColumn> {
        let source = self.texts.get(file)?;
        let line = source.line(span.start);
        let end = line.start + line.text.len();
        let byte = span.start.clamp(line.start, end);
        let byte = if source.text.is_char_boundary(byte) { byte } else { end };
        let column = source.characters_before(byte) - source.characters_before(line.start) + 1;
        Some(LineColumn { line: line.number, column })
    }

    /// Finds the line that a byte of a file stands in.
    pub(crate) fn line(&self, file: &str, byte: usize) -> Option<Line<'_>> {
        self.texts.get(file).map(|source| source.line(byte))
    }
}

impl Source {
    /// Counts the characters that begin before a byte.
    fn characters_before(&self, byte: usize) -> usize {
        let begin = |bytes: &[u8]| bytes.iter().filter(|byte| (**byte & 0xc0) != 0x80).count();
        let bytes = self.text.as_bytes();
        let blocks = self.characters.get_or_init(|| {
            let counted = bytes.chunks(BLOCK).scan(0, |sum, block| {
                let before = *sum;
                *sum += begin(block);
                Some(before)
            });
            counted.chain(std::iter::once(0)).collect()
        });
        let block = (byte / BLOCK).min(blocks.len().saturating_sub(2));
        blocks[block] + begin(&bytes[block * BLOCK..byte])
    }

    /// Finds the line that a byte stands in; a byte behind the end stands in the last line.
    fn line(&self, byte: usize) -> Line<'_> {
        let starts = self.starts.get_or_init(|| {
            let ends = self.text.match_indices('\n').map(|(newline, _)| newline + 1);
            std::iter::once(0).chain(ends).collect()
        });
        let number = starts.partition_point(|start| *start <= byte).max(1);
        let start = starts[number - 1];
        let end = starts.get(number).copied().unwrap_or(self.text.len());
        let line = self.text[start..end].trim_end_matches(['\r', '\n']);
        let text = if number == 1 { line.trim_start_matches('\u{feff}') } else { line };
        Line { number, start: start + (line.len() - text.len()), text }
    }
}

/// Finds the line and column of a byte of a text; a byte order mark takes no column.
#[cfg(test)]
pub(crate) fn line_column(text: &str, byte: usize) -> LineColumn {
    let mut end = byte.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let before = &text[..end];
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let line = before.matches('\n').count() + 1;
    let column = before[line_start..].trim_start_matches('\u{feff}').chars().count() + 1;
    LineColumn { line, column }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{Line, LineColumn, Sources, line_column};

    #[test]
    fn columns_count_characters_and_lines_are_physical() {
        let text = "\u{feff}a\r\né,b\n";
        let comma = text.find(',').expect("a comma");
        assert_eq!(line_column(text, comma), LineColumn { line: 2, column: 2 });
        assert_eq!(line_column(text, 3), LineColumn { line: 1, column: 1 });
        assert_eq!(line_column(text, 999), LineColumn { line: 3, column: 1 });
    }

    #[test]
    fn columns_of_a_long_line_count_characters_too() {
        let text = "é,".repeat(5000);
        let mut sources = Sources::default();
        sources.insert(Arc::from("a.csv"), text.clone());
        for byte in [0, 2, 1023, 1024, 3069, 14_997, text.len()].into_iter().filter(|byte| text.is_char_boundary(*byte))
        {
            assert_eq!(sources.line_column("a.csv", &(byte..byte)), Some(line_column(&text, byte)), "{byte}");
        }
        sources.insert(Arc::from("b.csv"), String::new());
        assert_eq!(sources.line_column("b.csv", &(0..0)), Some(LineColumn { line: 1, column: 1 }));
    }

    #[test]
    fn a_kept_text_tells_its_lines_without_their_endings() {
        let text = "\u{feff}a\r\né,b\n";
        let mut sources = Sources::default();
        sources.insert(Arc::from("a.csv"), text.to_owned());
        for byte in 0..=text.len() + 2 {
            let inside = text.get(byte..).is_some_and(|rest| !rest.starts_with(['\r', '\n']));
            if inside && byte > 0 {
                assert_eq!(sources.line_column("a.csv", &(byte..byte)), Some(line_column(text, byte)), "{byte}");
            }
        }
        assert_eq!(sources.line("a.csv", 3), Some(Line { number: 1, start: 3, text: "a" }));
        assert_eq!(sources.line("a.csv", 8), Some(Line { number: 2, start: 6, text: "é,b" }));
        assert_eq!(sources.line_column("a.csv", &(0..1)), Some(LineColumn { line: 1, column: 1 }));
        assert_eq!(sources.line_column("b.csv", &(0..1)), None);
    }
}
