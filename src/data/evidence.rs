//! The evidence index as JSON, version 1.

use serde::Serialize;

use crate::data::csv::{harmless, written};
use crate::result::evidence::{ListedEvidence, Unsupported};
use crate::text::json::json_text;
use crate::text::word::Vocabulary;

/// Writes documents as CSV: a record for each, with the rows that it supports as `12@3`.
pub(crate) fn csv(entries: &[ListedEvidence<'_>]) -> String {
    let head = ["id", "kind", "title", "date", "unit", "file", "sha256", "indicators"].map(str::to_owned);
    let link = |(row, level): &(_, Option<String>)| match level {
        Some(level) => format!("{row}@{level}"),
        None => format!("{row}"),
    };
    let records = entries.iter().map(|ListedEvidence { evidence, links }| {
        [
            evidence.id.value.to_string(),
            evidence.kind.code().to_owned(),
            harmless(&evidence.title),
            evidence.date.as_ref().map(|date| date.value.to_string()).unwrap_or_default(),
            harmless(evidence.unit.as_deref().unwrap_or_default()),
            evidence.file.as_ref().map(|file| file.value.clone()).unwrap_or_default(),
            evidence.sha256.as_ref().map(|digest| digest.value.clone()).unwrap_or_default(),
            links.iter().map(link).collect::<Vec<_>>().join(" "),
        ]
    });
    written(std::iter::once(head).chain(records))
}

/// Writes documents as JSON, version 1.
pub(crate) fn json(entries: &[ListedEvidence<'_>]) -> String {
    let entries = entries.iter().map(|entry| EvidenceV1 {
        id: entry.evidence.id.value.as_str(),
        kind: entry.evidence.kind.code(),
        title: &entry.evidence.title,
        date: entry.evidence.date.as_ref().map(|date| date.value.to_string()),
        unit: entry.evidence.unit.as_deref(),
        file: entry.evidence.file.as_ref().map(|file| file.value.as_str()),
        sha256: entry.evidence.sha256.as_ref().map(|digest| digest.value.as_str()),
        links: entry.links.iter().map(|(row, level)| LinkV1 { indicator: row.to_string(), level }).collect(),
    });
    json_text(&EvidenceIndexV1 { version: 1, evidence: entries.collect() })
}

/// The whole index, or the part of it that was asked for.
#[derive(Serialize)]
struct EvidenceIndexV1<'a> {
    version: u32,
    evidence: Vec<EvidenceV1<'a>>,
}

/// One piece of evidence; whatever the index does not say of it is null.
#[derive(Serialize)]
struct EvidenceV1<'a> {
    id: &'a str,
    kind: &'static str,
    title: &'a str,
    date: Option<String>,
    unit: Option<&'a str>,
    file: Option<&'a str>,
    sha256: Option<&'a str>,
    links: Vec<LinkV1<'a>>,
}

/// A row that a document supports, with the level where the link states one.
#[derive(Serialize)]
struct LinkV1<'a> {
    indicator: String,
    level: &'a Option<String>,
}

/// Writes rows without enough evidence as CSV.
pub(crate) fn missing_csv(missing: &[Unsupported]) -> String {
    let head = ["indicator", "level", "supported"].map(str::to_owned);
    let records = missing.iter().map(|Unsupported { row, level, supported }| {
        [row.to_string(), level.to_string(), supported.map(|level| level.to_string()).unwrap_or_default()]
    });
    written(std::iter::once(head).chain(records))
}

/// Writes rows without enough evidence as JSON, version 1.
pub(crate) fn missing_json(missing: &[Unsupported]) -> String {
    let rows = missing.iter().map(|Unsupported { row, level, supported }| MissingV1 {
        indicator: row.to_string(),
        level: level.to_string(),
        supported: supported.map(|level| level.to_string()),
    });
    json_text(&MissingRowsV1 { version: 1, missing: rows.collect() })
}

/// The rows without enough evidence.
#[derive(Serialize)]
struct MissingRowsV1 {
    version: u32,
    missing: Vec<MissingV1>,
}

/// A row without enough evidence: the level that was given, and the highest that a document supports.
#[derive(Serialize)]
struct MissingV1 {
    indicator: String,
    level: String,
    supported: Option<String>,
}
