//! Tables for a terminal: one line a row, one column as wide as the rest leaves it.

use comfy_table::{CellAlignment, ContentArrangement, Row, Table, presets};

use crate::text::visible::on_one_line;

/// The spaces between two columns.
const GAP: u16 = 2;
/// The least width of the column that gives way.
const LEAST: usize = 12;

/// A column of a grid.
#[derive(Clone, Debug)]
pub(crate) struct Column {
    heading: String,
    alignment: CellAlignment,
    gives_way: bool,
}

impl Column {
    /// Makes a column of texts.
    pub(crate) fn left(heading: impl Into<String>) -> Self {
        Self { heading: heading.into(), alignment: CellAlignment::Left, gives_way: false }
    }

    /// Makes a column of numbers.
    pub(crate) fn right(heading: impl Into<String>) -> Self {
        Self { alignment: CellAlignment::Right, ..Self::left(heading) }
    }

    /// Makes the column of texts that are shortened where the line is too narrow.
    pub(crate) fn giving_way(heading: impl Into<String>) -> Self {
        Self { gives_way: true, ..Self::left(heading) }
    }
}

/// A table whose rows are one line each.
#[derive(Clone, Debug)]
pub(crate) struct Grid {
    columns: Vec<Column>,
    rows: Vec<Vec<String>>,
}

impl Grid {
    /// Begins a grid.
    pub(crate) fn new(columns: Vec<Column>) -> Self {
        Self { columns, rows: Vec::new() }
    }

    /// Adds a row, with a cell for every column.
    pub(crate) fn row(&mut self, cells: Vec<String>) {
        self.rows.push(cells.iter().map(|cell| on_one_line(cell)).collect());
    }

    /// Lays the grid out: the line of the headings (empty where there are none), then one line a row.
    ///
    /// A column without any content is left out.
    pub(crate) fn lines(mut self, width: usize) -> Vec<String> {
        self.drop_empty();
        self.shorten(width);
        let mut table = Table::new();
        table.load_style(presets::NOTHING).set_content_arrangement(ContentArrangement::Disabled);
        table.set_header(self.columns.iter().map(|column| column.heading.clone()));
        for cells in self.rows {
            let mut row = Row::from(cells);
            row.max_height(1);
            table.add_row(row);
        }
        for (index, column) in self.columns.iter().enumerate() {
            if let Some(laid) = table.column_mut(index) {
                laid.set_padding((0, GAP)).set_cell_alignment(column.alignment);
            }
        }
        table.lines().map(|line| line.trim_end().to_owned()).collect()
    }

    fn drop_empty(&mut self) {
        for index in (0..self.columns.len()).rev() {
            if self.rows.iter().all(|row| row[index].is_empty()) {
                self.columns.remove(index);
                for row in &mut self.rows {
                    row.remove(index);
                }
            }
        }
    }

    fn shorten(&mut self, width: usize) {
        let Some(giving) = self.columns.iter().position(|column| column.gives_way) else { return };
        let others = (0..self.columns.len()).filter(|index| *index != giving);
        let taken: usize = others.map(|index| self.widest(index) + usize::from(GAP)).sum();
        let left = width.saturating_sub(taken).max(LEAST);
        for row in &mut self.rows {
            row[giving] = shortened(&row[giving], left);
        }
    }

    fn widest(&self, index: usize) -> usize {
        let cells = self.rows.iter().map(|row| row[index].chars().count());
        cells.chain([self.columns[index].heading.chars().count()]).max().unwrap_or_default()
    }
}

/// Lays out texts beside their labels, each wrapped to the width: one list of lines for every pair.
pub(crate) fn hanging(rows: &[(String, String)], width: usize) -> Vec<Vec<String>> {
    let widest = rows.iter().map(|(label, _)| label.chars().count()).max().unwrap_or_default();
    let indent = if widest == 0 { 0 } else { widest + usize::from(GAP) };
    let left = width.saturating_sub(indent).max(LEAST);
    let line = |label: &str, text: &str| format!("{label:<indent$}{text}").trim_end().to_owned();
    let row = |(label, text): &(String, String)| {
        let wrapped = wrapped(text, left);
        wrapped.iter().enumerate().map(|(index, text)| line(if index == 0 { label } else { "" }, text)).collect()
    };
    rows.iter().map(row).collect()
}

/// Wraps a text at its spaces; its own line breaks stay, and a word longer than the line is left whole.
pub(crate) fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        let mut line = String::new();
        for word in paragraph.split_whitespace() {
            if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > width {
                lines.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        lines.push(line);
    }
    if lines.is_empty() {
        lines.push(String::new());
    }
    lines
}

/// Shortens a text to a width, with a mark where something is left out.
pub(crate) fn shortened(text: &str, width: usize) -> String {
    if text.chars().count() <= width {
        return text.to_owned();
    }
    let kept: String = text.chars().take(width.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::{Column, Grid, hanging, shortened};

    fn cells(texts: &[&str]) -> Vec<String> {
        texts.iter().map(|text| (*text).to_owned()).collect()
    }

    #[test]
    fn every_line_fits_and_only_one_column_gives_way() {
        let mut grid = Grid::new(vec![Column::left("No"), Column::giving_way("Name"), Column::right("Level")]);
        grid.row(cells(&["1", "A rather long name of an indicator", "3"]));
        grid.row(cells(&["35-1", "Short", "12.5"]));
        assert_eq!(
            grid.lines(30),
            ["No    Name               Level", "1     A rather long na…      3", "35-1  Short               12.5"]
        );
    }

    #[test]
    fn a_column_without_content_is_left_out() {
        let mut grid = Grid::new(vec![Column::left("No"), Column::left("State"), Column::left("Name")]);
        grid.row(cells(&["1", "", "a"]));
        assert_eq!(grid.lines(30), ["No  Name", "1   a"]);
    }

    #[test]
    fn a_line_break_in_a_cell_breaks_no_line() {
        let mut grid = Grid::new(vec![Column::left("Name")]);
        grid.row(cells(&["a\nb\u{1b}"]));
        assert_eq!(grid.lines(30), ["Name", "a b\\u{1b}"]);
    }

    #[test]
    fn a_long_text_hangs_beside_its_label() {
        let rows = [("1".to_owned(), "satu dua tiga empat".to_owned()), ("35-1".to_owned(), "a\nb".to_owned())];
        assert_eq!(hanging(&rows, 20), [vec!["1     satu dua tiga", "      empat"], vec!["35-1  a", "      b"]]);
    }

    #[test]
    fn shortening_says_that_something_is_left_out() {
        assert_eq!(shortened("Kebijakan Internal", 11), "Kebijakan…");
        assert_eq!(shortened("Kebijakan", 9), "Kebijakan");
    }
}
