//! Texts that people paste: what Word, a PDF or a browser leaves in them is taken out or made plain, and what can't be is
//! told with its place.

use crate::text::visible::is_hidden;

/// A text made plain, and what was done to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Cleaned {
    /// The text, without white space around it.
    pub(crate) text: String,
    /// Whether characters that nobody sees were taken out.
    pub(crate) removed: bool,
    /// Whether lines were joined.
    pub(crate) joined: bool,
}

/// A character that no text of a workspace may hold and that means nothing plain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Unclean {
    /// The character.
    pub(crate) character: char,
    /// Its place in the text, counted in characters from 1.
    pub(crate) at: usize,
}

/// What becomes of a character.
enum Fate {
    Stays(char),
    Ends,
    Goes,
    Refused,
}

/// Makes a text plain that may span lines.
///
/// # Errors
/// It holds a control character, such as the escape of a terminal.
pub(crate) fn prose(text: &str) -> Result<Cleaned, Unclean> {
    let mut plain = String::with_capacity(text.len());
    let mut removed = false;
    let mut characters = text.chars().enumerate().peekable();
    while let Some((index, character)) = characters.next() {
        match fate(character) {
            Fate::Stays(character) => plain.push(character),
            Fate::Ends => {
                if character == '\r' && characters.peek().is_some_and(|(_, next)| *next == '\n') {
                    characters.next();
                }
                plain.push('\n');
            }
            Fate::Goes => removed = true,
            Fate::Refused => return Err(Unclean { character, at: index + 1 }),
        }
    }
    Ok(Cleaned { text: plain.trim().to_owned(), removed, joined: false })
}

/// Makes a text plain that stands on one line; several lines are joined by spaces.
///
/// # Errors
/// It holds a control character, such as the escape of a terminal.
pub(crate) fn line(text: &str) -> Result<Cleaned, Unclean> {
    let cleaned = prose(text)?;
    if !cleaned.text.contains('\n') {
        return Ok(Cleaned { text: cleaned.text.replace('\t', " "), ..cleaned });
    }
    let lines: Vec<&str> = cleaned.text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    Ok(Cleaned { text: lines.join(" ").replace('\t', " "), joined: true, ..cleaned })
}

/// Tells whether a text has a letter or a digit: one without says nothing.
pub(crate) fn says_something(text: &str) -> bool {
    // The fillers of Hangul count as letters and show nothing.
    let filler = |letter| matches!(letter, '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}');
    text.chars().any(|letter| letter.is_alphanumeric() && !filler(letter))
}

/// Judges a character: line ends of Word and of Unicode, marks that only printers and browsers see, and the rest.
fn fate(character: char) -> Fate {
    match character {
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Fate::Ends,
        '\u{a0}' | '\u{202f}' => Fate::Stays(' '),
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{fffc}' | '\u{fffe}' | '\u{ffff}' => {
            Fate::Goes
        }
        '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => Fate::Goes,
        _ if is_hidden(character) => Fate::Refused,
        _ => Fate::Stays(character),
    }
}

#[cfg(test)]
mod tests {
    use super::{Unclean, line, prose, says_something};

    #[test]
    fn what_word_and_pdf_leave_behind_is_taken_out() {
        let found =
            prose("\u{feff}Per\u{ad}aturan\u{b}Bupati\u{200e}\r\nNomor\u{a0}12\u{c}Tahun 2018\u{2028}akhir \r\n")
                .expect("plain");
        assert_eq!(found.text, "Peraturan\nBupati\nNomor 12\nTahun 2018\nakhir");
        assert!(found.removed && !found.joined);
        let untouched = prose("Fakta;\n\tanalisis é").expect("plain");
        assert_eq!((untouched.text.as_str(), untouched.removed), ("Fakta;\n\tanalisis é", false));
    }

    #[test]
    fn several_lines_become_one_where_there_is_one() {
        let found = line("Revisi peraturan.\n\n  Susun SOP.\n").expect("plain");
        assert_eq!((found.text.as_str(), found.joined), ("Revisi peraturan. Susun SOP.", true));
        assert!(!line(" satu\tbaris \n").expect("plain").joined, "a line end at the end joins nothing");
    }

    #[test]
    fn what_would_act_on_a_terminal_is_told_with_its_place() {
        assert_eq!(line("é\u{1b}[31m"), Err(Unclean { character: '\u{1b}', at: 2 }));
        assert_eq!(prose("a\0"), Err(Unclean { character: '\0', at: 2 }));
    }

    #[test]
    fn a_text_without_letter_or_digit_says_nothing() {
        assert!(says_something("x") && says_something("12") && says_something("é"));
        assert!(!says_something("") && !says_something(" . ") && !says_something("-\u{200b}"));
        assert!(!says_something("\u{3164}"), "a filler is a letter that shows nothing");
    }
}
