//! A text for a terminal, line by line; styles go around whole pieces, and the printer strips them where unwanted.

use anstyle::{AnsiColor, Style};

use crate::terminal::grid::{Grid, wrapped};
use crate::text::visible::visible;
use crate::text::wrap::columns;

/// How far everything but titles is moved in.
const INDENT: &str = "  ";

/// No style.
pub(crate) const PLAIN: Style = Style::new();
/// What matters most.
pub(crate) const STRONG: Style = Style::new().bold();
/// What only helps to read.
pub(crate) const FAINT: Style = Style::new().dimmed();
/// What is reached.
pub(crate) const GOOD: Style = AnsiColor::Green.on_default();
/// What wants attention.
pub(crate) const ATTENTION: Style = AnsiColor::Yellow.on_default();

/// A text while it is written.
#[derive(Debug, Default)]
pub(crate) struct Page {
    text: String,
}

impl Page {
    /// Adds a title, at the left edge.
    pub(crate) fn title(&mut self, text: &str) {
        self.piece(STRONG, text);
        self.end();
    }

    /// Adds the heading of a part, after an empty line.
    pub(crate) fn heading(&mut self, text: &str) {
        self.blank();
        self.title(text);
    }

    /// Adds a line.
    pub(crate) fn line(&mut self, style: Style, text: &str) {
        self.pieces(&[(style, text)]);
    }

    /// Adds a line of several pieces.
    pub(crate) fn pieces(&mut self, pieces: &[(Style, &str)]) {
        self.text.push_str(INDENT);
        for (style, text) in pieces {
            self.piece(*style, text);
        }
        self.end();
    }

    /// Adds a text of any length, wrapped to a width; each of its lines begins with the indent.
    pub(crate) fn paragraph(&mut self, style: Style, indent: &str, text: &str, width: usize) {
        for line in wrapped(text, width.saturating_sub(columns(indent))) {
            self.line(style, &format!("{indent}{line}"));
        }
    }

    /// Adds the rows of a grid without headings.
    pub(crate) fn rows(&mut self, grid: Grid) {
        for line in grid.rows() {
            self.line(PLAIN, &line);
        }
    }

    /// Adds an empty line.
    pub(crate) fn blank(&mut self) {
        self.text.push('\n');
    }

    /// Ends the text.
    pub(crate) fn finish(self) -> String {
        self.text
    }

    /// Adds a piece within its line; what would act on the terminal is shown by its code.
    fn piece(&mut self, style: Style, text: &str) {
        let text = visible(text);
        if style == PLAIN || text.is_empty() {
            self.text.push_str(&text);
        } else {
            self.text.push_str(&format!("{style}{text}{style:#}"));
        }
    }

    /// Ends a line, without spaces at its end.
    fn end(&mut self) {
        self.text.truncate(self.text.trim_end_matches(' ').len());
        self.text.push('\n');
    }
}

/// Returns how many columns are left beside the indent.
pub(crate) fn inner(width: usize) -> usize {
    width.saturating_sub(INDENT.len())
}

#[cfg(test)]
mod tests {
    use super::{PLAIN, Page, STRONG};

    #[test]
    fn a_style_goes_around_its_piece_and_names_cannot_style() {
        let mut page = Page::default();
        page.pieces(&[(STRONG, "2.64"), (PLAIN, " \u{1b}[31mBaik  ")]);
        assert_eq!(page.finish(), "  \u{1b}[1m2.64\u{1b}[0m \\u{1b}[31mBaik\n");
    }
}
