//! An instrument as it is shown: its numbers, its years, its values.

use crate::model::decimal::Decimal;
use crate::model::instrument::{Instrument, Years};
use crate::result::numbers::Numbers;
use crate::text::language::Language;

/// Returns what writes the numbers of an instrument.
pub(crate) fn numbers(instrument: &Instrument, language: Language) -> Numbers {
    Numbers { language, decimals: instrument.decimals, level_decimals: instrument.scale.step.places() }
}

/// Writes the years in which an instrument is used.
pub(crate) fn years(years: Years) -> String {
    match years.to {
        Some(to) if to == years.from => to.to_string(),
        Some(to) => format!("{}–{to}", years.from),
        None => format!("{}–", years.from),
    }
}

/// Writes the values of a scale.
pub(crate) fn scale(instrument: &Instrument, language: Language) -> String {
    let numbers = numbers(instrument, language);
    format!("{}–{}", numbers.level(instrument.scale.lowest), numbers.level(instrument.scale.highest))
}

/// Returns the levels that have criteria: the whole numbers of the scale.
pub(crate) fn levels(instrument: &Instrument) -> Vec<Decimal> {
    let scale = &instrument.scale;
    // No scale has more levels than a person could tell apart.
    (0..=100).map(Decimal::from).filter(|level| scale.lowest <= *level && *level <= scale.highest).collect()
}
