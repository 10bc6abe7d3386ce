//! One row of an evaluation, with everything that its workspace knows about it.

use std::collections::BTreeSet;

use crate::index::answer::answer;
use crate::index::approval::{Approvals, Judged};
use crate::index::support::Support;
use crate::model::decimal::Decimal;
use crate::model::evidence::Evidence;
use crate::model::row::RowId;
use crate::model::score::{ExternalScore, FinalScore, Score};
use crate::model::workspace::Workspace;
use crate::result::report::{Line, Report};

/// One row with all its records, as they stand in the files.
pub(crate) struct View<'a> {
    /// The row in the report.
    pub(crate) line: Line<'a>,
    /// The documents that are linked to it, each with the level of the link.
    pub(crate) evidence: Vec<(&'a Evidence, Option<Decimal>)>,
    /// What the evaluators gave.
    pub(crate) scores: Vec<&'a Score>,
    /// What the team agreed.
    pub(crate) finals: Vec<&'a FinalScore>,
    /// What the agency answers, written or as all evaluators say; absent where they differ or say nothing.
    pub(crate) answer: Option<&'a str>,
    /// What officers said of it, and how it stands before them.
    pub(crate) approval: Option<Judged<'a>>,
    /// What the ministry gave, by stage.
    pub(crate) external: Vec<&'a ExternalScore>,
}

/// Collects what is known about some rows; nothing while manifest or instrument can't be read.
pub(crate) fn views<'a>(workspace: &'a Workspace, rows: &BTreeSet<RowId>) -> Vec<View<'a>> {
    let Some(report) = Report::of(workspace, &[]) else { return Vec::new() };
    let Report { indicators, support, .. } = report;
    let approvals = Approvals::of(workspace);
    let wanted = indicators.into_iter().filter(|line| rows.contains(&line.row));
    wanted.map(|line| view(workspace, &support, &approvals, line)).collect()
}

/// Collects the records of a row, the ministry's by stage.
fn view<'a>(workspace: &'a Workspace, support: &Support<'a>, approvals: &Approvals<'a>, line: Line<'a>) -> View<'a> {
    let row = line.row;
    let mut external: Vec<&ExternalScore> = workspace.external.iter().filter(|score| score.row.value == row).collect();
    external.sort_by_key(|score| score.stage);
    View {
        evidence: support.linked_to(row),
        scores: workspace.scores.iter().filter(|score| score.row.value == row).collect(),
        finals: workspace.finals.iter().filter(|score| score.row.value == row).collect(),
        answer: answer(workspace, row),
        approval: approvals.row(row).cloned(),
        external,
        line,
    }
}
