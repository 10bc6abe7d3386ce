//! The sheet: its size, its margins and the colours on it.

use crate::paper::document::tone::Tone;
use crate::text::colour::Colour;

/// The width of A4 in points.
pub(crate) const WIDTH: f32 = 595.276;
/// The height of A4 in points.
pub(crate) const HEIGHT: f32 = 841.89;
/// The width of the text.
pub(crate) const TEXT_WIDTH: f32 = 482.0;
/// The left margin; the right one is the same.
pub(crate) const LEFT: f32 = (WIDTH - TEXT_WIDTH) / 2.0;
/// The upper margin.
pub(crate) const TOP: f32 = 56.0;
/// The height of the text: a chart of 700 points has room on a page, with its title.
pub(crate) const BODY: f32 = 725.0;
/// The top of the line at the foot.
pub(crate) const FOOT: f32 = 800.0;

/// The colours of a document: its accent, and what is the same in all of them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SheetColours {
    /// Headings, rules and links.
    pub(crate) accent: Colour,
}

impl SheetColours {
    /// Running text.
    pub(crate) const INK: Colour = Colour([0x20, 0x26, 0x2d]);
    /// What only helps to read; still 5.9 : 1 on white.
    pub(crate) const QUIET: Colour = Colour([0x5b, 0x66, 0x70]);
    /// Thin lines.
    pub(crate) const HAIRLINE: Colour = Colour([0xd3, 0xd9, 0xdf]);
    /// Letters on the accent.
    pub(crate) const WHITE: Colour = Colour([0xff, 0xff, 0xff]);
    /// What is reached; 6.1 : 1 on white.
    const GOOD: Colour = Colour([0x1e, 0x70, 0x3a]);
    /// What wants attention; 5.9 : 1 on white.
    const ATTENTION: Colour = Colour([0x9a, 0x52, 0x05]);

    /// Takes the accent, darkened until it can be read.
    pub(crate) fn new(accent: Colour) -> Self {
        Self { accent: accent.readable() }
    }

    /// Returns the colour of a bar or a figure.
    pub(crate) fn tone(self, tone: Tone) -> Colour {
        match tone {
            Tone::Plain => self.accent,
            Tone::Good => Self::GOOD,
            Tone::Attention => Self::ATTENTION,
        }
    }
}
