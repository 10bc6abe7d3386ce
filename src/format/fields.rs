//! The fields of a table: what is required, what may be there, and what nobody reads.

use std::cell::RefCell;
use std::ops::Range;

use crate::bilingual;
use crate::diagnostic::file_rules::{BAD_VALUE, MISSING_FIELD, UNKNOWN_FIELD};
use crate::format::node::{Pair, RawNode, Value};
use crate::format::reading::Reading;
use crate::format::shape::Table;
use crate::text::nearest::did_you_mean;

/// A table while its fields are taken out of it.
pub(crate) struct Fields<'a> {
    reading: &'a Reading,
    /// Where the table stands, for fields that are not there.
    span: Range<usize>,
    entries: &'a [Pair],
    /// What the table holds, as it is described.
    table: &'static Table,
    known: RefCell<Vec<&'static str>>,
}

impl<'a> Fields<'a> {
    /// Opens a table by its description; anything else is a finding.
    pub(crate) fn open(node: &'a RawNode, table: &'static Table, reading: &'a Reading) -> Option<Self> {
        let entries = entries(node, reading)?;
        Some(Self { reading, span: first_line(node, entries), entries, table, known: RefCell::default() })
    }

    /// Returns where the table stands.
    pub(crate) fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// Takes a field; one that must be there by its description, and is not, is a finding.
    pub(crate) fn take(&self, key: &'static str) -> Option<&'a RawNode> {
        let field = self.table.field(key);
        debug_assert!(field.is_some(), "`{key}` is read and not described");
        if field.is_some_and(|field| field.required) { self.required(key) } else { self.optional(key) }
    }

    /// Takes a field that may be absent.
    fn optional(&self, key: &'static str) -> Option<&'a RawNode> {
        self.known.borrow_mut().push(key);
        self.entries.iter().find(|entry| entry.key == key).map(|entry| &entry.node)
    }

    /// Takes a field that must be there, whatever its description says: what stands elsewhere asks for it.
    pub(crate) fn required(&self, key: &'static str) -> Option<&'a RawNode> {
        let found = self.optional(key);
        if found.is_none() {
            let message = bilingual!("`{key}` tidak ada", "`{key}` is missing");
            let help = bilingual!("tambahkan `{key}` di sini", "add `{key}` here");
            self.reading.push(self.reading.finding(MISSING_FIELD, self.span.clone(), message).help(help));
        }
        found
    }

    /// Takes a list that may be absent; an absent one is empty.
    pub(crate) fn list(&self, key: &'static str) -> &'a [RawNode] {
        self.take(key).map_or(&[], |node| items(node, self.reading))
    }

    /// Closes the table: every field that nobody took is a finding.
    pub(crate) fn close(self) {
        let known = self.known.into_inner();
        for entry in self.entries.iter().filter(|entry| !known.contains(&entry.key.as_str())) {
            let key = &entry.key;
            let message = bilingual!("`{key}` tidak dikenal di sini", "`{key}` is not known here");
            let help = did_you_mean(key, known.iter().copied()).unwrap_or_else(|| {
                bilingual!("hapus, atau pindahkan ke tempatnya", "remove it, or move it to where it belongs")
            });
            self.reading.push(self.reading.finding(UNKNOWN_FIELD, entry.key_span.clone(), message).help(help));
        }
    }
}

/// Returns the keys and values of a table; anything else is a finding.
pub(crate) fn entries<'a>(node: &'a RawNode, reading: &Reading) -> Option<&'a [Pair]> {
    if let Value::Table(entries) = &node.value {
        return Some(entries);
    }
    let message = bilingual!("di sini seharusnya ada kunci dan nilainya", "keys with values are expected here");
    reading.push(reading.finding(BAD_VALUE, node.span.clone(), message).cutting());
    None
}

/// Returns the items of a list; anything else is a finding and no items.
pub(crate) fn items<'a>(node: &'a RawNode, reading: &Reading) -> &'a [RawNode] {
    if let Value::List(items) = &node.value {
        return items;
    }
    let message = bilingual!("di sini seharusnya ada daftar", "a list is expected here");
    reading.push(reading.finding(BAD_VALUE, node.span.clone(), message).cutting());
    &[]
}

/// Returns where a table begins: its own first bytes, or its first key.
fn first_line(node: &RawNode, entries: &[Pair]) -> Range<usize> {
    if node.span.start > 0 || entries.is_empty() {
        return node.span.start..node.span.start;
    }
    entries[0].key_span.clone()
}
