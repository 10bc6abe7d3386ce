//! Words to glyphs, by the fonts that come along.

use std::borrow::Cow;
use std::sync::{Arc, LazyLock};

use parley::fontique::{Blob, Collection, CollectionOptions, SourceCache};
use parley::{
    Brush, FontContext, FontData, FontFamily, FontFamilyName, FontFeatures, FontWeight, LayoutContext, RangedBuilder,
    StyleProperty,
};
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};

use crate::paper::fonts::{FACES, FALLBACK_FAMILY, FAMILY};

/// The fonts that come along, parsed when words are first set and shared by all documents.
static FONTS: LazyLock<Fonts> = LazyLock::new(Fonts::parse);

/// A collection to choose fonts from, and which of it is which face.
struct Fonts {
    context: FontContext,
    ids: Vec<u64>,
    /// From the middle between the highest and the deepest letters to the foot of all, in parts of the size.
    middle: f32,
}

impl Fonts {
    /// Parses the faces in their order, and measures the first, by which letters stand in all lines.
    fn parse() -> Self {
        // No font of the machine is ever looked at: the same document is the same file everywhere.
        let options = CollectionOptions { shared: false, system_fonts: false };
        let mut collection = Collection::new(options);
        let mut ids = Vec::new();
        for data in FACES {
            let blob = Blob::new(Arc::new(data));
            ids.push(blob.id());
            collection.register_fonts(blob, None);
        }
        let first = FontRef::new(FACES[0]).expect("the fonts that come along are fonts");
        let metrics = first.metrics(Size::new(1.0), LocationRef::default());
        let middle = (metrics.ascent + metrics.descent) / 2.0;
        Self { context: FontContext { collection, source_cache: SourceCache::default() }, ids, middle }
    }
}

/// Returns the number of a font among the faces.
pub(crate) fn face(font: &FontData) -> usize {
    let same = |id: &u64| *id == font.data.id();
    FONTS.ids.iter().position(same).expect("no other font is ever chosen")
}

/// Returns how far below the middle of a line letters of a size stand, so that what rises above it and what hangs below
/// it leave the same room.
pub(crate) fn foot_below_middle(size: f32) -> f32 {
    size * FONTS.middle
}

/// Shapes words; it keeps what is costly to set up. Glyphs carry an ink of some kind.
pub(crate) struct Shaper<Ink: Brush> {
    fonts: FontContext,
    layouts: LayoutContext<Ink>,
}

impl<Ink: Brush> Shaper<Ink> {
    /// Sets it up.
    pub(crate) fn new() -> Self {
        Self { fonts: FONTS.context.clone(), layouts: LayoutContext::new() }
    }

    /// Begins to set words in a size, in one of the two weights.
    pub(crate) fn begin<'w>(&'w mut self, words: &'w str, size: f32, bold: bool) -> RangedBuilder<'w, Ink> {
        const FAMILIES: &[FontFamilyName<'static>] =
            &[FontFamilyName::Named(Cow::Borrowed(FAMILY)), FontFamilyName::Named(Cow::Borrowed(FALLBACK_FAMILY))];
        let mut builder = self.layouts.ranged_builder(&mut self.fonts, words, 1.0, false);
        builder.push_default(FontFamily::List(Cow::Borrowed(FAMILIES)));
        builder.push_default(StyleProperty::FontSize(size));
        // Each letter keeps a glyph of its own, so that a part of a word can be selected and searched for.
        builder.push_default(FontFeatures::Source(Cow::Borrowed("\"liga\" off, \"clig\" off")));
        if bold {
            builder.push_default(StyleProperty::FontWeight(FontWeight::BOLD));
        }
        builder
    }
}
