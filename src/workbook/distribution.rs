//! How many indicators stand at each level: a small table that is counted anew when a level changes.

use crate::bilingual;
use crate::index::exact::Exact;
use crate::result::label::{INDICATORS, LEVEL};
use crate::workbook::formulas::{Cells, here};
use crate::workbook::indicators::IndicatorCells;
use crate::workbook::names::RESULT_SHEET;
use crate::workbook::sheet::{Book, Sheet, Written};

/// A scale with more whole levels than this has no such table; its chart could not be read.
const MOST: u32 = 20;

/// The table of how many indicators stand at each level.
#[derive(Debug)]
pub(super) struct Distribution<'a> {
    book: Book<'a>,
    rows: &'a IndicatorCells,
    lowest: u32,
    highest: u32,
}

impl<'a> Distribution<'a> {
    /// Makes the table, unless the scale has too many levels.
    pub(super) fn of(book: Book<'a>, rows: &'a IndicatorCells) -> Option<Self> {
        let scale = &book.report.instrument.scale;
        let (lowest, highest) = (Exact::from(scale.lowest).whole(), Exact::from(scale.highest).whole());
        (lowest <= highest && highest - lowest < MOST).then_some(Self { book, rows, lowest, highest })
    }

    /// Writes the table from a row on.
    pub(super) fn write(&self, sheet: &mut Sheet<'_>, row: u32) -> Written {
        let Book { language, style, .. } = self.book;
        sheet.text(row, 0, LEVEL.get(language), &style.head)?;
        sheet.text(row, 1, INDICATORS.get(language), &style.head)?;
        let levels = self.rows.levels.address();
        for (level, row) in (self.lowest..=self.highest).zip(row + 1..) {
            sheet.text(row, 0, &self.label(level), &style.middle)?;
            let count = format!("=COUNTIFS({levels},\">={level}\",{levels},\"<{}\")", level + 1);
            sheet.formula(row, 1, &count, &self.count(level).to_string(), &style.count)?;
        }
        let last = row + 1 + self.highest - self.lowest;
        sheet.text(last + 1, 0, &self.book.say(&bilingual!("Belum dinilai", "Not scored")), &style.middle)?;
        let all = self.book.report.indicators.len();
        let open = format!("={all}-SUM({}:{})", here(row + 1, 1), here(last, 1));
        sheet.formula(last + 1, 1, &open, &self.book.report.open_rows().to_string(), &style.count)
    }

    /// Returns the labels or the counts, for a chart.
    pub(super) fn cells(&self, row: u32, column: u16) -> Cells {
        let sheet = RESULT_SHEET.get(self.book.language).to_owned();
        Cells { sheet, column, first: row + 1, last: row + 1 + self.highest - self.lowest }
    }

    /// Names a level; on a scale with decimals, all values from it up to the next whole level.
    fn label(&self, level: u32) -> String {
        let report = self.book.report;
        let (scale, numbers) = (&report.instrument.scale, report.numbers(self.book.language));
        if scale.is_whole() || level == self.highest {
            return format!("{} {}", LEVEL.get(self.book.language), numbers.level(level.into()));
        }
        let (_, end) = Exact::from(level + 1).apart(&scale.step.into());
        format!("{}–{}", numbers.level(level.into()), numbers.exactly(&end))
    }

    /// Counts the rows at a level; on a scale with decimals, those before the next whole level too.
    fn count(&self, level: u32) -> usize {
        let at = |found: &Exact| found.whole() == level;
        let levels = self.book.report.indicators.iter().filter_map(|line| line.level);
        levels.map(Exact::from).filter(at).count()
    }
}
