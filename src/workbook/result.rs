//! The first sheet: the index and its predicate, the figures beside it, the table of the sum, and the charts.

use rust_xlsxwriter::{ConditionalFormatCell, ConditionalFormatCellRule, XlsxError};

use crate::result::label::{REPORT, capitalised};
use crate::text::visible::on_one_line;
use crate::text::word::Vocabulary;
use crate::workbook::charts::{self, Charts};
use crate::workbook::distribution::Distribution;
use crate::workbook::figures::Figures;
use crate::workbook::indicators::IndicatorCells;
use crate::workbook::method::Places;
use crate::workbook::names::RESULT_SHEET;
use crate::workbook::nodes::{ResultField, ResultTable};
use crate::workbook::result_row;
use crate::workbook::sheet::{Book, Sheet, Written};

/// The row of the index in large digits; the figures follow.
const HEADLINE: u32 = 4;

/// Writes the sheet.
pub(super) fn write<'a>(book: Book<'a>, places: &Places, rows: &IndicatorCells) -> Result<Sheet<'a>, XlsxError> {
    let mut sheet = book.sheet(&RESULT_SHEET)?;
    sheet.cells.set_print_fit_to_pages(1, 1);
    head(book, &mut sheet)?;
    let figures = Figures::of(book);
    let table = ResultTable::below(HEADLINE + figures.rows() + 2, book, places, rows);
    widths(&mut sheet, &table)?;
    figures.write(&mut sheet, HEADLINE, &table)?;
    result_row::write(&table, &mut sheet)?;
    mark_short(book, &mut sheet, &table)?;
    let below = table.last_row() + 2;
    let distribution = Distribution::of(book, rows);
    if let Some(distribution) = &distribution {
        distribution.write(&mut sheet, below)?;
    }
    let names = charts::names(book, &mut sheet, below + 1)?;
    charts::insert(
        book,
        &mut sheet,
        &Charts { table: &table, names, distribution: distribution.as_ref(), row: below },
    )?;
    Ok(sheet)
}

/// Writes the title and, in one line, the kind of the agency, its code where it has one, and the instrument.
fn head(book: Book<'_>, sheet: &mut Sheet<'_>) -> Written {
    let Book { report, language, style } = book;
    let year = report.year;
    book.title(sheet, &format!("{} {year}", REPORT.get(language)))?;
    let mut about = vec![capitalised(report.agency.kind.label(language))];
    about.extend(report.agency.code.iter().map(|code| on_one_line(code)));
    about.push(on_one_line(report.instrument.title.get(language)));
    sheet.text(2, 0, &about.join(" · "), &style.faint)
}

/// Sets the widths of labels, numbers and names; all that stands behind them is equally wide.
fn widths(sheet: &mut Sheet<'_>, table: &ResultTable<'_>) -> Written {
    sheet.cells.set_column_width(0, 20)?.set_column_width(1, 10)?.set_column_width(2, 52)?;
    sheet.cells.set_column_range_width(3, table.width().max(9) - 1, 13)?;
    Ok(())
}

/// Colours the distances of what lies below its target.
fn mark_short(book: Book<'_>, sheet: &mut Sheet<'_>, table: &ResultTable<'_>) -> Written {
    let Some(column) = table.column(ResultField::Distance) else { return Ok(()) };
    let short =
        ConditionalFormatCell::new().set_rule(ConditionalFormatCellRule::LessThan(0)).set_format(&book.style.below);
    sheet.cells.add_conditional_format(table.index_row(), column, table.last_row(), column, &short)?;
    Ok(())
}
