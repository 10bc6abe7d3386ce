//! The sheet that numbers the documents: B1, B2, …, so that a cell can name several in a few letters.

use rust_xlsxwriter::XlsxError;

use crate::bilingual;
use crate::model::evidence::Evidence;
use crate::result::label::{INDICATORS, capitalised};
use crate::text::word::Vocabulary;
use crate::workbook::entry::columns::DOCUMENT_SHEET;
use crate::workbook::sheet::{Book, Sheet};

/// The row of the headings.
const HEAD: u32 = 2;

/// Returns the number of a document by its place in the list.
pub(in crate::workbook) fn number(place: usize) -> String {
    format!("B{}", place + 1)
}

/// Writes the sheet.
pub(super) fn write<'a>(book: Book<'a>, documents: &[&Evidence]) -> Result<Sheet<'a>, XlsxError> {
    let mut sheet = book.sheet(&DOCUMENT_SHEET)?;
    sheet.cells.set_row_height(0, 24)?;
    sheet.text(0, 0, DOCUMENT_SHEET.get(book.language), &book.style.title)?;
    let how = bilingual!(
        "Tulis nomornya (misalnya B1 B3) di kolom Data dukung pada lembar Isian.",
        "Write its number (such as B1 B3) into the column Evidence of the sheet Entries."
    );
    sheet.text(1, 0, how.get(book.language), &book.style.faint)?;
    let headings = [
        (book.say(&bilingual!("Nomor", "Number")), 8.0),
        (book.say(&bilingual!("Judul", "Title")), 58.0),
        (book.say(&bilingual!("Jenis", "Kind")), 15.0),
        (book.say(&bilingual!("Tanggal", "Date")), 18.0),
        (book.say(&bilingual!("Unit", "Unit")), 26.0),
        (book.say(&INDICATORS), 18.0),
        (book.say(&bilingual!("Berkas", "File")), 30.0),
        ("ID".to_owned(), 30.0),
    ];
    sheet.table_head(HEAD, &headings)?;
    let style = book.style;
    let mut last = HEAD;
    for ((place, evidence), row) in documents.iter().enumerate().zip(HEAD + 1..) {
        let id = evidence.id.value.as_str();
        let rows: Vec<String> = book.report.support.rows_of(id).into_iter().map(|(row, _)| row.to_string()).collect();
        let file = evidence.file.as_ref().map_or("", |file| file.value.rsplit('/').next().unwrap_or(&file.value));
        sheet.text(row, 0, &number(place), &style.middle)?;
        sheet.text(row, 1, &evidence.title, &style.text)?;
        sheet.text(row, 2, &capitalised(evidence.kind.label(book.language)), &style.text)?;
        sheet.date(row, 3, evidence.date.as_ref().map(|date| date.value), &style.date)?;
        sheet.text(row, 4, evidence.unit.as_deref().unwrap_or_default(), &style.text)?;
        sheet.text(row, 5, &rows.join(", "), &style.text)?;
        sheet.text(row, 6, file, &style.text)?;
        sheet.text(row, 7, id, &style.text)?;
        sheet.end_row(row)?;
        last = row;
    }
    sheet.filter(HEAD, last, headings.len(), 1)?;
    Ok(sheet)
}
