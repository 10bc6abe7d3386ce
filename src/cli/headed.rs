//! Tables that a person hands to a command: a row of headings in either language, then a row for each thing.

use std::path::Path;

use crate::bilingual;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::store::handed_in;
use crate::text::bilingual::Bilingual;
use crate::text::fold::folded;
use crate::text::language::Language;
use crate::workbook::reading::{ReadSheet, text};

/// How many faulty rows are told.
const TOLD: usize = 20;

/// A column, with the words that may stand above it.
pub(super) type Headed = (&'static str, &'static [&'static str]);

/// A table whose headings are known.
#[derive(Debug)]
pub(super) struct HeadedTable {
    shown: String,
    sheet: ReadSheet,
    columns: Vec<(&'static str, Option<u32>)>,
}

impl HeadedTable {
    /// Reads a table of CSV, from standard input where it is `-`; the first columns, as many as `required`, must be there.
    pub(super) fn read(context: &Context, file: &Path, columns: &[Headed], required: usize) -> Result<Self, Failure> {
        let shown = file.display().to_string();
        let broken = |Bilingual { id, en }: Bilingual| Failure::new(bilingual!("`{shown}`: {id}", "`{shown}`: {en}"));
        let bytes = match shown.as_str() {
            "-" => context.standard_input()?.into_bytes(),
            _ => handed_in::bytes(&context.path(file))?,
        };
        let mut book = text(&bytes).map_err(broken)?;
        if book.sheets.first().is_none_or(|sheet| sheet.cells.is_empty()) {
            return Err(broken(Bilingual::fixed("tabel ini kosong", "this table is empty")));
        }
        let sheet = book.sheets.swap_remove(0);
        let place = |words: &[&str]| {
            (0..=sheet.last_column()).find(|column| words.contains(&folded(&sheet.text(0, *column)).as_str()))
        };
        let columns: Vec<(&str, Option<u32>)> = columns.iter().map(|(name, words)| (*name, place(words))).collect();
        if let Some((lacking, _)) = columns[..required].iter().find(|(_, place)| place.is_none()) {
            let known: Vec<&str> = columns.iter().map(|(name, _)| *name).collect();
            let known = known.join(",");
            return Err(broken(bilingual!("kolom `{lacking}` tidak ada", "it lacks the column `{lacking}`"))
                .help(bilingual!("baris judulnya `{known}`", "the header is `{known}`")));
        }
        Ok(Self { shown, sheet, columns })
    }

    /// Returns how many rows there are below the headings.
    pub(super) fn len(&self) -> usize {
        usize::try_from(self.sheet.last_row()).unwrap_or_default()
    }

    /// Takes something of every row that says anything: of all of them, or of none while a row is faulty.
    pub(super) fn each<T>(&self, mut take: impl FnMut(HeadedRow<'_>) -> Result<T, Failure>) -> Result<Vec<T>, Failure> {
        let (mut taken, mut faults) = (Vec::new(), Vec::new());
        for row in 1..=self.sheet.last_row() {
            if (0..=self.sheet.last_column()).all(|column| self.sheet.text(row, column).is_empty()) {
                continue;
            }
            match take(HeadedRow { table: self, row }) {
                Ok(one) => taken.push(one),
                Err(failure) => faults.push((row + 1, failure)),
            }
        }
        if faults.is_empty() { Ok(taken) } else { Err(self.refused(&faults)) }
    }

    /// Says which rows can't be used, and why.
    fn refused(&self, faults: &[(u32, Failure)]) -> Failure {
        let say = |language: Language, word: &str| -> String {
            let told = faults.iter().take(TOLD);
            told.map(|(row, failure)| format!("\n  {word} {row}: {}", failure.message(language))).collect()
        };
        let (count, shown) = (faults.len(), &self.shown);
        let (id, en) = (say(Language::Indonesian, "baris"), say(Language::English, "line"));
        let message = bilingual!(
            "{count} baris `{shown}` tidak dapat dipakai:{id}",
            "{count} rows of `{shown}` can't be used:{en}"
        );
        Failure::new(message)
            .help(bilingual!("tidak ada yang ditulis; perbaiki tabelnya", "nothing is written; mend the table"))
    }
}

/// A row of such a table.
#[derive(Clone, Copy, Debug)]
pub(super) struct HeadedRow<'t> {
    table: &'t HeadedTable,
    row: u32,
}

impl HeadedRow<'_> {
    /// Returns what stands in a column; nothing where the cell is empty or the column absent.
    pub(super) fn cell(&self, name: &str) -> Option<String> {
        let (_, place) = self.table.columns.iter().find(|(column, _)| *column == name)?;
        Some(self.table.sheet.text(self.row, (*place)?)).filter(|text| !text.is_empty())
    }
}
