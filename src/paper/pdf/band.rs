//! Cells side by side: the row of a table, an item of a list, tiles; a paragraph is a band of one cell.

use std::ops::Range;

use crate::paper::pdf::paragraph::Paragraph;
use crate::paper::pdf::piece::{Piece, Placed, Slab};
use crate::paper::pdf::structure::TagNode;
use crate::text::colour::Colour;

/// Cells side by side.
#[derive(Default)]
pub(crate) struct Band {
    /// The cells.
    pub(crate) cells: Vec<BandCell>,
    /// What is painted behind them.
    pub(crate) grounds: Vec<Ground>,
    /// The room above the text.
    pub(crate) top: f32,
    /// The room below the text.
    pub(crate) bottom: f32,
}

/// Paragraphs one below the other.
pub(crate) struct BandCell {
    /// Its left edge.
    pub(crate) x: f32,
    /// Its paragraphs, each with the part of the document that it belongs to.
    pub(crate) parts: Vec<(Paragraph, Option<TagNode>)>,
}

/// A rectangle behind a band.
#[derive(Clone, Copy)]
pub(crate) struct Ground {
    /// Its left edge.
    pub(crate) x: f32,
    /// Its width.
    pub(crate) width: f32,
    /// Its colour.
    pub(crate) colour: Colour,
    /// How much of the band it covers.
    pub(crate) reach: Reach,
}

/// How much of a band a ground covers.
#[derive(Clone, Copy)]
pub(crate) enum Reach {
    /// All of it, on every page that it stands on.
    Whole,
    /// A rule of this thickness at its top.
    Top(f32),
    /// A rule of this thickness at its bottom.
    Bottom(f32),
}

impl BandCell {
    /// Returns a cell of one paragraph.
    pub(crate) fn new(x: f32, paragraph: Paragraph, owner: Option<TagNode>) -> Self {
        Self { x, parts: vec![(paragraph, owner)] }
    }

    /// Returns how many lines all its paragraphs have.
    fn lines(&self) -> usize {
        self.parts.iter().map(|(paragraph, _)| paragraph.lines()).sum()
    }

    /// Returns the height of its text; the room above and below is the band's.
    fn height(&self) -> f32 {
        self.parts.iter().map(|(paragraph, _)| paragraph.height()).sum()
    }

    /// Returns some of its lines, counted through all paragraphs, the first of them at `y`; and their height.
    fn pieces(&self, wanted: Range<usize>, mut y: f32) -> (Vec<Placed>, f32) {
        let top = y;
        let mut pieces = Vec::new();
        let mut first = 0;
        for (paragraph, owner) in &self.parts {
            let end = first + paragraph.lines();
            let lines = wanted.start.max(first)..wanted.end.min(end);
            if !lines.is_empty() {
                let lines = lines.start - first..lines.end - first;
                let height = lines.len() as f32 * paragraph.leading;
                let piece = Piece::Lines { paragraph: paragraph.clone(), lines };
                pieces.push(Placed { x: self.x, y, piece, owner: *owner });
                y += height;
            }
            first = end;
        }
        (pieces, y - top)
    }
}

impl Ground {
    /// Returns what it paints behind a part of the band.
    fn piece(self, height: f32, first: bool, last: bool) -> Option<Placed> {
        let (y, thickness) = match self.reach {
            Reach::Whole => (0.0, height),
            Reach::Top(thickness) if first => (0.0, thickness),
            Reach::Bottom(thickness) if last => (height - thickness, thickness),
            Reach::Top(_) | Reach::Bottom(_) => return None,
        };
        let piece = Piece::Fill { size: (self.width, thickness), colour: self.colour };
        Some(Placed { x: self.x, y, piece, owner: None })
    }
}

impl Band {
    /// Returns its height on one page.
    pub(crate) fn height(&self) -> f32 {
        self.top + self.cells.iter().map(BandCell::height).fold(0.0, f32::max) + self.bottom
    }

    /// Returns it in one piece; or line by line where it is higher than `limit`, so that no page loses a word.
    pub(crate) fn whole(self, limit: f32) -> Vec<Slab> {
        if self.height() > limit { self.lines() } else { vec![self.slab(0..usize::MAX, true, true)] }
    }

