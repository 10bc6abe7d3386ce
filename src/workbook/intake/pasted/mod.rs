//! The table of a published result as it is copied out of a PDF (`pdftotext -layout`): numbers, names over several lines,
//! levels, and between them heads and feet of pages, aspects and domains.

mod assemble;
mod columns;
mod line;

use std::collections::BTreeMap;

use crate::bilingual;
use crate::model::instrument::Instrument;
use crate::text::bilingual::Bilingual;
use crate::text::visible::on_one_line;
use crate::text::wrap::shortened;
use crate::workbook::intake::handed::{Handed, HandedCell, HandedRow};
use crate::workbook::intake::pasted::assemble::assemble;
use crate::workbook::intake::pasted::line::{Known, Line, lines};
use crate::workbook::intake::table::{Field, Said};
use crate::workbook::reading::Content;

/// How many lines that are none of the table are named.
const NAMED: usize = 5;
/// How many letters of such a line are shown.
const SHOWN: usize = 40;

/// Finds the rows of a table in a text; places are lines of the file.
///
/// # Errors
/// No line has the number and the level of an indicator, or which of several levels is meant can't be told.
pub(crate) fn pasted(text: &str, file: &str, instrument: &Instrument, said: &Said) -> Result<Handed, Bilingual> {
    let known = Known::of(instrument);
    let lines = lines(text, &known);
    let (rows, passed) = assemble(&lines, &known);
    if rows.iter().all(|row| row.values.is_empty()) {
        return Err(Bilingual::fixed(
            "tidak ditemukan tabel: tidak ada judul kolom untuk indikator dan level dari kementerian, dan tidak ada baris \
             `nomor nama level`; tunjuk dengan `--header BARIS --map indicator=B,level=F`",
            "there is no table: no header names an indicator and a level of the ministry, and no line is `number name \
             level`; say where with `--header ROW --map indicator=B,level=F`",
        ));
    }
    let column = columns::of_levels(&lines, &rows, said)?;
    let cell = |line: usize, text: String| HandedCell {
        place: format!("{file}:{line}"),
        content: (!text.is_empty()).then_some(Content::Text(text)),
    };
    let rows = rows.into_iter().map(|row| {
        let level = column.level(&row);
        let cells = [(Field::Indicator, row.number), (Field::Name, row.name), (Field::Level, level)];
        HandedRow { cells: cells.into_iter().map(|(field, text)| (field, cell(row.line, text))).collect() }
    });
    Ok(Handed {
        origin: None,
        rows: rows.collect(),
        documents: BTreeMap::new(),
        own: false,
        whose: said.whose,
        recognised: bilingual!("salinan tabel `{file}`", "a copied table, `{file}`"),
        notes: passed_over(&passed),
    })
}

/// Names the lines that are none of the table; what stands on every page is named once.
fn passed_over(passed: &[&Line]) -> Vec<Bilingual> {
    let mut seen: Vec<String> = Vec::new();
    let mut named: Vec<String> = Vec::new();
    for line in passed {
        let text: String = line.text.chars().filter(|letter| !letter.is_ascii_digit()).collect();
        if seen.contains(&text) {
            continue;
        }
        seen.push(text);
        let shown = shortened(&on_one_line(&line.text), SHOWN, |text| text.chars().count());
        named.push(format!("{} “{shown}”", line.number));
    }
    if named.is_empty() {
        return Vec::new();
    }
    let more = named.len().saturating_sub(NAMED);
    named.truncate(NAMED);
    let listed = named.join(", ");
    let rest = match more {
        0 => Bilingual::same(""),
        _ => bilingual!(" dan {more} lagi", " and {more} more"),
    };
    vec![
        bilingual!("bukan baris tabel, dilewati: baris {listed}", "no rows of the table, passed over: line {listed}")
            .and(rest),
    ]
}

#[cfg(test)]
mod tests {
    use super::pasted;
    use crate::result::testing::instrument_of;
    use crate::text::bilingual::Bilingual;
    use crate::workbook::intake::handed::Handed;
    use crate::workbook::intake::table::{Field, Said, Whose};
    use crate::workbook::reading::Content;

    fn read(text: &str, instrument: &str) -> Result<Handed, Bilingual> {
        let said = Said { whose: Whose::Ministry(2024), ..Said::default() };
        pasted(text, "lhe.txt", &instrument_of(instrument), &said)
    }

    fn rows(text: &str) -> Vec<(String, String, String, String)> {
        let handed = read(text, "spbe-2020").expect("a table");
        let text = |row: &crate::workbook::intake::handed::HandedRow, field: Field| match &row.cells[&field].content {
            Some(Content::Text(text)) => text.clone(),
            _ => String::new(),
        };
        let row = |row| {
            let [number, name, level] = [Field::Indicator, Field::Name, Field::Level].map(|field| text(row, field));
            (number, name, level, row.cells[&Field::Level].place.clone())
        };
        handed.rows.iter().map(row).collect()
    }

