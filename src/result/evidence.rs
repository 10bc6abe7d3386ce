//! The evidence index as it is listed, and the rows that a document supports.

use std::collections::BTreeSet;

use crate::diagnostic::place::Located;
use crate::model::decimal::Decimal;
use crate::model::evidence::Evidence;
use crate::model::row::RowId;
use crate::model::workspace::Workspace;

/// A document with the rows that it supports.
#[derive(Debug)]
pub(crate) struct ListedEvidence<'a> {
    /// The document.
    pub(crate) evidence: &'a Evidence,
    /// The rows that it is linked to, each with the level that it supports there.
    pub(crate) links: Vec<(RowId, Option<String>)>,
}

/// Returns the documents of the index, all or only those that support some rows.
pub(crate) fn entries<'a>(workspace: &'a Workspace, rows: Option<&BTreeSet<RowId>>) -> Vec<ListedEvidence<'a>> {
    let entry = |evidence: &'a Evidence| {
        let own = workspace.links.iter().filter(|link| link.evidence.value == evidence.id.value.as_str());
        let link = |level: &Option<Located<Decimal>>| level.as_ref().map(|level| level.value.to_string());
        let mut links: Vec<_> = own.map(|found| (found.row.value, link(&found.level))).collect();
        links.sort();
        ListedEvidence { evidence, links }
    };
    let wanted =
        |entry: &ListedEvidence<'_>| rows.is_none_or(|rows| entry.links.iter().any(|(row, _)| rows.contains(row)));
    workspace.evidence.iter().map(entry).filter(wanted).collect()
}

/// Returns the rows that a document is linked to, with the level that it supports there, or that it was cited for.
pub(crate) fn supported(workspace: &Workspace, evidence: &Evidence) -> Vec<(RowId, Option<Decimal>)> {
    let id = evidence.id.value.as_str();
    let linked = workspace.links.iter().filter(|link| link.evidence.value == id);
    let mut rows: Vec<(RowId, Option<Decimal>)> =
        linked.map(|link| (link.row.value, link.level.as_ref().map(|level| level.value))).collect();
    for score in workspace.scores.iter().filter(|score| score.evidence.iter().any(|cited| cited.value == id)) {
        if rows.iter().all(|(row, _)| *row != score.row.value) {
            rows.push((score.row.value, None));
        }
    }
    rows.sort();
    rows
}
