//! Tables as HTML.
//!
//! On a narrow screen every row of a wide table becomes a block, each cell beside its heading.

use maud::{Markup, html};

use crate::paper::document::table::{Align, Cell, Column, Row, RowKind, Table, Width, naming};
use crate::paper::document::tone::Tone;
use crate::paper::html::text::text;
use crate::text::visible::visible_in_markup as clean;

/// The most columns that a phone shows side by side.
const SIDE_BY_SIDE: usize = 4;
/// The most rows of a table that paper does not part, unless some of them are long texts.
const ON_ONE_PAGE: usize = 14;

/// Writes a table.
pub(super) fn table(table: &Table) -> Markup {
    html! {
        table class=[class_of(table)] {
            @if !table.caption.is_empty() { caption { (clean(&table.caption)) } }
            thead {
                tr {
                    @for column in &table.columns {
                        th scope="col" class=(class(column, Tone::Plain)) style=[share(table, column)] {
                            (clean(&column.title))
                        }
                    }
                }
            }
            tbody {
                @for row in &table.rows { (self::row(table, row)) }
            }
        }
    }
}

/// Names what a table is: wide for a phone, short enough to stay on one page.
fn class_of(table: &Table) -> Option<String> {
    let wide = (table.columns.len() > SIDE_BY_SIDE).then_some("wide");
    let told = table.rows.iter().any(|row| row.kind == RowKind::Detail);
    let short = (table.rows.len() <= ON_ONE_PAGE && !told).then_some("short");
    let classes: Vec<&str> = [wide, short].into_iter().flatten().collect();
    (!classes.is_empty()).then(|| classes.join(" "))
}

/// Writes a row; a cell that is alone spans all columns.
fn row(table: &Table, row: &Row) -> Markup {
    let kind = match row.kind {
        RowKind::Plain => None,
        RowKind::Group => Some("group"),
        RowKind::Detail => Some("detail"),
    };
    html! {
        tr class=[kind] {
            @if let [cell] = row.cells.as_slice() {
                td colspan=(table.columns.len()) { (text(&cell.text)) }
            } @else {
                @for (at, (column, cell)) in table.columns.iter().zip(&row.cells).enumerate() {
                    (self::cell(column, cell, at == naming(&table.columns)))
                }
            }
        }
    }
}

/// Writes a cell with its heading at hand for narrow screens; without words it is truly empty, and hidden there. The one
/// that names its row is said with the others of the row.
fn cell(column: &Column, cell: &Cell, names_row: bool) -> Markup {
    let (class, label) = (class(column, cell.tone), clean(&column.title));
    let words = html! { @if !cell.text.is_empty() { span { (text(&cell.text)) } } };
    html! {
        @if names_row && !cell.text.is_empty() {
            th scope="row" class=(class) data-label=(label) { (words) }
        } @else {
            td class=(class) data-label=(label) { (words) }
        }
    }
}

/// Returns the classes of a cell: where its text stands, whether its column is narrow, and its tone.
fn class(column: &Column, tone: Tone) -> String {
    let align = match column.align {
        Align::Start => "start",
        Align::Middle => "middle",
        Align::End => "end",
    };
    let width = if column.width == Width::Narrow { " narrow" } else { "" };
    let tone = match tone {
        Tone::Plain => "",
        Tone::Good => " good",
        Tone::Attention => " attention",
    };
    format!("{align}{width}{tone}")
}

/// Returns how much of the room a wide column takes.
fn share(table: &Table, column: &Column) -> Option<String> {
    let of = |width: Width| match width {
        Width::Narrow => 0,
        Width::Share(share) => u32::from(share),
    };
    let all: u32 = table.columns.iter().map(|column| of(column.width)).sum();
    let own = of(column.width);
    (own > 0).then(|| format!("width:{}%", own * 80 / all.max(1)))
}
