//! What every part of a document needs to be set: fonts, colours, sizes and the list of parts.

use std::collections::HashMap;
use std::rc::Rc;

use crate::paper::document::span::Text;
use crate::paper::document::table::Align;
use crate::paper::fonts::shaper::Shaper;
use crate::paper::pdf::paragraph::{Ink, Paragraph, SetText, Setting, SettingKey};
use crate::paper::pdf::sheet::SheetColours;
use crate::paper::pdf::structure::Structure;
use crate::text::colour::Colour;
use crate::text::language::Language;

/// The most bytes of a text that may well come again.
const SHORT: usize = 40;

/// Sets the parts of a document.
pub(crate) struct Composer {
    /// Shapes texts.
    pub(crate) shaper: Shaper<Ink>,
    /// Short texts that were shaped.
    known: HashMap<(Text, SettingKey), Rc<SetText>>,
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
        Self { shaper: Shaper::new(), known: HashMap::new(), structure, colours: SheetColours::new(accent), language }
    }

    /// Shapes a text and breaks it at a width.
    pub(crate) fn set(&mut self, text: &Text, setting: Setting, width: f32) -> Paragraph {
        if is_short(text) {
            let unbroken = self.unbroken(text, setting);
            if unbroken.widest <= width {
                return Paragraph::new(unbroken, setting, width);
            }
        }
        self.shaper.shape(text, setting).set(width)
    }

    /// Shapes a text that nothing but its own line breaks breaks. The same short words stand in many cells: they are
    /// shaped once.
    pub(crate) fn unbroken(&mut self, text: &Text, setting: Setting) -> Rc<SetText> {
        if !is_short(text) {
            return self.shaper.shape(text, setting).lines(None);
        }
        let known = self.known.entry((text.clone(), setting.key()));
        known.or_insert_with(|| self.shaper.shape(text, setting).lines(None)).clone()
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

/// Tells whether a text is so short that it may well come again.
fn is_short(text: &Text) -> bool {
    text.0.iter().map(|span| span.text.len()).sum::<usize>() <= SHORT
}
