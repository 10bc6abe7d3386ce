//! Tables of GitHub's Markdown.

use crate::report::markdown::escape::inline;

/// A table.
#[derive(Debug, Default)]
pub(super) struct Table {
    headings: Vec<(String, &'static str)>,
    rows: Vec<Vec<String>>,
    whole: bool,
}

impl Table {
    /// Begins a table; a column without any content is left out.
    pub(super) fn new() -> Self {
        Self::default()
    }

    /// Begins a table that keeps its empty columns: they may be there to be filled in.
    pub(super) fn whole() -> Self {
        Self { whole: true, ..Self::default() }
    }

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
        let used: Vec<usize> = (0..self.headings.len()).filter(|column| self.is_used(*column)).collect();
        let mut text = line(used.iter().map(|column| self.headings[*column].0.clone()));
        text.push_str(&line(used.iter().map(|column| self.headings[*column].1.to_owned())));
        for row in &self.rows {
            text.push_str(&line(used.iter().map(|column| row[*column].clone())));
        }
        text
    }

    fn is_used(&self, column: usize) -> bool {
        self.whole || self.rows.iter().any(|row| !row[column].is_empty())
    }
}

fn line(cells: impl Iterator<Item = String>) -> String {
    let cells: Vec<String> = cells.collect();
    format!("| {} |\n", cells.join(" | "))
}
