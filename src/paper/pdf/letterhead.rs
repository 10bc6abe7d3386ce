//! The head of a letter: the logo beside the agency and who writes for it, above a line.

use krilla::tagging::Tag;

use crate::paper::document::look::Logo;
use crate::paper::document::span::Text;
use crate::paper::pdf::band::{Band, BandCell, Ground, Reach};
use crate::paper::pdf::composer::Composer;
use crate::paper::pdf::cover::shown;
use crate::paper::pdf::piece::{Slab, kept_with_next, spaced};
use crate::paper::pdf::sheet::{BODY, TEXT_WIDTH};

/// The room for the logo.
const LOGO: (f32, f32) = (90.0, 42.0);
/// The room between the logo and the words.
const GAP: f32 = 14.0;

/// Sets the head of a letter, which stays with what follows.
pub(crate) fn letterhead(composer: &mut Composer, agency: &str, writer: &str, logo: Option<&Logo>) -> Vec<Slab> {
    let logo = logo.and_then(|logo| shown(logo, LOGO));
    let left = logo.as_ref().map_or(0.0, |(_, width)| width + GAP);
    let accent = composer.colours.accent;
    let words = Text::default().strong(agency).plain(format!("\n{writer}"));
    let node = composer.structure.root(Tag::P);
    let setting = composer.setting(13.0, 18.0);
    let paragraph = composer.set(&words, setting, TEXT_WIDTH - left);
    let line = Ground { x: 0.0, width: TEXT_WIDTH, colour: accent, reach: Reach::Bottom(1.5) };
    let band =
        Band { cells: vec![BandCell::new(left, paragraph, Some(node))], grounds: vec![line], top: 4.0, bottom: 12.0 };
    let mut slabs = kept_with_next(band.whole(BODY / 2.0));
    if let (Some(first), Some((placed, _))) = (slabs.first_mut(), logo) {
        first.pieces.push(placed);
    }
    spaced(slabs, 0.0, 14.0)
}
