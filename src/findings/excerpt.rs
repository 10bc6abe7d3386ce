//! The line of a file that a place points into, fit to be shown.

use std::ops::Range;

use crate::diagnostic::source::Line;
use crate::text::visible::is_hidden;

/// A line and the bytes of it that are meant.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Excerpt {
    /// The number of the line in its file.
    pub(super) line: usize,
    /// What it says, with a stand-in for every character that a terminal would obey.
    pub(super) text: String,
    /// The bytes of `text` that are meant.
    pub(super) span: Range<usize>,
}

/// Cuts out the line in which a span begins; a span over several lines is shown by its first.
pub(super) fn excerpt(line: Line<'_>, span: &Range<usize>) -> Excerpt {
    let within = |byte: usize| {
        let mut byte = byte.saturating_sub(line.start).min(line.text.len());
        while !line.text.is_char_boundary(byte) {
            byte -= 1;
        }
        byte
    };
    let (start, end) = (within(span.start), within(span.end));
    let start_shown = shown(&line.text[..start]).len();
    let length = shown(&line.text[start..end.max(start)]).len();
    Excerpt { line: line.number, text: shown(line.text), span: start_shown..start_shown + length }
}

/// One stand-in per character, so that columns stay what they are in the file.
fn shown(text: &str) -> String {
    text.chars().map(|character| if is_hidden(character) { '\u{fffd}' } else { character }).collect()
}

#[cfg(test)]
mod tests {
    use super::{Excerpt, excerpt};
    use crate::diagnostic::source::Line;

    fn cut(text: &str, span: std::ops::Range<usize>) -> Excerpt {
        excerpt(Line { number: 3, start: 100, text }, &span)
    }

    #[test]
    fn the_span_still_means_the_same_after_hidden_characters() {
        let cut = cut("a\u{1b}\u{202e}bc", 105..106);
        assert_eq!(cut.text, "a\u{fffd}\u{fffd}bc");
        assert_eq!(&cut.text[cut.span], "b");
    }

    #[test]
    fn a_span_that_goes_on_is_cut_at_the_end_of_its_first_line() {
        assert_eq!(cut("abc", 101..900).span, 1..3);
        assert_eq!(cut("abc", 900..901).span, 3..3);
        assert_eq!(cut("é", 101..102).span, 0..2);
    }
}
