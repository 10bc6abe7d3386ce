//! Wrapping and shortening of text, once for everything that must fit somewhere, with the measure as an argument: the
//! columns of a terminal, the letters of a font, an average letter.

use unicode_width::UnicodeWidthStr;

/// What is set in place of what is left out.
const ELLIPSIS: &str = "…";

/// Where a line may break.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Breaks {
    /// At spaces.
    Spaces,
    /// At spaces, and behind hyphens and slashes inside of words.
    Parts,
}

/// Returns how many columns of a terminal a text takes.
pub(crate) fn columns(text: &str) -> usize {
    text.width()
}

/// Wraps a text to the room that each line has; a word that is wider is left whole on a line of its own.
///
/// Line breaks count as spaces, and a text without words has no lines.
pub(crate) fn wrapped<W: PartialOrd>(text: &str, breaks: Breaks, room: W, measure: impl Fn(&str) -> W) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        for (number, part) in parts(word, breaks).enumerate() {
            let space = if number == 0 { " " } else { "" };
            match lines.last_mut() {
                Some(line) if measure(&format!("{line}{space}{part}")) <= room => {
                    line.push_str(space);
                    line.push_str(part);
                }
                _ => lines.push(part.to_owned()),
            }
        }
    }
    lines
}

/// Wraps a text to so many lines at most, each shortened to the room that it has; none if `most` is nought.
pub(crate) fn wrapped_at_most<W: PartialOrd + Copy>(
    text: &str,
    most: usize,
    breaks: Breaks,
    room: W,
    measure: impl Fn(&str) -> W,
) -> Vec<String> {
    let mut lines = wrapped(text, breaks, room, &measure);
    if lines.len() > most {
        let rest = lines.split_off(most.saturating_sub(1)).join(" ");
        lines.push(rest);
        lines.truncate(most);
    }
    lines.iter().map(|line| shortened(line, room, &measure)).collect()
}

/// Shortens a text to a room, with a mark where something is left out.
pub(crate) fn shortened<W: PartialOrd>(text: &str, room: W, mut measure: impl FnMut(&str) -> W) -> String {
    if measure(text) <= room {
        return text.to_owned();
    }
    let ends: Vec<usize> = text.char_indices().map(|(start, _)| start).collect();
    let fitting = ends.partition_point(|end| measure(&format!("{}{ELLIPSIS}", &text[..*end])) <= room);
    let end = fitting.checked_sub(1).map_or(0, |last| ends[last]);
    format!("{}{ELLIPSIS}", text[..end].trim_end())
}

/// Parts a word behind its hyphens and slashes if a line may break there.
fn parts(word: &str, breaks: Breaks) -> impl Iterator<Item = &str> {
    word.split_inclusive(move |character| breaks == Breaks::Parts && matches!(character, '-' | '/'))
}

#[cfg(test)]
mod tests {
    use super::{Breaks, columns, shortened, wrapped, wrapped_at_most};

    fn at_spaces(text: &str, room: usize) -> String {
        wrapped(text, Breaks::Spaces, room, columns).join("|")
    }

    #[test]
    fn a_text_breaks_where_the_next_word_does_not_fit() {
        assert_eq!(at_spaces("satu dua tiga empat", 13), "satu dua tiga|empat");
        assert_eq!(at_spaces("satu dua tiga empat", 12), "satu dua|tiga empat");
        assert_eq!(at_spaces("  satu\n dua  ", 40), "satu dua");
        assert_eq!(at_spaces(" \n ", 40), "");
    }

    #[test]
    fn a_word_that_is_too_long_stays_whole_on_its_own_line() {
        assert_eq!(at_spaces("lihat https://example.id/a-b ini", 8), "lihat|https://example.id/a-b|ini");
        assert_eq!(at_spaces("a b", 0), "a|b");
    }

    #[test]
    fn a_word_may_break_behind_its_hyphens_and_slashes() {
        let parts = |text, room| wrapped(text, Breaks::Parts, room, columns).join("|");
        assert_eq!(parts("government-administration", 12), "government-|administration");
        assert_eq!(parts("e-government dan/atau SPBE", 12), "e-government|dan/atau|SPBE");
        assert_eq!(parts("e-government dan/atau SPBE", 18), "e-government dan/|atau SPBE");
    }

    #[test]
    fn wide_letters_take_two_columns_and_marks_on_letters_none() {
        assert_eq!((columns("電子政府"), columns("e\u{301}"), columns("▶ 3 – 4 ×")), (8, 1, 9));
        assert_eq!(at_spaces("電子 政府", 8), "電子|政府");
        assert_eq!(shortened("電子政府", 6, columns), "電子…");
        assert_eq!(shortened("電子政府", 5, columns), "電子…");
    }

    #[test]
    fn what_measures_is_the_callers() {
        let letters = |text: &str| text.chars().map(|letter| if letter == 'i' { 0.3 } else { 0.6 }).sum::<f64>();
        assert_eq!(wrapped("iiii mmmm", Breaks::Spaces, 3.0, letters), ["iiii", "mmmm"]);
        assert_eq!(shortened("iiiiiiii", 1.6, letters), "iii…");
    }

    #[test]
    fn the_last_of_the_lines_says_that_something_is_left_out() {
        let at_most = |most| wrapped_at_most("Kebijakan Internal Tata Kelola", most, Breaks::Spaces, 10, columns);
        assert_eq!(at_most(4), ["Kebijakan", "Internal", "Tata", "Kelola"]);
        assert_eq!(at_most(3), ["Kebijakan", "Internal", "Tata Kelo…"]);
        assert_eq!(at_most(1), ["Kebijakan…"]);
        assert!(at_most(0).is_empty());
    }

    #[test]
    fn shortening_leaves_no_space_before_the_mark() {
        assert_eq!(shortened("Kebijakan Internal", 11, columns), "Kebijakan…");
        assert_eq!(shortened("Kebijakan", 9, columns), "Kebijakan");
        assert_eq!(shortened("Kebijakan", 8, columns), "Kebijak…");
        assert_eq!((shortened("ab", 1, columns), shortened("ab", 0, columns)), ("…".to_owned(), "…".to_owned()));
    }
}
