//! The file formats that documents are written in.

use crate::report::document::Document;
use crate::report::html;

/// A file format of documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// Markdown, to be kept in git and read on a forge.
    Markdown,
    /// One HTML file.
    Html,
}

impl Paper {
    /// Tells whether a terminal can show it.
    pub fn is_text(self) -> bool {
        matches!(self, Self::Markdown | Self::Html)
    }
}

/// Renders a document.
pub(crate) fn render(document: &Document, paper: Paper) -> Vec<u8> {
    match paper {
        Paper::Markdown => Vec::new(),
        Paper::Html => html::render(document).into_bytes(),
    }
}
