//! Tables: rows that stay whole, below a heading row that every page repeats.

use std::num::NonZeroU32;
use std::rc::Rc;

use krilla::tagging::{TableHeaderScope, Tag};

use crate::paper::document::block::Tone;
use crate::paper::document::table::{Align, Cell, Column, Row, RowKind, Table, Width};
use crate::paper::pdf::band::{Band, BandCell, Ground, Reach};
use crate::paper::pdf::blocks::caption;
use crate::paper::pdf::columns::{Wish, divide};
use crate::paper::pdf::composer::Composer;
use crate::paper::pdf::paragraph::{Paragraph, Setting};
use crate::paper::pdf::piece::{Slab, keep_last, kept_with_next, spaced};
use crate::paper::pdf::sheet::{BODY, SheetColours, TEXT_WIDTH};
use crate::paper::pdf::structure::TagNode;
use crate::text::colour::Colour;

/// The room within a cell, left and right.
const PADDING: f32 = 5.0;
/// The room above and below the text of a row.
const ROW_PADDING: f32 = 3.8;
/// A heading row that is higher than this is not repeated: it would leave no room for what it heads.
const HIGHEST_HEADER: f32 = BODY / 3.0;
/// The rows of a table that are no higher than this together stay whole.
const SHORT: f32 = BODY * 0.3;

/// The columns of a table on the page.
struct Grid<'t> {
    columns: &'t [Column],
    widths: Vec<f32>,
}

/// Sets a table.
pub(crate) fn table(composer: &mut Composer, table: &Table) -> Vec<Slab> {
    if table.columns.is_empty() {
        return Vec::new();
    }
    let node = composer.structure.root(Tag::Table.with_summary(Some(table.caption.clone())));
    let mut slabs = Vec::new();
    if !table.caption.is_empty() {
        let owner = composer.structure.child(node, Tag::Caption);
        slabs = caption(composer, &table.caption, owner);
    }
    let titles: Vec<Paragraph> = table.columns.iter().map(|column| title(composer, column)).collect();
    let rows: Vec<Vec<Paragraph>> = table.rows.iter().map(|row| shape(composer, table, row)).collect();
    let grid = Grid { columns: &table.columns, widths: divide(&wishes(table, &titles, &rows), TEXT_WIDTH) };
    let header = grid.header(composer, node, titles);
    let repeated = repeated(&header);
    slabs.extend(header);
    let limit = BODY - repeated.as_ref().map_or(0.0, |header| header.height);
    let body = composer.structure.child(node, Tag::TBody);
    let rows: Vec<Vec<Slab>> = rows
        .into_iter()
        .enumerate()
        .map(|(at, cells)| grid.row(composer, body, &table.rows, at, cells).whole(limit))
        .collect();
    let short = rows.iter().flatten().map(|slab| slab.height).sum::<f32>() <= SHORT;
    for (at, mut of_row) in rows.into_iter().enumerate() {
        if kept(&table.rows, at, short) {
            of_row = keep_last(of_row);
        }
        for slab in &mut of_row {
            slab.repeated.clone_from(&repeated);
        }
        slabs.extend(of_row);
    }
    spaced(slabs, 12.0, 16.0)
}

/// Returns the heading row as it is repeated, unless it is too high for that.
fn repeated(header: &[Slab]) -> Option<Rc<Slab>> {
    match header {
        [header] => Some(Rc::new(header.as_decoration())),
        _ => None,
    }
}

/// Tells whether a row stays with the next one: a group with what it begins, a row with what more is said about it, the
/// first two and the last two with each other, and all rows of a short table.
fn kept(rows: &[Row], at: usize, short: bool) -> bool {
    let Some(next) = rows.get(at + 1) else { return false };
    let told = next.kind == RowKind::Detail;
    rows[at].kind == RowKind::Group || told || short || at == 0 || at + 2 == rows.len()
}

fn title(composer: &mut Composer, column: &Column) -> Paragraph {
    let setting = composer.small().strong().colour(composer.colours.accent).align(column.align);
    composer.shaper.shape(&column.title.as_str().into(), setting)
}

fn shape(composer: &mut Composer, table: &Table, row: &Row) -> Vec<Paragraph> {
    let spans = spans(&table.columns, row);
    let cell = |(at, words): (usize, &Cell)| {
        let align = table.columns.get(at).filter(|_| !spans).map_or(Align::Start, |column| column.align);
        let setting = setting(composer, row.kind, words.tone).align(align);
        composer.shaper.shape(&words.text, setting)
    };
    row.cells.iter().enumerate().map(cell).collect()
}

