//! The head of a letter: the logo beside the agency, its parent, its address and who writes for it, above a line.

use krilla::tagging::Tag;

use crate::paper::document::block::Letterhead;
use crate::paper::document::look::Logo;
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
pub(crate) fn letterhead(composer: &mut Composer, head: &Letterhead, logo: Option<&Logo>) -> Vec<Slab> {
    let logo = logo.and_then(|logo| shown(logo, LOGO));
    let left = logo.as_ref().map_or(0.0, |(_, width)| width + GAP);
    let accent = composer.colours.accent;
    let (names, lines) = (composer.setting(13.0, 17.0), composer.setting(9.5, 13.0));
    let node = composer.structure.root(Tag::P);
    let mut set = |text: &str, setting| (composer.set(&text.into(), setting, TEXT_WIDTH - left), Some(node));
    let mut parts = Vec::new();
    if !head.parent.is_empty() {
        parts.push(set(&head.parent, names));
    }
    parts.push(set(&head.name, names.strong()));
    parts.extend(head.below.iter().map(|line| set(line, lines)));
    let line = Ground { x: 0.0, width: TEXT_WIDTH, colour: accent, reach: Reach::Bottom(1.5) };
    let cells = vec![BandCell { x: left, parts }];
    let band = Band { cells, grounds: vec![line], top: 0.0, bottom: 9.0 };
    let mut slabs = kept_with_next(band.whole(BODY / 2.0));
    if let (Some(first), Some((placed, _))) = (slabs.first_mut(), logo) {
        first.pieces.push(placed);
    }
    spaced(slabs, 0.0, 11.0)
}
