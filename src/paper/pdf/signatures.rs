//! Places to sign.

use krilla::tagging::Tag;

use crate::paper::document::block::SignatureLine;
use crate::paper::pdf::band::{Band, BandCell, Ground, Reach};
use crate::paper::pdf::composer::Composer;
use crate::paper::pdf::piece::{Slab, kept, spaced};
use crate::paper::pdf::sheet::{SheetColours, TEXT_WIDTH};

/// The room for a signature and a stamp: 3 cm.
const ROOM: f32 = 85.0;

/// Sets places to sign, two in a row; all of them on one page.
pub(crate) fn signatures(
    composer: &mut Composer,
    place: &str,
    signatories: &[SignatureLine],
    tags: &[String],
    copies: &str,
) -> Vec<Slab> {
    const GUTTER: f32 = 42.0;
    const MARGIN: f32 = 6.0;
    const BELOW: f32 = 18.0;
    let width = (TEXT_WIDTH - GUTTER) / 2.0;
    let right = width + GUTTER;
    let mut slabs = Vec::new();
    if !place.is_empty() {
        let cell = line(composer, place, right, width);
        slabs.extend(Band { cells: vec![cell], bottom: 6.0, ..Band::default() }.lines());
    }
    let even = signatories.len().is_multiple_of(2);
    let mut tags = tags.iter();
    for (at, row) in signatories.chunks(2).enumerate() {
        // As in letters, somebody who signs alone does so at the right.
        let places: &[f32] = if row.len() == 1 { &[right] } else { &[0.0, right] };
        let mut offices = Band::default();
        // The tag of an electronic signature stands in the middle of its room.
        let mut room = Band { top: ROOM / 2.0 - 7.0, bottom: ROOM / 2.0 - 7.5, ..Band::default() };
        let below = if (at + 1) * 2 < signatories.len() { BELOW } else { 0.0 };
        let mut names = Band { top: 3.0, bottom: below, ..Band::default() };
        for (signatory, x) in row.iter().zip(places) {
            let node = composer.structure.root(Tag::P);
            let setting = composer.running();
            let mut set = |text: &str, setting| composer.set(&text.into(), setting, width);
            offices.cells.push(BandCell::new(*x, set(&signatory.office, setting), Some(node)));
            let tag = set(tags.next().map_or("", String::as_str), setting);
            room.cells.push(BandCell::new(*x, tag, Some(node)));
            let mut cell = BandCell::new(*x, set(&signatory.name, setting.strong()), Some(node));
            let number = set(&signatory.number, setting.colour(SheetColours::QUIET));
            cell.parts.push((number, Some(node)));
            names.cells.push(cell);
            names.grounds.push(Ground { x: *x, width, colour: SheetColours::QUIET, reach: Reach::Top(0.6) });
        }
        if row.len() == 1 && !copies.is_empty() {
            names.cells.push(line(composer, copies, 0.0, right - MARGIN));
        }
        slabs.extend(offices.lines());
        slabs.extend(room.lines());
        slabs.extend(names.lines());
    }
    if even && !copies.is_empty() {
        let cells = vec![line(composer, copies, 0.0, right - MARGIN)];
        slabs.extend(Band { cells, top: BELOW, ..Band::default() }.lines());
    }
    kept(spaced(slabs, 15.0, 12.0))
}

/// Sets words of their own at some place from the left.
fn line(composer: &mut Composer, text: &str, x: f32, width: f32) -> BandCell {
    let node = composer.structure.root(Tag::P);
    let text = composer.set(&text.into(), composer.running(), width);
    BandCell::new(x, text, Some(node))
}
