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
pub(crate) mod tone;

use crate::paper::document::block::Block;
use crate::paper::document::look::Look;
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
    /// Returns the headings that a table of contents lists, with their number among the blocks: those of level 1.
    pub(crate) fn chapters(&self) -> impl Iterator<Item = (usize, &str)> {
        self.headings().filter(|(_, level, _)| *level == 1).map(|(number, _, text)| (number, text))
    }

    /// Returns the headings, with their number among the blocks and their level.
    pub(crate) fn headings(&self) -> impl Iterator<Item = (usize, u8, &str)> {
        self.blocks.iter().enumerate().filter_map(|(number, block)| match block {
            Block::Heading { level, text } => Some((number, *level, text.as_str())),
            _ => None,
        })
    }
}

/// Returns every word of a document, for tests on what it says.
#[cfg(test)]
pub(crate) fn words(document: &Document) -> String {
    use crate::paper::document::span::Text;
    let joined = |texts: &[Text]| texts.iter().map(Text::words).collect::<Vec<_>>().join("\n");
    let one = |block: &Block| match block {
        Block::Cover(cover) => {
            [&cover.title, &cover.subtitle, &cover.agency].map(String::as_str).join("\n") + &cover.lines.join("\n")
        }
        Block::Letterhead(head) => head.lines().collect::<Vec<_>>().join("\n"),
        Block::Contents { title } => title.clone(),
        Block::Heading { text, .. } => text.clone(),
        Block::Paragraph(text) | Block::Message(text) | Block::Notice { text, .. } => text.words(),
        Block::List(items) | Block::Numbered(items) => joined(items),
        Block::Figures(figures) => {
            let figure = |figure: &block::Figure| format!("{} {} {}", figure.label, figure.value, figure.remark);
            figures.iter().map(figure).collect::<Vec<_>>().join("\n")
        }
        Block::Facts(facts) => {
            facts.iter().map(|(label, text)| format!("{label} {}", text.words())).collect::<Vec<_>>().join("\n")
        }
        Block::Table(table) => {
            let titles: Vec<&str> = table.columns.iter().map(|column| column.title.as_str()).collect();
            let cells = table.rows.iter().flat_map(|row| &row.cells).map(|cell| cell.text.words());
            format!("{}\n{}\n{}", table.caption, titles.join("\n"), cells.collect::<Vec<_>>().join("\n"))
        }
        Block::Chart(chart) => format!("{}\n{}", chart.title, chart.description),
        Block::Signatures { place, signatories, copies } => {
            let signatory = |one: &block::SignatureLine| format!("{}\n{}\n{}", one.office, one.name, one.number);
            format!("{place}\n{}\n{copies}", signatories.iter().map(signatory).collect::<Vec<_>>().join("\n"))
        }
        Block::PageBreak => String::new(),
    };
    document.blocks.iter().map(one).collect::<Vec<_>>().join("\n")
}
