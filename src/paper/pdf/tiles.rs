//! A few figures that matter most, as tiles side by side.

use krilla::tagging::Tag;

use crate::paper::document::block::Figure;
use crate::paper::pdf::band::{Band, BandCell, Ground, Reach};
use crate::paper::pdf::composer::Composer;
use crate::paper::pdf::piece::{Slab, spaced};
use crate::paper::pdf::sheet::{BODY, SheetColours, TEXT_WIDTH};

/// More tiles than this begin another row.
const IN_A_ROW: usize = 4;
/// The room between tiles.
const GUTTER: f32 = 10.0;
/// The room within a tile, left and right.
const PADDING: f32 = 12.0;

/// Sets figures as tiles.
pub(crate) fn tiles(composer: &mut Composer, figures: &[Figure]) -> Vec<Slab> {
    let mut slabs = Vec::new();
    for row in balanced(figures) {
        let width = (TEXT_WIDTH - GUTTER * (row.len() as f32 - 1.0)) / row.len() as f32;
        let mut band = Band { top: 11.0, bottom: 11.0, ..Band::default() };
        for (at, figure) in row.iter().enumerate() {
            tile(composer, &mut band, figure, at as f32 * (width + GUTTER), width);
        }
        slabs.extend(spaced(band.whole(BODY), GUTTER, GUTTER));
    }
    spaced(slabs, 12.0, 14.0)
}

/// Divides figures into rows of nearly the same length.
fn balanced(figures: &[Figure]) -> impl Iterator<Item = &[Figure]> {
    let rows = figures.len().div_ceil(IN_A_ROW).max(1);
    figures.chunks(figures.len().div_ceil(rows).max(1))
}

/// Adds a tile to a row; to a screen reader its three texts are one paragraph.
fn tile(composer: &mut Composer, band: &mut Band, figure: &Figure, x: f32, width: f32) {
    let node = composer.structure.root(Tag::P);
    let colour = composer.colours.tone(figure.tone);
    let label = composer.small().colour(SheetColours::QUIET);
    let value = composer.setting(23.0, 30.0).strong().colour(colour);
    let remark = composer.setting(9.0, 12.0);
    let texts = [(&figure.label, label), (&figure.value, value), (&figure.remark, remark)];
    let parts = texts.map(|(text, setting)| {
        let paragraph = composer.set(&text.as_str().into(), setting, width - 2.0 * PADDING);
        (paragraph, Some(node))
    });
    band.cells.push(BandCell { x: x + PADDING, parts: parts.into() });
    let ground = composer.colours.accent.tint(6);
    band.grounds.push(Ground { x, width, colour: ground, reach: Reach::Whole });
    band.grounds.push(Ground { x, width, colour, reach: Reach::Top(2.0) });
}

#[cfg(test)]
mod tests {
    use super::balanced;
    use crate::paper::document::block::Figure;
    use crate::paper::document::tone::Tone;

    #[test]
    fn no_row_of_tiles_is_left_nearly_empty() {
        let figure = Figure { label: String::new(), value: String::new(), remark: String::new(), tone: Tone::Plain };
        let rows = |count| balanced(&vec![figure.clone(); count]).map(<[Figure]>::len).collect::<Vec<_>>();
        assert_eq!(rows(3), [3]);
        assert_eq!(rows(5), [3, 2]);
        assert_eq!(rows(8), [4, 4]);
        assert!(rows(0).is_empty());
    }
}
