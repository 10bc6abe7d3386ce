//! Work sheets that came in, for a terminal: a line each.

use crate::terminal::grid::{Column, Grid};
use crate::text::bilingual::Bilingual;
use crate::text::language::Language;

/// What became of a work sheet.
#[derive(Clone, Debug)]
pub(crate) struct SheetLine {
    /// The file.
    pub(crate) file: String,
    /// Whose it is; empty where that is not known.
    pub(crate) member: String,
    /// How many rows were scored for the first time.
    pub(crate) new: usize,
    /// How many were changed.
    pub(crate) changed: usize,
    /// How many say what is here already.
    pub(crate) same: usize,
    /// How many cells both sides changed.
    pub(crate) conflicts: usize,
    /// How many cells can't be taken.
    pub(crate) faults: usize,
    /// How many documents lie beside it.
    pub(crate) documents: usize,
    /// Whether it is as it was handed out.
    pub(crate) untouched: bool,
}

/// Writes the lines; a sheet that nobody touched is called so.
pub(crate) fn table(lines: &[SheetLine], language: Language, width: usize) -> String {
    let heading = |id: &'static str, en: &'static str| Bilingual::fixed(id, en).get(language).to_owned();
    let mut grid = Grid::new(
        vec![
            Column::giving_way(heading("Lembar", "Sheet")),
            Column::left(heading("Anggota", "Member")),
            Column::right(heading("Baru", "New")),
            Column::right(heading("Berubah", "Changed")),
            Column::right(heading("Sama", "Same")),
            Column::right(heading("Konflik", "Conflicts")),
            Column::right(heading("Salah", "Faulty")),
            Column::right(heading("Dokumen", "Documents")),
            Column::left(""),
        ],
        width,
    );
    for line in lines {
        let counts = [line.new, line.changed, line.same, line.conflicts, line.faults, line.documents];
        let remark = match (line.conflicts + line.faults > 0, line.untouched && line.documents == 0, line.same) {
            (true, ..) => heading("tidak dimasukkan", "left out"),
            (false, true, 0) => heading("belum diisi", "not filled in"),
            (false, true, _) => heading("tidak berubah", "unchanged"),
            (false, false, _) => String::new(),
        };
        let mut cells = vec![line.file.clone(), line.member.clone()];
        cells.extend(counts.iter().map(|count| if *count == 0 { String::new() } else { count.to_string() }));
        cells.push(remark);
        grid.row(cells);
    }
    grid.lines().join("\n") + "\n"
}
