//! The evidence index as a list: `spbe evidence list`.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::bilingual;
use crate::diagnostic::place::Located;
use crate::model::decimal::Decimal;
use crate::model::evidence::Evidence;
use crate::model::row::RowId;
use crate::model::workspace::Workspace;
use crate::report::grid::{Column, Grid, shortened};
use crate::text::bilingual::Bilingual;
use crate::text::language::Language;
use crate::text::word::Vocabulary;

/// How much of the rows that a document supports is shown; the whole list is in the JSON.
const LINKS: usize = 30;

/// A document with the rows that it supports.
#[derive(Debug)]
pub struct Entry<'a> {
    evidence: &'a Evidence,
    links: Vec<(RowId, Option<String>)>,
}

/// Returns the documents of the index, all or only those that support some rows.
pub fn entries<'a>(workspace: &'a Workspace, rows: Option<&BTreeSet<RowId>>) -> Vec<Entry<'a>> {
    let entry = |evidence: &'a Evidence| {
        let own = workspace.links.iter().filter(|link| link.evidence.value == evidence.id.value.as_str());
        let link = |level: &Option<Located<Decimal>>| level.as_ref().map(|level| level.value.to_string());
        let mut links: Vec<_> = own.map(|found| (found.row.value, link(&found.level))).collect();
        links.sort();
        Entry { evidence, links }
    };
    let wanted = |entry: &Entry<'_>| rows.is_none_or(|rows| entry.links.iter().any(|(row, _)| rows.contains(row)));
    workspace.evidence.iter().map(entry).filter(wanted).collect()
}

/// Returns the rows that a document is linked to, with the level that it supports there, or that it was cited for.
pub(crate) fn supported(workspace: &Workspace, evidence: &Evidence) -> Vec<(RowId, Option<Decimal>)> {
    let id = evidence.id.value.as_str();
    let linked = workspace.links.iter().filter(|link| link.evidence.value == id);
    let mut rows: Vec<(RowId, Option<Decimal>)> =
        linked.map(|link| (link.row.value, link.level.as_ref().map(|level| level.value))).collect();
    for score in workspace.scores.iter().filter(|score| score.evidence.iter().any(|cited| cited.value == id)) {
        if rows.iter().all(|(row, _)| *row != score.row.value) {
            rows.push((score.row.value, None));
        }
    }
    rows.sort();
    rows
}

/// Writes documents for a terminal.
pub fn text(entries: &[Entry<'_>], language: Language, width: usize) -> String {
    if entries.is_empty() {
        let none = bilingual!(
            "Belum ada data dukung; tambahkan dengan `spbe evidence add`.\n",
            "There is no evidence yet; add it with `spbe evidence add`.\n"
        );
        return none.get(language).to_owned();
    }
    let heading = |id: &'static str, en: &'static str| Bilingual::fixed(id, en).get(language).to_owned();
    let mut grid = Grid::new(vec![
        Column::left("ID"),
        Column::left(heading("Jenis", "Kind")),
        Column::giving_way(heading("Judul", "Title")),
        Column::left(heading("Tanggal", "Date")),
        Column::left(heading("Indikator", "Indicators")),
    ]);
    for entry in entries {
        let evidence = entry.evidence;
        let links: Vec<String> = entry.links.iter().map(|(row, level)| shown_link(*row, level.as_deref())).collect();
        grid.row(vec![
            evidence.id.value.to_string(),
            evidence.kind.label(language).to_owned(),
            evidence.title.clone(),
            evidence.date.as_ref().map(|date| date.value.to_string()).unwrap_or_default(),
            shortened(&links.join(" "), LINKS),
        ]);
    }
    grid.lines(width).join("\n") + "\n"
}

/// Shows a link as `12` or, with the level that it supports, `12@3`.
fn shown_link(row: RowId, level: Option<&str>) -> String {
    level.map_or_else(|| row.to_string(), |level| format!("{row}@{level}"))
}

/// Writes documents as JSON, version 1.
pub fn json(entries: &[Entry<'_>]) -> String {
    let entries = entries.iter().map(|entry| EntryOut {
        id: entry.evidence.id.value.as_str(),
        kind: entry.evidence.kind.code(),
        title: &entry.evidence.title,
        date: entry.evidence.date.as_ref().map(|date| date.value.to_string()),
        unit: entry.evidence.unit.as_deref(),
        file: entry.evidence.file.as_ref().map(|file| file.value.as_str()),
        sha256: entry.evidence.sha256.as_ref().map(|digest| digest.value.as_str()),
        links: entry.links.iter().map(|(row, level)| LinkOut { indicator: row.to_string(), level }).collect(),
    });
    crate::report::json_text(&IndexOut { version: 1, evidence: entries.collect() })
}

#[derive(Serialize)]
struct IndexOut<'a> {
    version: u32,
    evidence: Vec<EntryOut<'a>>,
}

#[derive(Serialize)]
struct EntryOut<'a> {
    id: &'a str,
    kind: &'static str,
    title: &'a str,
    date: Option<String>,
    unit: Option<&'a str>,
    file: Option<&'a str>,
    sha256: Option<&'a str>,
    links: Vec<LinkOut<'a>>,
}

#[derive(Serialize)]
struct LinkOut<'a> {
    indicator: String,
    level: &'a Option<String>,
}
