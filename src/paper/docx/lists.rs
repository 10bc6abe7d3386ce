//! Lists with real numbers and marks, so that a new item gets its own.

use docx_rs::{
    AbstractNumbering, Docx, IndentLevel, Level, LevelJc, LevelOverride, LevelText, NumberFormat, Numbering,
    NumberingId, Paragraph, SpecialIndentType, Start,
};

use crate::paper::document::span::Text;
use crate::paper::docx::styles;
use crate::paper::docx::text::paragraph;

/// The list with marks; the library keeps 1 for itself.
const BULLETS: usize = 2;
/// The first list with numbers; every further one has a number of its own, so that it begins at 1.
const NUMBERS: usize = 3;

/// Adds the sorts of lists, and as many lists with numbers as a document has.
pub(super) fn add(docx: Docx, numbered: usize) -> Docx {
    let sort = |id, format: &str, text: &str| {
        let level = Level::new(0, Start::new(1), NumberFormat::new(format), LevelText::new(text), LevelJc::new("left"));
        AbstractNumbering::new(id).add_level(level.indent(Some(397), Some(SpecialIndentType::Hanging(284)), None, None))
    };
    let docx = docx
        .add_abstract_numbering(sort(BULLETS, "bullet", "•"))
        .add_abstract_numbering(sort(NUMBERS, "decimal", "%1."))
        .add_numbering(Numbering::new(BULLETS, BULLETS));
    (NUMBERS..NUMBERS + numbered).fold(docx, |docx, id| {
        docx.add_numbering(Numbering::new(id, NUMBERS).add_override(LevelOverride::new(0).start(1)))
    })
}

/// Makes the items of a list with marks.
pub(super) fn bullets(items: &[Text]) -> impl Iterator<Item = Paragraph> {
    items.iter().map(|item| item_of(styles::LIST_BULLET, item, BULLETS))
}

/// Makes the items of a list with numbers; `number` counts those before it.
pub(super) fn numbers(items: &[Text], number: usize) -> impl Iterator<Item = Paragraph> {
    items.iter().map(move |item| item_of(styles::LIST_NUMBER, item, NUMBERS + number))
}

fn item_of(style: &str, item: &Text, list: usize) -> Paragraph {
    paragraph(style, item).numbering(NumberingId::new(list), IndentLevel::new(0))
}
