//! The assignments as JSON, version 1, and as CSV.

use serde::Serialize;

use crate::data::csv::{harmless, written};
use crate::result::tasks::RowTasks;
use crate::text::json::json_text;

/// Writes the assignments as CSV: a record for each pair of row and member, and one for a row without any.
pub(crate) fn csv(tasks: &[RowTasks<'_>]) -> String {
    let head = ["indicator", "unit", "member", "due"].map(str::to_owned);
    let record = |task: &RowTasks<'_>, member: &str, due: String| {
        [task.row.to_string(), harmless(task.unit.unwrap_or_default()), harmless(member), due]
    };
    let records = tasks.iter().flat_map(|task| match task.members.as_slice() {
        [] => vec![record(task, "", String::new())],
        members => {
            let due = |due: &Option<jiff::civil::Date>| due.map(|due| due.to_string()).unwrap_or_default();
            members.iter().map(|(member, day)| record(task, member, due(day))).collect()
        }
    });
    written(std::iter::once(head).chain(records))
}

/// Writes the assignments as JSON, version 1.
pub(crate) fn json(tasks: &[RowTasks<'_>]) -> String {
    let rows = tasks.iter().map(|task| RowV1 {
        indicator: task.row.to_string(),
        unit: task.unit,
        members: task.members.iter().map(|(id, due)| MemberV1 { id, due: due.map(|due| due.to_string()) }).collect(),
    });
    json_text(&TasksV1 { version: 1, rows: rows.collect() })
}

/// All rows.
#[derive(Serialize)]
struct TasksV1<'a> {
    version: u32,
    rows: Vec<RowV1<'a>>,
}

/// A row, the unit that answers for it, and those who evaluate it.
#[derive(Serialize)]
struct RowV1<'a> {
    indicator: String,
    unit: Option<&'a str>,
    members: Vec<MemberV1<'a>>,
}

/// Who evaluates a row, and until when.
#[derive(Serialize)]
struct MemberV1<'a> {
    id: &'a str,
    due: Option<String>,
}
