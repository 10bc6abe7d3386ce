//! A document: headings, paragraphs, tables and charts, in one language, before any file format.
//!
//! Reports and forms are written as documents, and every file format renders documents. So no two formats can say
//! different things, and a renderer knows nothing of evaluations.

pub(crate) mod block;
pub(crate) mod chart;
pub(crate) mod look;
pub(crate) mod span;
pub(crate) mod table;
#[cfg(test)]
pub(crate) mod testing;

use crate::report::document::block::Block;
use crate::report::document::look::Look;
use crate::text::language::Language;

/// A document that is ready to be rendered.
#[derive(Clone, Debug)]
pub(crate) struct Document {
    /// The language of its texts.
    pub(crate) language: Language,
    /// The title, as the reader's window and the file's properties show it.
    pub(crate) title: String,
    /// The agency that issues it.
    pub(crate) author: String,
    /// What stands at the foot of every page, beside the page's number.
    pub(crate) footer: String,
    /// Colour and logo.
    pub(crate) look: Look,
    /// What it says, from the first page to the last.
    pub(crate) blocks: Vec<Block>,
}

impl Document {
    /// Returns the headings, with their number among the blocks.
    pub(crate) fn headings(&self) -> impl Iterator<Item = (usize, u8, &str)> {
        self.blocks.iter().enumerate().filter_map(|(number, block)| match block {
            Block::Heading { level, text } => Some((number, *level, text.as_str())),
            _ => None,
        })
    }
}
