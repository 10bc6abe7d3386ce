//! Instruments and their indicators: as a list, whole, and one indicator with what a workspace knows about it.

mod indicator;
mod json;
mod list;
mod row;
mod row_json;
mod view;
mod whole;

pub use self::indicator::indicator_text;
pub use self::json::{indicator_json, json, list_json};
pub use self::list::list_text;
pub use self::row::rows_text;
pub use self::row_json::rows_json;
pub use self::whole::text;

use crate::model::instrument::{Instrument, Years};
use crate::report::numbers::Numbers;
use crate::text::language::Language;

/// Returns what writes the numbers of an instrument.
fn numbers(instrument: &Instrument, language: Language) -> Numbers {
    Numbers { language, decimals: instrument.decimals, level_decimals: instrument.scale.step.places() }
}

/// Writes the years in which an instrument is used.
fn years(years: Years) -> String {
    match years.to {
        Some(to) if to == years.from => to.to_string(),
        Some(to) => format!("{}–{to}", years.from),
        None => format!("{}–", years.from),
    }
}

/// Writes the values of a scale.
fn scale(instrument: &Instrument, language: Language) -> String {
    let numbers = numbers(instrument, language);
    format!("{}–{}", numbers.level(instrument.scale.lowest), numbers.level(instrument.scale.highest))
}
