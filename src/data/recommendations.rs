//! The recommendations as JSON, version 1.

use serde::Serialize;

use crate::data::csv::{harmless, written};
use crate::result::recommendations::ListedRecommendation;
use crate::text::json::json_text;
use crate::text::word::Vocabulary;

/// Writes recommendations as CSV: a record for each.
pub(crate) fn csv(entries: &[ListedRecommendation<'_>]) -> String {
    let head = ["indicator", "level", "to_level", "action", "unit", "due", "priority", "source", "state"];
    let records = entries.iter().map(|ListedRecommendation { advice, level }| {
        [
            advice.row.value.to_string(),
            level.map(|level| level.to_string()).unwrap_or_default(),
            advice.to_level.as_ref().map(|to| to.value.to_string()).unwrap_or_default(),
            harmless(&advice.action.value),
            harmless(advice.unit.as_deref().unwrap_or_default()),
            advice.due.as_ref().map(|due| due.value.to_string()).unwrap_or_default(),
            harmless(advice.priority.as_deref().unwrap_or_default()),
            advice.source.code().to_owned(),
            advice.state.code().to_owned(),
        ]
    });
    written(std::iter::once(head.map(str::to_owned)).chain(records))
}

/// Writes recommendations as JSON, version 1.
pub(crate) fn json(entries: &[ListedRecommendation<'_>]) -> String {
    json_text(&RecommendationsV1 { version: 1, recommendations: entries.iter().map(RecommendationV1::of).collect() })
}

/// The recommendations that were asked for, as they stand in the file.
#[derive(Serialize)]
struct RecommendationsV1<'a> {
    version: u32,
    recommendations: Vec<RecommendationV1<'a>>,
}

/// A recommendation in JSON, version 1, wherever one stands.
#[derive(Serialize)]
pub(crate) struct RecommendationV1<'a> {
    indicator: String,
    level: Option<String>,
    to_level: Option<String>,
    action: &'a str,
    unit: Option<&'a str>,
    due: Option<String>,
    priority: Option<&'a str>,
    source: &'static str,
    state: &'static str,
}

impl<'a> RecommendationV1<'a> {
    /// Takes a recommendation with the level of its row.
    pub(crate) fn of(ListedRecommendation { advice, level }: &ListedRecommendation<'a>) -> Self {
        Self {
            indicator: advice.row.value.to_string(),
            level: level.map(|level| level.to_string()),
            to_level: advice.to_level.as_ref().map(|to| to.value.to_string()),
            action: &advice.action.value,
            unit: advice.unit.as_deref(),
            due: advice.due.as_ref().map(|due| due.value.to_string()),
            priority: advice.priority.as_deref(),
            source: advice.source.code(),
            state: advice.state.code(),
        }
    }
}
