//! The workbook of a report (XLSX): the result as living formulas over the levels, with what it rests on.
//!
//! The sum of `index::roll_up` stands here a second time as formulas, so that an official can change a level and see
//! the index follow. Every formula also holds the result of the exact sum: a viewer that does not reckon shows it.

mod archive;
pub(crate) mod assess;
mod charts;
mod distribution;
pub(crate) mod entry;
mod evidence;
mod explanation;
mod figures;
mod formulas;
mod indicators;
pub(crate) mod intake;
mod method;
mod names;
mod nodes;
pub(crate) mod reading;
mod recommendations;
mod result;
mod result_row;
pub(crate) mod risk;
mod sheet;
mod style;
pub(crate) mod submission;
#[cfg(test)]
mod testing;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use crate::result::label::REPORT;
use crate::result::report::Report;
use crate::text::bilingual::Bilingual;
use crate::text::language::Language;
use crate::text::visible::on_one_line;
use crate::workbook::sheet::{Book, Sheet, Written};
use crate::workbook::style::Style;

/// How long a property of the document may be; Excel calls a file broken whose properties are longer.
const LONGEST_PROPERTY: usize = 255;

/// Renders the workbook.
pub(crate) fn render(report: &Report<'_>, language: Language) -> Vec<u8> {
    rendered(report, language, write)
}

/// Renders what is written of a report in one style; every workbook is.
fn rendered(
    report: &Report<'_>,
    language: Language,
    write: impl FnOnce(Book<'_>) -> Result<Vec<u8>, XlsxError>,
) -> Vec<u8> {
    let style = Style::of(report, language);
    write(Book { report, language, style: &style })
        .expect("tables end before a sheet does, texts are cut to fit a cell, and names of sheets are fixed")
}

/// Writes the sheets; those that are looked up come first, but stand last.
fn write(book: Book<'_>) -> Result<Vec<u8>, XlsxError> {
    let (method, places) = method::write(book)?;
    let (indicators, rows) = indicators::write(book, &places)?;
    let mut result = result::write(book, &places, &rows)?;
    result.cells.set_active(true);
    saved(book, [result, indicators, evidence::write(book)?, recommendations::write(book)?, method])
}

/// Saves sheets as a workbook, the same bytes on every system.
fn saved<'a>(book: Book<'_>, sheets: impl IntoIterator<Item = Sheet<'a>>) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(book)?);
    for sheet in sheets {
        workbook.push_worksheet(sheet.cells);
    }
    let mut bytes = workbook.save_to_buffer()?;
    archive::made_alike(&mut bytes);
    Ok(bytes)
}

/// Writes a table that is a workbook by itself: a title, headings with the widths of their columns, and a row for each
/// item. Returns the last of its rows too.
fn table<'a, T>(
    book: Book<'a>,
    (name, title): (&Bilingual, &Bilingual),
    headings: &[(String, f64)],
    items: impl IntoIterator<Item = T>,
    write_row: impl Fn(&mut Sheet<'_>, u32, T) -> Written,
) -> Result<(Sheet<'a>, u32), XlsxError> {
    let mut sheet = book.sheet(name)?;
    book.title(&mut sheet, &book.say(title))?;
    sheet.table_head(HEAD, headings)?;
    let mut last = HEAD + 1;
    for (item, row) in items.into_iter().zip(HEAD + 1..) {
        write_row(&mut sheet, row, item)?;
        sheet.end_row(row)?;
        last = row;
    }
    sheet.filter(HEAD, last, headings.len(), 2)?;
    sheet.cells.set_active(true);
    Ok((sheet, last))
}

/// The row of the headings of a table that is a workbook by itself.
const HEAD: u32 = 3;

/// Says what the file is and whose; its day follows from the year, so that the same input gives the same bytes.
fn properties(book: Book<'_>) -> Result<DocProperties, XlsxError> {
    let Book { report, language, .. } = book;
    let year = report.year;
    let short = |text: &str| on_one_line(text).chars().take(LONGEST_PROPERTY).collect::<String>();
    let made = ExcelDateTime::from_ymd(u16::try_from(year.clamp(1900, 9999)).unwrap_or(9999), 1, 1)?;
    Ok(DocProperties::new()
        .set_title(format!("{} {year}", REPORT.get(language)))
        .set_subject(short(report.instrument.title.get(language)))
        .set_author(short(&report.agency.name))
        .set_company(short(&report.agency.name))
        .set_creation_datetime(&made))
}

#[cfg(test)]
mod tests {
    use calamine::Data;

    use super::render;
    use crate::index::exact::Exact;
    use crate::model::instrument::Instrument;
    use crate::model::workspace::Workspace;
    use crate::result::report::{Node, Report};
    use crate::result::testing::{bandar_lampung, benchmarks, denpasar, in_progress, pemdi, support};
    use crate::text::language::Language;
    use crate::workbook::testing::{ReadSheet, opened};

