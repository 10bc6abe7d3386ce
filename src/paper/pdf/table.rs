//! Tables: rows that stay whole, below a heading row that every page repeats.

use std::num::NonZeroU32;
use std::rc::Rc;

use krilla::tagging::{TableHeaderScope, Tag};

use crate::paper::document::table::{Cell, Column, Row, RowKind, Table, Width, naming};
use crate::paper::document::tone::Tone;
use crate::paper::pdf::band::{Band, BandCell, Ground, Reach};
use crate::paper::pdf::blocks::caption;
use crate::paper::pdf::columns::{Wish, divide};
use crate::paper::pdf::composer::Composer;
use crate::paper::pdf::paragraph::{Setting, ShapedText};
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
/// A row that is higher than this is broken line by line, so that no page stays half empty for it.
const HIGHEST_ROW: f32 = BODY / 2.0;
/// The last rows stay together: two at least, and so many more as are no higher than this and no more than four.
const TAIL: f32 = BODY * 0.15;

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
    let titles: Vec<ShapedText> = table.columns.iter().map(|column| title(composer, column)).collect();
    let grid = Grid { columns: &table.columns, widths: divide(&wishes(composer, table, &titles), TEXT_WIDTH) };
    let header = grid.header(composer, node, titles);
    let repeated = repeated(&header);
    slabs.extend(header);
    let body = composer.structure.child(node, Tag::TBody);
    let rows: Vec<Vec<Slab>> =
        (0..table.rows.len()).map(|at| grid.row(composer, body, &table.rows, at).whole(HIGHEST_ROW)).collect();
    let whole = whole_from(&rows);
    for (at, mut of_row) in rows.into_iter().enumerate() {
        if kept(&table.rows, at, whole) {
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
/// first two with each other, and the last ones.
fn kept(rows: &[Row], at: usize, whole: usize) -> bool {
    let Some(next) = rows.get(at + 1) else { return false };
    let told = next.kind == RowKind::Detail;
    rows[at].kind == RowKind::Group || told || at == 0 || at >= whole
}

/// Returns the first of the last rows that stay together, so that a page begins with no few rows alone: all of them
/// where the table is short.
fn whole_from(rows: &[Vec<Slab>]) -> usize {
    let height = |rows: &[Vec<Slab>]| rows.iter().flatten().map(|slab| slab.height).sum::<f32>();
    if height(rows) <= SHORT {
        return 0;
    }
    let least = rows.len().saturating_sub(2);
    let more = (rows.len().saturating_sub(4)..least).find(|first| height(&rows[*first..]) <= TAIL);
    more.unwrap_or(least)
}

/// Shapes the heading of a column; it is broken into lines once the widths are known.
fn title(composer: &mut Composer, column: &Column) -> ShapedText {
    let setting = composer.small().strong().colour(composer.colours.accent).align(column.align);
    composer.shaper.shape(&column.title.as_str().into(), setting)
}

/// Returns how a cell is set: what is reached or wants attention is strong in any row, not coloured alone.
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
fn wishes(composer: &mut Composer, table: &Table, titles: &[ShapedText]) -> Vec<Wish> {
    let mut wishes: Vec<Wish> = Vec::new();
    for (column, title) in table.columns.iter().zip(titles) {
        wishes.push(Wish { width: column.width, widest: title.longest_word() });
    }
    for row in table.rows.iter().filter(|row| !spans(&table.columns, row)) {
        for (wish, cell) in wishes.iter_mut().zip(&row.cells) {
            if wish.width == Width::Narrow {
                let setting = setting(composer, row.kind, cell.tone);
                wish.widest = wish.widest.max(composer.unbroken(&cell.text, setting).widest);
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
    fn header(&self, composer: &mut Composer, table: TagNode, titles: Vec<ShapedText>) -> Vec<Slab> {
        let accent = composer.colours.accent;
        let head = composer.structure.child(table, Tag::THead);
        let row = composer.structure.child(head, Tag::TR);
        let mut band = Band { top: ROW_PADDING, bottom: ROW_PADDING + 1.2, ..Band::default() };
        for (at, title) in titles.into_iter().enumerate() {
            let owner = composer.structure.child(row, Tag::TH(TableHeaderScope::Column));
            let (x, width) = self.place(at);
            band.cells.push(BandCell::new(x, title.set(width), Some(owner)));
        }
        band.grounds.push(ground(accent.tint(6), Reach::Whole));
        band.grounds.push(ground(accent, Reach::Bottom(1.2)));
        kept_with_next(band.whole(HIGHEST_HEADER))
    }

    /// Returns a row, with a rule above it unless it belongs to the row before.
    fn row(&self, composer: &mut Composer, body: TagNode, rows: &[Row], at: usize) -> Band {
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
            band.cells.extend(row.cells.iter().map(|cell| self.across(composer, row.kind, cell, owner)));
        } else {
            for (at, (cell, column)) in row.cells.iter().zip(self.columns).enumerate() {
                let owner = match at == naming(self.columns) {
                    true => composer.structure.child(node, Tag::TH(TableHeaderScope::Row)),
                    false => composer.structure.child(node, Tag::TD),
                };
                let setting = setting(composer, row.kind, cell.tone).align(column.align);
                let (x, width) = self.place(at);
                band.cells.push(BandCell::new(x, composer.set(&cell.text, setting, width), Some(owner)));
            }
        }
        band
    }

    /// Returns where the words of a column begin and how much room they have.
    fn place(&self, column: usize) -> (f32, f32) {
        let x: f32 = self.widths[..column].iter().sum();
        (x + PADDING, self.widths[column] - 2.0 * PADDING)
    }

    /// Sets a cell across all columns; what says more about the row above begins below its first words.
    fn across(&self, composer: &mut Composer, kind: RowKind, cell: &Cell, owner: TagNode) -> BandCell {
        let words = self.columns.iter().position(|column| matches!(column.width, Width::Share(_)));
        let skipped = words.filter(|_| kind == RowKind::Detail).unwrap_or_default();
        let (x, _) = self.place(skipped);
        let setting = setting(composer, kind, cell.tone);
        BandCell::new(x, composer.set(&cell.text, setting, TEXT_WIDTH - x - PADDING), Some(owner))
    }
}

/// Returns a ground behind a row, as wide as the text.
fn ground(colour: Colour, reach: Reach) -> Ground {
    Ground { x: 0.0, width: TEXT_WIDTH, colour, reach }
}
