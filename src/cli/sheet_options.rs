//! Where a table stands in a sheet of somebody else, as far as the person says so, and the books that are read for it.

use std::collections::BTreeMap;
use std::path::Path;

use clap::Args;

use crate::bilingual;
use crate::cli::failure::Failure;
use crate::cli::help::say;
use crate::text::bilingual::Bilingual;
use crate::text::slug::extension;
use crate::text::word::Vocabulary;
use crate::workbook::intake::table::{Field, Said};
use crate::workbook::reading::{self, ReadBook};

#[derive(Args, Debug)]
pub(super) struct SheetOptions {
    #[arg(long, value_delimiter = ',', value_name = "indicator=B,level=F", help = say(
        "kolom mana berisi apa, bila judulnya tidak dikenal",
        "which column holds what, where its heading is not known",
    ))]
    map: Vec<String>,
    #[arg(long, value_name = say("NAMA", "NAME"), help = say("lembar di dalam buku kerja", "the sheet within the workbook"))]
    sheet: Option<String>,
    #[arg(long, value_name = say("BARIS", "ROW"), help = say("baris judul kolom", "the row of the headings"))]
    header: Option<u32>,
}

impl SheetOptions {
    /// Reads where the table stands.
    pub(super) fn said(&self) -> Result<Said, Failure> {
        let mut columns = BTreeMap::new();
        for pair in self.map.iter().filter(|pair| !pair.trim().is_empty()) {
            let (name, letter) = pair.split_once('=').unwrap_or((pair, ""));
            let field = Field::from_word(name.trim());
            let column = column(letter.trim());
            let (Some(field), Some(column)) = (field, column) else {
                let message = bilingual!("`{pair}` tidak menunjuk kolom", "`{pair}` names no column");
                let fields = Field::codes();
                let help = bilingual!(
                    "tulis misalnya `indicator=B,level=F`; nama: {fields}",
                    "write such as `indicator=B,level=F`; names: {fields}"
                );
                return Err(Failure::new(message).help(help));
            };
            columns.insert(field, column);
        }
        Ok(Said { sheet: self.sheet.clone(), header: self.header, columns, ..Said::default() })
    }
}

/// Reads the letters of a column, counted from nought.
fn column(letters: &str) -> Option<u32> {
    let letters = letters.to_ascii_uppercase();
    let valid = (1..=2).contains(&letters.len()) && letters.bytes().all(|byte| byte.is_ascii_uppercase());
    let number = letters.bytes().fold(0, |number, byte| number * 26 + u32::from(byte - b'A') + 1);
    valid.then(|| number - 1)
}

/// Reads a workbook, or a table of text as one.
pub(super) fn book(file: &Path, bytes: &[u8]) -> Result<ReadBook, Bilingual> {
    match extension(&file.to_string_lossy()).as_str() {
        "csv" | "tsv" | "txt" => reading::text(bytes),
        "xls" | "ods" => Err(bilingual!(
            "simpan dahulu sebagai XLSX (Excel: Simpan Sebagai)",
            "save it as XLSX first (Excel: Save As)"
        )),
        _ => reading::book(bytes),
    }
}
