//! The sheet of an assessor: what the agency claims and with what, and room for the assessor's level and note. The agency
//! takes it in with `external import` as it is.

use rust_xlsxwriter::XlsxError;

use crate::bilingual;
use crate::result::report::Report;
use crate::result::submission::{Document, Submitted};
use crate::text::bilingual::Bilingual;
use crate::text::language::Language;
use crate::text::visible::on_one_line;
use crate::workbook::entry::levels;
use crate::workbook::sheet::{Book, Sheet, Written};
use crate::workbook::{HEAD, rendered, saved, table};

/// What the sheet is called.
static SHEET: Bilingual = Bilingual::fixed("Penilaian", "Assessment");
/// The column of the assessor's level.
const LEVEL: u16 = 5;

/// Renders the workbook.
pub(crate) fn render(report: &Report<'_>, rows: &[Submitted<'_>], language: Language) -> Vec<u8> {
    rendered(report, language, |book| write(book, rows))
}

/// Writes the sheet.
fn write(book: Book<'_>, rows: &[Submitted<'_>]) -> Result<Vec<u8>, XlsxError> {
    // By these headings `external import` tells the assessor's column from the agency's.
    let headings = [
        (book.say(&bilingual!("No.", "No.")), 7.0),
        (book.say(&bilingual!("Indikator", "Indicator")), 26.0),
        (book.say(&bilingual!("Level mandiri", "Self-assessed level")), 11.0),
        (book.say(&bilingual!("Jawaban instansi", "Agency's answer")), 52.0),
        (book.say(&bilingual!("Data dukung", "Evidence")), 38.0),
        (book.say(&bilingual!("Level asesor", "Assessor's level")), 11.0),
        (book.say(&bilingual!("Catatan asesor", "Assessor's note")), 40.0),
    ];
    let title = bilingual!("Penilaian asesor", "Assessment");
    let (mut sheet, last) =
        table(book, (&SHEET, &title), &headings, rows, |sheet, row, submitted| write_row(book, sheet, row, submitted))?;
    levels(book, &mut sheet, (HEAD + 1, last), LEVEL)?;
    saved(book, [sheet])
}

/// Writes a row; level and note are the assessor's.
fn write_row(book: Book<'_>, sheet: &mut Sheet<'_>, row: u32, submitted: &Submitted<'_>) -> Written {
    let (style, line) = (book.style, submitted.line);
    let named = |document: &Document<'_>| {
        let title = on_one_line(&document.evidence.title);
        document.handed_in().map_or_else(|| title.clone(), |file| format!("{title}\n{file}"))
    };
    let documents: Vec<String> = submitted.documents.iter().map(named).collect();
    sheet.text(row, 0, &line.row.to_string(), &style.middle)?;
    sheet.text(row, 1, &on_one_line(&line.name(book.language)), &style.text)?;
    sheet.exact(row, 2, line.level.map(Into::into).as_ref(), &style.level)?;
    sheet.text(row, 3, submitted.answer.unwrap_or_default().trim(), &style.text)?;
    sheet.text(row, 4, &documents.join("\n"), &style.text)?;
    sheet.blank(row, LEVEL, &style.input)?;
    sheet.text(row, 6, "", &style.entry)
}
