//! Charts as SVG: drawn here, so that their bytes are always the same and their words are in the reader's language.
//!
//! Colour never stands alone: lines differ in their dashes too, and every value is written beside its mark.

pub(crate) mod bars;
pub(crate) mod radar;
mod words;

use maud::{Markup, html};

use crate::index::exact::Exact;
use crate::model::instrument::Instrument;
use crate::text::colour::Colour;

/// How wide the text of a page is, in points.
const WIDTH: f64 = 482.0;
/// How wide a drawing for a narrow screen is.
const NARROW: f64 = 300.0;
/// What is written.
const INK: &str = "#1f2933";
/// Lines that help to read.
const FAINT: &str = "#c9d1d9";
/// What wants attention: below the target.
const ATTENTION: &str = "#b45309";

/// The colours and scale that the charts of one report share.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Palette {
    /// What the agency has reached.
    pub(crate) accent: Colour,
}

/// The scale of an instrument as numbers to draw with.
#[derive(Clone, Copy, Debug)]
struct Scale {
    lowest: f64,
    highest: f64,
}

impl Scale {
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

/// Writes a coordinate: two decimals are finer than any printer.
fn at(value: f64) -> String {
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// Wraps a drawing with its title and its words for those who don't see it.
fn svg(id: &str, title: &str, description: &str, (width, height): (f64, f64), drawing: &Markup) -> String {
    let (title_id, description_id) = (format!("{id}-title"), format!("{id}-desc"));
    let view = format!("0 0 {} {}", at(width), at(height));
    let markup = html! {
        svg xmlns="http://www.w3.org/2000/svg" viewBox=(view) role="img"
            aria-labelledby={ (title_id) " " (description_id) }
            font-family="Lato, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif" {
            title id=(title_id) { (title) }
            desc id=(description_id) { (description) }
            (drawing)
        }
    };
    markup.into_string()
}

#[cfg(test)]
mod tests {
    use super::at;

    #[test]
    fn coordinates_are_short_and_never_minus_nought() {
        assert_eq!([at(1.0), at(0.125), at(-0.001), at(12.5)], ["1", "0.12", "0", "12.5"]);
    }
}
