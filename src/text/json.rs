//! JSON as it is printed.

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
