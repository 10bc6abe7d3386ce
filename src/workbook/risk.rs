//! What somebody from outside looks at first, on a sheet of its own.

use rust_xlsxwriter::XlsxError;

use crate::bilingual;
use crate::result::label::{EVIDENCE, INDICATOR, LEVEL, NAME};
use crate::result::report::Report;
use crate::result::risk::{Risk, risks};
use crate::text::bilingual::Bilingual;
use crate::text::language::Language;
use crate::text::visible::on_one_line;
use crate::workbook::sheet::{Book, Sheet, Written};
use crate::workbook::{rendered, saved, table};

/// What the sheet is called.
static SHEET: Bilingual = Bilingual::fixed("Periksa dahulu", "Look first");

/// Renders the workbook.
pub(crate) fn render(report: &Report<'_>, language: Language) -> Vec<u8> {
    rendered(report, language, write)
}

/// Writes the sheet.
fn write(book: Book<'_>) -> Result<Vec<u8>, XlsxError> {
    let headings = [
        (book.say(&INDICATOR), 10.0),
        (book.say(&NAME), 34.0),
        (book.say(&LEVEL), 8.0),
        (book.say(&bilingual!("Alasan", "Reasons")), 48.0),
        (book.say(&EVIDENCE), 52.0),
    ];
    let title = bilingual!("Yang perlu diperiksa lebih dahulu", "What to look at first");
    let risks = risks(book.report);
    let (sheet, _) =
        table(book, (&SHEET, &title), &headings, &risks, |sheet, row, risk| write_row(book, sheet, row, risk))?;
    saved(book, [sheet])
}

/// Writes a row with its reasons and documents, a line each.
fn write_row(book: Book<'_>, sheet: &mut Sheet<'_>, row: u32, risk: &Risk<'_>) -> Written {
    let (style, line) = (book.style, risk.line);
    let reasons: Vec<String> = risk.reasons.iter().map(|reason| reason.told(book.report, book.language)).collect();
    let documents: Vec<String> = risk.documents.iter().map(|document| on_one_line(&document.title)).collect();
    sheet.text(row, 0, &line.row.to_string(), &style.middle)?;
    sheet.text(row, 1, &on_one_line(&line.name(book.language)), &style.text)?;
    sheet.exact(row, 2, line.level.map(Into::into).as_ref(), &style.level)?;
    sheet.text(row, 3, &reasons.join("\n"), &style.text)?;
    sheet.text(row, 4, &documents.join("\n"), &style.text)
}
