//! What goes into the ministry's application by hand: the texts to paste, row by row and on one page.

mod page;
mod text;

pub(crate) use crate::submission::page::page;
pub(crate) use crate::submission::text::text;

use crate::bilingual;
use crate::result::report::Report;
use crate::result::submission::Submitted;
use crate::text::bilingual::Bilingual;
use crate::text::language::Language;

/// Says the level of a row, with its name where it has one.
fn level(report: &Report<'_>, row: &Submitted<'_>, language: Language) -> String {
    let Some(level) = row.line.level else {
        return bilingual!("belum ada", "none yet").get(language).to_owned();
    };
    let level = report.numbers(language).level(level);
    row.line.level_name.map_or_else(|| level.clone(), |name| format!("{level} ({name})"))
}

/// What stands in place of an answer that is not there.
static NO_ANSWER: Bilingual = Bilingual::fixed("(belum ada jawaban)", "(no answer yet)");
/// The heading of the answer.
static ANSWER: Bilingual = Bilingual::fixed("Jawaban", "Answer");
/// The heading of the documents.
static DOCUMENTS: Bilingual = Bilingual::fixed("Data dukung", "Evidence");
/// What stands in place of documents that are not there.
static NO_DOCUMENT: Bilingual = Bilingual::fixed("(tidak ada)", "(none)");
