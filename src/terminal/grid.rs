//! Tables for a terminal, laid out by `comfy-table`: one line a row, one column as wide as the rest leaves it.

use std::cmp::Ordering;

use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, Row, Table, Width, presets};

use crate::text::visible::on_one_line;
use crate::text::wrap::{self, Breaks, columns};

/// The spaces between two columns.
const GAP: u16 = 2;
/// The least width of a column that gives way, unless its texts are shorter.
const LEAST: u16 = 12;
/// The longest word that is never broken, however narrow the page.
const LONGEST_WORD: u16 = 24;
/// The widest page, and the widest cell: `comfy-table` counts in sixteen bits.
pub(crate) const WIDEST: usize = 10_000;
/// A character that stands in no cell, for a cell shows it by its code: what is not meant to break never breaks at it,
/// and it marks where a cell is cut.
const CUT: char = '\u{1}';

/// A column of a grid.
#[derive(Clone, Debug)]
pub(crate) struct Column {
    /// What stands above it.
    heading: String,
    /// On which side its texts stand.
    alignment: CellAlignment,
    /// Whether its texts are shortened where the line is too narrow.
    gives_way: bool,
    /// Whether it is left out where the line is too narrow, and how soon: the lowest number first.
    folds: Option<u8>,
}

impl Column {
    /// Makes a column of texts.
    pub(crate) fn left(heading: impl Into<String>) -> Self {
        Self { heading: heading.into(), alignment: CellAlignment::Left, gives_way: false, folds: None }
    }

    /// Makes a column of numbers.
    pub(crate) fn right(heading: impl Into<String>) -> Self {
        Self { alignment: CellAlignment::Right, ..Self::left(heading) }
    }

    /// Makes the column of texts that are shortened where the line is too narrow.
    pub(crate) fn giving_way(heading: impl Into<String>) -> Self {
        Self { gives_way: true, ..Self::left(heading) }
    }

    /// Lets the column be left out where the line is too narrow even for a little of the one that gives way; of several,
    /// the lowest number is left out first.
    pub(crate) fn folding(self, rank: u8) -> Self {
        Self { folds: Some(rank), ..self }
    }

    /// Returns how narrow the column becomes at most; its heading is never cut.
    fn least(&self) -> u16 {
        LEAST.max(width_of(&self.heading))
    }
}

/// A table whose rows are one line each.
#[derive(Clone, Debug)]
pub(crate) struct Grid {
    /// The columns, whether anything stands in them or not.
    columns: Vec<Column>,
    /// The headings and the rows.
    table: Table,
}

impl Grid {
    /// Begins a grid for a page of so many columns.
    pub(crate) fn new(columns: Vec<Column>, width: usize) -> Self {
        let mut table = page(width);
        table.set_delimiter(CUT).set_truncation_indicator(&CUT.to_string());
        table.set_header(one_line(columns.iter().map(|column| column.heading.clone()).collect()));
        Self { columns, table }
    }

    /// Adds a row, with a cell for every column.
    pub(crate) fn row(&mut self, cells: Vec<String>) {
        let page = usize::from(self.table.width().unwrap_or_default());
        let most = |column: &Column| if column.gives_way { page.max(column.least().into()) } else { WIDEST };
        let cells = cells.iter().zip(&self.columns);
        let cells = cells.map(|(cell, column)| shortened(&on_one_line(cell), most(column)));
        let row = one_line(cells.collect());
        self.table.add_row(row);
    }

