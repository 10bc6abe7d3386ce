//! One row of an evaluation, with everything that its workspace knows about it.

use std::collections::BTreeSet;

use crate::model::decimal::Decimal;
use crate::model::evidence::Evidence;
use crate::model::row::RowId;
use crate::model::score::{ExternalScore, FinalScore, Score};
use crate::model::workspace::Workspace;
use crate::result::report::{Line, Report};

/// One row with all its records, as they stand in the files.
pub(crate) struct View<'a> {
    /// The row itself, as the report knows it.
    pub(crate) line: Line<'a>,
    /// The documents that are linked to it, each with the level that it supports.
    pub(crate) evidence: Vec<(&'a Evidence, Option<Decimal>)>,
    /// What each evaluator judged.
    pub(crate) scores: Vec<&'a Score>,
    /// What the team decided.
    pub(crate) finals: Vec<&'a FinalScore>,
    /// What the ministry found, stage by stage.
    pub(crate) external: Vec<&'a ExternalScore>,
}

/// Collects what is known about some rows; nothing while manifest or instrument can't be read.
pub(crate) fn views<'a>(workspace: &'a Workspace, rows: &BTreeSet<RowId>) -> Vec<View<'a>> {
    let Some(report) = Report::of(workspace, &[]) else { return Vec::new() };
    report.indicators.into_iter().filter(|line| rows.contains(&line.row)).map(|line| view(workspace, line)).collect()
}

fn view<'a>(workspace: &'a Workspace, line: Line<'a>) -> View<'a> {
    let row = line.row;
    let mut external: Vec<&ExternalScore> = workspace.external.iter().filter(|score| score.row.value == row).collect();
    external.sort_by_key(|score| score.stage);
    View {
        evidence: evidence(workspace, row),
        scores: workspace.scores.iter().filter(|score| score.row.value == row).collect(),
        finals: workspace.finals.iter().filter(|score| score.row.value == row).collect(),
        external,
        line,
    }
}

/// Returns the indexed documents that are linked to a row, with the level that each supports there.
fn evidence(workspace: &Workspace, row: RowId) -> Vec<(&Evidence, Option<Decimal>)> {
    let links = workspace.links.iter().filter(|link| link.row.value == row);
    let linked = links.filter_map(|link| {
        let known = workspace.evidence.iter().find(|evidence| evidence.id.value.as_str() == link.evidence.value)?;
        Some((known, link.level.as_ref().map(|level| level.value)))
    });
    linked.collect()
}
