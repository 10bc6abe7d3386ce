//! YAML text to a tree of nodes. The only place that knows the YAML library.

use std::fmt;
use std::ops::Range;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_yaml::{Budget, DuplicateKeyPolicy, Location, Spanned};

use crate::bilingual;
use crate::diagnostic::file_rules::{BAD_SYNTAX, DUPLICATE_KEY};
use crate::format::control;
use crate::format::node::{Pair, RawNode, Scalar, Style, Value};
use crate::format::reading::Reading;

/// The deepest nesting that an instrument can have; more is an attack or a mistake.
const DEEPEST: usize = 64;
/// The most nodes; the largest instrument of the ministry has about 1,500.
const MOST_NODES: usize = 200_000;

/// Reads YAML; what can't be read is a finding and nothing comes back.
pub(crate) fn parse(text: &str, reading: &Reading) -> Option<RawNode> {
    let mut budget = Budget::default();
    budget.max_depth = DEEPEST;
    budget.max_nodes = MOST_NODES;
    let mut options = serde_yaml::Options::default();
    options.budget = Some(budget);
    options.duplicate_keys = DuplicateKeyPolicy::Error;
    match serde_yaml::from_str_with_options::<Spanned<Raw>>(text, options) {
        Ok(Spanned { value: Raw::Null, .. }) => {
            let message = bilingual!("berkas kosong", "the file is empty");
            reading.push(reading.finding(BAD_SYNTAX, 0..0, message));
            None
        }
        Ok(root) => {
            let root = node(root, text);
            control::check_node(&root, text, reading);
            Some(root)
        }
        Err(error) => {
            refuse(&error, text, reading);
            None
        }
    }
}

/// Reports what the library refuses, without the line that it names: the finding has a place of its own.
fn refuse(error: &serde_yaml::Error, text: &str, reading: &Reading) {
    let error = error.without_snippet();
    let place = error.location().map_or(0..0, |location| span(location, text));
    let said = error.to_string();
    let said = said.split(" at line ").next().unwrap_or(&said).to_owned();
    if let Some(key) = said.strip_prefix("duplicate mapping key: ") {
        let key = key.split(',').next().unwrap_or(key);
        let message = bilingual!("kunci `{key}` sudah ada", "the key `{key}` is there already");
        let help = bilingual!("hapus salah satu", "remove one of the two");
        return reading.push(reading.finding(DUPLICATE_KEY, place, message).help(help));
    }
    let message = bilingual!("YAML tidak dapat dibaca: {said}", "this is no YAML: {said}");
    let help = bilingual!(
        "perbaiki baris ini; lekukan memakai spasi, bukan tab",
        "mend this line; indent with spaces, never with tabs"
    );
    reading.push(reading.finding(BAD_SYNTAX, place, message).help(help));
}

/// Returns the bytes of a location; where the library knows only line and column, they are counted out.
fn span(location: Location, text: &str) -> Range<usize> {
    if let (Some(start), Some(length)) = (location.span().byte_offset(), location.span().byte_len()) {
        let start = (start as usize).min(text.len());
        return start..(start + length as usize).min(text.len());
    }
    let line = usize::try_from(location.line()).unwrap_or(1).max(1);
    let column = usize::try_from(location.column()).unwrap_or(1).max(1);
    let line_start: usize = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
    let rest = &text[line_start..];
    let start = line_start + rest.char_indices().nth(column - 1).map_or(rest.len(), |(byte, _)| byte);
    start..start
}

/// Makes a node; what an alias repeats is taken from its anchor, and stands where the alias does.
fn node(raw: Spanned<Raw>, text: &str) -> RawNode {
    let written = span(raw.defined, text);
    let value = match raw.value {
        Raw::Text(content) => {
            let quoted = matches!(text.as_bytes().get(written.start), Some(b'"' | b'\'' | b'|' | b'>'));
            Value::Scalar(Scalar { text: content, style: if quoted { Style::Quoted } else { Style::Plain } })
        }
        Raw::Other => Value::Scalar(Scalar { text: text[written].to_owned(), style: Style::Plain }),
        Raw::Null => Value::Null,
        Raw::List(items) => Value::List(items.into_iter().map(|item| node(item, text)).collect()),
        Raw::Table(entries) => Value::Table(entries.into_iter().map(|(key, value)| entry(key, value, text)).collect()),
    };
    RawNode { span: span(raw.referenced, text), value }
}

/// Makes a key and its value, each with its place.
fn entry(key: Spanned<String>, value: Spanned<Raw>, text: &str) -> Pair {
    Pair { key_span: span(key.referenced, text), key: key.value, node: node(value, text) }
}

/// What the library hands over. Numbers and booleans are taken from the text itself, for they must stay exact.
enum Raw {
    Null,
    Text(String),
    Other,
    List(Vec<Spanned<Self>>),
    Table(Vec<(Spanned<String>, Spanned<Self>)>),
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RawVisitor)
    }
}

/// Takes whatever the file holds; which shape it must have is asked of the tree.
struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_none<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Raw, D::Error> {
        Raw::deserialize(deserializer)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Raw, E> {
        Ok(Raw::Other)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Raw, E> {
        Ok(Raw::Other)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Raw, E> {
        Ok(Raw::Other)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Raw, E> {
        Ok(Raw::Other)
    }

    fn visit_str<E>(self, text: &str) -> Result<Raw, E> {
        Ok(Raw::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Raw, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Raw::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Raw, A::Error> {
        let mut table = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            table.push(entry);
        }
        Ok(Raw::Table(table))
    }
}

#[cfg(test)]
mod tests {
    use super::parse;
    use crate::diagnostic::source::line_column;
    use crate::format::node::{RawNode, Style, Value};
    use crate::format::reading::Reading;

    fn read(text: &str) -> RawNode {
        let reading = Reading::new("instrument.yaml");
        parse(text, &reading).unwrap_or_else(|| panic!("{:?}", reading.finish()))
    }

    #[test]
    fn scalars_stay_as_they_were_written() {
        let root = read("weight: 1.30\nlevels: {1: Rintisan, 2: \"2\"}\nnote: ~\n");
        let Value::Table(entries) = &root.value else { panic!("a table") };
        let Value::Scalar(weight) = &entries[0].node.value else { panic!("a scalar") };
        assert_eq!((weight.text.as_str(), weight.style), ("1.30", Style::Plain));
        assert_eq!(entries[0].node.span, 8..12);
        let Value::Table(levels) = &entries[1].node.value else { panic!("a table") };
        assert_eq!(levels[0].key, "1");
        let Value::Scalar(second) = &levels[1].node.value else { panic!("a scalar") };
        assert_eq!((second.text.as_str(), second.style), ("2", Style::Quoted));
        assert_eq!(entries[2].node.value, Value::Null);
    }

    #[test]
    fn what_is_no_yaml_is_found_at_its_place() {
        for (text, rule, line) in [
            ("a: 1\n\tb: 2\n", "bad-syntax", 1),
            ("a: 1\nb: 2\na: 3\n", "duplicate-key", 3),
            ("", "bad-syntax", 1),
            ("a: [1, 2\nb: 3\n", "bad-syntax", 2),
        ] {
            let reading = Reading::new("instrument.yaml");
            assert_eq!(parse(text, &reading), None, "{text:?}");
            let findings = reading.finish();
            assert_eq!(findings.len(), 1);
            assert_eq!(findings[0].rule, rule, "{text:?}");
            let span = findings[0].place.as_ref().and_then(|place| place.span.clone()).expect("a span");
            assert_eq!(line_column(text, span.start).line, line, "{text:?} {:?}", findings[0].message);
        }
    }
}
