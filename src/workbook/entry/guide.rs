//! The first sheet of a work sheet: six lines on how to fill it in, by when, and to whom it goes back.

use rust_xlsxwriter::XlsxError;

use crate::bilingual;
use crate::text::bilingual::Bilingual;
use crate::text::date::in_words;
use crate::workbook::entry::columns::GUIDE_SHEET;
use crate::workbook::entry::{Entry, WorkSheet};
use crate::workbook::sheet::{Book, Sheet, height, lines};

/// How wide the text is, in characters.
const WIDTH: f64 = 100.0;

/// Writes the sheet; `filled` is the formula that counts what is filled in.
pub(super) fn write<'a>(
    book: Book<'a>,
    work: &WorkSheet<'_>,
    entries: &[Entry<'_>],
    filled: &str,
) -> Result<Sheet<'a>, XlsxError> {
    let mut sheet = book.sheet(&GUIDE_SHEET)?;
    let year = book.report.year;
    let name = &work.member.name;
    let title = book.say(&bilingual!("Lembar kerja {name}, {year}", "Work sheet of {name}, {year}"));
    sheet.cells.set_column_width(0, 4)?.set_column_width(1, WIDTH)?.set_row_height(0, 24)?;
    sheet.text(0, 0, &title, &book.style.title)?;
    sheet.text(1, 0, &book.report.agency.name, &book.style.subtitle)?;
    let due = entries.iter().filter_map(|entry| entry.due).min();
    let due = due.map_or_else(|| "…".to_owned(), |due| in_words(due, book.language));
    let contact = &work.contact;
    let steps: [Bilingual; 5] = [
        bilingual!(
            "Bila muncul bilah kuning di atas, klik Aktifkan Pengeditan (Enable Editing).",
            "If a yellow bar appears above, click Enable Editing."
        ),
        bilingual!(
            "Isi lembar Isian: pilih Level, pilih Metode, tulis Data dukung dengan nomornya (B1, B2, … dari lembar Data \
             dukung), dan tulis Penjelasan: fakta, analisis, justifikasi. Baris boleh diurutkan dan disaring.",
            "Fill in the sheet Entries: choose a level and a method, name the evidence by its numbers (B1, B2, … of the \
             sheet Evidence), and write the explanation: facts, analysis, justification. Rows may be sorted and filtered."
        ),
        bilingual!(
            "Dokumen yang belum ada dalam daftar: simpan di folder bernomor indikatornya (misalnya folder 12) di samping \
             berkas ini; isi folder itu dijelaskan dalam BACA.txt.",
            "A document that is not in the list: put it into the folder with the number of its indicator (such as 12) \
             beside this file; BACA.txt in it says what is wanted."
        ),
        bilingual!(
            "Yang belum dapat dinilai dibiarkan kosong. Jangan mengubah kolom Indikator.",
            "What can't be assessed yet stays empty. Leave the column Indicator as it is."
        ),
        bilingual!(
            "Simpan, lalu kembalikan berkas dan foldernya kepada {contact} paling lambat {due}.",
            "Save, and give the file and its folders back to {contact} by {due}."
        ),
    ];
    for (step, number) in steps.iter().zip(1..) {
        let text = step.get(book.language);
        let row = number + 2;
        sheet.text(row, 0, &format!("{number}."), &book.style.paragraph)?;
        sheet.text(row, 1, text, &book.style.paragraph)?;
        sheet.cells.set_row_height(row, height(lines(text, WIDTH)))?;
    }
    let (done, all) = (entries.iter().filter(|entry| !entry.values.level.is_empty()).count(), entries.len());
    let (before, after) = match book.language {
        crate::text::language::Language::Indonesian => ("Terisi ", format!(" dari {all} baris.")),
        crate::text::language::Language::English => ("Filled in: ", format!(" of {all} rows.")),
    };
    let formula = format!("=\"{before}\"&COUNT({filled})&\"{after}\"");
    sheet.text(8, 0, "6.", &book.style.paragraph)?;
    sheet.formula(8, 1, &formula, &format!("{before}{done}{after}"), &book.style.paragraph)?;
    Ok(sheet)
}
