//! The table of contents: headings of levels 1 and 2 with their pages, each of them a link.

use krilla::tagging::Tag;

use crate::report::document::look::Colour;
use crate::report::document::table::Align;
use crate::report::pdf::band::{Band, Cell, Ground, Reach};
use crate::report::pdf::composer::Composer;
use crate::report::pdf::paper::{Palette, TEXT_WIDTH};
use crate::report::pdf::piece::{Item, Piece, Placed, Slab, kept_with_next, spaced};
use crate::report::pdf::structure::Node;

/// The room for the numbers of pages.
pub(crate) const NUMBERS: f32 = 40.0;
/// How far sections are moved in.
const INDENT: f32 = 14.0;

/// Sets the contents on pages of their own; the numbers of the pages follow once they are known.
pub(crate) fn contents<'d>(
    composer: &mut Composer,
    title: &str,
    headings: impl Iterator<Item = (usize, u8, &'d str)>,
) -> Vec<Item> {
    let accent = composer.palette.accent;
    let setting = composer.setting(19.0, 24.0).strong().colour(accent);
    let node = composer.structure.root(Tag::P);
    let paragraph = composer.set(&title.into(), setting, TEXT_WIDTH);
    let bar = Ground { x: 0.0, width: 42.0, colour: accent, reach: Reach::Bottom(2.0) };
    let cells = vec![Cell::new(0.0, paragraph, Some(node))];
    let band = Band { cells, grounds: vec![bar], bottom: 8.0, ..Band::default() };
    let mut slabs = kept_with_next(spaced(band.lines(), 0.0, 12.0));
    let list = composer.structure.root(Tag::TOC);
    for (heading, level, text) in headings.filter(|(_, level, _)| *level <= 2) {
        slabs.extend(entry(composer, list, heading, level, text));
    }
    let slabs = slabs.into_iter().map(Item::Slab);
    std::iter::once(Item::Break).chain(slabs).chain([Item::Break]).collect()
}

fn entry(composer: &mut Composer, list: Node, heading: usize, level: u8, text: &str) -> Vec<Slab> {
    let entry = composer.structure.child(list, Tag::TOCI);
    let reference = composer.structure.child(entry, Tag::Reference);
    let owner = Some(composer.structure.child(reference, Tag::Link));
    let chapter = level == 1;
    let plain = composer.running();
    let (setting, x) = if chapter { (plain.strong(), 0.0) } else { (plain, INDENT) };
    let paragraph = composer.set(&text.into(), setting, TEXT_WIDTH - NUMBERS - x);
    let mut band = Band { cells: vec![Cell::new(x, paragraph, owner)], ..Band::default() };
    (band.top, band.bottom) = if chapter { (8.0, 3.0) } else { (1.5, 1.5) };
    if chapter {
        band.grounds.push(rule(Palette::HAIRLINE));
    }
    let top = band.top;
    let mut slabs = spaced(band.lines(), if chapter { 7.0 } else { 0.0 }, 0.0);
    if let Some(first) = slabs.first_mut() {
        let number = Piece::PageOf { heading, setting: setting.align(Align::End) };
        first.pieces.push(Placed { x: TEXT_WIDTH - NUMBERS, y: top, piece: number, owner });
        let size = (TEXT_WIDTH - x, first.height - top);
        let jump = Piece::Jump { heading, title: text.to_owned(), size };
        first.pieces.push(Placed { x, y: top, piece: jump, owner });
        // A chapter does not stand alone at the foot of a page.
        first.keep |= chapter;
    }
    slabs
}

fn rule(colour: Colour) -> Ground {
    Ground { x: 0.0, width: TEXT_WIDTH, colour, reach: Reach::Top(0.5) }
}
