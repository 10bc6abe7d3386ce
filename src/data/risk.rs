//! What somebody from outside looks at first, as JSON, version 1, and as CSV.

use serde::Serialize;

use crate::data::csv::{harmless, written};
use crate::result::report::Report;
use crate::result::risk::{Reason, Risk, risks};
use crate::text::json::json_text;
use crate::text::language::Language;

/// Renders the rows with their reasons, those with most reasons first.
pub(crate) fn render(report: &Report<'_>, language: Language) -> String {
    let risks = risks(report);
    json_text(&RisksV1 {
        version: 1,
        agency: &report.agency.name,
        year: report.year,
        risk: risks.iter().map(|risk| RiskV1::of(report, risk, language)).collect(),
    })
}

/// Renders the rows as CSV: a record for each reason of a row, those with most reasons first.
pub(crate) fn csv(report: &Report<'_>, language: Language) -> String {
    let head = ["indicator", "name", "level", "reason", "text", "evidence"].map(str::to_owned);
    let risks = risks(report);
    let records = risks.iter().flat_map(|risk| {
        let documents: Vec<&str> = risk.documents.iter().map(|document| document.id.value.as_str()).collect();
        risk.reasons.iter().map(move |reason| {
            [
                risk.line.row.to_string(),
                harmless(&risk.line.name(language)),
                risk.line.level.map(|level| level.to_string()).unwrap_or_default(),
                reason.code().to_owned(),
                reason.told(report, language),
                documents.join(" "),
            ]
        })
    });
    written(std::iter::once(head).chain(records))
}

/// The whole list.
#[derive(Serialize)]
struct RisksV1<'a> {
    version: u32,
    agency: &'a str,
    year: u32,
    risk: Vec<RiskV1<'a>>,
}

/// A row; its level is null while it is open.
#[derive(Serialize)]
struct RiskV1<'a> {
    indicator: String,
    name: String,
    level: Option<String>,
    reasons: Vec<ReasonV1>,
    evidence: Vec<&'a str>,
}

/// A reason: its word for programs, and what is said to people.
#[derive(Serialize)]
struct ReasonV1 {
    id: &'static str,
    text: String,
}

impl<'a> RiskV1<'a> {
    /// Takes a row.
    fn of(report: &Report<'_>, risk: &Risk<'a>, language: Language) -> Self {
        let reason = |reason: &Reason| ReasonV1 { id: reason.code(), text: reason.told(report, language) };
        Self {
            indicator: risk.line.row.to_string(),
            name: risk.line.name(language),
            level: risk.line.level.map(|level| level.to_string()),
            reasons: risk.reasons.iter().map(reason).collect(),
            evidence: risk.documents.iter().map(|document| document.id.value.as_str()).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::render;
    use crate::result::testing::{denpasar, in_progress, report};
    use crate::text::language::Language;

    #[test]
    fn a_row_has_the_words_of_its_reasons_for_programs_and_for_people() {
        let workspace = in_progress();
        let value: Value = serde_json::from_str(&render(&report(&workspace), Language::English)).expect("JSON");
        let first = &value["risk"].as_array().expect("rows").iter().find(|row| row["indicator"] == "1").expect("it");
        assert_eq!(first["reasons"], json!([{"id": "one-document", "text": "only one document supports this level"}]));
        assert_eq!((&first["level"], &first["evidence"]), (&json!("3"), &json!(["perbup-1"])));
        let none: Value = serde_json::from_str(&render(&report(&denpasar()), Language::English)).expect("JSON");
        assert_eq!(none["risk"], json!([]));
    }
}
