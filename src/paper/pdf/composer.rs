//! What every part of a document needs to be set: fonts, colours, sizes and the list of parts.

use crate::paper::document::span::Text;
use crate::paper::document::table::Align;
use crate::paper::fonts::shaper::Shaper;
use crate::paper::pdf::paragraph::{Ink, Paragraph, Setting};
use crate::paper::pdf::sheet::SheetColours;
use crate::paper::pdf::structure::Structure;
use crate::text::colour::Colour;
use crate::text::language::Language;

/// Sets the parts of a document.
pub(crate) struct Composer {
    /// Shapes texts.
    pub(crate) shaper: Shaper<Ink>,
    /// The parts, for a screen reader.
    pub(crate) structure: Structure,
    /// The colours.
    pub(crate) colours: SheetColours,
    /// The language of the few words that a renderer adds.
    pub(crate) language: Language,
}

impl Composer {
    /// Sets it up.
    pub(crate) fn new(accent: Colour, language: Language) -> Self {
        let structure = Structure::default();
        Self { shaper: Shaper::new(), structure, colours: SheetColours::new(accent), language }
    }

    /// Shapes a text and breaks it at a width.
    pub(crate) fn set(&mut self, text: &Text, setting: Setting, width: f32) -> Paragraph {
        self.shaper.set(text, setting, width)
    }

    /// Returns how letters of some size are set, in running ink.
    pub(crate) fn setting(&self, size: f32, leading: f32) -> Setting {
        let accent = self.colours.accent;
        Setting { size, leading, strong: false, colour: SheetColours::INK, accent, align: Align::Start }
    }

    /// Returns how running text is set.
    pub(crate) fn running(&self) -> Setting {
        self.setting(10.0, 14.5)
    }

    /// Returns how captions and other small print are set.
    pub(crate) fn small(&self) -> Setting {
        self.setting(8.7, 11.6)
    }
}