    fn report(workspace: &Workspace) -> Report<'_> {
        Report::of(workspace, &benchmarks()).expect("a report")
    }

    fn sheet(report: &Report<'_>, name: &str) -> ReadSheet {
        opened(&render(report, Language::Indonesian), name)
    }

    fn shown(report: &Report<'_>, value: Option<&Exact>) -> String {
        value.map(|value| value.shown(report.instrument.decimals)).unwrap_or_default()
    }

    #[test]
    fn every_value_is_the_one_that_the_report_shows() {
        for workspace in [denpasar(), bandar_lampung(), pemdi(), in_progress()] {
            let report = report(&workspace);
            let result = sheet(&report, "Hasil");
            let head = result.row_of("Bagian");
            let value = result.column_of(head, "Nilai");
            let value_at = |row: u32| result.shown(row, value, report.instrument.decimals as usize);
            assert_eq!(value_at(head + 1), shown(&report, report.outcome.index()));
            let nodes: Vec<&Node<'_>> = report.domains.iter().chain(&report.aspects).collect();
            for (node, row) in nodes.into_iter().zip(head + 2..) {
                assert_eq!(value_at(row), shown(&report, node.value.as_ref()), "{}", node.name.id);
            }
        }
    }

    #[test]
    fn levels_are_numbers_and_an_open_one_is_empty() {
        for workspace in [denpasar(), bandar_lampung(), pemdi(), in_progress()] {
            let report = report(&workspace);
            let indicators = sheet(&report, "Indikator");
            let head = indicators.row_of("No.");
            let level = indicators.column_of(head, "Level");
            for (line, row) in report.indicators.iter().zip(head + 1..) {
                let expected: Option<f64> = line.level.map(|level| level.to_string().parse().expect("a number"));
                assert_eq!(indicators.number(row, level), expected, "{}", line.row);
            }
        }
    }

    #[test]
    fn an_open_evaluation_shows_its_range_and_no_index() {
        let workspace = in_progress();
        let result = sheet(&report(&workspace), "Hasil");
        assert_eq!(result.text(4, 2), "Belum ada indeks: 3 dari 35 indikator masih terbuka");
        assert_eq!(result.text(4, 0), "–");
        let (lowest, highest) = (result.row_of("Paling rendah"), result.row_of("Paling tinggi"));
        assert_eq!((result.shown(lowest, 1, 2), result.text(lowest, 2)), ("2.58".to_owned(), "Cukup".to_owned()));
        assert_eq!((result.shown(highest, 1, 2), result.text(highest, 2)), ("2.69".to_owned(), "Baik".to_owned()));
    }

    #[test]
    fn a_cell_that_begins_like_a_formula_stays_text() {
        let mut workspace = denpasar();
        support(&mut workspace, "a,document,=1+1,2018-07-02,@x,+evidence/a.pdf,-1\n", "1,a,3\n");
        let report = report(&workspace);
        let evidence = sheet(&report, "Data dukung");
        for (column, text) in [(2, "=1+1"), (4, "@x"), (6, "+evidence/a.pdf"), (7, "-1")] {
            assert_eq!(evidence.cell(4, column), Data::String(text.to_owned()));
        }
        assert!(matches!(evidence.cell(4, 3), Data::DateTime(_)), "{:?}", evidence.cell(4, 3));
        assert_eq!(evidence.formulas, 0);
    }

    #[test]
    fn a_broken_instrument_still_gives_a_workbook() {
        let broken: [fn(&mut Instrument); 5] = [
            |instrument| instrument.domains.to_mut().iter_mut().for_each(|domain| domain.weight = Some(0.into())),
            |instrument| instrument.predicates = Vec::new().into(),
            |instrument| instrument.aspects = Vec::new().into(),
            |instrument| instrument.indicators = Vec::new().into(),
            |instrument| std::mem::swap(&mut instrument.scale.lowest, &mut instrument.scale.highest),
        ];
        for damage in broken {
            let mut workspace = denpasar();
            damage(workspace.instrument.as_mut().expect("an instrument").to_mut());
            let manifest = workspace.manifest.as_mut().expect("a manifest");
            (manifest.year.value, manifest.agency.name) = (0, "&\u{1f600}\u{0}".repeat(40_000));
            let report = report(&workspace);
            assert!(sheet(&report, "Hasil").row_of("Bagian") > 0);
        }
    }

    #[test]
    fn the_same_report_gives_the_same_bytes() {
        for workspace in [denpasar(), in_progress()] {
            for language in [Language::Indonesian, Language::English] {
                let report = report(&workspace);
                assert!(render(&report, language) == render(&report, language));
            }
        }
    }
}
