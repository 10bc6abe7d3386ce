//! Characters that nobody sees: each place of a text where one stands is a finding.

use crate::bilingual;
use crate::diagnostic::file_rules::CONTROL_CHARACTER;
use crate::format::node::{RawNode, Value};
use crate::format::reading::Reading;
use crate::text::visible::is_hidden;

/// How many places of one file are told; a binary file has thousands.
const MOST: usize = 20;
/// How many bytes are looked at together.
const BLOCK: usize = 256;

/// Finds hidden characters in a text as it stands in the file. Line endings and a byte order mark in front are none.
pub(crate) fn check_text(text: &str, reading: &Reading) {
    // Almost every file is plain ASCII. A block is looked at without a branch, many bytes at once.
    let plain = |block: &[u8]| block.iter().fold(true, |all, byte| all & matches!(byte, b' '..=b'~' | b'\n' | b'\t'));
    if text.as_bytes().chunks(BLOCK).all(plain) {
        return;
    }
    let mark = text.len() - text.strip_prefix('\u{feff}').unwrap_or(text).len();
    for (byte, character) in hidden(&text[mark..]).take(MOST) {
        let start = mark + byte;
        found(character, start..start + character.len_utf8(), reading);
    }
}

/// Returns the hidden characters of a text, with where they stand; line endings are none.
pub(crate) fn hidden(text: &str) -> impl Iterator<Item = (usize, char)> {
    text.char_indices().filter(|(byte, character)| {
        is_hidden(*character) && !(*character == '\r' && text[byte + 1..].starts_with('\n'))
    })
}

/// Finds hidden characters that a file spells out, such as `"\u001B"`: they come to life when the file is read.
pub(crate) fn check_node(node: &RawNode, text: &str, reading: &Reading) {
    match &node.value {
        Value::Null => {}
        Value::Scalar(scalar) => {
            let raw = text.get(node.span.clone()).unwrap_or_default();
            let spelt = scalar.text.chars().find(|character| is_hidden(*character) && !raw.contains(*character));
            if let Some(character) = spelt {
                found(character, node.span.clone(), reading);
            }
        }
        Value::List(items) => items.iter().for_each(|item| check_node(item, text, reading)),
        Value::Table(entries) => entries.iter().for_each(|entry| check_node(&entry.node, text, reading)),
    }
}

/// Reports a character by its code, for it can't be shown.
fn found(character: char, span: std::ops::Range<usize>, reading: &Reading) {
    let code = format!("U+{:04X}", u32::from(character));
    let message = bilingual!("karakter tak terlihat {code}", "an invisible character {code}");
    let help = bilingual!(
        "hapus karakter ini; ia dapat menipu mata atau mengacaukan terminal",
        "remove this character; it can deceive the eye or act on a terminal"
    );
    reading.push(reading.finding(CONTROL_CHARACTER, span, message).help(help));
}

#[cfg(test)]
mod tests {
    use super::check_text;
    use crate::format::reading::Reading;
    use crate::format::{toml, yaml};

    fn starts(reading: Reading) -> Vec<usize> {
        let spans = reading.finish().into_iter().filter_map(|finding| finding.place?.span);
        spans.map(|span| span.start).collect()
    }

    #[test]
    fn what_nobody_sees_is_found_where_it_stands() {
        let reading = Reading::new("a.csv");
        check_text("\u{feff}a\tb\r\nc\u{1b}[31m\u{202e}\r\0\u{feff}", &reading);
        assert_eq!(starts(reading), [9, 14, 17, 18, 19]);
    }

    #[test]
    fn what_a_file_spells_out_is_found_too() {
        let reading = Reading::new("a.toml");
        let text = "a = \"x\\u001By\"\nb = \"fine\"\n";
        assert!(toml::parse(text, &reading).is_some());
        let text = "a: fine\nb: \"\\0\"\n";
        assert!(yaml::parse(text, &reading).is_some());
        assert_eq!(starts(reading), [4, 11]);
    }

    #[test]
    fn a_binary_file_is_not_told_byte_by_byte() {
        let reading = Reading::new("a.csv");
        check_text(&"\0".repeat(5000), &reading);
        assert_eq!(reading.finish().len(), 20);
    }
}
