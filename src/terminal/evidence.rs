//! The evidence index for a terminal: `spbe evidence list`.

use crate::bilingual;
use crate::model::row::RowId;
use crate::result::evidence::{ListedEvidence, Unsupported};
use crate::result::report::Report;
use crate::terminal::grid::{Column, Grid, WIDEST, shortened};
use crate::text::bilingual::Bilingual;
use crate::text::language::Language;
use crate::text::number::with_mark;
use crate::text::word::Vocabulary;

/// How much of the rows that a document supports is shown where a terminal bounds the list.
const LINKS: usize = 30;

/// Writes documents for a terminal.
pub(crate) fn text(entries: &[ListedEvidence<'_>], language: Language, width: usize) -> String {
    if entries.is_empty() {
        let none = bilingual!(
            "Belum ada data dukung; tambahkan dengan `spbe evidence add`.\n",
            "There is no evidence yet; add it with `spbe evidence add`.\n"
        );
        return none.get(language).to_owned();
    }
    let heading = |id: &'static str, en: &'static str| Bilingual::fixed(id, en).get(language).to_owned();
    let mut grid = Grid::new(
        vec![
            Column::left("ID"),
            Column::left(heading("Jenis", "Kind")).folding(1),
            Column::giving_way(heading("Judul", "Title")),
            Column::left(heading("Tanggal", "Date")).folding(2),
            Column::left(heading("Indikator", "Indicators")),
        ],
        width,
    );
    for entry in entries {
        let evidence = entry.evidence;
        let links: Vec<String> =
            entry.links.iter().map(|(row, level)| shown_link(*row, level.as_deref(), language)).collect();
        grid.row(vec![
            evidence.id.value.to_string(),
            evidence.kind.label(language).to_owned(),
            evidence.title.clone(),
            evidence.date.as_ref().map(|date| date.value.to_string()).unwrap_or_default(),
            if width < WIDEST { shortened(&links.join(" "), LINKS) } else { links.join(" ") },
        ]);
    }
    grid.lines().join("\n") + "\n"
}

/// Shows a link as `12` or, with the level that it supports, `12@3`.
fn shown_link(row: RowId, level: Option<&str>, language: Language) -> String {
    level.map_or_else(|| row.to_string(), |level| format!("{row}@{}", with_mark(level, language)))
}

/// Writes the rows without enough evidence: what was given, and up to which level it is supported.
pub(crate) fn missing(report: &Report<'_>, missing: &[Unsupported], language: Language, width: usize) -> String {
    if missing.is_empty() {
        let none = bilingual!(
            "Semua level yang dinilai didukung dokumen.\n",
            "All levels that were given are supported by documents.\n"
        );
        return none.get(language).to_owned();
    }
    let heading = |id: &'static str, en: &'static str| Bilingual::fixed(id, en).get(language).to_owned();
    let mut grid = Grid::new(
        vec![
            Column::right(heading("No", "No")),
            Column::giving_way(heading("Indikator", "Indicator")),
            Column::right(heading("Dinilai", "Given")),
            Column::right(heading("Didukung sampai", "Supported up to")),
        ],
        width,
    );
    let numbers = report.numbers(language);
    for Unsupported { row, level, supported } in missing {
        let name = report.line(*row).map(|line| line.name(language)).unwrap_or_default();
        grid.row(vec![row.to_string(), name, numbers.level(*level), numbers.level_or_open(*supported)]);
    }
    grid.lines().join("\n") + "\n"
}
