//! The formats of a report, by name and by the ending of a file.

use std::path::Path;

use crate::bilingual;
use crate::cli::failure::Failure;
use crate::paper::format::DocumentFormat;
use crate::text::slug::extension;

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

/// Every format: the name, the ending of its files, the format.
const FORMATS: [(&str, &str, Format); 8] = [
    ("text", "txt", Format::Text),
    ("md", "md", Format::Document(DocumentFormat::Markdown)),
    ("html", "html", Format::Document(DocumentFormat::Html)),
    ("pdf", "pdf", Format::Document(DocumentFormat::Pdf)),
    ("docx", "docx", Format::Document(DocumentFormat::Docx)),
    ("xlsx", "xlsx", Format::Xlsx),
    ("csv", "csv", Format::Csv),
    ("json", "json", Format::Json),
];

impl Format {
    /// Returns the names, for help and for the parser of arguments.
    pub(super) fn names() -> Vec<&'static str> {
        FORMATS.iter().map(|(name, ..)| *name).collect()
    }

    /// Picks the format: the one that was named, or the one that the file's ending says.
    pub(super) fn of(named: Option<&str>, file: Option<&Path>) -> anyhow::Result<Self> {
        if let Some(named) = named {
            let known = FORMATS.iter().find(|(name, ..)| *name == named);
            return Ok(known.expect("the parser of arguments takes known names only").2);
        }
        let Some(file) = file else { return Ok(Self::Text) };
        let ending = extension(&file.to_string_lossy());
        let known = FORMATS.iter().find(|(_, known, _)| *known == ending);
        known.map(|(.., format)| *format).ok_or_else(|| unknown(&ending))
    }

    /// Returns the name.
    pub(super) fn name(self) -> &'static str {
        let known = FORMATS.iter().find(|(.., format)| *format == self);
        known.expect("every format is in the table").0
    }

    /// Tells whether a terminal can show it.
    pub(super) fn is_text(self) -> bool {
        match self {
            Self::Text | Self::Csv | Self::Json => true,
            Self::Xlsx => false,
            Self::Document(format) => format.is_text(),
        }
    }
}

fn unknown(ending: &str) -> anyhow::Error {
    let endings: Vec<String> = FORMATS.iter().map(|(_, ending, _)| format!(".{ending}")).collect();
    let endings = endings.join(", ");
    let message = bilingual!("tidak ada bentuk laporan `.{ending}`", "there is no report format `.{ending}`");
    let help = bilingual!("pakai {endings}, atau `--format`", "use {endings}, or `--format`");
    Failure::new(message).help(help).into()
}
