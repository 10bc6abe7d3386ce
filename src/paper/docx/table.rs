//! Tables: a heading row that is repeated, rows that stay whole, lines only where they help.

use docx_rs::{
    AlignmentType, BorderType, CellMargins, Paragraph, Shading, ShdType, Table as WordTable, TableBorders, TableCell,
    TableCellBorder, TableCellBorderPosition, TableCellBorders, TableCellMargins, TableLayoutType, TableRow,
    VAlignType, WidthType,
};

use crate::paper::document::table::{Align, Cell, Row, RowKind, Table};
use crate::paper::docx::finish::HEADING_ROW;
use crate::paper::docx::styles::{self, hex};
use crate::paper::docx::text::{toned, words};
use crate::paper::docx::widths::{self, PADDING};
use crate::text::colour::Colour;

/// Makes a table.
pub(super) fn table(table: &Table, accent: Colour) -> WordTable {
    let writer = Writer { table, accent, widths: widths::of(table) };
    let mut rows = vec![writer.heading()];
    for (number, row) in table.rows.iter().enumerate() {
        rows.push(writer.row(row, table.rows.get(number + 1)));
    }
    framed(rows, writer.widths.clone())
}

/// Makes a table of rows and widths, without lines of its own.
pub(super) fn framed(rows: Vec<TableRow>, widths: Vec<usize>) -> WordTable {
    let margins = TableCellMargins::new().margin(0, PADDING / 2, 0, PADDING / 2);
    WordTable::without_borders(rows)
        .set_borders(TableBorders::with_empty())
        .width(widths.iter().sum(), WidthType::Dxa)
        .layout(TableLayoutType::Fixed)
        .margins(margins)
        .set_grid(widths)
}

/// Gives a cell more room around its text than those of tables have, in twips.
pub(super) fn roomy(mut cell: TableCell, upright: usize, sides: usize) -> TableCell {
    let room = CellMargins::new()
        .margin_top(upright, WidthType::Dxa)
        .margin_bottom(upright, WidthType::Dxa)
        .margin_left(sides, WidthType::Dxa)
        .margin_right(sides, WidthType::Dxa);
    cell.property = cell.property.margins(room);
    cell
}

/// Makes a cell of one colour.
pub(super) fn tinted(cell: TableCell, colour: Colour) -> TableCell {
    cell.shading(Shading::new().shd_type(ShdType::Clear).color("auto").fill(hex(colour)))
}

/// Makes a line at one edge of a cell; the size is in eighths of a point.
pub(super) fn line(position: TableCellBorderPosition, size: usize, colour: Colour) -> TableCellBorder {
    TableCellBorder::new(position).border_type(BorderType::Single).size(size).color(hex(colour))
}

struct Writer<'a> {
    table: &'a Table,
    accent: Colour,
    widths: Vec<usize>,
}

impl Writer<'_> {
    fn heading(&self) -> TableRow {
        let columns = self.table.columns.iter().zip(&self.widths);
        let cells = columns.map(|(column, width)| {
            let title = aligned(words(styles::TABLE_HEAD, &column.title), column.align);
            let cell = TableCell::new().add_paragraph(title).width(*width, WidthType::Dxa);
            tinted(cell, self.accent).vertical_align(VAlignType::Bottom)
        });
        TableRow::new(cells.collect()).cant_split().row_height(HEADING_ROW)
    }

    fn row(&self, row: &Row, next: Option<&Row>) -> TableRow {
        let explained = next.is_some_and(|next| next.kind == RowKind::Detail);
        let last = row.cells.len().min(self.widths.len()).saturating_sub(1);
        let cells = row.cells.iter().zip(&self.widths).enumerate();
        let cells = cells.map(|(at, (cell, width))| {
            // A cell that stands for all the columns that are left spans them.
            let span = if at == last { self.widths.len() - at } else { 1 };
            let width = if span > 1 { self.widths[at..].iter().sum() } else { *width };
            let text = self.text(cell, row.kind, self.table.columns[at].align, span).keep_next(explained);
            let made = TableCell::new().add_paragraph(text).width(width, WidthType::Dxa);
            let made = if span > 1 { made.grid_span(span) } else { made };
            self.ruled(made, row.kind, next.is_none())
        });
        TableRow::new(cells.collect()).cant_split()
    }

    fn text(&self, cell: &Cell, kind: RowKind, align: Align, span: usize) -> Paragraph {
        let style = match kind {
            RowKind::Plain => styles::TABLE_TEXT,
            RowKind::Group => styles::TABLE_GROUP,
            RowKind::Detail => styles::TABLE_DETAIL,
        };
        aligned(toned(style, &cell.text, cell.tone), if span > 1 { Align::Start } else { align })
    }

    /// Gives a cell its lines and its ground: a row that explains the one above it has no line between them.
    fn ruled(&self, cell: TableCell, kind: RowKind, last: bool) -> TableCell {
        let pale = self.accent.tint(30);
        let mut lines = TableCellBorders::with_empty();
        if kind != RowKind::Detail {
            lines = lines.set(line(TableCellBorderPosition::Top, 4, pale));
        }
        if last {
            lines = lines.set(line(TableCellBorderPosition::Bottom, 8, self.accent));
        }
        let cell = if kind == RowKind::Group { tinted(cell, self.accent.tint(12)) } else { cell };
        cell.set_borders(lines)
    }
}

fn aligned(paragraph: Paragraph, align: Align) -> Paragraph {
    match align {
        Align::Start => paragraph,
        Align::Middle => paragraph.align(AlignmentType::Center),
        Align::End => paragraph.align(AlignmentType::Right),
    }
}
