//! The four fonts, parsed once: for breaking lines and for the file.

use std::sync::{Arc, LazyLock};

use krilla::text::Font;
use parley::fontique::{Blob, Collection, CollectionOptions, SourceCache};
use parley::{FontContext, FontData};

use crate::paper::fonts;

static FONTS: LazyLock<Fonts> = LazyLock::new(Fonts::parse);

/// A collection to choose fonts from, and what stands for each of them in the file.
struct Fonts {
    context: FontContext,
    embedded: Vec<(u64, Font)>,
}

impl Fonts {
    fn parse() -> Self {
        // No font of the machine is ever looked at: the same document is the same file everywhere.
        let options = CollectionOptions { shared: false, system_fonts: false };
        let mut collection = Collection::new(options);
        let mut embedded = Vec::new();
        for data in [fonts::REGULAR, fonts::BOLD, fonts::ITALIC, fonts::FALLBACK] {
            let blob = Blob::new(Arc::new(data));
            let font = Font::new(data.into(), 0).expect("the fonts that come along are fonts");
            embedded.push((blob.id(), font));
            collection.register_fonts(blob, None);
        }
        Self { context: FontContext { collection, source_cache: SourceCache::default() }, embedded }
    }
}

/// Returns the collection to set text with.
pub(crate) fn context() -> FontContext {
    FONTS.context.clone()
}

/// Returns the font to write into the file for one of the collection.
pub(crate) fn embedded(font: &FontData) -> Font {
    let same = |(id, _): &&(u64, Font)| *id == font.data.id();
    FONTS.embedded.iter().find(same).expect("every font of the collection is embedded").1.clone()
}
