//! The sheet of the evidence: every document of the index, and what it supports.

use rust_xlsxwriter::XlsxError;

use crate::bilingual;
use crate::model::evidence::Evidence;
use crate::result::label::{EVIDENCE, INDICATORS, capitalised};
use crate::text::word::Vocabulary;
use crate::workbook::names::EVIDENCE_SHEET;
use crate::workbook::sheet::{Book, MOST_ROWS, Sheet, Written};

/// The row of the headings.
const HEAD: u32 = 3;

/// Writes the sheet.
pub(super) fn write(book: Book<'_>) -> Result<Sheet<'_>, XlsxError> {
    let mut sheet = book.sheet(&EVIDENCE_SHEET)?;
    book.title(&mut sheet, EVIDENCE.get(book.language))?;
    let documents = &book.report.workspace.evidence;
    let headings = headings(book);
    if documents.is_empty() {
        let none = bilingual!("Belum ada data dukung dalam indeks.", "There is no evidence in the index yet.");
        sheet.text(2, 0, none.get(book.language), &book.style.faint)?;
    }
    sheet.table_head(HEAD, &headings)?;
    let mut last = HEAD;
    for (evidence, row) in documents.iter().take(MOST_ROWS).zip(HEAD + 1..) {
        document(book, &mut sheet, row, evidence)?;
        sheet.end_row(row)?;
        last = row;
    }
    sheet.filter(HEAD, last, headings.len(), 1)?;
    Ok(sheet)
}

/// Returns the headings and the widths of their columns, in characters.
fn headings(book: Book<'_>) -> [(String, f64); 8] {
    [
        (book.say(&bilingual!("ID", "ID")), 28.0),
        (book.say(&bilingual!("Jenis", "Kind")), 13.0),
        (book.say(&bilingual!("Judul", "Title")), 44.0),
        (book.say(&bilingual!("Tanggal", "Date")), 18.0),
        (book.say(&bilingual!("Unit", "Unit")), 24.0),
        (book.say(&INDICATORS), 20.0),
        (book.say(&bilingual!("Berkas", "File")), 32.0),
        ("SHA-256".to_owned(), 32.0),
    ]
}

/// Writes a document; what the index does not say of it stays empty.
fn document(book: Book<'_>, sheet: &mut Sheet<'_>, row: u32, evidence: &Evidence) -> Written {
    let style = book.style;
    let file = evidence.file.as_ref().map(|file| file.value.as_str());
    let digest = evidence.sha256.as_ref().map(|digest| digest.value.as_str());
    sheet.text(row, 0, evidence.id.value.as_str(), &style.text)?;
    sheet.text(row, 1, &capitalised(evidence.kind.label(book.language)), &style.text)?;
    sheet.text(row, 2, &evidence.title, &style.text)?;
    sheet.date(row, 3, evidence.date.as_ref().map(|date| date.value), &style.date)?;
    sheet.text(row, 4, evidence.unit.as_deref().unwrap_or_default(), &style.text)?;
    sheet.text(row, 5, &rows(book, evidence), &style.text)?;
    sheet.text(row, 6, file.unwrap_or_default(), &style.text)?;
    sheet.text(row, 7, digest.unwrap_or_default(), &style.digest)
}

/// Lists the rows that a document supports, each with the level where one is said.
fn rows(book: Book<'_>, evidence: &Evidence) -> String {
    let numbers = book.report.numbers(book.language);
    let shown = book.report.support.rows_of(evidence.id.value.as_str()).into_iter().map(|(row, level)| match level {
        Some(level) => format!("{row} (level {})", numbers.level(level)),
        None => row.to_string(),
    });
    shown.collect::<Vec<_>>().join("; ")
}