fn setting(composer: &Composer, kind: RowKind, tone: Tone) -> Setting {
    let plain = composer.small();
    let setting = match kind {
        RowKind::Plain => plain,
        RowKind::Group => plain.strong(),
        RowKind::Detail => composer.setting(8.2, 11.0).colour(SheetColours::QUIET),
    };
    match tone {
        Tone::Plain => setting,
        Tone::Good | Tone::Attention => setting.strong().colour(composer.colours.tone(tone)),
    }
}

/// Tells whether the only cell of a row stands across all columns.
fn spans(columns: &[Column], row: &Row) -> bool {
    row.cells.len() == 1 && columns.len() > 1
}

/// Asks for the widest cell of each column, or the longest word of its heading, which may take several lines.
fn wishes(table: &Table, titles: &[Paragraph], rows: &[Vec<Paragraph>]) -> Vec<Wish> {
    let mut wishes: Vec<Wish> = Vec::new();
    for (column, title) in table.columns.iter().zip(titles) {
        wishes.push(Wish { width: column.width, widest: title.longest_word() });
    }
    for (row, cells) in table.rows.iter().zip(rows).filter(|(row, _)| !spans(&table.columns, row)) {
        for (wish, cell) in wishes.iter_mut().zip(cells).take(row.cells.len()) {
            if wish.width == Width::Narrow {
                wish.widest = wish.widest.max(cell.widest());
            }
        }
    }
    for wish in &mut wishes {
        // A little more, so that rounding breaks no line.
        wish.widest += 2.0 * PADDING + 0.1;
    }
    wishes
}

impl Grid<'_> {
    /// Returns the heading row.
    fn header(&self, composer: &mut Composer, table: TagNode, titles: Vec<Paragraph>) -> Vec<Slab> {
        let accent = composer.colours.accent;
        let head = composer.structure.child(table, Tag::THead);
        let row = composer.structure.child(head, Tag::TR);
        let mut band = Band { top: ROW_PADDING, bottom: ROW_PADDING + 1.2, ..Band::default() };
        for (at, title) in titles.into_iter().enumerate() {
            let owner = composer.structure.child(row, Tag::TH(TableHeaderScope::Column));
            band.cells.push(self.cell(at, title, owner));
        }
        band.grounds.push(ground(accent.tint(6), Reach::Whole));
        band.grounds.push(ground(accent, Reach::Bottom(1.2)));
        kept_with_next(band.whole(HIGHEST_HEADER))
    }

    /// Returns a row, with a rule above it unless it belongs to the row before.
    fn row(&self, composer: &mut Composer, body: TagNode, rows: &[Row], at: usize, cells: Vec<Paragraph>) -> Band {
        let row = &rows[at];
        let node = composer.structure.child(body, Tag::TR);
        let mut band = Band { top: ROW_PADDING, bottom: ROW_PADDING, ..Band::default() };
        if row.kind == RowKind::Group {
            band.grounds.push(ground(composer.colours.accent.tint(11), Reach::Whole));
        }
        if row.kind == RowKind::Detail {
            band.top = 0.0;
            band.bottom = ROW_PADDING + 1.0;
        } else if at > 0 {
            band.grounds.push(ground(SheetColours::HAIRLINE, Reach::Top(0.5)));
        }
        if at + 1 == rows.len() {
            band.grounds.push(ground(SheetColours::HAIRLINE, Reach::Bottom(0.5)));
        }
        if spans(self.columns, row) {
            let count = u32::try_from(self.columns.len()).ok().and_then(NonZeroU32::new);
            let owner = composer.structure.child(node, Tag::TD.with_col_span(count));
            band.cells.extend(cells.into_iter().map(|cell| self.across(row.kind, cell, owner)));
        } else {
            for (column, cell) in cells.into_iter().enumerate().take(self.columns.len()) {
                let owner = composer.structure.child(node, Tag::TD);
                band.cells.push(self.cell(column, cell, owner));
            }
        }
        band
    }

    fn cell(&self, column: usize, mut paragraph: Paragraph, owner: TagNode) -> BandCell {
        let x: f32 = self.widths[..column].iter().sum();
        paragraph.break_at(self.widths[column] - 2.0 * PADDING);
        BandCell::new(x + PADDING, paragraph, Some(owner))
    }

    /// Sets a cell across all columns; what says more about the row above begins below its first words.
    fn across(&self, kind: RowKind, mut paragraph: Paragraph, owner: TagNode) -> BandCell {
        let words = self.columns.iter().position(|column| matches!(column.width, Width::Share(_)));
        let skipped = words.filter(|_| kind == RowKind::Detail).unwrap_or_default();
        let x: f32 = self.widths[..skipped].iter().sum();
        paragraph.break_at(TEXT_WIDTH - x - 2.0 * PADDING);
        BandCell::new(x + PADDING, paragraph, Some(owner))
    }
}

fn ground(colour: Colour, reach: Reach) -> Ground {
    Ground { x: 0.0, width: TEXT_WIDTH, colour, reach }
}
