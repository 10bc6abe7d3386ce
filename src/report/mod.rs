//! Values to bytes: one file per output format.
//!
//! Every renderer is a pure function of values and a language. What is serialised has structs of its own, so that a
//! change inside never changes a published format.

pub mod averages;
pub(crate) mod charts;
pub mod csv;
pub(crate) mod document;
pub(crate) mod docx;
pub(crate) mod drawing;
pub mod evidence;
pub mod explain;
pub(crate) mod facts;
pub mod findings;
pub(crate) mod fonts;
pub(crate) mod form;
pub(crate) mod grid;
pub(crate) mod html;
pub mod instrument;
pub mod json;
pub(crate) mod label;
pub(crate) mod markdown;
pub(crate) mod numbers;
pub mod outline;
pub(crate) mod page;
pub mod paper;
pub(crate) mod pdf;
pub mod previous;
pub mod recommendations;
pub mod result;
pub mod rules;
pub(crate) mod signing;
pub(crate) mod state;
pub(crate) mod sum;
pub mod team;
#[cfg(test)]
pub(crate) mod testing;
pub mod text;
pub mod xlsx;

use serde::Serialize;

use crate::text::visible::is_hidden;

/// Writes a value as JSON for people and programs: two spaces, a final newline, nothing that a terminal would obey.
pub(crate) fn json_text<T: Serialize>(value: &T) -> String {
    let text = serde_json::to_string_pretty(value).expect("plain structs with string keys always serialise");
    let mut safe = String::with_capacity(text.len() + 1);
    for character in text.chars() {
        if is_hidden(character) {
            safe.push_str(&format!("\\u{:04x}", u32::from(character)));
        } else {
            safe.push(character);
        }
    }
    safe.push('\n');
    safe
}
