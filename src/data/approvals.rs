//! How the answers stand before the officers, as JSON, version 1, and as CSV.

use serde::Serialize;

use crate::data::csv::{harmless, written};
use crate::index::approval::{Approvals, Approved, Judged};
use crate::model::approval::Approval;
use crate::result::report::Report;
use crate::text::json::json_text;
use crate::text::language::Language;
use crate::text::word::Vocabulary;

/// Returns the word of how a row stands.
fn state(judged: &Judged<'_>) -> &'static str {
    match judged.stands() {
        _ if judged.digest.is_none() => "open",
        Approved::Waiting => "waiting",
        Approved::Returned => "returned",
        Approved::Changed => "changed",
        Approved::Accepted => "accepted",
    }
}

/// Writes how the rows stand as CSV: a record for each word of an officer, and one for a row without any.
pub(crate) fn csv(report: &Report<'_>, approvals: &Approvals<'_>) -> String {
    let head = ["indicator", "name", "state", "member", "verdict", "date", "note"].map(str::to_owned);
    let records = approvals.rows().flat_map(|(row, judged)| {
        let name = report.line(row).map(|line| line.name(Language::Indonesian)).unwrap_or_default();
        let record = |word: Option<&Approval>| {
            let said = |text: fn(&Approval) -> String| word.map(text).unwrap_or_default();
            [
                row.to_string(),
                harmless(&name),
                state(judged).to_owned(),
                said(|word| word.by.to_string()),
                said(|word| word.verdict.code().to_owned()),
                said(|word| word.date.as_ref().map(|date| date.value.to_string()).unwrap_or_default()),
                said(|word| harmless(&word.note)),
            ]
        };
        match judged.words.as_slice() {
            [] => vec![record(None)],
            words => words.iter().map(|word| record(Some(word))).collect(),
        }
    });
    written(std::iter::once(head).chain(records))
}

/// Writes the code over all answers as CSV.
pub(crate) fn code_csv(approvals: &Approvals<'_>) -> String {
    written([["code".to_owned()], [approvals.code()]].into_iter())
}

/// Writes how the rows stand, and the code over all of them, as JSON, version 1.
pub(crate) fn json(report: &Report<'_>, approvals: &Approvals<'_>) -> String {
    let rows = approvals.rows().map(|(row, judged)| RowV1 {
        indicator: row.to_string(),
        name: report.line(row).map(|line| line.name(Language::Indonesian)).unwrap_or_default(),
        state: state(judged),
        digest: judged.digest.as_deref(),
        words: judged.words.iter().map(|word| WordV1::of(word)).collect(),
    });
    json_text(&ApprovalsV1 { version: 1, code: approvals.code(), rows: rows.collect() })
}

/// All rows.
#[derive(Serialize)]
struct ApprovalsV1<'a> {
    version: u32,
    code: String,
    rows: Vec<RowV1<'a>>,
}

/// A row with what was said of it.
#[derive(Serialize)]
struct RowV1<'a> {
    indicator: String,
    name: String,
    state: &'static str,
    digest: Option<&'a str>,
    words: Vec<WordV1<'a>>,
}

/// What an officer said.
#[derive(Serialize)]
struct WordV1<'a> {
    member: &'a str,
    verdict: &'static str,
    digest: &'a str,
    date: Option<String>,
    note: &'a str,
}

impl<'a> WordV1<'a> {
    /// Writes what an officer said.
    fn of(word: &'a Approval) -> Self {
        Self {
            member: word.by.as_str(),
            verdict: word.verdict.code(),
            digest: &word.digest.value,
            date: word.date.as_ref().map(|date| date.value.to_string()),
            note: &word.note,
        }
    }
}
