//! Texts made harmless in Markdown.

use crate::text::visible::on_one_line;

/// Characters that mean something within a line.
const SPECIAL: [char; 13] = ['\\', '`', '*', '_', '[', ']', '<', '>', '|', '~', '&', '$', '#'];

/// Escapes a text for a heading, a cell or a sentence; it stays on one line.
pub(super) fn inline(text: &str) -> String {
    piece(text).trim().to_owned()
}

/// Escapes a piece of a sentence: the spaces that part it from the next piece stay.
pub(super) fn piece(text: &str) -> String {
    let text = on_one_line(text);
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        if SPECIAL.contains(&character) {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

/// Escapes what means something at the beginning of a line, in a line that is escaped already.
pub(super) fn line_start(text: String) -> String {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 && text[digits..].starts_with(['.', ')']) {
        return format!("{}\\{}", &text[..digits], &text[digits..]);
    }
    if text.starts_with(['-', '+', '=']) { format!("\\{text}") } else { text }
}

#[cfg(test)]
mod tests {
    use super::{inline, line_start};

    #[test]
    fn what_means_something_is_escaped() {
        assert_eq!(inline("a | <b> `c` *d*"), "a \\| \\<b\\> \\`c\\` \\*d\\*");
        assert_eq!(inline("Perbup 12/2018, pasal 4 (ayat 1)"), "Perbup 12/2018, pasal 4 (ayat 1)");
    }

    #[test]
    fn a_line_that_would_begin_a_list_or_a_heading_does_not() {
        assert_eq!(line_start(inline("- satu")), "\\- satu");
        assert_eq!(line_start(inline("1. satu")), "1\\. satu");
        assert_eq!(line_start(inline("# satu")), "\\# satu");
        assert_eq!(line_start(inline("12 satu")), "12 satu");
    }
}
