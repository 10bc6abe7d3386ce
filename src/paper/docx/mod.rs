//! Documents for Word: real styles, headings, lists and tables, so that an agency can go on writing.
//!
//! A DOCX file is a package of parts. Each part is written by a module of its own, element by element in the order that
//! the standard wants (ECMA-376, WordprocessingML); nothing is sorted or mended afterwards. What is written while the
//! text grows, the links and pictures that it refers to, is kept beside it in [`relations`].

mod body;
mod boxes;
mod contents;
mod cover;
mod flow;
mod footer;
mod grid;
mod heading;
mod inline;
mod letterhead;
mod numbering;
mod pack;
mod paragraph;
mod part;
mod picture;
mod properties;
mod relations;
mod settings;
mod signatures;
mod style;
mod styles;
mod stylesheet;
mod table;
#[cfg(test)]
mod tests;
mod text;
mod widths;

use crate::paper::document::Document;
use crate::paper::docx::body::Written;

/// The width of the text, in twips.
const TEXT_WIDTH: usize = 9072;

/// Renders a document as a DOCX file. The same document gives the same bytes.
pub(crate) fn render(document: &Document) -> Vec<u8> {
    let Written { part, relations, numbered } = body::write(document);
    let mut parts = vec![
        relations::of_package(),
        properties::part(document),
        part,
        stylesheet::part(document.look.accent.readable(), document.language),
        settings::part(document.language),
        numbering::part(numbered),
        footer::part(&document.footer),
    ];
    parts.extend(relations.parts());
    // By it readers know what the others are.
    parts.insert(0, part::content_types(&parts));
    pack::pack(parts)
}
