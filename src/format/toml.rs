//! TOML text to a tree of nodes. The only place that knows the reading side of the TOML library.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue, Error};

use crate::bilingual;
use crate::diagnostic::file_rules::{BAD_SYNTAX, DUPLICATE_KEY};
use crate::format::control;
use crate::format::node::{Pair, RawNode, Scalar, Style, Value};
use crate::format::reading::Reading;

/// Reads TOML; every line that can't be read is a finding. With any, nothing comes back: a half-read table is a guess.
pub(crate) fn parse(text: &str, reading: &Reading) -> Option<RawNode> {
    let mark = text.len() - text.trim_start_matches('\u{feff}').len();
    let (table, errors) = DeTable::parse_recoverable(&text[mark..]);
    for error in &errors {
        refuse(error, mark, reading);
    }
    if !errors.is_empty() {
        return None;
    }
    let root = RawNode { span: 0..text.len(), value: entries(table.get_ref(), text, mark) };
    control::check_node(&root, text, reading);
    Some(root)
}

/// Reports what the library refuses; it never saw the byte order mark, so places are moved by its length.
fn refuse(error: &Error, mark: usize, reading: &Reading) {
    let span = error.span().map_or(0..0, |span| span.start + mark..span.end + mark);
    let said = error.message();
    if said.contains("duplicate key") {
        let message = bilingual!("kunci ini sudah ada", "this key is there already");
        let help = bilingual!("hapus salah satu", "remove one of the two");
        return reading.push(reading.finding(DUPLICATE_KEY, span, message).help(help));
    }
    let said = said.lines().collect::<Vec<_>>().join("; ");
    let message = bilingual!("TOML tidak dapat dibaca: {said}", "this is no TOML: {said}");
    let help = bilingual!(
        "perbaiki baris ini: kunci, tanda `=`, lalu nilai; teks dalam tanda kutip",
        "mend this line: a key, `=`, then a value; texts stand in quotes"
    );
    reading.push(reading.finding(BAD_SYNTAX, span, message).help(help));
}

/// Makes a table in the order of the file; the library has sorted it by key.
fn entries(table: &DeTable<'_>, text: &str, mark: usize) -> Value {
    let mut entries: Vec<Pair> = table
        .iter()
        .map(|(key, value)| Pair {
            key: key.get_ref().to_string(),
            key_span: moved(key.span(), mark),
            node: node(value, text, mark),
        })
        .collect();
    entries.sort_by_key(|entry| entry.key_span.start);
    Value::Table(entries)
}

/// Makes a node; numbers, dates and booleans are taken from the text itself, for they must stay exact.
fn node(value: &Spanned<DeValue<'_>>, text: &str, mark: usize) -> RawNode {
    let span = moved(value.span(), mark);
    let value = match value.get_ref() {
        DeValue::String(content) => Value::Scalar(Scalar { text: content.to_string(), style: Style::Quoted }),
        DeValue::Array(items) => Value::List(items.iter().map(|item| node(item, text, mark)).collect()),
        DeValue::Table(table) => entries(table, text, mark),
        DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_) | DeValue::Datetime(_) => {
            Value::Scalar(Scalar { text: text[span.clone()].to_owned(), style: Style::Bare })
        }
    };
    RawNode { span, value }
}

/// Moves a span from the text behind the byte order mark to the whole file.
fn moved(span: Range<usize>, by: usize) -> Range<usize> {
    span.start + by..span.end + by
}

#[cfg(test)]
mod tests {
    use super::parse;
    use crate::diagnostic::source::line_column;
    use crate::format::node::{Scalar, Style, Value};
    use crate::format::reading::Reading;

    #[test]
    fn a_byte_order_mark_moves_no_place() {
        let text = "\u{feff}year = 2018\r\nname = \"a\"\r\n";
        let reading = Reading::new("spbe.toml");
        let root = parse(text, &reading).expect("TOML");
        let Value::Table(entries) = root.value else { panic!("a table") };
        assert_eq!(&text[entries[0].key_span.clone()], "year");
        assert_eq!(&text[entries[0].node.span.clone()], "2018");
        assert_eq!(entries[0].node.value, Value::Scalar(Scalar { text: "2018".to_owned(), style: Style::Bare }));
        assert_eq!(entries[1].key, "name");
    }

    #[test]
    fn every_broken_line_is_found() {
        let text = "a = \nb = 1\nb = 2\nc = tru\n";
        let reading = Reading::new("spbe.toml");
        assert_eq!(parse(text, &reading), None);
        let found: Vec<_> = reading
            .finish()
            .into_iter()
            .map(|finding| {
                let span = finding.place.and_then(|place| place.span).expect("a span");
                (finding.rule, line_column(text, span.start).line)
            })
            .collect();
        assert!(found.contains(&("duplicate-key", 3)), "{found:?}");
        assert!(found.iter().any(|(rule, line)| *rule == "bad-syntax" && *line == 1), "{found:?}");
        assert!(found.iter().any(|(rule, line)| *rule == "bad-syntax" && *line == 4), "{found:?}");
    }
}
