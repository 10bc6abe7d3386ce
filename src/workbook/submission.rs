//! `isian.xlsx`: every row on one sheet, to copy from.

use rust_xlsxwriter::XlsxError;

use crate::bilingual;
use crate::result::report::Report;
use crate::result::submission::{Document, Submitted};
use crate::text::bilingual::Bilingual;
use crate::text::language::Language;
use crate::text::visible::on_one_line;
use crate::workbook::sheet::{Book, Sheet, Written};
use crate::workbook::{rendered, saved, table};

/// What the sheet is called.
static SHEET: Bilingual = Bilingual::fixed("Isian", "Entries");

/// Renders the workbook.
pub(crate) fn render(report: &Report<'_>, rows: &[Submitted<'_>], language: Language) -> Vec<u8> {
    rendered(report, language, |book| write(book, rows))
}

/// Writes the sheet.
fn write(book: Book<'_>, rows: &[Submitted<'_>]) -> Result<Vec<u8>, XlsxError> {
    let headings = [
        (book.say(&bilingual!("Indikator", "Indicator")), 10.0),
        (book.say(&bilingual!("Nama", "Name")), 30.0),
        (book.say(&bilingual!("Level", "Level")), 7.0),
        (book.say(&bilingual!("Nama level", "Level name")), 14.0),
        (book.say(&bilingual!("Jawaban", "Answer")), 60.0),
        (book.say(&bilingual!("Folder", "Folder")), 15.0),
        (book.say(&bilingual!("Berkas dan tautan", "Files and links")), 44.0),
    ];
    let title = bilingual!("Isian untuk aplikasi kementerian", "For the ministry's application");
    let (sheet, _) =
        table(book, (&SHEET, &title), &headings, rows, |sheet, row, submitted| write_row(book, sheet, row, submitted))?;
    saved(book, [sheet])
}

/// Writes a row.
fn write_row(book: Book<'_>, sheet: &mut Sheet<'_>, row: u32, submitted: &Submitted<'_>) -> Written {
    let (style, line) = (book.style, submitted.line);
    let named = |document: &Document<'_>| {
        let title = || on_one_line(&document.evidence.title);
        document.handed_in().unwrap_or_else(title)
    };
    let documents: Vec<String> = submitted.documents.iter().map(named).collect();
    sheet.text(row, 0, &line.row.to_string(), &style.middle)?;
    sheet.text(row, 1, &on_one_line(&line.name(book.language)), &style.text)?;
    sheet.exact(row, 2, line.level.map(Into::into).as_ref(), &style.level)?;
    sheet.text(row, 3, line.level_name.unwrap_or_default(), &style.text)?;
    sheet.text(row, 4, submitted.answer.unwrap_or_default().trim(), &style.text)?;
    sheet.text(row, 5, &submitted.folder(), &style.text)?;
    sheet.text(row, 6, &documents.join("\n"), &style.text)
}