    /// Lays the grid out: the line of the headings (empty where there are none), then one line a row.
    ///
    /// A column without any content is left out.
    pub(crate) fn lines(mut self) -> Vec<String> {
        let widest = self.table.column_max_content_widths();
        let mut shown: Vec<bool> = (0..self.columns.len()).map(|index| self.has_content(index)).collect();
        if !shown.contains(&true) {
            return vec![String::new()];
        }
        self.fold(&mut shown, &widest);
        let gives_way = |index: usize| shown[index] && self.columns[index].gives_way;
        let giving = (0..self.columns.len()).find(|index| gives_way(*index)).unwrap_or(usize::MAX);
        for (index, column) in self.columns.iter().enumerate() {
            let Some(laid) = self.table.column_mut(index) else { continue };
            // The gaps belong to the columns beside the one that gives way: its width is that of its texts.
            laid.set_padding(match index.cmp(&giving) {
                Ordering::Less => (0, GAP),
                Ordering::Equal => (0, 0),
                Ordering::Greater => (GAP, 0),
            });
            laid.set_constraint(if !shown[index] {
                ColumnConstraint::Hidden
            } else if index == giving {
                ColumnConstraint::LowerBoundary(Width::Fixed(column.least().min(widest[index])))
            } else {
                ColumnConstraint::ContentWidth
            });
            laid.set_cell_alignment(column.alignment);
        }
        self.table.lines().map(|line| marked(line.trim_end())).collect()
    }

    /// Leaves columns out, until the others fit or none is left that may go.
    fn fold(&self, shown: &mut [bool], widest: &[u16]) {
        let page = usize::from(self.table.width().unwrap_or_default());
        let mut folding: Vec<usize> = (0..self.columns.len()).filter(|index| shown[*index]).collect();
        folding.retain(|index| self.columns[*index].folds.is_some());
        folding.sort_by_key(|index| self.columns[*index].folds);
        let width = |index: usize| {
            let column = &self.columns[index];
            usize::from(if column.gives_way { column.least().min(widest[index]) } else { widest[index] })
        };
        for index in folding {
            let whole = (0..shown.len()).filter(|index| shown[*index]).map(|index| width(index) + usize::from(GAP));
            if whole.sum::<usize>() <= page + usize::from(GAP) {
                return;
            }
            shown[index] = false;
        }
    }

    /// Lays the rows of a grid without headings out.
    pub(crate) fn rows(self) -> impl Iterator<Item = String> {
        self.lines().into_iter().skip(1)
    }

    /// Tells whether any row says something in a column; its heading alone is no content.
    fn has_content(&self, index: usize) -> bool {
        self.table.column_cells_iter(index).flatten().any(|cell| !cell.content().is_empty())
    }
}

/// Lays out texts beside their labels, each wrapped to the width: one list of lines for every pair.
pub(crate) fn hanging(rows: &[(String, String)], width: usize) -> Vec<Vec<String>> {
    let widest = rows.iter().map(|(label, _)| width_of(label)).max().unwrap_or_default();
    let row = |(label, text): &(String, String)| {
        let mut table = page(width);
        table.add_row([label.clone(), spaced_once(text)]);
        let word = text.split_whitespace().map(width_of).max().unwrap_or_default().min(LONGEST_WORD);
        let constraints = [
            ColumnConstraint::Absolute(Width::Fixed(widest.saturating_add(GAP))),
            ColumnConstraint::LowerBoundary(Width::Fixed(word.max(LEAST))),
        ];
        for ((column, constraint), gap) in table.column_iter_mut().zip(constraints).zip([GAP, 0]) {
            column.set_padding((0, gap)).set_constraint(constraint);
        }
        table.lines().map(|line| line.trim_end().to_owned()).collect()
    };
    rows.iter().map(row).collect()
}

/// Wraps a text at its spaces; its own line breaks stay, and a word longer than the line is left whole.
pub(crate) fn wrapped(text: &str, width: usize) -> Vec<String> {
    let lines = |paragraph| match wrap::wrapped(paragraph, Breaks::Spaces, width, columns) {
        none if none.is_empty() => vec![String::new()],
        lines => lines,
    };
    text.lines().flat_map(lines).collect()
}

/// Shortens a text to a width, with a mark where something is left out.
pub(crate) fn shortened(text: &str, width: usize) -> String {
    wrap::shortened(text, width, columns)
}

/// Begins a table without any borders that is as wide as a page.
fn page(width: usize) -> Table {
    let mut table = Table::new();
    table.load_style(presets::NOTHING).set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(counted(width.min(WIDEST)));
    table
}

