//! Charts: drawn here, so that they are always the same and their words are in the reader's language.
//!
//! Colour never stands alone: lines differ in their dashes too, and every value is written beside its mark.

pub(crate) mod bars;
pub(crate) mod radar;
mod words;

use crate::index::exact::Exact;
use crate::model::instrument::Instrument;
use crate::text::colour::Colour;

/// How wide the text of a page is, in points.
const WIDTH: f64 = 482.0;
/// How wide a drawing for a narrow screen is.
const NARROW: f64 = 300.0;
/// What is written.
const INK: Colour = Colour([0x1f, 0x29, 0x33]);
/// Lines that help to read.
const FAINT: Colour = Colour([0xc9, 0xd1, 0xd9]);
/// The figures of the scale, and what else only helps to read.
const QUIET: Colour = Colour([0x52, 0x60, 0x6d]);
/// Paper.
const WHITE: Colour = Colour([0xff; 3]);
/// What wants attention: below the target.
const ATTENTION: Colour = Colour([0xb4, 0x53, 0x09]);
/// Last cycle.
const PREVIOUS: Colour = Colour([0x6b, 0x4f, 0xa0]);

/// The scale of an instrument as numbers to draw with.
#[derive(Clone, Copy, Debug)]
struct Axis {
    /// Its lowest value, at most nought.
    lowest: f64,
    /// Its highest value.
    highest: f64,
}

impl Axis {
    /// Takes the scale of an instrument.
    fn of(instrument: &Instrument) -> Self {
        let end = |value| number(&Exact::from(value));
        Self { lowest: end(instrument.scale.lowest).min(0.0), highest: end(instrument.scale.highest) }
    }

    /// Returns where a value stands between nought and one.
    fn share(self, value: f64) -> f64 {
        ((value - self.lowest) / (self.highest - self.lowest)).clamp(0.0, 1.0)
    }

    /// Returns the whole values of the scale.
    fn ticks(self) -> Vec<f64> {
        let mut ticks = Vec::new();
        let mut tick = self.lowest.ceil();
        while tick <= self.highest {
            ticks.push(tick);
            tick += 1.0;
        }
        ticks
    }
}

/// Returns a value to draw with; no figure of a report is ever made of it.
fn number(value: &Exact) -> f64 {
    value.shown(4).parse().expect("a decimal is a number")
}
