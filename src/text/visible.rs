//! Texts of files made safe to show: what a terminal would obey, or what would reorder a line, becomes visible.

use std::borrow::Cow;
use std::fmt::Write as _;

/// Replaces control characters and bidirectional overrides by their code, such as `\u{1b}`.
///
/// Line breaks and tabs stay.
pub(crate) fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        if is_hidden(character) {
            let _ = write!(shown, "{}", character.escape_unicode());
        } else {
            shown.push(character);
        }
    }
    Cow::Owned(shown)
}

/// Does the same for a format that is XML or like it, which may hold two characters less.
pub(crate) fn visible_in_markup(text: &str) -> Cow<'_, str> {
    let shown = visible(text);
    if !shown.contains(['\u{fffe}', '\u{ffff}']) {
        return shown;
    }
    Cow::Owned(shown.replace('\u{fffe}', "\\u{fffe}").replace('\u{ffff}', "\\u{ffff}"))
}

/// Shows a text on one line: line breaks and tabs become spaces, all else is made [`visible`].
pub(crate) fn on_one_line(text: &str) -> String {
    let words: Vec<&str> = text.split(['\n', '\r', '\t']).filter(|part| !part.is_empty()).collect();
    visible(&words.join(" ")).into_owned()
}

/// Tells whether a character would act on a terminal, or on the order of a line, instead of being shown.
pub(crate) fn is_hidden(character: char) -> bool {
    let control = character.is_control() && !matches!(character, '\n' | '\t');
    let bidirectional =
        matches!(character, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    // Marks of an object that is not there, and tags that spell a text within a text.
    let nothing = matches!(character, '\u{fff9}'..='\u{fffc}' | '\u{e0000}'..='\u{e007f}');
    control || bidirectional || nothing || character == '\u{feff}'
}

#[cfg(test)]
mod tests {
    use super::{on_one_line, visible};

    #[test]
    fn what_a_terminal_would_obey_is_shown() {
        assert_eq!(visible("a\u{1b}[31mb\r\u{9b}c"), "a\\u{1b}[31mb\\u{d}\\u{9b}c");
        assert_eq!(visible("\u{202e}txt.exe"), "\\u{202e}txt.exe");
        assert_eq!(visible("é\tok\n"), "é\tok\n");
    }

    #[test]
    fn a_cell_stays_on_one_line() {
        assert_eq!(on_one_line("Bagian\r\nHukum\tSetda\u{7}"), "Bagian Hukum Setda\\u{7}");
    }
}
