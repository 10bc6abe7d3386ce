//! How much each member of the team has to evaluate.

use std::collections::BTreeMap;

use crate::model::workspace::Workspace;

/// Counts the rows that each member is to evaluate.
pub(crate) fn assigned(workspace: &Workspace) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for assignment in &workspace.assignments {
        *counts.entry(assignment.member.value.as_str()).or_default() += 1;
    }
    counts
}
