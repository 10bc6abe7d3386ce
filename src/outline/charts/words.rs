//! Words that must fit into a drawing, where nothing breaks lines by itself.

use crate::text::wrap::{Breaks, wrapped_at_most};

/// How wide a letter is on average, in parts of the size of its font: Lato has 0.52, the widest of the fonts that a
/// browser may take instead 0.6.
const LETTER: f64 = 0.58;

/// Breaks a text into lines of about this width; what does not fit into so many lines ends in an ellipsis.
pub(super) fn wrapped(text: &str, size: f64, width: f64, most: usize) -> Vec<String> {
    // Four letters at least, so that something is told of every name.
    wrapped_at_most(text, most, Breaks::Parts, (width / (size * LETTER)).max(4.0), letters)
}

/// Cuts a text to one line of about this width.
pub(super) fn on_one_line(text: &str, size: f64, width: f64) -> String {
    wrapped(text, size, width, 1).pop().unwrap_or_default()
}

/// How many letters a text has.
fn letters(text: &str) -> f64 {
    text.chars().map(|_| 1.0).sum()
}

#[cfg(test)]
mod tests {
    use super::{on_one_line, wrapped};

    #[test]
    fn a_text_breaks_between_words_and_ends_in_an_ellipsis() {
        let text = "Kebijakan Internal Tata Kelola SPBE";
        assert_eq!(wrapped(text, 10.0, 110.0, 3).join("|"), "Kebijakan Internal|Tata Kelola SPBE");
        assert_eq!(wrapped(text, 10.0, 60.0, 3).join("|"), "Kebijakan|Internal|Tata Kelo…");
        assert_eq!(on_one_line(text, 10.0, 110.0), "Kebijakan Interna…");
        assert_eq!(on_one_line("Tata\nKelola", 10.0, 100.0), "Tata Kelola");
        assert_eq!(on_one_line("", 10.0, 100.0), "");
        assert_eq!(
            wrapped("Electronic government-administration", 10.0, 90.0, 3).join("|"),
            "Electronic|government-|administration"
        );
    }
}
