//! The table of contents: the chapters with their pages, each of them a link.

use krilla::tagging::Tag;

use crate::paper::document::table::Align;
use crate::paper::pdf::band::{Band, BandCell, Ground, Reach};
use crate::paper::pdf::composer::Composer;
use crate::paper::pdf::piece::{Item, Piece, Placed, Slab, kept_with_next, spaced};
use crate::paper::pdf::sheet::{SheetColours, TEXT_WIDTH};
use crate::paper::pdf::structure::TagNode;
use crate::text::colour::Colour;

/// The room for the numbers of pages.
pub(crate) const NUMBERS: f32 = 40.0;

/// Sets the contents on pages of their own; the numbers of the pages follow once they are known.
pub(crate) fn contents<'d>(
    composer: &mut Composer,
    title: &str,
    chapters: impl Iterator<Item = (usize, &'d str)>,
) -> Vec<Item> {
    let accent = composer.colours.accent;
    let setting = composer.setting(19.0, 24.0).strong().colour(accent);
    let node = composer.structure.root(Tag::P);
    let paragraph = composer.set(&title.into(), setting, TEXT_WIDTH);
    let bar = Ground { x: 0.0, width: 42.0, colour: accent, reach: Reach::Bottom(2.0) };
    let cells = vec![BandCell::new(0.0, paragraph, Some(node))];
    let band = Band { cells, grounds: vec![bar], bottom: 8.0, ..Band::default() };
    let mut slabs = kept_with_next(spaced(band.lines(), 0.0, 12.0));
    let list = composer.structure.root(Tag::TOC);
    for (heading, text) in chapters {
        slabs.extend(entry(composer, list, heading, text));
    }
    let slabs = slabs.into_iter().map(Item::Slab);
    std::iter::once(Item::Break).chain(slabs).chain([Item::Break]).collect()
}

/// Sets the entry of a chapter below a thin rule; the number of its page is not known yet.
fn entry(composer: &mut Composer, list: TagNode, heading: usize, text: &str) -> Vec<Slab> {
    let entry = composer.structure.child(list, Tag::TOCI);
    let reference = composer.structure.child(entry, Tag::Reference);
    let owner = Some(composer.structure.child(reference, Tag::Link));
    let setting = composer.running().strong();
    let paragraph = composer.set(&text.into(), setting, TEXT_WIDTH - NUMBERS);
    let mut band = Band { cells: vec![BandCell::new(0.0, paragraph, owner)], ..Band::default() };
    (band.top, band.bottom) = (8.0, 3.0);
    band.grounds.push(rule(SheetColours::HAIRLINE));
    let top = band.top;
    let mut slabs = spaced(band.lines(), 7.0, 0.0);
    if let Some(first) = slabs.first_mut() {
        let number = Piece::PageOf { heading, setting: setting.align(Align::End) };
        first.pieces.push(Placed { x: TEXT_WIDTH - NUMBERS, y: top, piece: number, owner });
        let jump = Piece::Jump { heading, title: text.to_owned(), size: (TEXT_WIDTH, first.height - top) };
        first.pieces.push(Placed { x: 0.0, y: top, piece: jump, owner });
    }
    slabs
}

/// Returns a rule of half a point above an entry, as wide as the text.
fn rule(colour: Colour) -> Ground {
    Ground { x: 0.0, width: TEXT_WIDTH, colour, reach: Reach::Top(0.5) }
}
