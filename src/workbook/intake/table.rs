//! Where the table stands in a sheet: its header is searched for, by the words that agencies and portals use.

use std::collections::BTreeMap;

use crate::bilingual;
use crate::text::bilingual::Bilingual;
use crate::text::word::{Vocabulary, Word};
use crate::workbook::reading::{Content, ReadSheet};

/// Until which row a header is searched for.
const LAST_HEADER: u32 = 40;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Field {
    /// The number of the row.
    Indicator,
    /// The name of the indicator.
    Name,
    /// The level that the agency gave.
    Level,
    /// How it was assessed.
    Method,
    /// The documents.
    Evidence,
    /// The explanation, or the agency's answer.
    Explanation,
    /// Why a level was agreed on.
    Reason,
}

impl Vocabulary for Field {
    const WORDS: &'static [(Self, Word)] = &[
        (Self::Indicator, Word { code: "indicator", id: "indikator", en: "indicator" }),
        (Self::Name, Word { code: "name", id: "nama", en: "name" }),
        (Self::Level, Word { code: "level", id: "level", en: "level" }),
        (Self::Method, Word { code: "method", id: "metode", en: "method" }),
        (Self::Evidence, Word { code: "evidence", id: "data dukung", en: "evidence" }),
        (Self::Explanation, Word { code: "explanation", id: "penjelasan", en: "explanation" }),
        (Self::Reason, Word { code: "reason", id: "alasan", en: "reason" }),
    ];
}

/// What stands above the numbers of indicators.
const NUMBERS: &[&str] =
    &["no indikator", "nomor indikator", "kode indikator", "indicator number", "no", "nomor", "kode", "number", "id"];
/// What stands above the names of indicators.
const NAMES: &[&str] =
    &["nama indikator", "nama", "uraian indikator", "indicator name", "name", "indikator", "indicator", "kriteria"];

/// What stands above the columns, the surest first; a number column comes before a name of the same word.
static HEADINGS: [(Field, &[&str]); 7] = [
    (Field::Indicator, NUMBERS),
    (
        Field::Level,
        &[
            "level",
            "level disepakati",
            "agreed level",
            "level kematangan",
            "tingkat kematangan",
            "maturity level",
            "nilai penilaian mandiri",
            "penilaian mandiri",
            "nilai mandiri",
            "nilai capaian",
            "nilai auditee",
            "nilai indikator",
            "capaian",
            "tingkat",
            "nilai",
            "skor",
            "score",
        ],
    ),
    (Field::Name, NAMES),
    (Field::Method, &["metode", "method", "cara menilai"]),
    (Field::Evidence, &["data dukung", "bukti dukung", "bukti pendukung", "bukti", "evidence"]),
    (
        Field::Explanation,
        &[
            "penjelasan",
            "explanation",
            "jawaban instansi",
            "agency s answer",
            "jawaban auditee",
            "justifikasi",
            "uraian",
            "keterangan",
            "catatan",
        ],
    ),
    (Field::Reason, &["alasan", "reason"]),
];

/// What stands above the columns of the ministry's result.
static MINISTRY_HEADINGS: [(Field, &[&str]); 4] = [
    (Field::Indicator, NUMBERS),
    (Field::Level, MINISTRY_LEVELS),
    (Field::Name, NAMES),
    (
        Field::Explanation,
        &[
            "catatan evaluator",
            "catatan asesor",
            "assessor s note",
            "jawaban evaluator",
            "jawaban asesor",
            "catatan",
            "note",
            "keterangan",
            "penjelasan",
            "justifikasi",
        ],
    ),
];

/// What stands above the ministry's levels, the surest first.
const MINISTRY_LEVELS: &[&str] = &[
    "nilai akhir",
    "level akhir",
    "hasil akhir",
    "skor akhir",
    "final score",
    "final level",
    "nilai evaluasi eksternal",
    "penilaian eksternal",
    "evaluasi eksternal",
    "nilai eksternal",
    "level eksternal",
    "nilai evaluator",
    "nilai asesor",
    "level asesor",
    "assessor s level",
    "nilai evaluasi",
    "hasil evaluasi",
    "nilai penilaian",
    "hasil penilaian",
    "nilai kementerian",
    "level kementerian",
    "kementerian",
    "kemenpanrb",
    "menpanrb",
    "eksternal",
    "external",
    "akhir",
    "final",
    "hasil",
    "level kematangan",
    "tingkat kematangan",
    "maturity level",
    "nilai indikator",
    "nilai capaian",
    "capaian",
    "level",
    "tingkat",
    "nilai",
    "indeks",
    "skor",
    "score",
];
/// What stands above the agency's own levels; no such column is the ministry's.
const AGENCY: [&str; 7] = ["mandiri", "internal", "auditee", "sendiri", "self", "target", "bobot"];

