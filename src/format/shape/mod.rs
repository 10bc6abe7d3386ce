//! What the files of keys and values hold: each table described once, for its reader and for the schema that editors use.
//!
//! A reader asks here whether a field must be there; what kind of value it takes is the reader's to refuse and the
//! description's to tell, and a test of `data::schema` holds the two together.

pub(crate) mod directive;
mod findings;
mod instrument;
mod manifest;
mod policy;
mod presentation;
mod team;

pub(super) use findings::{ASPECT, FINDINGS};
pub(super) use instrument::{
    ASPECT as INSTRUMENT_ASPECT, BOTH_LANGUAGES, CAPABILITY, DOMAIN, EVIDENCE, FUNCTION, INDICATOR, INSTRUMENT, MAPPED,
    MAPPING, PREDICATE, PREDICATE_FROM, REPEAT, ROLE, ROUNDING, SCALE, TERMS, YEARS,
};
pub(super) use manifest::{AGENCY, EVALUATION, MANIFEST, PERIOD, SCHEDULE, SERVICE};
pub(super) use policy::{POLICY, TARGET, TRUSTED};
pub(super) use presentation::{LETTERHEAD, PRESENTATION, SIGNATORY};
pub(super) use team::{BRIEFING, DECREE, MEMBER, TEAM, UNIT};

use crate::model::files;
use crate::text::language::Language;
use crate::text::word::{Vocabulary, Word};

/// A file that is described.
#[derive(Debug)]
pub(crate) struct Described {
    /// The name of the file.
    pub(crate) file: &'static str,
    /// How it is written.
    pub(crate) syntax: Syntax,
    /// What it holds.
    pub(crate) table: &'static Table,
}

/// How a file of keys and values is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Syntax {
    /// TOML, where a text stands in quotes.
    Toml,
    /// YAML, where a text may look like a number.
    Yaml,
}

/// Every file that is described, in the order of the README.
pub(crate) static FILES: [Described; 6] = [
    Described { file: files::MANIFEST, syntax: Syntax::Toml, table: &MANIFEST },
    Described { file: files::INSTRUMENT, syntax: Syntax::Yaml, table: &INSTRUMENT },
    Described { file: files::TEAM, syntax: Syntax::Toml, table: &TEAM },
    Described { file: files::ASPECT_FINDINGS, syntax: Syntax::Toml, table: &FINDINGS },
    Described { file: files::PRESENTATION, syntax: Syntax::Toml, table: &PRESENTATION },
    Described { file: "policy.toml", syntax: Syntax::Toml, table: &POLICY },
];

impl Described {
    /// Returns where the schema of this file lies in a workspace.
    pub(crate) fn schema_file(&self) -> String {
        let stem = self.file.rsplit_once('.').map_or(self.file, |(stem, _)| stem);
        format!("{}/schema/{stem}.json", files::PRIVATE_FOLDER)
    }
}

/// What something is for, in both languages; what a table is built of while the program is compiled.
#[derive(Clone, Copy, Debug)]
pub(crate) struct About {
    /// The Indonesian text.
    id: &'static str,
    /// The English text.
    en: &'static str,
}

impl About {
    /// Returns the text in one language.
    pub(crate) fn get(self, language: Language) -> &'static str {
        match language {
            Language::Indonesian => self.id,
            Language::English => self.en,
        }
    }
}

/// What a table holds.
#[derive(Debug)]
pub(crate) struct Table {
    /// What it is about.
    pub(crate) about: About,
    /// Its fields, in the order in which they are usually written.
    pub(crate) fields: &'static [Field],
    /// What holds between its fields.
    pub(crate) bond: Bond,
}

impl Table {
    /// Describes a table whose fields stand each for itself.
    const fn new(id: &'static str, en: &'static str, fields: &'static [Field]) -> Self {
        Self { about: About { id, en }, fields, bond: Bond::None }
    }

    /// Returns the field of a key.
    pub(super) fn field(&self, key: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.key == key)
    }
}

/// What holds between the fields of a table.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Bond {
    /// Nothing.
    None,
    /// At least one of these is there.
    AnyOf(&'static [&'static str]),
    /// Exactly one of these is there, and the parts that it lists weigh as [`Bond::Weighs`] says.
    OneOf(&'static [&'static str]),
    /// The parts in this list have a `weight` each, unless `weights` says that they weigh the same.
    Weighs(&'static str),
}

/// A field of a table.
#[derive(Debug)]
pub(crate) struct Field {
    /// The key.
    pub(crate) key: &'static str,
    /// Whether it must be there.
    pub(crate) required: bool,
    /// What it holds.
    pub(crate) shape: Shape,
    /// What it is for.
    pub(crate) about: About,
}

/// Describes a field that must be there.
const fn must(key: &'static str, shape: Shape, id: &'static str, en: &'static str) -> Field {
    Field { key, required: true, shape, about: About { id, en } }
}

/// Describes a field that may be absent.
const fn may(key: &'static str, shape: Shape, id: &'static str, en: &'static str) -> Field {
    Field { key, required: false, shape, about: About { id, en } }
}

/// What a field holds.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Shape {
    /// A text, also an empty one.
    Text,
    /// A text that has to match a pattern.
    Pattern(&'static str),
    /// One of these texts, as they stand here.
    Exactly(&'static [&'static str]),
    /// A word of a vocabulary.
    Word(fn() -> Vec<Word>),
    /// A whole number within bounds.
    Whole {
        /// The least.
        least: u32,
        /// The most.
        most: u32,
        /// The digits of such a number where it is written as a text.
        digits: &'static str,
    },
    /// A decimal number.
    Decimal,
    /// A day.
    Date,
    /// Severities by the names of rules.
    Severities,
    /// Texts by level.
    ByLevel,
    /// A table.
    Table(&'static Table),
    /// A list.
    List(&'static Self),
    /// One value, or a list of them.
    OneOrList(&'static Self),
}

/// A text that says something: it has a letter or a digit.
const SAID: Shape = Shape::Pattern(r"[\p{L}\p{N}]");
/// A whole number from 0.
const WHOLE: Shape = whole(0, u32::MAX, "^[0-9]{1,10}$");
/// The version of a file.
const VERSION: Shape = whole(1, 1, "^0*1$");
/// A list of texts.
const TEXTS: Shape = Shape::List(&Shape::Text);

/// Describes a whole number within bounds.
const fn whole(least: u32, most: u32, digits: &'static str) -> Shape {
    Shape::Whole { least, most, digits }
}

/// Returns the words of a vocabulary.
fn words<T: Vocabulary>() -> Vec<Word> {
    T::WORDS.iter().map(|(_, word)| *word).collect()
}

#[cfg(test)]
mod tests {
    use super::{FILES, VERSION};
    use crate::format::manifest::SCHEMA;
    use crate::format::shape::Shape;

    #[test]
    fn the_version_is_the_one_that_this_release_reads() {
        let Shape::Whole { least, most, .. } = VERSION else { panic!("a number") };
        assert_eq!((least, most), (SCHEMA, SCHEMA));
    }

    #[test]
    fn each_schema_lies_under_the_name_of_its_file() {
        let files: Vec<String> = FILES.iter().map(|described| described.schema_file()).collect();
        assert_eq!(files[0], ".spbe/schema/spbe.json");
        assert_eq!(files[1], ".spbe/schema/instrument.json");
    }
}
