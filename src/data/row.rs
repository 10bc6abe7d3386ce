//! Rows of an evaluation as JSON, version 1.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::data::instrument::IndicatorV1;
use crate::index::agreement::Standing;
use crate::model::instrument::Instrument;
use crate::model::row::RowId;
use crate::model::workspace::Workspace;
use crate::result::label::StandingWord;
use crate::result::row::{View, views};
use crate::text::json::json_text;
use crate::text::word::Vocabulary;

/// Renders rows as JSON.
pub(crate) fn rows_json(workspace: &Workspace, rows: &BTreeSet<RowId>) -> String {
    let views = views(workspace, rows);
    let instrument = workspace.instrument.as_deref();
    let rows = instrument.map(|instrument| views.iter().map(|view| RowV1::of(instrument, view)).collect());
    json_text(&RowsV1 { version: 1, rows: rows.unwrap_or_default() })
}

/// The rows that were asked for; none while manifest or instrument can't be read.
#[derive(Serialize)]
struct RowsV1<'a> {
    version: u32,
    rows: Vec<RowV1<'a>>,
}

/// A row with all its records, and the level that follows from them; null while the row is open, as is the agency's answer
/// while it has none.
#[derive(Serialize)]
struct RowV1<'a> {
    id: String,
    service: Option<&'a str>,
    weight: String,
    level: Option<String>,
    standing: &'static str,
    awaiting: &'a [String],
    indicator: IndicatorV1<'a>,
    evidence: Vec<EvidenceV1<'a>>,
    scores: Vec<ScoreV1<'a>>,
    #[serde(rename = "final")]
    settled: Vec<FinalV1<'a>>,
    answer: Option<&'a str>,
    approval: Vec<ApprovalV1<'a>>,
    external: Vec<ExternalV1<'a>>,
}

/// A document that is linked to the row; its level is null where the link states none.
#[derive(Serialize)]
struct EvidenceV1<'a> {
    id: &'a str,
    kind: &'static str,
    title: &'a str,
    file: Option<&'a str>,
    level: Option<String>,
}

/// One evaluator's judgement of the row; the explanation is empty where nothing was written.
#[derive(Serialize)]
struct ScoreV1<'a> {
    by: &'a str,
    level: String,
    method: Vec<&'static str>,
    date: Option<String>,
    evidence: Vec<&'a str>,
    explanation: &'a str,
}

/// A level that was settled, by whom and why, as far as that is known.
#[derive(Serialize)]
struct FinalV1<'a> {
    level: String,
    date: Option<String>,
    decided_by: Option<&'a str>,
    reason: &'a str,
}

/// What an officer said of the row.
#[derive(Serialize)]
struct ApprovalV1<'a> {
    by: &'a str,
    verdict: &'static str,
    date: Option<String>,
    note: &'a str,
    current: bool,
}

/// The ministry's level of the row at one stage of its evaluation.
#[derive(Serialize)]
struct ExternalV1<'a> {
    stage: &'static str,
    level: String,
    note: &'a str,
}

impl<'a> RowV1<'a> {
    /// Takes a row; members are awaited only while a score is missing, not in a dispute.
    fn of(instrument: &'a Instrument, view: &'a View<'a>) -> Self {
        let line = &view.line;
        let awaiting = match &line.standing {
            Standing::Missing { waiting } => waiting.as_slice(),
            Standing::Final(_) | Standing::Agreed(_) | Standing::Disputed { .. } => &[],
        };
        Self {
            id: line.row.to_string(),
            service: line.service,
            weight: line.weight.in_digits(),
            level: line.level.map(|level| level.to_string()),
            standing: StandingWord::from(&line.standing).code(),
            awaiting,
            indicator: IndicatorV1::of(instrument, line.indicator),
            evidence: evidence(view),
            scores: scores(view),
            settled: settled(view),
            answer: view.answer,
            approval: approval(view),
            external: external(view),
        }
    }
}

/// Takes the documents that are linked to a row.
fn evidence<'a>(view: &View<'a>) -> Vec<EvidenceV1<'a>> {
    let document = view.evidence.iter().map(|(evidence, level)| EvidenceV1 {
        id: evidence.id.value.as_str(),
        kind: evidence.kind.code(),
        title: &evidence.title,
        file: evidence.file.as_ref().map(|file| file.value.as_str()),
        level: level.map(|level| level.to_string()),
    });
    document.collect()
}

/// Takes the scores as the files hold them, also those that a settled level overrules.
fn scores<'a>(view: &View<'a>) -> Vec<ScoreV1<'a>> {
    let score = view.scores.iter().map(|score| ScoreV1 {
        by: score.by.as_str(),
        level: score.level.value.to_string(),
        method: score.methods.iter().map(|method| method.code()).collect(),
        date: score.date.as_ref().map(|date| date.value.to_string()),
        evidence: score.evidence.iter().map(|id| id.value.as_str()).collect(),
        explanation: &score.explanation.value,
    });
    score.collect()
}

/// Takes the settled levels: every record, even where two contradict each other.
fn settled<'a>(view: &View<'a>) -> Vec<FinalV1<'a>> {
    let settled = view.finals.iter().map(|settled| FinalV1 {
        level: settled.level.value.to_string(),
        date: settled.date.as_ref().map(|date| date.value.to_string()),
        decided_by: settled.decided_by.as_ref().map(|by| by.value.as_str()),
        reason: &settled.reason.value,
    });
    settled.collect()
}

/// Takes what officers said of the row, and whether it is about what stands there now.
fn approval<'a>(view: &View<'a>) -> Vec<ApprovalV1<'a>> {
    let words = view.approval.iter().flat_map(|judged| {
        judged.words.iter().map(|word| ApprovalV1 {
            by: word.by.as_str(),
            verdict: word.verdict.code(),
            date: word.date.as_ref().map(|date| date.value.to_string()),
            note: &word.note,
            current: judged.is_about_this(word),
        })
    });
    words.collect()
}

/// Takes the ministry's levels by stage; the last one counts.
fn external<'a>(view: &View<'a>) -> Vec<ExternalV1<'a>> {
    let external = view.external.iter().map(|score| ExternalV1 {
        stage: score.stage.code(),
        level: score.level.value.to_string(),
        note: &score.note,
    });
    external.collect()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::rows_json;
    use crate::result::testing::in_progress;

    #[test]
    fn a_row_holds_every_record_as_it_was_written() {
        let workspace = in_progress();
        let value: Value = serde_json::from_str(&rows_json(&workspace, &workspace.rows())).expect("JSON");
        let row = &value["rows"][1];
        assert_eq!((&row["id"], &row["standing"], &row["level"]), (&json!("2"), &json!("disputed"), &Value::Null));
        let score = &row["scores"][1];
        assert_eq!((&score["by"], &score["level"], &score["date"]), (&json!("tik"), &json!("3"), &json!("2018-07-03")));
        assert_eq!(value["rows"][2]["awaiting"], json!(["hukum", "tik"]));
        assert_eq!(value["rows"][0]["evidence"][0]["level"], "3");
        assert_eq!(value["rows"][4]["final"][0]["level"], "2");
    }
}
