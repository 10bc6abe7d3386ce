//! Which letters the fonts that come along can show.

use std::collections::BTreeSet;

use skrifa::{FontRef, MetadataProvider};

use crate::paper::fonts::FACES;

/// Finds the letters of a text that no face has; they become boxes in a PDF.
pub(crate) fn unknown(text: &str) -> BTreeSet<char> {
    let letters: BTreeSet<char> =
        text.chars().filter(|letter| !letter.is_whitespace() && !letter.is_control()).collect();
    let faces: Vec<FontRef<'_>> = FACES.iter().filter_map(|face| FontRef::new(face).ok()).collect();
    let known = |letter: char| faces.iter().any(|face| face.charmap().map(letter).is_some());
    letters.into_iter().filter(|letter| !known(*letter)).collect()
}

#[cfg(test)]
mod tests {
    use super::unknown;

    #[test]
    fn letters_of_europe_and_signs_are_known_and_others_are_named() {
        assert!(unknown("Indeks 2,63 – Baik → ☐ ✓ é\nČ").is_empty());
        assert_eq!(unknown("電子 dan 電 🦀").into_iter().collect::<String>(), "子電🦀");
    }
}
