//! What all tables are made of: a grid of fixed widths, rows that no page tears apart, and cells.

use maud::{Markup, PreEscaped, Render, html};

use crate::paper::docx::paragraph::Paragraph;
use crate::paper::docx::styles::hex;
use crate::text::colour::Colour;

/// The room left and right of a text in a cell, together, in twips.
pub(super) const PADDING: usize = 2 * 100;

/// A table: the widths of its columns, in twips, and its rows, which are written one at a time.
pub(super) struct Grid<Rows> {
    /// The widths of the columns.
    pub(super) widths: Vec<usize>,
    /// The rows, as [`row`] and [`heading_row`] write them.
    pub(super) rows: Rows,
}

impl<Rows: IntoIterator<Item = Markup>> Grid<Rows> {
    /// Writes the table.
    pub(super) fn write(self, xml: &mut String) {
        let width: usize = self.widths.iter().sum();
        let head = html! {
            w:tblPr {
                w:tblW w:w=(width) w:type="dxa" {}
                w:tblLayout w:type="fixed" {}
                w:tblCellMar { (room(0, PADDING / 2)) }
            }
            w:tblGrid { @for width in &self.widths { w:gridCol w:w=(width) {} } }
        };
        xml.push_str("<w:tbl>");
        head.render_to(xml);
        self.rows.into_iter().for_each(|row| row.render_to(xml));
        xml.push_str("</w:tbl>");
    }
}

/// Writes a row.
pub(super) fn row(cells: impl IntoIterator<Item = GridCell>) -> Markup {
    html! { w:tr { w:trPr { w:cantSplit {} } @for cell in cells { (cell) } } }
}

/// Writes a row that is repeated at the head of every page.
pub(super) fn heading_row(cells: impl IntoIterator<Item = GridCell>) -> Markup {
    html! { w:tr { w:trPr { w:cantSplit {} w:tblHeader {} } @for cell in cells { (cell) } } }
}

/// A cell of a grid.
pub(super) struct GridCell {
    width: usize,
    columns: usize,
    top: Option<Line>,
    left: Option<Line>,
    bottom: Option<Line>,
    ground: Option<Colour>,
    room: Option<(usize, usize)>,
    at_the_bottom: bool,
    content: String,
}

/// A line at the edge of a cell.
#[derive(Clone, Copy)]
struct Line {
    /// How thick it is, in eighths of a point.
    size: usize,
    colour: Colour,
}

impl GridCell {
    /// Begins a cell of a width in twips.
    pub(super) fn new(width: usize) -> Self {
        Self {
            width,
            columns: 1,
            top: None,
            left: None,
            bottom: None,
            ground: None,
            room: None,
            at_the_bottom: false,
            content: String::new(),
        }
    }

    /// Adds a paragraph. A cell must have one.
    pub(super) fn with(mut self, paragraph: &Paragraph) -> Self {
        paragraph.render_to(&mut self.content);
        self
    }

    /// Makes it span columns.
    pub(super) fn spanning(self, columns: usize) -> Self {
        Self { columns, ..self }
    }

    /// Draws a line above it.
    pub(super) fn ruled_above(self, size: usize, colour: Colour) -> Self {
        Self { top: Some(Line { size, colour }), ..self }
    }

    /// Draws a line at its left.
    pub(super) fn ruled_at_the_left(self, size: usize, colour: Colour) -> Self {
        Self { left: Some(Line { size, colour }), ..self }
    }

    /// Draws a line below it.
    pub(super) fn ruled_below(self, size: usize, colour: Colour) -> Self {
        Self { bottom: Some(Line { size, colour }), ..self }
    }

    /// Gives it a ground of one colour.
    pub(super) fn on(self, ground: Colour) -> Self {
        Self { ground: Some(ground), ..self }
    }

    /// Sets the room around its text, in twips.
    pub(super) fn with_room(self, upright: usize, sides: usize) -> Self {
        Self { room: Some((upright, sides)), ..self }
    }

    /// Puts its text at its bottom.
    pub(super) fn at_the_bottom(self) -> Self {
        Self { at_the_bottom: true, ..self }
    }

    /// Writes the lines at its edges, in the order that the standard wants; nothing at all where there is none.
    fn borders(&self) -> Markup {
        html! {
            @if self.top.or(self.left).or(self.bottom).is_some() {
                w:tcBorders {
                    @if let Some(Line { size, colour }) = self.top {
                        w:top w:val="single" w:sz=(size) w:space="0" w:color=(hex(colour)) {}
                    }
                    @if let Some(Line { size, colour }) = self.left {
                        w:left w:val="single" w:sz=(size) w:space="0" w:color=(hex(colour)) {}
                    }
                    @if let Some(Line { size, colour }) = self.bottom {
                        w:bottom w:val="single" w:sz=(size) w:space="0" w:color=(hex(colour)) {}
                    }
                }
            }
        }
    }
}

impl Render for GridCell {
    fn render(&self) -> Markup {
        html! {
            w:tc {
                w:tcPr {
                    w:tcW w:w=(self.width) w:type="dxa" {}
                    @if self.columns > 1 { w:gridSpan w:val=(self.columns) {} }
                    (self.borders())
                    @if let Some(ground) = self.ground {
                        w:shd w:val="clear" w:color="auto" w:fill=(hex(ground)) {}
                    }
                    @if let Some((upright, sides)) = self.room {
                        w:tcMar { (room(upright, sides)) }
                    }
                    @if self.at_the_bottom { w:vAlign w:val="bottom" {} }
                }
                (PreEscaped(&self.content))
            }
        }
    }
}

/// Writes the room around the text of a cell, in twips.
fn room(upright: usize, sides: usize) -> Markup {
    html! {
        w:top w:w=(upright) w:type="dxa" {}
        w:left w:w=(sides) w:type="dxa" {}
        w:bottom w:w=(upright) w:type="dxa" {}
        w:right w:w=(sides) w:type="dxa" {}
    }
}

#[cfg(test)]
mod tests {
    use maud::Render;

    use super::{Grid, GridCell, heading_row, row};
    use crate::paper::docx::paragraph::Paragraph;
    use crate::text::colour::Colour;

    const BLACK: Colour = Colour([0, 0, 0]);

    fn cell() -> GridCell {
        GridCell::new(500).with(&Paragraph::new("Fact"))
    }

    #[test]
    fn a_grid_is_as_wide_as_its_columns() {
        let mut xml = String::new();
        Grid { widths: vec![500, 700], rows: [row([cell(), cell()])] }.write(&mut xml);
        assert!(xml.contains("<w:tblW w:w=\"1200\" w:type=\"dxa\">"), "{xml}");
        assert!(xml.contains("<w:gridCol w:w=\"500\"></w:gridCol><w:gridCol w:w=\"700\">"), "{xml}");
    }

    #[test]
    fn only_a_heading_row_is_repeated() {
        assert!(heading_row([cell()]).into_string().contains("<w:tblHeader>"));
        assert!(!row([cell()]).into_string().contains("<w:tblHeader>"));
    }

    #[test]
    fn the_properties_of_a_cell_stand_as_the_standard_wants_them() {
        let cell = cell().at_the_bottom().with_room(1, 2).on(BLACK).spanning(2);
        let xml = cell.ruled_below(8, BLACK).ruled_at_the_left(4, BLACK).ruled_above(4, BLACK).render().into_string();
        let names = ["tcW", "gridSpan", "tcBorders", "top", "left", "bottom", "shd", "tcMar", "vAlign", "p>"];
        let places: Vec<_> = names.iter().map(|name| xml.find(&format!("<w:{name}"))).collect();
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{xml}");
    }
}
