//! The answer of a row: the one text that goes into the ministry's application.

use std::collections::BTreeSet;

use crate::model::row::RowId;
use crate::model::workspace::Workspace;

/// Returns the agency's own answer, or else the one text of those who explained the row; none where they wrote several,
/// or nobody wrote any.
pub(crate) fn answer(workspace: &Workspace, row: RowId) -> Option<&str> {
    let own = workspace.answers.iter().find(|answer| answer.row.value == row).map(|answer| answer.text.value.as_str());
    own.or_else(|| unwritten(workspace, row))
}

/// Returns the answer as it is without being written anywhere: the one text of those who explained the row.
pub(crate) fn unwritten(workspace: &Workspace, row: RowId) -> Option<&str> {
    let texts = explanations(workspace, row);
    (texts.len() == 1).then(|| texts.into_iter().next()).flatten()
}

/// Tells whether a row was explained in different words and has no answer.
pub(crate) fn lacks_answer(workspace: &Workspace, row: RowId) -> bool {
    answer(workspace, row).is_none() && !explanations(workspace, row).is_empty()
}

/// Returns the different texts with which a row was explained.
pub(crate) fn explanations(workspace: &Workspace, row: RowId) -> BTreeSet<&str> {
    let own = workspace.scores.iter().filter(|score| score.row.value == row);
    own.map(|score| score.explanation.value.trim()).filter(|text| !text.is_empty()).collect()
}
