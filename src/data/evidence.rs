//! The evidence index as JSON, version 1.

use serde::Serialize;

use crate::result::evidence::ListedEvidence;
use crate::text::json::json_text;
use crate::text::word::Vocabulary;

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
