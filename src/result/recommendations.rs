//! The recommendations as they are listed.

use crate::index::agreement::standings;
use crate::model::decimal::Decimal;
use crate::model::recommendation::{Recommendation, State};
use crate::model::workspace::Workspace;
use crate::text::fold::folded;

/// A recommendation with the level that its row has now.
#[derive(Debug)]
pub(crate) struct ListedRecommendation<'a> {
    /// The recommendation.
    pub(crate) advice: &'a Recommendation,
    /// The level of its row now; none while it is open.
    pub(crate) level: Option<Decimal>,
}

impl ListedRecommendation<'_> {
    /// Tells whether this is in a state and of a unit, as far as these are asked for; case does not matter.
    pub(crate) fn matches(&self, state: Option<State>, unit: Option<&str>) -> bool {
        let own = folded(self.advice.unit.as_deref().unwrap_or_default());
        state.is_none_or(|state| state == self.advice.state) && unit.is_none_or(|unit| folded(unit) == own)
    }
}

/// Returns all recommendations, as they stand in the file.
pub(crate) fn entries(workspace: &Workspace) -> Vec<ListedRecommendation<'_>> {
    let standings = standings(workspace);
    let level = |advice: &Recommendation| standings.get(&advice.row.value).and_then(|standing| standing.level());
    workspace.recommendations.iter().map(|advice| ListedRecommendation { advice, level: level(advice) }).collect()
}
