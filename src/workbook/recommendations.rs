//! The sheet of the recommendations: what to do, by whom, until when.

use rust_xlsxwriter::XlsxError;

use crate::bilingual;
use crate::model::recommendation::Recommendation;
use crate::result::label::{INDICATOR, NAME, STATE, capitalised};
use crate::text::visible::on_one_line;
use crate::text::word::Vocabulary;
use crate::workbook::names::RECOMMENDATION_SHEET;
use crate::workbook::sheet::{Book, MOST_ROWS, Sheet, Written};

/// The row of the headings.
const HEAD: u32 = 3;

/// Writes the sheet.
pub(super) fn write(book: Book<'_>) -> Result<Sheet<'_>, XlsxError> {
    let mut sheet = book.sheet(&RECOMMENDATION_SHEET)?;
    book.title(&mut sheet, RECOMMENDATION_SHEET.get(book.language))?;
    let recommendations = &book.report.workspace.recommendations;
    let headings = headings(book);
    if recommendations.is_empty() {
        let none = bilingual!("Belum ada rekomendasi.", "There are no recommendations yet.");
        sheet.text(2, 0, none.get(book.language), &book.style.faint)?;
    }
    sheet.table_head(HEAD, &headings)?;
    let mut last = HEAD;
    for (recommendation, row) in recommendations.iter().take(MOST_ROWS).zip(HEAD + 1..) {
        write_row(book, &mut sheet, row, recommendation)?;
        sheet.end_row(row)?;
        last = row;
    }
    sheet.filter(HEAD, last, headings.len(), 2)?;
    Ok(sheet)
}

/// Returns the headings and the widths of their columns, in characters.
fn headings(book: Book<'_>) -> [(String, f64); 10] {
    [
        (book.say(&INDICATOR), 10.0),
        (book.say(&NAME), 32.0),
        (book.say(&bilingual!("Dari level", "From level")), 8.0),
        (book.say(&bilingual!("Ke level", "To level")), 8.0),
        (book.say(&bilingual!("Tindakan", "Action")), 52.0),
        (book.say(&bilingual!("Unit", "Unit")), 24.0),
        (book.say(&bilingual!("Tenggat", "Due")), 19.0),
        (book.say(&bilingual!("Prioritas", "Priority")), 11.0),
        (book.say(&bilingual!("Sumber", "Source")), 11.0),
        (book.say(&STATE), 11.0),
    ]
}

/// Writes a recommendation; the level that it starts from is that of its row now, and empty while the row is open.
fn write_row(book: Book<'_>, sheet: &mut Sheet<'_>, row: u32, recommendation: &Recommendation) -> Written {
    let Book { report, language, style } = book;
    let id = recommendation.row.value;
    let line = report.line(id);
    let name = line.map(|line| on_one_line(&line.name(language))).unwrap_or_default();
    let from = line.and_then(|line| line.level).map(Into::into);
    let to = recommendation.to_level.as_ref().map(|level| level.value.into());
    match id.service {
        None => sheet.exact(row, 0, Some(&id.indicator.into()), &style.count)?,
        Some(_) => sheet.text(row, 0, &id.to_string(), &style.middle)?,
    }
    sheet.text(row, 1, &name, &style.text)?;
    sheet.exact(row, 2, from.as_ref(), &style.level)?;
    sheet.exact(row, 3, to.as_ref(), &style.level)?;
    sheet.text(row, 4, &recommendation.action.value, &style.text)?;
    sheet.text(row, 5, recommendation.unit.as_deref().unwrap_or_default(), &style.text)?;
    sheet.date(row, 6, recommendation.due.as_ref().map(|due| due.value), &style.date)?;
    sheet.text(row, 7, &capitalised(recommendation.priority.as_deref().unwrap_or_default()), &style.text)?;
    sheet.text(row, 8, &capitalised(recommendation.source.label(language)), &style.text)?;
    sheet.text(row, 9, &capitalised(recommendation.state.label(language)), &style.text)
}
