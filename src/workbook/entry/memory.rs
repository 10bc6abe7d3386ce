//! The hidden sheet of a work sheet: whose it is, and every value as it was handed out, to tell later who changed what.

use rust_xlsxwriter::XlsxError;

use crate::model::row::RowId;
use crate::text::bilingual::Bilingual;
use crate::workbook::entry::columns::MEMORY_SHEET;
use crate::workbook::intake::Values;
use crate::workbook::sheet::{Book, Sheet};

/// What the first cell says; a book that says it is one of ours.
pub(in crate::workbook) const MARK: &str = "spbe-isian-1";
/// What the first cell says of a book in which answers are approved.
pub(in crate::workbook) const MARK_OF_APPROVALS: &str = "spbe-persetujuan-1";

/// From which row on the values stand; above it stand the mark, the member, the year and the instrument.
pub(in crate::workbook) const FIRST: u32 = 3;

/// Writes the sheet: whose it is, and the values of each row.
pub(super) fn write<'a>(
    book: Book<'a>,
    whose: &str,
    rows: impl Iterator<Item = (RowId, Values)>,
) -> Result<Sheet<'a>, XlsxError> {
    let mut sheet = book.sheet(&Bilingual::fixed(MEMORY_SHEET, MEMORY_SHEET))?;
    let plain = &book.style.text;
    for (text, column) in [MARK, whose, &book.report.year.to_string(), &book.report.instrument.id].iter().zip(0..) {
        sheet.text(0, column, text, plain)?;
    }
    let names = ["indicator", "level", "method", "evidence", "explanation", "reason"];
    for (text, column) in names.iter().zip(0..) {
        sheet.text(FIRST - 1, column, text, plain)?;
    }
    for ((id, values), row) in rows.zip(FIRST..) {
        let Values { level, method, evidence, explanation, reason } = &values;
        let cells = [&id.to_string(), level, method, evidence, explanation, reason];
        for (text, column) in cells.into_iter().zip(0..) {
            sheet.text(row, column, text, plain)?;
        }
    }
    sheet.cells.set_hidden(true);
    Ok(sheet)
}