/// Whose levels are looked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Whose {
    /// The agency's own.
    #[default]
    Agency,
    /// The ministry's, in a year: the column of another one is passed over.
    Ministry(u32),
}

impl Whose {
    /// Returns what stands above the columns.
    fn headings(self) -> &'static [(Field, &'static [&'static str])] {
        match self {
            Self::Agency => &HEADINGS,
            Self::Ministry(_) => &MINISTRY_HEADINGS,
        }
    }

    /// Returns the column that only the year of the ministry's result names: `2024`, `Nilai 2024`.
    fn of_its_year(self, field: Field, titles: &[(u32, Vec<String>)]) -> Option<u32> {
        let Self::Ministry(year) = self else { return None };
        let year = year.to_string();
        let names = |texts: &[String]| texts.iter().any(|text| text.split(' ').any(|word| word == year));
        let column = titles.iter().find(|(_, texts)| names(texts) && self.may_hold_levels(texts));
        column.filter(|_| field == Field::Level).map(|(column, _)| *column)
    }

    /// Tells whether a column under these titles may hold such levels.
    fn may_hold_levels(self, titles: &[String]) -> bool {
        let Self::Ministry(year) = self else { return true };
        let mut words = titles.iter().flat_map(|title| title.split(' '));
        let of_another_year = |word: &str| {
            let named = word.parse::<u32>().ok().filter(|named| word.len() == 4 && (2000..2100).contains(named));
            named.is_some_and(|named| named != year)
        };
        !words.any(|word| AGENCY.contains(&word) || of_another_year(word))
    }
}

/// Returns the column of the ministry's levels among several, by the titles above each: the surest heading, then the year.
pub(crate) fn ministry_column(titles: &[String], year: u32) -> Option<usize> {
    let whose = Whose::Ministry(year);
    let titles: Vec<Vec<String>> = titles.iter().map(|title| vec![plain(title)]).collect();
    let of_year = year.to_string();
    let columns = || titles.iter().enumerate().filter(|(_, titles)| whose.may_hold_levels(titles));
    let named = MINISTRY_LEVELS.iter().find_map(|word| {
        let mut named = columns().filter(|(_, titles)| titles.iter().any(|text| text.contains(word)));
        Some(named.next()?.0).filter(|_| named.next().is_none())
    });
    named.or_else(|| columns().find(|(_, titles)| titles.iter().any(|text| text.contains(&of_year))).map(|(at, _)| at))
}

/// Where the columns of a table stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Table {
    /// The columns.
    pub(crate) columns: BTreeMap<Field, u32>,
    /// The first row below the header.
    pub(crate) first: u32,
}

/// What a person says of a sheet that tells nothing by itself.
#[derive(Clone, Debug, Default)]
pub(crate) struct Said {
    /// Which sheet it is.
    pub(crate) sheet: Option<String>,
    /// The row of the header, from 1 as a spreadsheet counts.
    pub(crate) header: Option<u32>,
    /// Which column holds what, from nought.
    pub(crate) columns: BTreeMap<Field, u32>,
    /// Whose levels it is read for.
    pub(crate) whose: Whose,
}

impl Said {
    /// Tells whether nothing is said.
    pub(crate) fn is_silent(&self) -> bool {
        self.sheet.is_none() && self.header.is_none() && self.columns.is_empty()
    }
}

/// Finds the table of a sheet; none where no header names both an indicator and a level.
pub(crate) fn table(sheet: &ReadSheet, said: &Said) -> Option<Table> {
    let rows: Vec<u32> = match said.header {
        Some(row) => vec![row.saturating_sub(1)],
        None => (0..=sheet.last_row().min(LAST_HEADER)).collect(),
    };
    let mut best: Option<Table> = None;
    for row in rows {
        for height in [1, 2] {
            let mut columns = columns(sheet, row, height, said.whose);
            columns.extend(&said.columns);
            let whole = columns.contains_key(&Field::Indicator) && columns.contains_key(&Field::Level);
            let stated = said.header.is_some() && height == 1;
            let better = best.as_ref().is_none_or(|best| columns.len() > best.columns.len());
            if (whole || stated && !said.columns.is_empty()) && better {
                best = Some(Table { columns, first: row + height });
            }
        }
    }
    best
}

