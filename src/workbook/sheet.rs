//! One sheet, and how anything comes into its cells.

use jiff::civil::Date;
use rust_xlsxwriter::{ExcelDateTime, Format, Worksheet, XlsxError};

use crate::bilingual;
use crate::index::exact::Exact;
use crate::result::report::Report;
use crate::text::bilingual::Bilingual;
use crate::text::date::in_words;
use crate::text::language::Language;
use crate::text::visible::{on_one_line, visible};
use crate::workbook::formulas::{fraction, number, result, with_result};
use crate::workbook::style::Style;

/// How many rows a table has at most; a sheet of Excel ends soon after, and a report of so many rows has other problems.
pub(super) const MOST_ROWS: usize = 1_000_000;
/// How long a text in a cell may be, in the units that Excel counts.
const LONGEST: usize = 32_767;
/// How long a line above or below a page may be; Excel allows 255 with its codes.
const LONGEST_FOOTER: usize = 60;
/// What stands where a text was cut.
const CUT: &str = " […]";
/// The number that Excel has for A4 paper.
const A4: u8 = 9;
/// How high a line is, in points.
const LINE: f64 = 13.0;
/// How many letters stand on a line for each unit of a column's width.
const LETTERS: f64 = 1.05;

/// What happens to a sheet.
pub(super) type Written = Result<(), XlsxError>;

/// What every sheet is made from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Book<'a> {
    /// The result.
    pub(super) report: &'a Report<'a>,
    /// The language.
    pub(super) language: Language,
    /// The formats.
    pub(super) style: &'a Style,
}

impl<'a> Book<'a> {
    /// Says a text in the language of the workbook.
    pub(super) fn say(self, text: &Bilingual) -> String {
        text.get(self.language).to_owned()
    }

    /// Begins a sheet: A4 across, as wide as the page, with the agency and the page number below.
    pub(super) fn sheet(self, name: &Bilingual) -> Result<Sheet<'a>, XlsxError> {
        let mut cells = Worksheet::new();
        let name = name.get(self.language);
        cells.set_name(name)?.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
        cells.set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3).set_formula_result_default("").set_screen_gridlines(false);
        let year = self.report.year;
        let agency: String = on_one_line(&self.report.agency.name).chars().take(LONGEST_FOOTER).collect();
        let agency = agency.replace('&', "&&");
        let page = self.say(&bilingual!("Halaman &P dari &N", "Page &P of &N"));
        cells.set_footer(format!("&L{agency} · {year}&C{name}&R{page}"));
        Ok(Sheet { cells, style: self.style, language: self.language, widths: Vec::new(), lines: 1 })
    }

    /// Writes the head of a sheet: its title, and the agency below it.
    pub(super) fn title(self, sheet: &mut Sheet<'_>, title: &str) -> Written {
        let (agency, year) = (on_one_line(&self.report.agency.name), self.report.year);
        sheet.cells.set_row_height(0, 24)?;
        sheet.text(0, 0, title, &self.style.title)?;
        sheet.text(1, 0, &format!("{agency} · {year}"), &self.style.subtitle)
    }
}

/// A sheet that is being written.
pub(super) struct Sheet<'a> {
    /// The sheet itself.
    pub(super) cells: Worksheet,
    /// The formats.
    pub(super) style: &'a Style,
    language: Language,
    widths: Vec<f64>,
    lines: usize,
}