/// Makes a row that never has a second line.
fn one_line(cells: Vec<String>) -> Row {
    let mut row = Row::from(cells);
    row.max_height(1);
    row
}

/// Returns how many columns a text takes, as the library counts them.
fn width_of(text: &str) -> u16 {
    counted(columns(text))
}

/// Returns a width as the library counts it.
fn counted(width: usize) -> u16 {
    u16::try_from(width).unwrap_or(u16::MAX)
}

/// Makes every run of spaces in a line one; a word that no page could hold is cut, for breaking it takes long.
fn spaced_once(text: &str) -> String {
    let words = |line: &str| line.split_whitespace().map(|word| shortened(word, WIDEST)).collect::<Vec<_>>().join(" ");
    text.lines().map(words).collect::<Vec<_>>().join("\n")
}

/// Shows where a cell is cut: the mark stands behind its last word, and what is behind keeps its place.
fn marked(line: &str) -> String {
    let (spaced, closed) = (format!(" {CUT}"), format!("{CUT} "));
    let mut line = line.to_owned();
    while line.contains(&spaced) {
        line = line.replace(&spaced, &closed);
    }
    line.trim_end().replace(CUT, "…")
}

#[cfg(test)]
mod tests {
    use super::{Column, Grid, WIDEST, hanging, shortened, wrapped};
    use crate::text::wrap::columns;

    fn cells(texts: &[&str]) -> Vec<String> {
        texts.iter().map(|text| (*text).to_owned()).collect()
    }

    fn indicators(width: usize) -> Vec<String> {
        let columns = vec![Column::left("No"), Column::giving_way("Name"), Column::right("Level")];
        let mut grid = Grid::new(columns, width);
        grid.row(cells(&["1", "A rather long name of an indicator", "3"]));
        grid.row(cells(&["35-1", "Short", "12.5"]));
        grid.lines()
    }

    #[test]
    fn every_line_fits_and_only_one_column_gives_way() {
        assert_eq!(
            indicators(30),
            ["No    Name               Level", "1     A rather long na…      3", "35-1  Short               12.5"]
        );
    }

    #[test]
    fn a_wide_page_is_not_filled() {
        assert_eq!(indicators(100)[1], "1     A rather long name of an indicator      3");
        assert_eq!(indicators(usize::MAX), indicators(100));
    }

    #[test]
    fn a_narrow_page_leaves_a_little_of_every_cell() {
        for width in [0, 1, 20] {
            assert_eq!(indicators(width)[1], "1     A rather lo…      3", "{width}");
        }
    }

    #[test]
    fn the_mark_of_a_cut_stands_behind_a_word_and_moves_nothing() {
        let lines = indicators(28);
        assert_eq!(lines[1], "1     A rather long…       3");
        assert_eq!(lines[1].chars().count(), lines[2].chars().count());
        let mut grid = Grid::new(vec![Column::giving_way("")], 12);
        grid.row(cells(&["satu dua  … tiga empat"]));
        grid.row(cells(&["satu dua …"]));
        assert_eq!(grid.rows().collect::<Vec<_>>(), ["satu dua  ……", "satu dua …"]);
    }

    #[test]
    fn a_heading_is_never_cut_and_short_texts_need_no_more_room() {
        let mut grid = Grid::new(vec![Column::left("ID"), Column::giving_way("What is wrong here")], 10);
        grid.row(cells(&["a", "Something that is long enough"]));
        assert_eq!(grid.lines(), ["ID  What is wrong here", "a   Something that is…"]);
        let mut grid = Grid::new(vec![Column::giving_way("Name"), Column::right("Level")], 10);
        grid.row(cells(&["ab", "3"]));
        assert_eq!(grid.lines(), ["Name  Level", "ab        3"]);
    }

