//! Values to bytes: one file per output format.

pub mod evidence;
mod grid;
pub mod team;

use serde::Serialize;

/// Writes a value as JSON for people and programs: two spaces, a final newline.
pub(crate) fn json_text<T: Serialize>(value: &T) -> String {
    let mut text = serde_json::to_string_pretty(value).expect("plain structs with string keys always serialise");
    text.push('\n');
    text
}
