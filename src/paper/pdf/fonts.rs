//! The faces as they are written into the file, parsed once.

use std::sync::LazyLock;

use krilla::text::Font;
use parley::FontData;

use crate::paper::fonts::FACES;
use crate::paper::fonts::shaper::face;

static EMBEDDED: LazyLock<[Font; FACES.len()]> =
    LazyLock::new(|| FACES.map(|data| Font::new(data.into(), 0).expect("the fonts that come along are fonts")));

/// Returns the font to write into the file for one that words were shaped with.
pub(crate) fn embedded(font: &FontData) -> Font {
    EMBEDDED[face(font)].clone()
}
