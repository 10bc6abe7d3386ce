//! The assignments, by row: which unit answers for it, and who evaluates it until when.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::model::row::RowId;
use crate::model::workspace::Workspace;
use crate::result::owners::owners;

/// A row with those who evaluate it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RowTasks<'a> {
    /// The row.
    pub(crate) row: RowId,
    /// The unit that answers for it; absent where none does.
    pub(crate) unit: Option<&'a str>,
    /// The ids of those who evaluate it, each with the day on which it is due.
    pub(crate) members: Vec<(&'a str, Option<Date>)>,
}

/// Finds who evaluates what, in the order of rows.
pub(crate) fn tasks(workspace: &Workspace) -> Vec<RowTasks<'_>> {
    let owners = owners(workspace);
    let mut members: BTreeMap<RowId, Vec<(&str, Option<Date>)>> = BTreeMap::new();
    for task in &workspace.assignments {
        members.entry(task.row.value).or_default().push((&task.member.value, task.due));
    }
    let row = |row: RowId| RowTasks {
        row,
        unit: owners.iter().find(|owner| owner.rows.contains(&row)).map(|owner| owner.name),
        members: members.get(&row).cloned().unwrap_or_default(),
    };
    workspace.rows().into_iter().map(row).collect()
}
