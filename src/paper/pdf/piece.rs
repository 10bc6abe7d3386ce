//! What a page is made of before it is written: pieces at their places, and slabs that no page break splits.

use std::ops::Range;
use std::rc::Rc;

use krilla::image::Image;

use crate::paper::pdf::figure::Figure;
use crate::paper::pdf::paragraph::{Paragraph, Setting};
use crate::paper::pdf::structure::TagNode;
use crate::text::colour::Colour;

/// Something to paint.
#[derive(Clone)]
pub(crate) enum Piece {
    /// Some lines of a paragraph.
    Lines {
        /// The paragraph.
        paragraph: Paragraph,
        /// Which of its lines.
        lines: Range<usize>,
    },
    /// A rectangle of one colour: a ground, a bar or a rule.
    Fill {
        /// Width and height.
        size: (f32, f32),
        /// Its colour.
        colour: Colour,
    },
    /// A drawing.
    Drawing {
        /// The drawing.
        figure: Rc<Figure>,
        /// Width and height.
        size: (f32, f32),
    },
    /// A picture.
    Picture {
        /// The picture.
        image: Image,
        /// Width and height.
        size: (f32, f32),
    },
    /// The number of the page that a heading stands on, known once all pages are.
    PageOf {
        /// The heading's number among the blocks.
        heading: usize,
        /// How the number is set.
        setting: Setting,
    },
    /// A place to follow to a heading.
    Jump {
        /// The heading's number among the blocks.
        heading: usize,
        /// Its words.
        title: String,
        /// Width and height.
        size: (f32, f32),
    },
}

/// A piece at its place.
#[derive(Clone)]
pub(crate) struct Placed {
    /// From the left edge of the text.
    pub(crate) x: f32,
    /// From the top of what it is part of.
    pub(crate) y: f32,
    /// What is painted.
    pub(crate) piece: Piece,
    /// The part of the document that it belongs to; none for decoration, which is not read aloud.
    pub(crate) owner: Option<TagNode>,
}

/// A part of a document that stands on one page.
#[derive(Default)]
pub(crate) struct Slab {
    /// Its height.
    pub(crate) height: f32,
    /// The room above it, unless it stands at the top of a page.
    pub(crate) before: f32,
    /// The room below it; where slabs meet, the larger room counts.
    pub(crate) after: f32,
    /// It stands on the same page as the next one.
    pub(crate) keep: bool,
    /// What it is made of.
    pub(crate) pieces: Vec<Placed>,
    /// What is repeated above it where it begins a page.
    pub(crate) repeated: Option<Rc<Self>>,
    /// The heading that it is, by its number among the blocks.
    pub(crate) heading: Option<usize>,
    /// It is part of the cover: no footer on its page.
    pub(crate) cover: bool,
}

/// What the pages are filled with, in order.
pub(crate) enum Item {
    /// A slab.
    Slab(Slab),
    /// What follows begins on a new page.
    Break,
}

impl Slab {
    /// Returns what it shows, as decoration: a heading row that was read already.
    pub(crate) fn as_decoration(&self) -> Self {
        let pieces = self.pieces.iter().map(|placed| Placed { owner: None, ..placed.clone() }).collect();
        Self { height: self.height, pieces, ..Self::default() }
    }
}

/// Sets the room above the first and below the last of some slabs.
pub(crate) fn spaced(mut slabs: Vec<Slab>, before: f32, after: f32) -> Vec<Slab> {
    if let Some(first) = slabs.first_mut() {
        first.before = before;
    }
    if let Some(last) = slabs.last_mut() {
        last.after = after;
    }
    slabs
}

/// Keeps slabs on one page, as far as a page has room.
pub(crate) fn kept(mut slabs: Vec<Slab>) -> Vec<Slab> {
    for slab in slabs.iter_mut().rev().skip(1) {
        slab.keep = true;
    }
    slabs
}

/// Keeps slabs together, and with whatever follows.
pub(crate) fn kept_with_next(slabs: Vec<Slab>) -> Vec<Slab> {
    keep_last(kept(slabs))
}

/// Keeps the last slab with whatever follows.
pub(crate) fn keep_last(mut slabs: Vec<Slab>) -> Vec<Slab> {
    if let Some(last) = slabs.last_mut() {
        last.keep = true;
    }
    slabs
}
