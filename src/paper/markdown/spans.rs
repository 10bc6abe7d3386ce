//! Running text: pieces become Markdown, and no piece can become more than its style.

use std::fmt::Write as _;

use crate::paper::document::span::{Span, Style, Text};
use crate::paper::markdown::escape::{line_start, piece};
use crate::text::visible::{is_hidden, on_one_line};

/// Writes a text on one line, for a cell or a heading; where a line ended without a mark, a semicolon parts it.
pub(super) fn on_a_line(text: &Text) -> String {
    let mut written = String::new();
    for line in lines_of(text).into_iter().filter(|line| !line.is_empty()) {
        if !written.is_empty() {
            written.push_str(if written.ends_with(['.', ',', ';', ':', '?', '!']) { " " } else { "; " });
        }
        written.push_str(&line);
    }
    written
}

/// Writes a text for a place of its own; a line break stays one, and the lines after the first are moved in.
pub(super) fn lines(text: &Text, indent: &str) -> String {
    let lines: Vec<String> = lines_of(text).into_iter().filter(|line| !line.is_empty()).map(line_start).collect();
    lines.join(&format!("\\\n{indent}"))
}

/// Marks words as strong; nothing stays nothing.
pub(super) fn strong(words: &str) -> String {
    around("**", &piece(words))
}

/// Writes each line of a text, without the spaces at its ends.
fn lines_of(text: &Text) -> Vec<String> {
    let mut lines = vec![String::new()];
    for span in &text.0 {
        for (number, part) in span.text.split('\n').enumerate() {
            if number > 0 {
                lines.push(String::new());
            }
            if let Some(line) = lines.last_mut() {
                line.push_str(&styled(part, span));
            }
        }
    }
    lines.iter().map(|line| line.trim().to_owned()).collect()
}

/// Writes a part of a piece that has no line break; quiet words are plain, for Markdown knows no paler ink.
fn styled(part: &str, span: &Span) -> String {
    match &span.style {
        Style::Plain | Style::Quiet => piece(part),
        Style::Strong => strong(part),
        Style::Emphasis => around("*", &piece(part)),
        Style::Code => code(part),
        Style::Link(address) => format!("[{}]({})", piece(part), destination(address)),
    }
}

/// Puts a mark around words; it must touch them, so the spaces at their ends stay outside.
fn around(mark: &str, words: &str) -> String {
    let inner = words.trim();
    if inner.is_empty() {
        return words.to_owned();
    }
    let start = words.len() - words.trim_start().len();
    let (before, after) = (&words[..start], &words[start + inner.len()..]);
    format!("{before}{mark}{inner}{mark}{after}")
}

/// Writes letters as code, unless they hold a mark that would end the code or the cell.
fn code(part: &str) -> String {
    let shown = on_one_line(part);
    if shown.trim().is_empty() || shown.contains(['`', '|']) { piece(part) } else { format!("`{}`", shown.trim()) }
}

/// Writes an address so that nothing in it ends the link, the cell or the line.
fn destination(address: &str) -> String {
    let mut written = String::with_capacity(address.len());
    for character in address.chars() {
        if character.is_whitespace() || is_hidden(character) || "()<>[]\\\"`|*_~".contains(character) {
            let mut bytes = [0; 4];
            for byte in character.encode_utf8(&mut bytes).bytes() {
                let _ = write!(written, "%{byte:02X}");
            }
        } else {
            written.push(character);
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::{lines, on_a_line};
    use crate::paper::document::span::Text;

    #[test]
    fn marks_touch_their_words() {
        let text = Text::from("Indeks").strong(" 2,64 ").emphasis("Baik").code("3fa9").strong(" ");
        assert_eq!(on_a_line(&text), "Indeks **2,64** *Baik*`3fa9`");
    }

    #[test]
    fn a_line_break_stays_one_and_begins_nothing() {
        assert_eq!(lines(&"satu\n- dua\n\n3. tiga".into(), "  "), "satu\\\n  \\- dua\\\n  3\\. tiga");
        assert_eq!(on_a_line(&"satu\ndua".into()), "satu; dua");
    }

    #[test]
    fn an_address_can_t_leave_its_link() {
        let text = Text::default().address("https://a.id/x)|[y](z) <b>\n");
        assert_eq!(on_a_line(&text).split("](").last(), Some("https://a.id/x%29%7C%5By%5D%28z%29%20%3Cb%3E%0A)"));
    }

    #[test]
    fn code_that_would_end_too_early_is_plain_text() {
        assert_eq!(on_a_line(&Text::default().code("a`b|c")), "a\\`b\\|c");
    }
}
