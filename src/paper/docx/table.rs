//! Tables: a heading row that is repeated, rows that stay whole, lines only where they help.

use maud::Markup;

use crate::paper::document::table::{Align, Cell, Row, RowKind, Table};
use crate::paper::docx::grid::{Grid, GridCell, heading_row, row};
use crate::paper::docx::paragraph::Paragraph;
use crate::paper::docx::relations::Relations;
use crate::paper::docx::styles;
use crate::paper::docx::text::{toned, words};
use crate::paper::docx::widths;
use crate::text::colour::Colour;

/// Makes a table; its rows are made when they are written, for there may be many.
pub(super) fn table(table: &Table, accent: Colour, relations: &mut Relations) -> Grid<impl Iterator<Item = Markup>> {
    let widths = widths::of(table);
    let set = RowSetter { table, accent, widths: widths.clone() };
    let heading = set.heading();
    let rows = table.rows.iter().enumerate();
    let rows = rows.map(move |(number, row)| set.row(row, table.rows.get(number + 1), relations));
    Grid { widths, rows: std::iter::once(heading).chain(rows) }
}

/// Sets the rows of a table.
struct RowSetter<'a> {
    table: &'a Table,
    accent: Colour,
    widths: Vec<usize>,
}

impl RowSetter<'_> {
    /// Makes the heading row, on the accent colour; short titles stand at the foot of it, beside long ones.
    fn heading(&self) -> Markup {
        let columns = self.table.columns.iter().zip(&self.widths);
        heading_row(columns.map(|(column, width)| {
            let title = words(styles::TABLE_HEAD, &column.title).aligned(column.align);
            GridCell::new(*width).with(&title).on(self.accent).at_the_bottom()
        }))
    }

    /// Makes a row; it stays on the page of the next one if that says more about it.
    fn row(&self, cells: &Row, next: Option<&Row>, relations: &mut Relations) -> Markup {
        let explained = next.is_some_and(|next| next.kind == RowKind::Detail);
        let last = cells.cells.len().min(self.widths.len()).saturating_sub(1);
        let all = cells.cells.iter().zip(&self.widths).enumerate();
        row(all.map(|(at, (cell, width))| {
            // A cell that stands for all the columns that are left spans them.
            let span = if at == last { self.widths.len() - at } else { 1 };
            let (width, align) = if span > 1 {
                (self.widths[at..].iter().sum(), Align::Start)
            } else {
                (*width, self.table.columns[at].align)
            };
            let text = text(cell, cells.kind, relations).aligned(align).keeping_next(explained);
            self.ruled(GridCell::new(width).spanning(span).with(&text), cells.kind, next.is_none())
        }))
    }

    /// Gives a cell its lines and its ground: a row that explains the one above it has no line between them.
    fn ruled(&self, cell: GridCell, kind: RowKind, last: bool) -> GridCell {
        let cell = match kind {
            RowKind::Plain => cell.ruled_above(4, self.accent.tint(30)),
            RowKind::Group => cell.ruled_above(4, self.accent.tint(30)).on(self.accent.tint(12)),
            RowKind::Detail => cell,
        };
        if last { cell.ruled_below(8, self.accent) } else { cell }
    }
}

/// Sets the text of a cell by what sort of row it is in.
fn text(cell: &Cell, kind: RowKind, relations: &mut Relations) -> Paragraph {
    let style = match kind {
        RowKind::Plain => styles::TABLE_TEXT,
        RowKind::Group => styles::TABLE_GROUP,
        RowKind::Detail => styles::TABLE_DETAIL,
    };
    toned(style, &cell.text, cell.tone, relations)
}

#[cfg(test)]
mod tests {
    use super::table;
    use crate::paper::document::table::Table;
    use crate::paper::docx::relations::Relations;
    use crate::text::colour::Colour;

    fn rows(table: &Table) -> Vec<String> {
        super::table(table, Colour([0, 0, 0]), &mut Relations::default()).rows.map(|row| row.into_string()).collect()
    }

    fn sample() -> Table {
        let mut table = Table::new("").number("No.").wide("Nama", 1).mark("Ya");
        table.group(vec!["".into(), "Aspek".into()]);
        table.row(vec!["1".into(), "Satu".into(), "✓".into()]);
        table.detail("Lebih");
        table
    }

    #[test]
    fn numbers_stand_at_the_right_and_marks_in_the_middle() {
        let row = &rows(&sample())[2];
        let sides: Vec<&str> = row.split("<w:jc w:val=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert_eq!(sides, ["right", "center"], "{row}");
    }

    #[test]
    fn the_last_cell_of_a_short_row_spans_the_columns_that_are_left() {
        let rows = rows(&sample());
        assert!(rows[1].contains("<w:gridSpan w:val=\"2\">"), "{}", rows[1]);
        assert!(!rows[2].contains("<w:gridSpan"), "{}", rows[2]);
        assert!(rows[3].contains("<w:gridSpan w:val=\"3\">"), "{}", rows[3]);
    }

    #[test]
    fn a_row_stays_with_the_one_that_explains_it() {
        let rows = rows(&sample());
        assert_eq!(rows[2].matches("<w:keepNext>").count(), 3, "{}", rows[2]);
        assert!(!rows[1].contains("<w:keepNext>") && !rows[3].contains("<w:keepNext>"));
        assert!(!rows[3].contains("<w:top w:val"), "no line between them: {}", rows[3]);
    }

    #[test]
    fn only_the_last_row_has_a_line_below() {
        let lines: Vec<bool> = rows(&sample()).iter().map(|row| row.contains("<w:bottom w:val")).collect();
        assert_eq!(lines, [false, false, false, true]);
        let mut relations = Relations::default();
        let empty = Table::new("").narrow("a");
        assert_eq!(table(&empty, Colour([0, 0, 0]), &mut relations).rows.count(), 1, "the heading row alone");
    }
}
