//! Tables of GitHub's Markdown.

use crate::report::markdown::escape::inline;

/// A table; a column without any content is left out.
#[derive(Debug, Default)]
pub(super) struct Table {
    headings: Vec<(String, &'static str)>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// Begins a table.
    pub(super) fn new() -> Self {
        Self::default()
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

    /// Adds a row, with a cell for every column.
    pub(super) fn row(&mut self, cells: Vec<String>) {
        self.rows.push(cells);
    }

    /// Writes the table.
    pub(super) fn render(&self) -> String {
        let used: Vec<usize> = (0..self.headings.len()).filter(|column| self.is_used(*column)).collect();
        let mut text = line(used.iter().map(|column| self.headings[*column].0.clone()));
        text.push_str(&line(used.iter().map(|column| self.headings[*column].1.to_owned())));
        for row in &self.rows {
            text.push_str(&line(used.iter().map(|column| inline(&row[*column]))));
        }
        text
    }

    fn is_used(&self, column: usize) -> bool {
        self.rows.iter().any(|row| !row[column].is_empty())
    }
}

fn line(cells: impl Iterator<Item = String>) -> String {
    let cells: Vec<String> = cells.collect();
    format!("| {} |\n", cells.join(" | "))
}
