//! Which of several levels in a row is the ministry's: the head of the table says so, above the column.

use crate::bilingual;
use crate::text::bilingual::Bilingual;
use crate::workbook::intake::pasted::assemble::PastedRow;
use crate::workbook::intake::pasted::line::{Kind, Line};
use crate::workbook::intake::table::{Field, Said, Whose, ministry_column};

/// The column of the levels.
pub(super) struct LevelColumn {
    /// Where each column of numbers ends.
    ends: Vec<usize>,
    /// Which of them it is.
    chosen: usize,
}

impl LevelColumn {
    /// Returns the level of a row; empty where nothing stands in its column.
    pub(super) fn level(&self, row: &PastedRow) -> String {
        let in_column = |end: usize| nearest(&self.ends, end) == Some(self.chosen);
        let whole = row.values.len() == self.ends.len();
        let value = match whole {
            true => row.values.get(self.chosen),
            false => row.values.iter().find(|value| in_column(value.end)),
        };
        value.map(|value| value.text.clone()).unwrap_or_default()
    }
}

/// Finds the column of the levels: the only one, the one that the person names, or the one that the head names.
pub(super) fn of_levels(lines: &[Line], rows: &[PastedRow], said: &Said) -> Result<LevelColumn, Bilingual> {
    let count = rows.iter().map(|row| row.values.len()).max().unwrap_or_default();
    let whole: Vec<&PastedRow> = rows.iter().filter(|row| row.values.len() == count).collect();
    let end = |column: usize| whole.iter().map(|row| row.values[column].end).sum::<usize>() / whole.len().max(1);
    let ends: Vec<usize> = (0..count).map(end).collect();
    if count <= 1 {
        return Ok(LevelColumn { ends, chosen: 0 });
    }
    // The number and the name stand in the columns A and B.
    let named = said.columns.get(&Field::Level).and_then(|column| usize::try_from(*column).ok()?.checked_sub(2));
    let year = match said.whose {
        Whose::Ministry(year) => year,
        Whose::Agency => 0,
    };
    let chosen = named.filter(|column| *column < count).or_else(|| ministry_column(&titles(lines, &ends), year));
    chosen.map(|chosen| LevelColumn { ends, chosen }).ok_or_else(|| {
        bilingual!(
            "tiap baris punya {count} angka dan judulnya tidak menyebut mana dari kementerian; tunjuk dengan `--map \
             level=C` untuk yang pertama, `--map level=D` untuk yang kedua",
            "each row has {count} numbers and no heading says which is the ministry's; say so with `--map level=C` for \
             the first, `--map level=D` for the second"
        )
    })
}

/// Words above columns that hold no levels.
const OTHER: [&str; 9] = ["no", "nomor", "nama", "indikator", "uraian", "aspek", "domain", "catatan", "keterangan"];

/// Puts together what stands above each column in the first head of the table: parts above each other are one heading, and
/// the headings stand in the order of the columns.
fn titles(lines: &[Line], ends: &[usize]) -> Vec<String> {
    let above = lines.iter().skip_while(|line| line.kind != Kind::Head).take_while(|line| line.kind != Kind::Row);
    let mut headings: Vec<(usize, usize, String)> = Vec::new();
    for segment in above.filter(|line| line.kind == Kind::Head).flat_map(|line| &line.segments) {
        match headings.iter_mut().find(|(start, end, _)| segment.start < *end && *start < segment.end) {
            Some((start, end, text)) => {
                (*start, *end) = (segment.start.min(*start), segment.end.max(*end));
                text.push_str(&format!(" {}", segment.text));
            }
            None => headings.push((segment.start, segment.end, segment.text.clone())),
        }
    }
    headings.sort();
    let is_other =
        |text: &str| text.to_lowercase().split([' ', '.']).all(|word| word.is_empty() || OTHER.contains(&word));
    headings.retain(|(_, _, text)| !is_other(text));
    if headings.len() == ends.len() { headings.into_iter().map(|(_, _, text)| text).collect() } else { Vec::new() }
}

/// Returns the column that ends nearest to a place.
fn nearest(ends: &[usize], place: usize) -> Option<usize> {
    (0..ends.len()).min_by_key(|column| ends[*column].abs_diff(place))
}