    fn expected(number: &str, name: &str, level: &str, line: usize) -> (String, String, String, String) {
        (number.to_owned(), name.to_owned(), level.to_owned(), format!("lhe.txt:{line}"))
    }

    const FIRST: &str = "Tingkat Kematangan Kebijakan Internal Arsitektur SPBE Instansi Pusat/Pemerintah Daerah";
    const SECOND: &str = "Tingkat Kematangan Kebijakan Internal Peta Rencana SPBE Instansi Pusat/Pemerintah Daerah";

    #[test]
    fn names_are_put_together_however_they_are_wrapped_around_their_numbers() {
        let behind = " No   Nama Indikator                                             Nilai\n\
             Aspek 1 - Kebijakan Internal Tata Kelola SPBE                2,90\n\
             1   Tingkat Kematangan Kebijakan Internal Arsitektur SPBE      3\n\
             \x20   Instansi Pusat/Pemerintah Daerah\n\
             2   Tingkat Kematangan Kebijakan Internal Peta Rencana SPBE    2,00\n\
             \x20   Instansi Pusat/Pemerintah Daerah\n";
        assert_eq!(rows(behind), [expected("1", FIRST, "3", 3), expected("2", SECOND, "2,00", 5)]);
        let around = "     Tingkat Kematangan Kebijakan Internal Arsitektur SPBE\n\
             1                                                              3\n\
             \x20    Instansi Pusat/Pemerintah Daerah\n\
             \x20    Tingkat Kematangan Kebijakan Internal Peta Rencana\n\
             2    SPBE Instansi                                             2\n\
             \x20    Pusat/Pemerintah Daerah\n";
        assert_eq!(rows(around), [expected("1", FIRST, "3", 2), expected("2", SECOND, "2", 5)]);
        let below = "1.  Tingkat Kematangan Kebijakan Internal Arsitektur SPBE\n\
             \x20   Instansi Pusat/Pemerintah Daerah                           3\n\
             45 Tingkat Kematangan Layanan Publik Sektor 1 4\n\
             46 Tingkat Kematangan Layanan Publik Sektor 2\n";
        let sector = |number| format!("Tingkat Kematangan Layanan Publik Sektor {number}");
        assert_eq!(
            rows(below),
            [expected("1", FIRST, "3", 1), expected("45", &sector(1), "4", 3), expected("46", &sector(2), "", 4)]
        );
    }

    #[test]
    fn heads_and_feet_of_pages_fall_out_of_a_name_and_are_named_once() {
        let text = "1   Tingkat Kematangan Kebijakan Internal Arsitektur SPBE      3\n\
             Laporan Kota Contoh hal 3\n\n 3\n\u{c}   No   Nama Indikator    Nilai\n\
             \x20   Instansi Pusat/Pemerintah Daerah\n\
             2   Tingkat Kematangan Kebijakan Internal Peta Rencana SPBE    2\n\
             \x20   Instansi Pusat/Pemerintah Daerah\n\
             Laporan Kota Contoh hal 4\n INDEKS SPBE     2,98\n";
        assert_eq!(rows(text), [expected("1", FIRST, "3", 1), expected("2", SECOND, "2", 7)]);
        let notes = read(text, "spbe-2020").expect("a table").notes;
        assert_eq!(notes.len(), 1);
        assert_eq!(notes[0].en, "no rows of the table, passed over: line 2 “Laporan Kota Contoh hal 3”");
    }

    #[test]
    fn of_several_levels_the_head_says_which_is_the_ministry_s() {
        let body = "1   Tingkat Kematangan Kebijakan Internal Manajemen Data      4          3\n\
             2   Tingkat Kematangan Kebijakan Internal Audit TIK           2          1\n";
        let levels = |head: &str| {
            let rows = rows(&format!("{head}{body}"));
            rows.into_iter().map(|(_, _, level, _)| level).collect::<Vec<_>>().join(" ")
        };
        let head = "No  Nama Indikator                                         Nilai      Nilai\n\
             \x20                                                        Mandiri      Akhir\n";
        assert_eq!(levels(head), "3 1");
        let head = "No  Nama Indikator                                         2024       2023\n";
        assert_eq!(levels(head), "4 2");
        let message = read(body, "spbe-2020").expect_err("nobody says which");
        assert!(message.en.contains("--map level=C"), "{}", message.en);
        assert!(read("Rapat\n12 orang hadir\n", "spbe-2020").is_err());
    }
}
