//! The file formats that documents are written in.

use std::collections::BTreeSet;

use crate::paper::document::Document;
use crate::paper::fonts::coverage;
use crate::paper::{docx, html, markdown, pdf};
use crate::text::word::{Vocabulary, Word};

/// A file format of documents; its code is also the ending of its files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DocumentFormat {
    /// Markdown, to be kept in git and read on a forge.
    Markdown,
    /// One HTML file.
    Html,
    /// A file for Word.
    Docx,
    /// A file for printing and keeping.
    Pdf,
}

impl DocumentFormat {
    /// Tells whether a terminal can show it.
    pub(crate) fn is_text(self) -> bool {
        matches!(self, Self::Markdown | Self::Html)
    }
}

impl Vocabulary for DocumentFormat {
    const WORDS: &'static [(Self, Word)] = &[
        (Self::Markdown, Word { code: "md", id: "md", en: "md" }),
        (Self::Html, Word { code: "html", id: "html", en: "html" }),
        (Self::Docx, Word { code: "docx", id: "docx", en: "docx" }),
        (Self::Pdf, Word { code: "pdf", id: "pdf", en: "pdf" }),
    ];
}

/// Renders a document.
pub(crate) fn render(document: &Document, format: DocumentFormat) -> Vec<u8> {
    match format {
        DocumentFormat::Markdown => markdown::render(document).into_bytes(),
        DocumentFormat::Html => html::render(document).into_bytes(),
        DocumentFormat::Docx => docx::render(document),
        DocumentFormat::Pdf => pdf::render(document),
    }
}

/// Finds the letters that a reader of the file will see as boxes: a PDF has no fonts but those that come along.
pub(crate) fn unreadable(document: &Document, format: DocumentFormat) -> BTreeSet<char> {
    match format {
        // Markdown has every word of a document.
        DocumentFormat::Pdf => coverage::unknown(&markdown::render(document)),
        DocumentFormat::Markdown | DocumentFormat::Html | DocumentFormat::Docx => BTreeSet::new(),
    }
}
