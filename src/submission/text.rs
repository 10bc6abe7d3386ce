//! `isian.txt`: one row, ready to paste.

use crate::bilingual;
use crate::result::report::Report;
use crate::result::submission::{Document, Submitted};
use crate::submission::{ANSWER, DOCUMENTS, NO_ANSWER, NO_DOCUMENT, level};
use crate::text::language::Language;
use crate::text::visible::{on_one_line, visible};

/// Writes a row: its level, its answer, and its files by the names under which they lie beside it.
pub(crate) fn text(report: &Report<'_>, row: &Submitted<'_>, language: Language) -> String {
    let (id, name, level) = (row.line.row, on_one_line(&row.line.name(language)), level(report, row, language));
    let head = bilingual!("Indikator {id}: {name}\nLevel: {level}\n", "Indicator {id}: {name}\nLevel: {level}\n");
    let answer = row.answer.map_or_else(|| NO_ANSWER.get(language).into(), |text| visible(text.trim()));
    let mut text = format!("{}\n{}:\n{answer}\n", head.get(language), ANSWER.get(language));
    text += &format!("\n{}:\n", DOCUMENTS.get(language));
    for document in &row.documents {
        text += &format!("{}\n", line(document, language));
    }
    if row.documents.is_empty() {
        text += &format!("{}\n", NO_DOCUMENT.get(language));
    }
    text
}

/// Names a document: its file and what it is, its address, or what it is alone.
pub(super) fn line(document: &Document<'_>, language: Language) -> String {
    let title = on_one_line(&document.evidence.title);
    match document.handed_in() {
        Some(file) => format!("{file}  {title}"),
        None => bilingual!("{title} (tanpa berkas)", "{title} (without a file)").get(language).to_owned(),
    }
}
