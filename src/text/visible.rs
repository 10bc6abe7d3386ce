//! Characters that a terminal would obey instead of showing, made visible.

use std::borrow::Cow;
use std::fmt::Write as _;

/// Replaces control and direction characters by their escapes, such as `\u{1b}`; line breaks and tabs stay.
///
/// A text from a file can thereby neither move the cursor nor show its letters in another order than they stand.
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        if is_hidden(character) {
            // Writing to a string can't fail.
            let _ = write!(shown, "\\u{{{:x}}}", u32::from(character));
        } else {
            shown.push(character);
        }
    }
    Cow::Owned(shown)
}

fn is_hidden(character: char) -> bool {
    let control = character.is_control() && !matches!(character, '\n' | '\t');
    control || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::visible;

    #[test]
    fn what_a_terminal_would_obey_is_shown() {
        assert_eq!(visible("a\u{1b}[31mb\u{7f}\u{85}"), "a\\u{1b}[31mb\\u{7f}\\u{85}");
        assert_eq!(visible("\u{202e}lmth\u{2069}\u{feff}"), "\\u{202e}lmth\\u{2069}\\u{feff}");
    }

    #[test]
    fn plain_text_stays_as_it_is() {
        assert_eq!(visible("é 日本\n\tb"), "é 日本\n\tb");
    }
}
