//! The formats of a report, by name and by the ending of a file.

use std::path::Path;

use clap::builder::{PossibleValuesParser, TypedValueParser};

use crate::bilingual;
use crate::cli::failure::Failure;
use crate::cli::wording;
use crate::paper::format::DocumentFormat;
use crate::text::slug::extension;
use crate::text::word::Vocabulary;

/// A format of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    /// For the terminal.
    Text,
    /// A table for spreadsheets and programs.
    Csv,
    /// For programs.
    Json,
    /// A workbook for Excel.
    Xlsx,
    /// A document.
    Document(DocumentFormat),
}

impl Format {
    /// Every format, in the order in which they are named.
    const ALL: [Self; 8] = [
        Self::Text,
        Self::Document(DocumentFormat::Markdown),
        Self::Document(DocumentFormat::Html),
        Self::Document(DocumentFormat::Pdf),
        Self::Document(DocumentFormat::Docx),
        Self::Xlsx,
        Self::Csv,
        Self::Json,
    ];

    /// Parses the name of a format, and lists all names to one who typed another.
    pub(super) fn parser() -> impl TypedValueParser<Value = Self> {
        let known = |name: String| Self::ALL.into_iter().find(|format| format.name() == name);
        PossibleValuesParser::new(Self::ALL.map(Self::name))
            .map(move |name| known(name).expect("the parser lets names through and nothing else"))
    }

    /// Picks the format: the one that was named, or the one that the file's ending says.
    pub(super) fn of(named: Option<Self>, file: Option<&Path>) -> Result<Self, Failure> {
        let (None, Some(file)) = (named, file) else { return Ok(named.unwrap_or(Self::Text)) };
        let ending = extension(&file.to_string_lossy());
        let known = Self::ALL.into_iter().find(|format| format.ending() == ending);
        known.ok_or_else(|| wording::no_format(&bilingual!("laporan", "report"), &ending, Self::ALL.map(Self::ending)))
    }

    /// Returns the name.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Xlsx => "xlsx",
            Self::Document(format) => format.code(),
        }
    }

    /// Returns the ending of its files.
    fn ending(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Csv | Self::Json | Self::Xlsx | Self::Document(_) => self.name(),
        }
    }

    /// Tells whether a terminal can show it.
    pub(super) fn is_text(self) -> bool {
        match self {
            Self::Text | Self::Csv | Self::Json => true,
            Self::Xlsx => false,
            Self::Document(format) => format.is_text(),
        }
    }

    /// Returns the names of the formats that are documents, which have sections.
    pub(super) fn documents() -> Vec<&'static str> {
        let documents = Self::ALL.into_iter().filter(|format| matches!(format, Self::Document(_)));
        documents.map(Self::name).collect()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::Format;
    use crate::paper::format::DocumentFormat;
    use crate::text::word::Vocabulary;

    #[test]
    fn a_report_has_every_format_of_documents() {
        let known: BTreeSet<&str> = DocumentFormat::WORDS.iter().map(|(_, word)| word.code).collect();
        assert_eq!(Format::documents().into_iter().collect::<BTreeSet<_>>(), known);
    }

    #[test]
    fn a_file_has_the_format_of_its_ending_unless_another_is_named() {
        let of = |named, file: &str| Format::of(named, Some(Path::new(file)));
        for format in Format::ALL {
            assert_eq!(of(None, &format!("a.{}", format.ending())).expect("known"), format);
            assert_eq!(of(Some(format), "a.txt").expect("named"), format);
        }
        assert_eq!(of(None, "a.PDF").expect("known"), Format::Document(DocumentFormat::Pdf));
        assert_eq!(Format::of(None, None).expect("the usual one"), Format::Text);
        assert!(of(None, "a.xls").is_err());
        assert!(of(None, "text").is_err(), "a name is no ending");
    }
}
