//! The files of keys and values as JSON Schema (draft 2020-12), for editors: made of the descriptions that their readers
//! take.

mod node;
#[cfg(test)]
mod tests;

use serde::Serialize;

use crate::check::registry::rules;
use crate::data::schema::node::{Entries, Node};
use crate::diagnostic::rule::{Rule, Severity};
use crate::format::shape::{Bond, Described, FILES, Field, Shape, Syntax, Table};
use crate::text::json::json_text;
use crate::text::language::Language;
use crate::text::word::{Vocabulary, Word};

/// The dialect.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";
/// A decimal number where it is written as a text; a comma is read too.
const DECIMAL: &str = "^[0-9]{1,15}([.,][0-9]{1,14})?$";
/// A day; where it is written as a text, as schemas see the days of TOML.
const DAY: &str = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
/// A level as a key.
const LEVEL: &str = r"^(0|[1-9][0-9]*)(\.[0-9]*[1-9])?$";

/// Writes the schema of a file, with its descriptions in one language.
pub(crate) fn json(described: &Described, language: Language) -> String {
    let Described { file, syntax, table } = described;
    let top = Writer { syntax: *syntax, language }.table(table);
    json_text(&Node { dialect: Some(DIALECT), title: Some(file), description: Some(table.about.get(language)), ..top })
}

/// Lists the files that have a schema as JSON, version 1.
pub(crate) fn list(language: Language) -> String {
    let file = |described: &Described| FileV1 {
        file: described.file,
        schema: described.schema_file(),
        about: described.table.about.get(language),
    };
    json_text(&FilesV1 { version: 1, files: FILES.iter().map(file).collect() })
}

/// The files that have a schema.
#[derive(Serialize)]
struct FilesV1 {
    version: u32,
    files: Vec<FileV1>,
}

/// A file, where its schema lies in a workspace, and what the file is about.
#[derive(Serialize)]
struct FileV1 {
    file: &'static str,
    schema: String,
    about: &'static str,
}

/// Writes the schema of one file.
#[derive(Clone, Copy)]
struct Writer {
    syntax: Syntax,
    language: Language,
}

impl Writer {
    /// Writes a table: its fields, and no others.
    fn table(self, table: &Table) -> Node {
        let property = |field: &Field| {
            let description = Some(field.about.get(self.language));
            (field.key, Node { description, ..self.shape(field.shape) })
        };
        let node = Node {
            kinds: vec!["object"],
            properties: Entries(table.fields.iter().map(property).collect()),
            required: table.fields.iter().filter(|field| field.required).map(|field| field.key).collect(),
            additional_properties: Some(false),
            ..Node::default()
        };
        bound(node, table.bond)
    }

    /// Writes what a field holds.
    fn shape(self, shape: Shape) -> Node {
        match shape {
            Shape::Text => Node { kinds: self.texts(), ..Node::default() },
            Shape::Pattern(pattern) => Node { kinds: self.texts(), pattern: Some(pattern), ..Node::default() },
            Shape::Exactly(words) => Node { words: words.to_vec(), ..Node::default() },
            Shape::Word(words) => word(&words()),
            Shape::Whole { least, most, digits } => Node {
                kinds: vec!["integer", "string"],
                minimum: Some(least),
                maximum: Some(most),
                pattern: Some(digits),
                ..Node::default()
            },
            Shape::Decimal => {
                Node { kinds: vec!["number", "string"], minimum: Some(0), pattern: Some(DECIMAL), ..Node::default() }
            }
            Shape::Date => Node { kinds: vec!["string"], format: Some("date"), pattern: Some(DAY), ..Node::default() },
            Shape::Severities => self.severities(),
            Shape::ByLevel => Node {
                kinds: vec!["object"],
                pattern_properties: Entries::one(LEVEL, self.shape(Shape::Text)),
                additional_properties: Some(false),
                ..Node::default()
            },
            Shape::Table(table) => Node { description: Some(table.about.get(self.language)), ..self.table(table) },
            Shape::List(item) => list_of(self.shape(*item)),
            Shape::OneOrList(item) => {
                Node { any_of: vec![self.shape(*item), list_of(self.shape(*item))], ..Node::default() }
            }
        }
    }

    /// Returns the kinds of value that are a text: YAML needs no quotes around `12`.
    fn texts(self) -> Vec<&'static str> {
        match self.syntax {
            Syntax::Toml => vec!["string"],
            Syntax::Yaml => vec!["string", "number", "boolean"],
        }
    }

    /// Writes the severities of the rules that there are.
    fn severities(self) -> Node {
        let words: Vec<Word> = Severity::WORDS.iter().map(|(_, word)| *word).collect();
        let of_rule = |rule: &'static Rule| {
            let description = Some(rule.summary.get(self.language));
            (rule.id, Node { description, ..word(&words) })
        };
        Node {
            kinds: vec!["object"],
            properties: Entries(rules().map(of_rule).collect()),
            additional_properties: Some(false),
            ..Node::default()
        }
    }
}

/// Writes the words of a vocabulary: the codes first, then what else is read.
fn word(words: &[Word]) -> Node {
    let mut all: Vec<&'static str> = words.iter().map(|word| word.code).collect();
    for other in words.iter().flat_map(|word| [word.id, word.en]) {
        if !all.contains(&other) {
            all.push(other);
        }
    }
    Node { words: all, ..Node::default() }
}

/// Writes a list.
fn list_of(item: Node) -> Node {
    Node { kinds: vec!["array"], items: Some(Box::new(item)), ..Node::default() }
}

/// Adds what holds between the fields of a table.
fn bound(node: Node, bond: Bond) -> Node {
    let need = |key: &&'static str| Node { required: vec![*key], ..Node::default() };
    match bond {
        Bond::None => node,
        Bond::AnyOf(keys) => Node { any_of: keys.iter().map(need).collect(), ..node },
        Bond::OneOf(keys) => Node {
            one_of: keys.iter().map(need).collect(),
            all_of: keys.iter().map(|key| weighing(key)).collect(),
            ..node
        },
        Bond::Weighs(key) => Node { all_of: vec![weighing(key)], ..node },
    }
}

/// Says that the parts in a list have a weight each, and none where `weights` says that they weigh the same.
fn weighing(key: &'static str) -> Node {
    let parts = |part: Node| {
        let list = Node { items: Some(Box::new(part)), ..Node::default() };
        Some(Box::new(Node { properties: Entries::one(key, list), ..Node::default() }))
    };
    let nothing = Node { not: Some(Box::default()), ..Node::default() };
    let equal = Node { word: Some("equal"), ..Node::default() };
    Node {
        condition: Some(Box::new(Node {
            properties: Entries::one("weights", equal),
            required: vec!["weights"],
            ..Node::default()
        })),
        then: parts(Node { properties: Entries::one("weight", nothing), ..Node::default() }),
        otherwise: parts(Node { required: vec!["weight"], ..Node::default() }),
        ..Node::default()
    }
}
