//! Texts from files made safe to show: what could move a cursor or turn a line around becomes visible.

use std::borrow::Cow;
use std::fmt::Write as _;

/// Replaces control characters (but newline and tab) and marks of direction by forms such as `\u{1b}`.
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    for character in text.chars() {
        if is_hidden(character) {
            let code = u32::from(character);
            write!(shown, "\\u{{{code:x}}}").expect("writing to a string never fails");
        } else {
            shown.push(character);
        }
    }
    Cow::Owned(shown)
}

/// Makes a text visible on one line: line breaks and tabs become spaces.
pub fn on_one_line(text: &str) -> String {
    let words: Vec<&str> = text.split(['\n', '\r', '\t']).filter(|part| !part.is_empty()).collect();
    visible(&words.join(" ")).into_owned()
}

/// Tells whether a character acts on a terminal or on its neighbours instead of showing itself.
pub fn is_hidden(character: char) -> bool {
    (character.is_control() && !matches!(character, '\n' | '\t'))
        || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::{on_one_line, visible};

    #[test]
    fn what_acts_on_a_terminal_is_shown_instead() {
        assert_eq!(visible("a\u{1b}[31mb\u{9b}c\u{7f}"), "a\\u{1b}[31mb\\u{9b}c\\u{7f}");
        assert_eq!(visible("x\u{202e}y\u{2066}z"), "x\\u{202e}y\\u{2066}z");
    }

    #[test]
    fn ordinary_texts_stay_as_they_are() {
        for text in ["Badan Perencanaan – “é”", "baris\nkedua\tkolom", ""] {
            assert_eq!(visible(text), text);
        }
    }

    #[test]
    fn a_cell_stays_on_one_line() {
        assert_eq!(on_one_line("Bagian\r\nHukum\tSetda\u{7}"), "Bagian Hukum Setda\\u{7}");
    }
}
