//! The faces as they are written into the file, parsed once.

use std::sync::LazyLock;

use krilla::text::Font;

use crate::paper::fonts::FACES;

/// The faces in their order, parsed when the first file needs one.
static EMBEDDED: LazyLock<[Font; FACES.len()]> =
    LazyLock::new(|| FACES.map(|data| Font::new(data.into(), 0).expect("the fonts that come along are fonts")));

/// Returns the font to write into the file for a face.
pub(crate) fn embedded(face: usize) -> Font {
    EMBEDDED[face].clone()
}