    /// Returns it line by line; no page begins or ends with a line that stands alone.
    pub(crate) fn lines(self) -> Vec<Slab> {
        let lines = self.cells.iter().map(BandCell::lines).max().unwrap_or_default().max(1);
        let slab = |line: usize| {
            let mut slab = self.slab(line..line + 1, line == 0, line + 1 == lines);
            slab.keep = line + 1 < lines && (line == 0 || line + 2 == lines);
            slab
        };
        (0..lines).map(slab).collect()
    }

    /// Returns a part that no page break splits: these lines of each cell, and the grounds behind them; the room above
    /// and below stands at the first and the last part alone.
    fn slab(&self, lines: Range<usize>, first: bool, last: bool) -> Slab {
        let top = if first { self.top } else { 0.0 };
        let mut pieces = Vec::new();
        let mut highest = 0.0f32;
        for cell in &self.cells {
            let (of_cell, height) = cell.pieces(lines.clone(), top);
            highest = highest.max(height);
            pieces.extend(of_cell);
        }
        let height = top + highest + if last { self.bottom } else { 0.0 };
        let grounds = self.grounds.iter().filter_map(|ground| ground.piece(height, first, last));
        Slab { height, pieces: grounds.chain(pieces).collect(), ..Slab::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::{Band, BandCell, Ground, Reach};
    use crate::paper::document::look::Look;
    use crate::paper::pdf::composer::Composer;
    use crate::paper::pdf::piece::{Piece, Slab};
    use crate::text::colour::Colour;
    use crate::text::language::Language;

    /// Two cells of one and of four lines, 10 points each, on a ground with a rule above.
    fn band() -> Band {
        let mut composer = Composer::new(Look::default().accent, Language::Indonesian);
        let setting = composer.setting(8.0, 10.0);
        let mut cell = |x, text: &str| BandCell::new(x, composer.set(&text.into(), setting, 90.0), None);
        let cells = vec![cell(0.0, "a"), cell(100.0, "b\nc\nd\ne")];
        let ground = |reach| Ground { x: 0.0, width: 200.0, colour: Colour([0; 3]), reach };
        Band { cells, grounds: vec![ground(Reach::Whole), ground(Reach::Top(1.0))], top: 3.0, bottom: 5.0 }
    }

    /// Returns the left edge, the top and the number of lines of each text.
    fn texts(slab: &Slab) -> Vec<(f32, f32, usize)> {
        let of = |piece: &Piece| if let Piece::Lines { lines, .. } = piece { Some(lines.len()) } else { None };
        slab.pieces.iter().filter_map(|placed| Some((placed.x, placed.y, of(&placed.piece)?))).collect()
    }

    #[test]
    fn a_row_is_as_high_as_its_highest_cell() {
        let slabs = band().whole(100.0);
        assert_eq!(slabs.len(), 1);
        assert_eq!(slabs[0].height, 48.0);
        assert_eq!(texts(&slabs[0]), [(0.0, 3.0, 1), (100.0, 3.0, 4)]);
    }

    #[test]
    fn a_row_that_no_page_can_hold_goes_on_line_by_line() {
        let slabs = band().whole(40.0);
        assert_eq!(slabs.iter().map(|slab| slab.height).collect::<Vec<_>>(), [13.0, 10.0, 10.0, 15.0]);
        assert_eq!(texts(&slabs[0]), [(0.0, 3.0, 1), (100.0, 3.0, 1)]);
        assert_eq!(texts(&slabs[3]), [(100.0, 0.0, 1)]);
        let grounds: Vec<usize> = slabs.iter().map(|slab| slab.pieces.len() - texts(slab).len()).collect();
        assert_eq!(grounds, [2, 1, 1, 1], "the rule stands above the first line only");
    }

    #[test]
    fn no_line_stands_alone_at_the_edge_of_a_page() {
        let kept: Vec<bool> = band().lines().iter().map(|slab| slab.keep).collect();
        assert_eq!(kept, [true, false, true, false]);
    }
}