/// Finds which columns a header of one or two rows names.
fn columns(sheet: &ReadSheet, row: u32, height: u32, whose: Whose) -> BTreeMap<Field, u32> {
    let titles: Vec<(u32, Vec<String>)> = (0..=sheet.last_column())
        .map(|column| (column, (row..row + height).map(|row| plain(&sheet.text(row, column))).collect()))
        .collect();
    let number = |(_, texts): &(u32, Vec<String>)| texts.last().is_some_and(|text| text.parse::<f64>().is_ok());
    // A row of numbers below a header is the first of the table.
    if height == 2 && titles.iter().any(number) {
        return BTreeMap::new();
    }
    let mut columns: BTreeMap<Field, u32> = BTreeMap::new();
    for (field, words) in whose.headings() {
        let free = |column: &u32| !columns.values().any(|taken| taken == column);
        let may = |texts: &[String]| *field != Field::Level || whose.may_hold_levels(texts);
        let named = words.iter().find_map(|word| {
            let means = |text: &String| text == word || word.contains(' ') && text.starts_with(&format!("{word} "));
            let here = |(column, texts): &&(u32, Vec<String>)| free(column) && may(texts) && texts.iter().any(means);
            titles.iter().find(here).map(|(column, _)| *column)
        });
        let named = named.or_else(|| whose.of_its_year(*field, &titles));
        if let Some(column) = named {
            columns.insert(*field, column);
        }
    }
    // Where no column is called a number, the one of the indicators is.
    if !columns.contains_key(&Field::Indicator)
        && let Some(column) = columns.remove(&Field::Name)
    {
        let called = |text: &String| text == "indikator" || text == "indicator";
        let own = titles.iter().find(|(_, texts)| texts.iter().any(called)).map(|(column, _)| *column);
        columns.insert(Field::Indicator, own.unwrap_or(column));
        if own.is_some_and(|own| own != column) {
            columns.insert(Field::Name, column);
        }
    }
    columns
}

/// Says which columns were recognised, by their headings.
pub(crate) fn recognised(sheet: &ReadSheet, table: &Table) -> Bilingual {
    let name = |field: Field, language| field.label(language).to_owned();
    let letter =
        |column: u32| rust_xlsxwriter::utility::column_number_to_name(u16::try_from(column).unwrap_or(u16::MAX));
    let list = |language| {
        let each =
            table.columns.iter().map(|(field, column)| format!("{} = {}", name(*field, language), letter(*column)));
        each.collect::<Vec<_>>().join(", ")
    };
    let sheet = &sheet.name;
    let (id, en) = (list(crate::text::language::Language::Indonesian), list(crate::text::language::Language::English));
    let first = table.first + 1;
    bilingual!("lembar `{sheet}`: {id}, mulai baris {first}", "sheet `{sheet}`: {en}, from row {first}")
}

/// Returns the words of a heading in lower case with one space between them.
fn plain(text: &str) -> String {
    let lower = text.to_lowercase();
    let words = lower.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// Tells whether a cell says nothing.
pub(crate) fn is_blank(content: Option<&Content>) -> bool {
    match content {
        None => true,
        Some(Content::Text(text)) => matches!(text.trim(), "" | "-" | "–" | "—"),
        Some(Content::Day(_) | Content::Failed(_)) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{Field, Said, table};
    use crate::workbook::reading::{Content, ReadSheet};

    fn sheet(rows: &[&[&str]]) -> ReadSheet {
        let mut sheet = ReadSheet { name: "Lembar1".to_owned(), ..ReadSheet::default() };
        for (cells, row) in rows.iter().zip(0..) {
            for (text, column) in cells.iter().zip(0..) {
                if !text.is_empty() {
                    sheet.cells.insert((row, column), Content::Text((*text).to_owned()));
                }
            }
        }
        sheet
    }

    fn found(rows: &[&[&str]]) -> Option<(Vec<(Field, u32)>, u32)> {
        table(&sheet(rows), &Said::default()).map(|table| (table.columns.into_iter().collect(), table.first))
    }

    #[test]
    fn a_header_is_found_below_titles_and_over_two_rows() {
        let one = found(&[
            &["LAPORAN"],
            &[],
            &["No", "Aspek", "Indikator", "Bobot (%)", "Nilai Capaian", "Nilai Tertimbang"],
            &["1", "Tata Kelola", "Kebijakan", "5", "2", "0.1"],
        ]);
        assert_eq!(one, Some((vec![(Field::Indicator, 0), (Field::Name, 2), (Field::Level, 4)], 3)));
        let two = found(&[
            &["No", "Indikator", "Penilaian", "", "", "Catatan"],
            &["", "", "Tingkat Kematangan", "Penjelasan", "Data Dukung"],
            &["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
            &["1", "Kebijakan", "2", "Fakta", "SK"],
        ]);
        let (columns, first) = two.expect("a table");
        assert_eq!(first, 2);
        assert!(columns.contains(&(Field::Level, 2)) && columns.contains(&(Field::Explanation, 3)), "{columns:?}");
    }

    #[test]
    fn our_own_columns_are_found_and_what_names_no_level_is_no_table() {
        let own = found(&[&["Indikator", "Nama", "Kriteria", "Level", "Metode", "Data dukung", "Penjelasan"]]);
        let (columns, _) = own.expect("a table");
        assert!(columns.contains(&(Field::Indicator, 0)) && columns.contains(&(Field::Name, 1)), "{columns:?}");
        assert_eq!(found(&[&["No", "Nama Barang", "Harga"]]), None);
    }
}
