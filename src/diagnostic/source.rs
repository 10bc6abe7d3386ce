//! The texts that were read, and how a span of bytes becomes a line and a column.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

/// A line and a column, both counted from 1; columns count characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    /// The physical line.
    pub line: usize,
    /// The character in the line.
    pub column: usize,
}

/// The texts of a workspace by file, as they were read.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    texts: BTreeMap<Arc<str>, String>,
}

impl Sources {
    /// Keeps the text of a file.
    pub fn insert(&mut self, file: Arc<str>, text: String) {
        self.texts.insert(file, text);
    }

    /// Returns the text of a file, if it was read.
    pub fn text(&self, file: &str) -> Option<&str> {
        self.texts.get(file).map(String::as_str)
    }

    /// Finds the line and column at which a span begins.
    pub fn line_column(&self, file: &str, span: &Range<usize>) -> Option<LineColumn> {
        self.text(file).map(|text| line_column(text, span.start))
    }
}

/// Finds the line and column of a byte of a text; a byte order mark takes no column.
pub fn line_column(text: &str, byte: usize) -> LineColumn {
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
    use super::{LineColumn, line_column};

    #[test]
    fn columns_count_characters_and_lines_are_physical() {
        let text = "\u{feff}a\r\né,b\n";
        let comma = text.find(',').expect("a comma");
        assert_eq!(line_column(text, comma), LineColumn { line: 2, column: 2 });
        assert_eq!(line_column(text, 3), LineColumn { line: 1, column: 1 });
        assert_eq!(line_column(text, 999), LineColumn { line: 3, column: 1 });
    }
}
