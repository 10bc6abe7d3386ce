//! Tables of GitHub's Markdown.

use crate::paper::markdown::escape::inline;

/// A table; empty columns stay, for they may be there to be filled in.
#[derive(Debug, Default)]
pub(super) struct PipeTable {
    headings: Vec<(String, &'static str)>,
    rows: Vec<Vec<String>>,
}

impl PipeTable {
    /// Adds a column of texts.
    pub(super) fn left(&mut self, heading: &str) -> &mut Self {
        self.headings.push((heading.to_owned(), "---"));
        self
    }

    /// Adds a column of numbers.
    pub(super) fn right(&mut self, heading: &str) -> &mut Self {
        self.headings.push((heading.to_owned(), "---:"));
        self
    }

    /// Adds a column of marks.
    pub(super) fn middle(&mut self, heading: &str) -> &mut Self {
        self.headings.push((heading.to_owned(), ":---:"));
        self
    }

    /// Adds a row, with a cell for every column.
    pub(super) fn row(&mut self, cells: Vec<String>) {
        self.written(cells.iter().map(|cell| inline(cell)).collect());
    }

    /// Adds a row of cells that are Markdown already.
    pub(super) fn written(&mut self, cells: Vec<String>) {
        self.rows.push(cells);
    }

    /// Writes the table.
    pub(super) fn render(&self) -> String {
        let mut text = line(self.headings.iter().map(|(heading, _)| heading.as_str()));
        text.push_str(&line(self.headings.iter().map(|(_, rule)| *rule)));
        for row in &self.rows {
            text.push_str(&line(row.iter().map(String::as_str)));
        }
        text
    }
}

/// Writes a row of cells that are escaped already, with the end of the line.
fn line<'a>(cells: impl Iterator<Item = &'a str>) -> String {
    let cells: Vec<&str> = cells.collect();
    format!("| {} |\n", cells.join(" | "))
}
