//! The recommendations as JSON, version 1.

use serde::Serialize;

use crate::result::recommendations::ListedRecommendation;
use crate::text::json::json_text;
use crate::text::word::Vocabulary;

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
