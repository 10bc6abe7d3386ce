//! The files that have a schema, for a terminal: `spbe schema`.

use crate::format::shape::FILES;
use crate::terminal::grid::{Column, Grid};
use crate::text::bilingual::Bilingual;
use crate::text::language::Language;

/// Lists the files, one a line, with where their schemas lie in a workspace.
pub(crate) fn list(language: Language, width: usize) -> String {
    let heading = |id: &'static str, en: &'static str| Bilingual::fixed(id, en).get(language).to_owned();
    let mut grid = Grid::new(
        vec![
            Column::left(heading("Berkas", "File")),
            Column::left(heading("Skema", "Schema")).folding(1),
            Column::giving_way(heading("Isi", "What it holds")),
        ],
        width,
    );
    for described in &FILES {
        grid.row(vec![
            described.file.to_owned(),
            described.schema_file(),
            described.table.about.get(language).to_owned(),
        ]);
    }
    grid.lines().join("\n") + "\n"
}
