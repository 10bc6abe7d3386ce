//! Workbooks read back, as a program of the ministry would read them.

use std::io::Cursor;

use calamine::{Data, Range, Reader, Xlsx};

/// A sheet that was read back.
pub(super) struct ReadSheet {
    cells: Range<Data>,
    /// How many formulas it holds.
    pub(super) formulas: usize,
}

/// Opens a sheet of a workbook.
pub(super) fn opened(workbook: &[u8], name: &str) -> ReadSheet {
    let mut book = Xlsx::new(Cursor::new(workbook)).expect("a workbook");
    let formulas = book.worksheet_formula(name).map_or(0, |formulas| formulas.used_cells().count());
    ReadSheet { cells: book.worksheet_range(name).expect("a sheet of this name"), formulas }
}

impl ReadSheet {
    /// Returns a cell.
    pub(super) fn cell(&self, row: u32, column: u32) -> Data {
        self.cells.get_value((row, column)).cloned().unwrap_or_default()
    }

    /// Returns a cell as text; empty where it holds none.
    pub(super) fn text(&self, row: u32, column: u32) -> String {
        match self.cell(row, column) {
            Data::String(text) => text,
            _ => String::new(),
        }
    }

    /// Returns a cell as a number.
    pub(super) fn number(&self, row: u32, column: u32) -> Option<f64> {
        match self.cell(row, column) {
            Data::Float(number) => Some(number),
            Data::Int(number) => Some(number as f64),
            _ => None,
        }
    }

    /// Returns a number with some decimals; empty where there is none.
    pub(super) fn shown(&self, row: u32, column: u32, decimals: usize) -> String {
        self.number(row, column).map(|number| format!("{number:.decimals$}")).unwrap_or_default()
    }

    /// Finds the row whose first cell says something.
    pub(super) fn row_of(&self, text: &str) -> u32 {
        let (_, column) = self.cells.start().expect("a sheet that is not empty");
        let (last, _) = self.cells.end().expect("a sheet that is not empty");
        (0..=last).find(|row| self.text(*row, column) == text).unwrap_or_else(|| panic!("no row {text}"))
    }

    /// Finds the column of a heading.
    pub(super) fn column_of(&self, row: u32, heading: &str) -> u32 {
        let (_, last) = self.cells.end().expect("a sheet that is not empty");
        (0..=last).find(|column| self.text(row, *column) == heading).unwrap_or_else(|| panic!("no column {heading}"))
    }
}
