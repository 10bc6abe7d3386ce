//! One record of a table, cell by cell, with the meaning that the columns give.

use std::ops::Range;

use jiff::civil::Date;

use crate::bilingual;
use crate::diagnostic::file_rules::MISSING_FIELD;
use crate::diagnostic::place::{Located, Place};
use crate::format::reading::Reading;
use crate::format::scalar;
use crate::format::table::parse::RawTable;
use crate::format::table::scan::RawRecord;
use crate::format::table::schema::Schema;
use crate::model::decimal::Decimal;
use crate::model::row::RowId;
use crate::text::bilingual::Bilingual;
use crate::text::clean::says_something;
use crate::text::word::Vocabulary;

/// What is expected where a row of the evaluation is named.
static ROW: Bilingual = Bilingual::fixed("indikator seperti `12` atau `35-1`", "an indicator such as `12` or `35-1`");
/// What is expected where a level is given.
static LEVEL: Bilingual =
    Bilingual::fixed("level, yaitu bilangan seperti `3` atau `3.25`", "a level, a number such as `3` or `3.25`");

/// A record while its cells are read.
#[derive(Clone, Copy)]
pub(crate) struct Row<'a> {
    record: &'a RawRecord<'a>,
    columns: &'a [Option<usize>],
    schema: &'a Schema,
    reading: &'a Reading,
}

impl<'a> Row<'a> {
    /// Returns the rows of a table.
    pub(crate) fn all(table: &'a RawTable<'a>, schema: &'a Schema, reading: &'a Reading) -> impl Iterator<Item = Self> {
        table.records.iter().map(move |record| Self { record, columns: &table.columns, schema, reading })
    }

    /// Returns where the record stands.
    pub(crate) fn place(&self) -> Place {
        self.reading.place(self.record.span.clone())
    }

    /// Returns the text of a cell without the spaces around it; empty where the file lacks the column.
    pub(crate) fn text(&self, column: &str) -> Located<String> {
        let (text, span) = self.trimmed(column);
        self.reading.located(text.to_owned(), span)
    }

    /// Returns the text of a cell; one that is filled, or must be, and says nothing is a finding.
    pub(crate) fn said(&self, column: &str, must: bool) -> Located<String> {
        let (text, span) = self.trimmed(column);
        if (must || !text.is_empty()) && !says_something(text) {
            scalar::blank(text, span.clone(), self.reading);
        }
        self.reading.located(text.to_owned(), span)
    }

    /// Returns the text of a cell, or nothing where it is empty.
    pub(crate) fn filled(&self, column: &str) -> Option<Located<String>> {
        Some(self.text(column)).filter(|text| !text.value.is_empty())
    }

    /// Returns the text of a cell that must not be empty.
    pub(crate) fn required(&self, column: &str) -> Option<Located<String>> {
        let (text, span) = self.stated(column)?;
        Some(self.reading.located(text.to_owned(), span))
    }

    /// Reads the row of the evaluation that a cell names.
    pub(crate) fn row_id(&self, column: &str) -> Option<Located<RowId>> {
        let (text, span) = self.stated(column)?;
        let Ok(row) = text.parse::<RowId>() else {
            return scalar::refuse_text(text, span, self.reading, &ROW);
        };
        let usual = row.to_string();
        if usual != text {
            scalar::not_canonical(text, &usual, span.clone(), self.reading);
        }
        Some(self.reading.located(row, span))
    }

    /// Reads a level that must be there.
    pub(crate) fn level(&self, column: &str) -> Option<Located<Decimal>> {
        let (text, span) = self.stated(column)?;
        scalar::decimal_text(text, span, self.reading, &LEVEL)
    }

    /// Reads a level that may be absent.
    pub(crate) fn optional_level(&self, column: &str) -> Option<Located<Decimal>> {
        let (text, span) = Some(self.trimmed(column)).filter(|(text, _)| !text.is_empty())?;
        scalar::decimal_text(text, span, self.reading, &LEVEL)
    }

    /// Reads a date that may be absent.
    pub(crate) fn date(&self, column: &str) -> Option<Located<Date>> {
        let (text, span) = Some(self.trimmed(column)).filter(|(text, _)| !text.is_empty())?;
        scalar::date_text(text, span, self.reading)
    }

    /// Reads a word of a vocabulary that must be there.
    pub(crate) fn word<T: Vocabulary>(&self, column: &str) -> Option<Located<T>> {
        let (text, span) = self.stated(column)?;
        scalar::word_text(text, span, self.reading)
    }

    /// Splits a cell at a mark and returns the parts that are not empty, each with its place.
    pub(crate) fn parts(&self, column: &str, mark: char) -> Vec<Located<String>> {
        let (text, span) = self.cell(column);
        let in_quotes = span.len() > text.len();
        // A quote within a cell in quotes is written twice.
        let written = |text: &str| text.len() + if in_quotes { text.matches('"').count() } else { 0 };
        let mut offset = span.start + usize::from(in_quotes);
        let mut parts = Vec::new();
        for part in text.split(mark) {
            let trimmed = part.trim();
            if !trimmed.is_empty() {
                let start = offset + part.len() - part.trim_start().len();
                parts.push(self.reading.located(trimmed.to_owned(), start..start + written(trimmed)));
            }
            offset += written(part) + mark.len_utf8();
        }
        parts
    }

    /// Returns the reading that findings go to.
    pub(crate) fn reading(&self) -> &'a Reading {
        self.reading
    }

    /// Returns what a cell says without the spaces around it, and where it stands.
    fn trimmed(&self, column: &str) -> (&'a str, Range<usize>) {
        let (text, span) = self.cell(column);
        (text.trim(), span)
    }

    /// Returns what a cell says that must not be empty.
    fn stated(&self, column: &str) -> Option<(&'a str, Range<usize>)> {
        let (text, span) = self.trimmed(column);
        if text.is_empty() {
            let message = bilingual!("`{column}` kosong", "`{column}` is empty");
            self.reading.push(self.reading.finding(MISSING_FIELD, span, message));
            return None;
        }
        Some((text, span))
    }

    /// Returns a cell as it was written; empty, at the start of the record, where the file lacks the column.
    fn cell(&self, column: &str) -> (&'a str, Range<usize>) {
        let index = self.schema.columns.iter().position(|known| *known == column);
        let index = index.expect("readers name only columns of their schema");
        match self.columns[index].and_then(|position| self.record.cells.get(position)) {
            Some(cell) => (&cell.text, cell.span.clone()),
            None => ("", self.record.span.start..self.record.span.start),
        }
    }
}
