//! Documents that are taken in together, for a terminal: which file goes where.

use crate::bilingual;
use crate::model::decimal::Decimal;
use crate::result::label::{INDICATOR, LEVEL};
use crate::terminal::grid::{Column, Grid};
use crate::text::bilingual::Bilingual;
use crate::text::language::Language;
use crate::text::number::with_mark;

/// A file that is taken in.
#[derive(Clone, Debug)]
pub(crate) struct Upload {
    /// The file, as it was named.
    pub(crate) file: String,
    /// The rows that it supports.
    pub(crate) rows: String,
    /// The level that it supports there.
    pub(crate) level: Option<Decimal>,
    /// The id that it has.
    pub(crate) id: String,
}

/// Writes the files with where they go, and those that can't be told.
pub(crate) fn table(uploads: &[Upload], left: &[String], language: Language, width: usize) -> String {
    let heading = |id: &'static str, en: &'static str| Bilingual::fixed(id, en).get(language).to_owned();
    let mut grid = Grid::new(
        vec![
            Column::giving_way(heading("Berkas", "File")),
            Column::left(INDICATOR.get(language)),
            Column::right(LEVEL.get(language)),
            Column::left("ID"),
        ],
        width,
    );
    for Upload { file, rows, level, id } in uploads {
        let level = level.map(|level| with_mark(&level.to_string(), language)).unwrap_or_default();
        grid.row(vec![file.clone(), rows.clone(), level, id.clone()]);
    }
    let mut text = if uploads.is_empty() { String::new() } else { grid.lines().join("\n") + "\n" };
    if !left.is_empty() {
        let unknown =
            bilingual!("\nBelum dapat dikenali indikatornya:\n", "\nIt can't be told which indicator these are for:\n");
        text += unknown.get(language);
        left.iter().for_each(|file| text += &format!("  {file}\n"));
    }
    text
}
