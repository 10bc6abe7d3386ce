//! A work sheet as it was handed in: which rows stand where, and what it was handed out with.

use std::collections::BTreeMap;

use crate::bilingual;
use crate::model::files::FINAL;
use crate::model::row::RowId;
use crate::text::bilingual::Bilingual;
use crate::workbook::entry::columns::{ANSWER_SHEET, DOCUMENT_SHEET, ENTRY_SHEET, MEMORY_SHEET};
use crate::workbook::entry::memory::{FIRST, MARK};
use crate::workbook::intake::table::{Field, Said, Whose, recognised, table};
use crate::workbook::intake::{Values, plain};
use crate::workbook::reading::{Content, ReadBook, ReadSheet};

/// What was handed in.
#[derive(Clone, Debug)]
pub(crate) struct Handed {
    /// What it was handed out with; absent for a sheet of somebody else, and where the hidden sheet is lost.
    pub(crate) origin: Option<Origin>,
    /// The rows below the header.
    pub(crate) rows: Vec<HandedRow>,
    /// The documents by their numbers: `B3`.
    pub(crate) documents: BTreeMap<String, String>,
    /// Whether it has the shape of a sheet of ours.
    pub(crate) own: bool,
    /// Whose levels it was read for.
    pub(crate) whose: Whose,
    /// Which columns were recognised.
    pub(crate) recognised: Bilingual,
    /// What was left alone in the book.
    pub(crate) notes: Vec<Bilingual>,
}

impl Handed {
    /// Tells whether it is the sheet of the agreed levels and the agency's answers.
    pub(crate) fn is_of_answers(&self) -> bool {
        self.origin.as_ref().is_some_and(|origin| origin.member == FINAL)
    }
}

/// What a work sheet was handed out with.
#[derive(Clone, Debug)]
pub(crate) struct Origin {
    /// Whose it is: a member, or `final` for the agreed levels.
    pub(crate) member: String,
    /// The year of the evaluation.
    pub(crate) year: String,
    /// The id of its instrument.
    pub(crate) instrument: String,
    /// The values as they were handed out.
    pub(crate) values: BTreeMap<RowId, Values>,
}

/// A row as it was handed in.
#[derive(Clone, Debug)]
pub(crate) struct HandedRow {
    /// Its cells by what they hold.
    pub(crate) cells: BTreeMap<Field, HandedCell>,
}

/// A cell as it was handed in.
#[derive(Clone, Debug)]
pub(crate) struct HandedCell {
    /// Where it stands: `Isian!D7`.
    pub(crate) place: String,
    /// What stands there.
    pub(crate) content: Option<Content>,
}

/// Finds what was handed in with a book.
///
/// # Errors
/// No sheet has a table of indicators and levels.
pub(crate) fn handed(book: ReadBook, said: &Said) -> Result<Handed, Bilingual> {
    let origin = book.sheets.iter().find(|sheet| sheet.name == MEMORY_SHEET).and_then(origin);
    let shown = book.sheets.iter().filter(|sheet| !sheet.hidden && sheet.name != MEMORY_SHEET);
    let chosen: Vec<&ReadSheet> = match &said.sheet {
        Some(name) => book.sheets.iter().filter(|sheet| sheet.name.eq_ignore_ascii_case(name)).collect(),
        None => match entries(&book) {
            Some(entries) => vec![entries],
            None => shown.collect(),
        },
    };
    if let (Some(name), true) = (&said.sheet, chosen.is_empty()) {
        let names: Vec<String> = book.sheets.iter().map(|sheet| format!("`{}`", sheet.name)).collect();
        let names = names.join(", ");
        return Err(bilingual!(
            "tidak ada lembar `{name}`; yang ada: {names}",
            "there is no sheet `{name}`, only {names}"
        ));
    }
    let found = chosen.into_iter().find_map(|sheet| Some((sheet, table(sheet, said)?)));
    let Some((sheet, table)) = found else {
        return Err(no_table(said.whose));
    };
    let cell = |row: u32, column: u32| HandedCell {
        place: sheet.place(row, column),
        content: sheet.cells.get(&(row, column)).cloned(),
    };
    let rows = (table.first..=sheet.last_row()).map(|row| HandedRow {
        cells: table.columns.iter().map(|(field, column)| (*field, cell(row, *column))).collect(),
    });
    Ok(Handed {
        own: origin.is_some() || entries(&book).is_some_and(|entries| entries.name == sheet.name),
        rows: rows.collect(),
        documents: book.sheet([&DOCUMENT_SHEET.id, &DOCUMENT_SHEET.en]).map(documents).unwrap_or_default(),
        whose: said.whose,
        recognised: recognised(sheet, &table),
        notes: book.notes,
        origin,
    })
}

/// Says that no sheet has a table, and how to say where it stands.
fn no_table(whose: Whose) -> Bilingual {
    match whose {
        Whose::Agency => Bilingual::fixed(
            "tidak ditemukan baris judul yang menyebut indikator dan level; tunjuk dengan `--header BARIS --map \
             indicator=B,level=F`",
            "no header names an indicator and a level; say where with `--header ROW --map indicator=B,level=F`",
        ),
        Whose::Ministry(_) => Bilingual::fixed(
            "tidak ditemukan baris judul yang menyebut indikator dan level dari kementerian; tunjuk dengan `--header \
             BARIS --map indicator=B,level=F`",
            "no header names an indicator and a level of the ministry; say where with `--header ROW --map \
             indicator=B,level=F`",
        ),
    }
}

/// Finds the sheet of ours that is filled in.
fn entries(book: &ReadBook) -> Option<&ReadSheet> {
    [&ENTRY_SHEET, &ANSWER_SHEET].into_iter().find_map(|name| book.sheet([&name.id, &name.en]))
}

/// Reads the hidden sheet; one that does not say that it is ours says nothing.
fn origin(sheet: &ReadSheet) -> Option<Origin> {
    if sheet.text(0, 0) != MARK {
        return None;
    }
    let mut values = BTreeMap::new();
    for row in FIRST..=sheet.last_row() {
        if let Ok(id) = sheet.text(row, 0).parse::<RowId>() {
            let [level, method, evidence, explanation, reason] = [1, 2, 3, 4, 5].map(|column| sheet.text(row, column));
            let (explanation, reason) = (plain(&explanation), plain(&reason));
            values.insert(id, Values { level, method, evidence, explanation, reason });
        }
    }
    let [member, year, instrument] = [1, 2, 3].map(|column| sheet.text(0, column));
    Some(Origin { member, year, instrument, values })
}

/// Reads which number stands for which document: the first column and the last.
fn documents(sheet: &ReadSheet) -> BTreeMap<String, String> {
    let last = sheet.last_column();
    let rows = 0..=sheet.last_row();
    let numbered = rows.map(|row| (sheet.text(row, 0), sheet.text(row, last)));
    let is_number = |text: &str| text.strip_prefix('B').is_some_and(|rest| rest.parse::<u32>().is_ok());
    numbered.filter(|(number, id)| is_number(number) && !id.is_empty()).collect()
}