impl Sheet<'_> {
    /// Writes a text that stays one, whatever it begins with.
    pub(super) fn text(&mut self, row: u32, column: u16, text: &str, format: &Format) -> Written {
        self.note_lines(column, text);
        self.cells.write_string_with_format(row, column, fitting(text), format).map(drop)
    }

    /// Writes a text in small letters, of which a line holds more and which needs less room.
    pub(super) fn small(&mut self, row: u32, column: u16, text: &str, format: &Format) -> Written {
        if let Some(width) = self.widths.get(usize::from(column)) {
            self.lines = self.lines.max((lines(text, width * 1.25) * 4).div_ceil(5));
        }
        self.cells.write_string_with_format(row, column, fitting(text), format).map(drop)
    }

    /// Writes a number.
    pub(super) fn number(&mut self, row: u32, column: u16, value: f64, format: &Format) -> Written {
        self.cells.write_number_with_format(row, column, value, format).map(drop)
    }

    /// Writes an exact number: as a formula where its digits do not end, and nothing where it is absent.
    pub(super) fn exact(&mut self, row: u32, column: u16, value: Option<&Exact>, format: &Format) -> Written {
        let Some(value) = value else { return self.blank(row, column, format) };
        match fraction(value) {
            Some(formula) => self.formula(row, column, &formula, &result(Some(value)), format),
            None => self.number(row, column, number(value), format),
        }
    }

    /// Writes a formula and the result that it gives.
    pub(super) fn formula(&mut self, row: u32, column: u16, formula: &str, result: &str, format: &Format) -> Written {
        self.note_lines(column, result);
        self.cells.write_formula_with_format(row, column, with_result(formula, result), format).map(drop)
    }

    /// Writes a day; one that no spreadsheet knows (before 1900) in words.
    pub(super) fn date(&mut self, row: u32, column: u16, date: Option<Date>, format: &Format) -> Written {
        let Some(date) = date else { return self.blank(row, column, format) };
        match known_date(date) {
            Some(known) => self.cells.write_datetime_with_format(row, column, &known, format).map(drop),
            None => self.text(row, column, &in_words(date, self.language), format),
        }
    }

    /// Writes an empty cell that has its lines and colours.
    pub(super) fn blank(&mut self, row: u32, column: u16, format: &Format) -> Written {
        self.cells.write_blank(row, column, format).map(drop)
    }

    /// Writes the headings of a table, sets the widths of its columns and repeats the headings on every page.
    pub(super) fn table_head(&mut self, row: u32, columns: &[(String, f64)]) -> Written {
        for ((heading, width), column) in columns.iter().zip(0..) {
            self.cells.set_column_width(column, *width)?;
            self.text(row, column, heading, &self.style.head)?;
        }
        (self.widths, self.lines) = (columns.iter().map(|(_, width)| *width).collect(), 1);
        self.cells.set_row_height(row, 32)?.set_repeat_rows(row, row)?;
        Ok(())
    }

    /// Ends a row of a table: it becomes as high as its longest text, which not every program finds by itself.
    pub(super) fn end_row(&mut self, row: u32) -> Written {
        let lines = std::mem::replace(&mut self.lines, 1);
        self.cells.set_row_height(row, height(lines))?;
        Ok(())
    }

    /// Remembers the most lines that a text of the row takes; outside a table nothing is remembered.
    fn note_lines(&mut self, column: u16, text: &str) {
        if let Some(width) = self.widths.get(usize::from(column)) {
            self.lines = self.lines.max(lines(text, *width));
        }
    }

    /// Lets a table be filtered, and keeps its headings in view.
    pub(super) fn filter(&mut self, head: u32, last: u32, columns: usize, kept: u16) -> Written {
        let columns = u16::try_from(columns).unwrap_or(u16::MAX);
        self.cells.set_freeze_panes(head + 1, kept)?;
        self.cells.autofilter(head, 0, last.max(head + 1), columns.saturating_sub(1))?;
        Ok(())
    }
}

/// Returns the height of a row of so many lines, in points; Excel knows no higher row than 409.
pub(super) fn height(lines: usize) -> f64 {
    (LINE * f64::from(u32::try_from(lines).unwrap_or(u32::MAX)) + 3.0).min(409.0)
}

/// Estimates how many lines a text takes in a column of this width, rather one too many than one too few.
pub(super) fn lines(text: &str, width: f64) -> usize {
    let most = (width * LETTERS).max(1.0) as usize;
    let lines_of = |line: &str| {
        let (mut lines, mut at) = (1, 0);
        for length in line.split(' ').map(|word| word.chars().count()) {
            let needed = if at == 0 { length } else { at + 1 + length };
            if needed <= most {
                at = needed;
                continue;
            }
            lines += usize::from(at > 0) + length.saturating_sub(1) / most;
            at = length - length.saturating_sub(1) / most * most;
        }
        lines
    };
    text.lines().map(lines_of).sum::<usize>().max(1)
}

/// Makes a text fit a cell: nothing hidden in it, and cut with a mark where it is too long.
fn fitting(text: &str) -> String {
    // These two are no characters, and XML has no way to write them.
    let shown = visible(text).replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}");
    if shown.encode_utf16().count() <= LONGEST {
        return shown;
    }
    let mut left = LONGEST - CUT.encode_utf16().count();
    let fits = |character: &char| {
        let enough = left >= character.len_utf16();
        left = left.saturating_sub(character.len_utf16());
        enough
    };
    let mut cut: String = shown.chars().take_while(fits).collect();
    cut.push_str(CUT);
    cut
}

/// Turns a day into one of Excel, which knows none before 1900.
fn known_date(date: Date) -> Option<ExcelDateTime> {
    let (year, month, day) = (u16::try_from(date.year()).ok()?, date.month(), date.day());
    ExcelDateTime::from_ymd(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::{CUT, LONGEST, fitting, lines};

    #[test]
    fn a_text_that_is_too_long_is_cut_where_everyone_sees_it() {
        assert_eq!(fitting(&"a".repeat(LONGEST)).len(), LONGEST);
        let cut = fitting(&"\u{1f600}".repeat(LONGEST));
        assert!(cut.ends_with(CUT) && cut.encode_utf16().count() <= LONGEST);
    }

    #[test]
    fn what_xml_cannot_hold_is_replaced() {
        assert_eq!(fitting("a\u{1b}b\u{ffff}c"), "a\\u{1b}b\u{fffd}c");
    }

    #[test]
    fn a_row_is_as_high_as_its_words_need() {
        assert_eq!(lines("", 10.0), 1);
        assert_eq!(lines("satu dua", 10.0), 1);
        assert_eq!(lines("satu dua tiga\nempat", 10.0), 3);
        assert_eq!(lines(&"a".repeat(64), 24.0), 3);
    }
}