    #[test]
    fn wide_letters_keep_the_columns_straight() {
        let mut grid = Grid::new(vec![Column::giving_way(""), Column::left("")], 16);
        grid.row(cells(&["電子政府電子政府", "a"]));
        grid.row(cells(&["e\u{301}lectronic government", "b"]));
        let lines: Vec<String> = grid.rows().collect();
        assert_eq!(lines, ["電子政府電子…  a", "e\u{301}lectronic g…  b"]);
        assert_eq!(lines.iter().map(|line| columns(line)).collect::<Vec<_>>(), [16, 16]);
    }

    #[test]
    fn what_may_be_left_out_goes_in_its_order_and_only_where_it_must() {
        let lines = |width| {
            let columns = vec![
                Column::left("ID"),
                Column::left("Kind").folding(1),
                Column::giving_way("Title"),
                Column::left("Date").folding(2),
            ];
            let mut grid = Grid::new(columns, width);
            grid.row(cells(&["a-long-id", "picture", "A title of some length", "2018-07-16"]));
            grid.lines()[0].split_whitespace().collect::<Vec<_>>().join(" ")
        };
        assert_eq!(lines(44), "ID Kind Title Date");
        assert_eq!(lines(43), "ID Title Date");
        assert_eq!(lines(34), "ID Title");
        assert_eq!(lines(5), "ID Title", "the others stay however narrow the line is");
    }

    #[test]
    fn a_column_without_content_is_left_out() {
        let mut grid =
            Grid::new(vec![Column::left("No"), Column::left("State"), Column::left("Name"), Column::left("Due")], 30);
        grid.row(cells(&["1", "", "a", ""]));
        assert_eq!(grid.lines(), ["No  Name", "1   a"]);
    }

    #[test]
    fn a_grid_without_rows_is_an_empty_line() {
        assert_eq!(Grid::new(vec![Column::left("No"), Column::giving_way("Name")], 30).lines(), [""]);
    }

    #[test]
    fn a_line_break_in_a_cell_breaks_no_line() {
        let mut grid = Grid::new(vec![Column::left("Name")], 30);
        grid.row(cells(&["a\nb\u{1b}"]));
        assert_eq!(grid.lines(), ["Name", "a b\\u{1b}"]);
    }

    #[test]
    fn a_cell_of_any_length_is_laid_out() {
        let long = "x".repeat(70_000);
        let mut grid = Grid::new(vec![Column::left(""), Column::giving_way("")], 40);
        grid.row(vec![long.clone(), long.clone()]);
        let line = grid.rows().next().expect("a row");
        assert_eq!(columns(&line), WIDEST + 2 + 12);
        assert_eq!(hanging(&[("a".to_owned(), long)], 40)[0].len(), WIDEST.div_ceil(37));
    }

    #[test]
    fn a_long_text_hangs_beside_its_label() {
        let rows = [("1".to_owned(), "satu dua tiga  empat".to_owned()), ("35-1".to_owned(), "a\nb".to_owned())];
        assert_eq!(hanging(&rows, 20), [vec!["1     satu dua tiga", "      empat"], vec!["35-1  a", "      b"]]);
        assert_eq!(hanging(&rows[..1], 0), [["1  satu dua", "   tiga empat"]]);
    }

    #[test]
    fn only_a_word_that_is_no_word_of_a_language_is_broken_beside_its_label() {
        let hung = |text: &str| hanging(&[("1".to_owned(), text.to_owned())], 16).concat();
        assert_eq!(hung("unit mempertanggungjawabkan itu"), ["1  unit", "   mempertanggungjawabkan", "   itu"]);
        assert_eq!(hung("https://example.id/peraturan"), ["1  https://example.id/perat", "   uran"]);
    }

    #[test]
    fn a_paragraph_keeps_its_lines_and_its_long_words() {
        assert_eq!(wrapped("satu dua tiga\n\nempat", 9), ["satu dua", "tiga", "", "empat"]);
        assert_eq!(wrapped("https://example.id/a b", 9), ["https://example.id/a", "b"]);
    }

    #[test]
    fn shortening_says_that_something_is_left_out() {
        assert_eq!(shortened("Kebijakan Internal", 11), "Kebijakan…");
        assert_eq!(shortened("Kebijakan", 9), "Kebijakan");
    }
}
