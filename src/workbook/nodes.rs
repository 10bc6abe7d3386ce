//! The table of the index, the domains and the aspects, whose values are formulas.

use crate::bilingual;
use crate::result::averages::Average;
use crate::result::label::{DOMAIN, MINISTRY, NAME, NATIONAL, VALUE, kind_heading};
use crate::workbook::formulas::{Cells, here};
use crate::workbook::indicators::IndicatorCells;
use crate::workbook::method::Places;
use crate::workbook::names::RESULT_SHEET;
use crate::workbook::sheet::Book;

/// A column of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ResultField {
    /// Index, domain or aspect.
    Part,
    /// The number of a domain or aspect.
    Number,
    /// The name.
    Name,
    /// The domain of an aspect.
    Domain,
    /// The weight.
    Weight,
    /// The value as it is shown.
    Value,
    /// The value with every open row at the lowest level.
    Lowest,
    /// The value with every open row at the highest level.
    Highest,
    /// What the agency wants to reach.
    Target,
    /// How far the value is from the target.
    Distance,
    /// The value of last cycle.
    Previous,
    /// The average of the agency's kind.
    Kind,
    /// The national average.
    National,
    /// The ministry's value.
    External,
    /// The value before it is rounded.
    Exact,
}

/// Where the table stands: the index first, then the domains, then the aspects.
#[derive(Debug)]
pub(super) struct ResultTable<'a> {
    /// The result.
    pub(super) book: Book<'a>,
    /// Where weights and predicates are looked up.
    pub(super) places: &'a Places,
    /// Where the levels are looked up.
    pub(super) rows: &'a IndicatorCells,
    /// The columns.
    pub(super) fields: Vec<ResultField>,
    /// The row of the headings.
    pub(super) head: u32,
}

impl<'a> ResultTable<'a> {
    /// Lays the table out below a row; a column of which nothing is known is left out.
    pub(super) fn below(head: u32, book: Book<'a>, places: &'a Places, rows: &'a IndicatorCells) -> Self {
        let report = book.report;
        let mut fields = vec![ResultField::Part, ResultField::Number, ResultField::Name];
        fields.extend((!report.domains.is_empty()).then_some(ResultField::Domain));
        fields.extend([ResultField::Weight, ResultField::Value]);
        if report.outcome.index().is_none() {
            fields.extend([ResultField::Lowest, ResultField::Highest]);
        }
        if report.target_index.is_some() || report.target_level.is_some() {
            fields.extend([ResultField::Target, ResultField::Distance]);
        }
        fields.extend(report.previous.as_ref().map(|_| ResultField::Previous));
        fields.extend(report.averages.kind.as_ref().map(|_| ResultField::Kind));
        fields.extend(report.averages.national.as_ref().map(|_| ResultField::National));
        fields.extend(report.external.as_ref().map(|_| ResultField::External));
        fields.push(ResultField::Exact);
        Self { book, places, rows, fields, head }
    }

    /// Returns how many columns there are.
    pub(super) fn width(&self) -> u16 {
        u16::try_from(self.fields.len()).unwrap_or(u16::MAX)
    }

    /// Returns the row of the index.
    pub(super) fn index_row(&self) -> u32 {
        self.head + 1
    }

    /// Returns the last row of the table.
    pub(super) fn last_row(&self) -> u32 {
        self.index_row() + count(self.book.report.domains.len()) + count(self.book.report.aspects.len())
    }

    /// Returns the column of a field, where the table has it.
    pub(super) fn column(&self, field: ResultField) -> Option<u16> {
        self.fields.iter().position(|known| *known == field).and_then(|column| u16::try_from(column).ok())
    }

    /// Returns the cell of the index in a column.
    pub(super) fn of_index(&self, field: ResultField) -> Option<String> {
        self.column(field).map(|column| here(self.index_row(), column))
    }

    /// Returns the cells of the aspects in a column.
    pub(super) fn of_aspects(&self, field: ResultField) -> Option<Cells> {
        let first = self.index_row() + 1 + count(self.book.report.domains.len());
        self.cells(field, first, self.last_row())
    }

    /// Returns the cells of the domains in a column.
    pub(super) fn of_domains(&self, field: ResultField) -> Option<Cells> {
        let first = self.index_row() + 1;
        self.cells(field, first, first + count(self.book.report.domains.len()) - 1)
    }

    /// Returns the cells of a field between two rows, one at least; absent where the table lacks the column.
    fn cells(&self, field: ResultField, first: u32, last: u32) -> Option<Cells> {
        let sheet = RESULT_SHEET.get(self.book.language).to_owned();
        Some(Cells { sheet, column: self.column(field)?, first, last: last.max(first) })
    }

    /// Returns what stands above a column.
    pub(super) fn heading(&self, field: ResultField) -> String {
        let Book { report, language, .. } = self.book;
        let kind = kind_heading(report.agency.kind, language);
        let year = |average: &Option<Average>| average.as_ref().map(|average| average.year).unwrap_or_default();
        let text = match field {
            ResultField::Part => bilingual!("Bagian", "Part"),
            ResultField::Number => bilingual!("No.", "No."),
            ResultField::Name => NAME.clone(),
            ResultField::Domain => DOMAIN.clone(),
            ResultField::Weight => bilingual!("Bobot (%)", "Weight (%)"),
            ResultField::Value => VALUE.clone(),
            ResultField::Lowest => bilingual!("Paling rendah", "Lowest"),
            ResultField::Highest => bilingual!("Paling tinggi", "Highest"),
            ResultField::Target => bilingual!("Target", "Target"),
            ResultField::Distance => bilingual!("Selisih", "Distance"),
            ResultField::Previous => {
                let before = report.previous.as_ref().map(|previous| previous.year).unwrap_or_default();
                bilingual!("Nilai {before}", "Value {before}")
            }
            ResultField::Kind => {
                let year = year(&report.averages.kind);
                bilingual!("Rata-rata {kind} {year}", "Average, {kind} {year}")
            }
            ResultField::National => {
                let (national, year) = (NATIONAL.get(language), year(&report.averages.national));
                bilingual!("Rata-rata {national} {year}", "Average, {national} {year}")
            }
            ResultField::External => MINISTRY.clone(),
            ResultField::Exact => bilingual!("Sebelum dibulatkan", "Before rounding"),
        };
        text.get(language).to_owned()
    }
}

/// Counts nodes as a sheet counts its rows.
fn count(nodes: usize) -> u32 {
    u32::try_from(nodes).unwrap_or(u32::MAX)
}
