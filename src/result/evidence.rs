//! The evidence index as it is listed.

use std::collections::BTreeSet;

use crate::index::support::Support;
use crate::model::decimal::Decimal;
use crate::model::evidence::Evidence;
use crate::model::row::RowId;
use crate::model::workspace::Workspace;
use crate::result::report::{Line, Report};

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

/// A row whose level was given and is not supported by documents up to it.
#[derive(Clone, Debug)]
pub(crate) struct Unsupported {
    /// The row.
    pub(crate) row: RowId,
    /// The level that counts, else the highest that an evaluator gave.
    pub(crate) level: Decimal,
    /// The highest level that a document supports; none where there is no document.
    pub(crate) supported: Option<Decimal>,
}

/// Finds those rows. A document whose level nobody said is taken to support what is given.
pub(crate) fn unsupported(report: &Report<'_>) -> Vec<Unsupported> {
    let lowest = report.instrument.scale.nothing_shown;
    let row = |line: &Line<'_>| {
        let scores = report.workspace.scores.iter().filter(|score| score.row.value == line.row);
        let level = line.level.or_else(|| scores.map(|score| score.level.value).max())?;
        // What a link says counts: a score that cites a document does not make it show more.
        let links = report.workspace.links.iter().filter(|link| link.row.value == line.row);
        let supported = links.map(|link| link.level.as_ref().map_or(level, |stated| stated.value)).max();
        let lacks = level > lowest && supported.is_none_or(|supported| supported < level);
        lacks.then_some(Unsupported { row: line.row, level, supported })
    };
    report.indicators.iter().filter_map(row).collect()
}
