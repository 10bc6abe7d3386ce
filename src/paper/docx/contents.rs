//! The table of contents: a field that Word brings up to date, with its entries already in it for those who don't.

use docx_rs::{FieldCharType, Hyperlink, HyperlinkType, InstrText, Paragraph, Run};

use crate::paper::document::Document;
use crate::paper::docx::styles;
use crate::paper::docx::text::{run, words};

/// What the field says: the chapters, as links.
const FIELD: &str = "TOC \\o \"1-1\" \\h \\z \\u";

/// The name by which the contents know a heading, by its number among the blocks.
pub(super) fn bookmark(number: usize) -> String {
    format!("_Toc{number:08}")
}

/// Makes the title and the entries.
///
/// Only Word knows on which page a heading stands, so the field is marked as out of date: Word offers to set the pages
/// when the file is opened. Until then an entry leads to its heading and says no page rather than a wrong one.
pub(super) fn contents(document: &Document, title: &str) -> Vec<Paragraph> {
    let mut lines = vec![words(styles::CONTENTS_TITLE, title)];
    let mut begin = Some(begin());
    for (number, text) in document.chapters() {
        let line = Paragraph::new().style(styles::CONTENTS);
        let line = begin.take().into_iter().fold(line, Paragraph::add_run);
        lines.push(line.add_hyperlink(Hyperlink::new(bookmark(number), HyperlinkType::Anchor).add_run(run(text))));
    }
    let end = Paragraph::new().style(styles::SPACER);
    let end = begin.take().into_iter().fold(end, Paragraph::add_run);
    lines.push(end.add_run(Run::new().add_field_char(FieldCharType::End, false)));
    lines
}

fn begin() -> Run {
    Run::new()
        .add_field_char(FieldCharType::Begin, true)
        .add_instr_text(InstrText::Unsupported(FIELD.to_owned()))
        .add_field_char(FieldCharType::Separate, false)
}
