//! The evidence index as it is listed.

use std::collections::BTreeSet;

use crate::index::support::Support;
use crate::model::evidence::Evidence;
use crate::model::row::RowId;
use crate::model::workspace::Workspace;

/// A document with the rows that it supports.
#[derive(Debug)]
pub(crate) struct ListedEvidence<'a> {
    /// The document.
    pub(crate) evidence: &'a Evidence,
    /// The rows that it is linked to, each with the level that the link states, and those that it is cited for alone.
    pub(crate) links: Vec<(RowId, Option<String>)>,
}

/// Returns the documents of the index, all or only those that support some rows.
pub(crate) fn entries<'a>(workspace: &'a Workspace, rows: Option<&BTreeSet<RowId>>) -> Vec<ListedEvidence<'a>> {
    let support = Support::of(workspace);
    let entry = |evidence: &'a Evidence| {
        let rows = support.rows_of(evidence.id.value.as_str()).into_iter();
        ListedEvidence {
            evidence,
            links: rows.map(|(row, level)| (row, level.map(|level| level.to_string()))).collect(),
        }
    };
    let wanted =
        |entry: &ListedEvidence<'_>| rows.is_none_or(|rows| entry.links.iter().any(|(row, _)| rows.contains(row)));
    workspace.evidence.iter().map(entry).filter(wanted).collect()
}
