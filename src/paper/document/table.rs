//! Tables.

use crate::paper::document::span::Text;
use crate::paper::document::tone::Tone;

/// A table with a heading row that is repeated on every page.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    /// What it shows, for those who can't see it at a glance; it is shown above the table too unless empty.
    pub(crate) caption: String,
    /// The columns.
    pub(crate) columns: Vec<Column>,
    /// The rows; each has as many cells as there are columns, or a single one that spans all of them.
    pub(crate) rows: Vec<Row>,
}

/// A column.
#[derive(Clone, Debug)]
pub(crate) struct Column {
    /// The heading.
    pub(crate) title: String,
    /// Where its cells stand.
    pub(crate) align: Align,
    /// How wide it is.
    pub(crate) width: Width,
}

/// Where the text of a cell stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Align {
    /// At the left.
    Start,
    /// In the middle.
    Middle,
    /// At the right, for numbers.
    End,
}

/// How wide a column is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Width {
    /// As wide as its widest cell, on one line: numbers and single words.
    Narrow,
    /// This share of what the narrow columns leave.
    Share(u16),
}

/// A row.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    /// The cells.
    pub(crate) cells: Vec<Cell>,
    /// What sort of row it is.
    pub(crate) kind: RowKind,
}

/// What sort of row it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RowKind {
    /// One among many.
    Plain,
    /// It begins a group of rows, or sums them up: strong, on a tinted ground.
    Group,
    /// It says more about the row above it and belongs to it: no line between them, text quieter.
    Detail,
}

/// A cell.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cell {
    /// What it says.
    pub(crate) text: Text,
    /// How it stands.
    pub(crate) tone: Tone,
}

impl Table {
    /// Begins a table.
    pub(crate) fn new(caption: impl Into<String>) -> Self {
        Self { caption: caption.into(), columns: Vec::new(), rows: Vec::new() }
    }

    /// Adds a narrow column of words.
    pub(crate) fn narrow(self, title: impl Into<String>) -> Self {
        self.column(title, Align::Start, Width::Narrow)
    }

    /// Adds a narrow column of numbers.
    pub(crate) fn number(self, title: impl Into<String>) -> Self {
        self.column(title, Align::End, Width::Narrow)
    }

    /// Adds a narrow column of marks.
    pub(crate) fn mark(self, title: impl Into<String>) -> Self {
        self.column(title, Align::Middle, Width::Narrow)
    }

    /// Adds a wide column, with its share of the room.
    pub(crate) fn wide(self, title: impl Into<String>, share: u16) -> Self {
        self.column(title, Align::Start, Width::Share(share))
    }

    /// Adds a row among many.
    pub(crate) fn row(&mut self, cells: Vec<Cell>) {
        self.rows.push(Row { cells, kind: RowKind::Plain });
    }

    /// Adds a row that begins or sums up a group.
    pub(crate) fn group(&mut self, cells: Vec<Cell>) {
        self.rows.push(Row { cells, kind: RowKind::Group });
    }

    /// Adds a row that says more about the one above it, across all columns.
    pub(crate) fn detail(&mut self, text: impl Into<Text>) {
        self.rows.push(Row { cells: vec![Cell::from(text.into())], kind: RowKind::Detail });
    }

    /// Drops the columns in which no row says anything: an empty cell, or a dash alone.
    pub(crate) fn folded(mut self) -> Self {
        let whole: Vec<&Row> = self.rows.iter().filter(|row| row.cells.len() == self.columns.len()).collect();
        let told = |at: usize| whole.is_empty() || whole.iter().any(|row| !row.cells[at].is_blank());
        let kept: Vec<bool> = (0..self.columns.len()).map(told).collect();
        let columns = self.columns.len();
        let mut keep = kept.iter();
        self.columns.retain(|_| keep.next() == Some(&true));
        for row in self.rows.iter_mut().filter(|row| row.cells.len() == columns) {
            let mut keep = kept.iter();
            row.cells.retain(|_| keep.next() == Some(&true));
        }
        self
    }

    /// Adds a column to the right of those that are there already.
    fn column(mut self, title: impl Into<String>, align: Align, width: Width) -> Self {
        self.columns.push(Column { title: title.into(), align, width });
        self
    }
}

impl Cell {
    /// Tells whether it says nothing.
    fn is_blank(&self) -> bool {
        matches!(self.text.words().trim(), "" | "–" | "-")
    }

    /// Sets how it stands.
    pub(crate) fn tone(mut self, tone: Tone) -> Self {
        self.tone = tone;
        self
    }
}

impl From<Text> for Cell {
    fn from(text: Text) -> Self {
        Self { text, tone: Tone::Plain }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Text::from(text).into()
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Text::from(text).into()
    }
}

/// Returns the column whose cells name their rows, as a screen reader says them: the first one of words, else the first.
pub(crate) fn naming(columns: &[Column]) -> usize {
    columns.iter().position(|column| matches!(column.width, Width::Share(_))).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::Table;

    #[test]
    fn a_column_of_which_no_row_says_anything_folds_away() {
        let mut table = Table::new("").number("No.").wide("Nama", 1).wide("Fungsi", 1).narrow("Peran");
        table.row(vec!["1".into(), "Sekda".into(), "–".into(), "".into()]);
        table.detail("lebih banyak");
        table.row(vec!["2".into(), "".into(), "".into(), "anggota".into()]);
        let folded = table.folded();
        let titles: Vec<&str> = folded.columns.iter().map(|column| column.title.as_str()).collect();
        assert_eq!(titles, ["No.", "Nama", "Peran"]);
        assert_eq!(folded.rows[2].cells[2].text.words(), "anggota");
        assert_eq!(folded.rows[1].cells.len(), 1);
        assert_eq!(Table::new("").number("No.").folded().columns.len(), 1, "a table without rows keeps its headings");
    }
}
