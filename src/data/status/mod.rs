//! How far an evaluation is as JSON, version 1.

pub(crate) mod table;

use serde::Serialize;

use crate::data::report::rating::{IndexV1, RangeV1, index_of, range_of};
use crate::model::row::RowId;
use crate::result::progress::Progress;
use crate::result::progress::checks::{Check, StageChecks};
use crate::result::progress::members::{MemberProgress, Task, TaskState, Todo};
use crate::result::progress::moment::{Moment, Phase};
use crate::result::progress::sheets::{Beside, Sheet};
use crate::result::progress::units::UnitProgress;
use crate::result::wanted::{Need, Want};
use crate::text::json::json_text;
use crate::text::language::Language;
use crate::text::word::Vocabulary;

/// Writes how far an evaluation is, with the members and units that were asked for; commands and names are in a language.
pub(crate) fn json<'a>(
    progress: &Progress<'a>,
    members: &[&MemberProgress<'a>],
    units: &[&UnitProgress<'a>],
    beside: &'a Beside,
    language: Language,
) -> String {
    let report = progress.report;
    let decimals = report.instrument.decimals;
    json_text(&StatusV1 {
        version: 1,
        agency: &report.agency.name,
        year: report.year,
        date: progress.day.to_string(),
        stage: progress.moment.as_ref().map(StageV1::of),
        scores: ScoresV1 { done: progress.scores.done, due: progress.scores.due },
        index: index_of(&report.outcome, decimals),
        range: range_of(&report.outcome, decimals),
        external: report.external.as_ref().and_then(|external| index_of(&external.outcome, decimals)),
        disagreements: texts(&progress.disputed()),
        members: members.iter().map(|member| MemberV1::of(member, language)).collect(),
        units: units.iter().map(|unit| UnitV1::of(unit, language)).collect(),
        stages: progress.stages.iter().map(|stage| ChecksV1::of(stage, language)).collect(),
        sheets: beside.sheets.iter().map(SheetV1::of).collect(),
        uncommitted: beside.uncommitted.as_deref(),
    })
}

/// The whole document; of the index and its range, one is always null.
#[derive(Serialize)]
struct StatusV1<'a> {
    version: u32,
    agency: &'a str,
    year: u32,
    date: String,
    stage: Option<StageV1>,
    scores: ScoresV1,
    index: Option<IndexV1>,
    range: Option<RangeV1>,
    external: Option<IndexV1>,
    disagreements: Vec<String>,
    members: Vec<MemberV1<'a>>,
    units: Vec<UnitV1<'a>>,
    stages: Vec<ChecksV1<'a>>,
    sheets: Vec<SheetV1<'a>>,
    uncommitted: Option<&'a [String]>,
}

/// The stage of the schedule: for how many days it still runs, until it begins, or since it is over.
#[derive(Serialize)]
struct StageV1 {
    id: &'static str,
    start: String,
    end: String,
    phase: &'static str,
    days: i32,
}

impl StageV1 {
    /// Takes where the day stands.
    fn of(moment: &Moment) -> Self {
        let (phase, days) = match moment.phase {
            Phase::Before(days) => ("before", days),
            Phase::During(days) => ("during", days),
            Phase::After(days) => ("after", days),
        };
        let (start, end) = (moment.period.start.to_string(), moment.period.end.to_string());
        Self { id: moment.stage.code(), start, end, phase, days }
    }
}

/// How many pairs of row and member have their score.
#[derive(Serialize)]
struct ScoresV1 {
    #[serde(rename = "in")]
    done: usize,
    due: usize,
}

/// A member with what is assigned and what is next.
#[derive(Serialize)]
struct MemberV1<'a> {
    id: &'a str,
    name: &'a str,
    state: &'static str,
    #[serde(rename = "in")]
    done: usize,
    due: usize,
    days_late: Option<i32>,
    rows: Vec<TaskV1>,
    next: Vec<TodoV1>,
}

impl<'a> MemberV1<'a> {
    /// Takes a member.
    fn of(member: &MemberProgress<'a>, language: Language) -> Self {
        Self {
            id: member.id,
            name: member.name,
            state: member.state().code(),
            done: member.tasks.len() - member.missing().count(),
            due: member.tasks.len(),
            days_late: member.days_late(),
            rows: member.tasks.iter().map(TaskV1::of).collect(),
            next: member.todos.iter().map(|todo| TodoV1::of(todo, language)).collect(),
        }
    }
}

/// A row that a member is to score.
#[derive(Serialize)]
struct TaskV1 {
    indicator: String,
    due: Option<String>,
    state: &'static str,
}

impl TaskV1 {
    /// Takes a task.
    fn of(task: &Task<'_>) -> Self {
        let state = state_of(task.state);
        Self { indicator: task.line.row.to_string(), due: task.due.map(|due| due.to_string()), state }
    }
}

/// Names the state of a task.
fn state_of(state: TaskState) -> &'static str {
    match state {
        TaskState::In => "in",
        TaskState::Open => "open",
        TaskState::Late(_) => "late",
    }
}

/// Something for a member to do.
#[derive(Serialize)]
struct TodoV1 {
    indicator: String,
    name: String,
    due: Option<String>,
    days_late: Option<i32>,
    lacks: Vec<&'static str>,
}

impl TodoV1 {
    /// Takes what is missing on a row.
    fn of(todo: &Todo<'_>, language: Language) -> Self {
        Self {
            indicator: todo.line.row.to_string(),
            name: todo.line.name(language),
            due: todo.due.map(|due| due.to_string()),
            days_late: todo.late,
            lacks: todo.lacks.iter().map(|lack| lack.code()).collect(),
        }
    }
}

/// A unit with the rows that it owns.
#[derive(Serialize)]
struct UnitV1<'a> {
    name: &'a str,
    rows: Vec<NeedV1>,
}

impl<'a> UnitV1<'a> {
    /// Takes a unit.
    fn of(unit: &UnitProgress<'a>, language: Language) -> Self {
        Self { name: unit.name, rows: unit.needs.iter().map(|need| NeedV1::of(need, language)).collect() }
    }
}

/// A row of a unit with what is wanted on it: nothing, evidence for what is claimed, for the next level, or any at all.
#[derive(Serialize)]
struct NeedV1 {
    indicator: String,
    name: String,
    level: Option<String>,
    claimed: Option<String>,
    documents: usize,
    wanted: &'static str,
    to_level: Option<String>,
    due: Option<String>,
}

impl NeedV1 {
    /// Takes what a row has and wants.
    fn of(need: &Need<'_>, language: Language) -> Self {
        Self {
            indicator: need.line.row.to_string(),
            name: need.line.name(language),
            level: need.line.level.map(|level| level.to_string()),
            claimed: need.claimed.map(|level| level.to_string()),
            documents: need.documents.len(),
            wanted: wanted_of(need.wanted),
            to_level: need.wanted.level().map(|level| level.to_string()),
            due: need.due.map(|due| due.to_string()),
        }
    }
}

/// Names what is wanted of a row.
fn wanted_of(want: Want) -> &'static str {
    match want {
        Want::Nothing => "nothing",
        Want::Claim(_) => "claim",
        Want::Next(_) => "next",
        Want::Any(_) => "any",
    }
}

/// A work sheet; its file is told while something in it is not in the workspace, its date once it was taken in.
#[derive(Serialize)]
struct SheetV1<'a> {
    member: Option<&'a str>,
    state: &'static str,
    file: Option<&'a str>,
    date: Option<String>,
}

impl<'a> SheetV1<'a> {
    /// Takes a sheet.
    fn of(sheet: &'a Sheet) -> Self {
        Self {
            member: sheet.member.as_deref(),
            state: sheet.state.code(),
            file: sheet.file.as_deref(),
            date: sheet.date.map(|date| date.to_string()),
        }
    }
}

/// The check list of a stage.
#[derive(Serialize)]
struct ChecksV1<'a> {
    id: &'static str,
    items: Vec<CheckV1<'a>>,
}

impl<'a> ChecksV1<'a> {
    /// Takes a check list.
    fn of(stage: &'a StageChecks, language: Language) -> Self {
        let items = stage.items.iter().map(|check| CheckV1::of(check, language)).collect();
        Self { id: stage.stage.code(), items }
    }
}

/// An item of a check list; its command is null where a file is edited by hand.
#[derive(Serialize)]
struct CheckV1<'a> {
    id: &'static str,
    state: &'static str,
    indicators: Vec<String>,
    names: &'a [String],
    command: Option<&'a str>,
}

impl<'a> CheckV1<'a> {
    /// Takes an item.
    fn of(check: &'a Check, language: Language) -> Self {
        Self {
            id: check.item.code(),
            state: check.state.code(),
            indicators: texts(&check.rows),
            names: &check.names,
            command: check.command.as_ref().map(|command| command.get(language)),
        }
    }
}

/// Writes rows as texts.
fn texts(rows: &[RowId]) -> Vec<String> {
    rows.iter().map(ToString::to_string).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use serde_json::{Value, json};

    use crate::result::progress::Progress;
    use crate::result::progress::sheets::Beside;
    use crate::result::testing::{assign, pemalang, report};
    use crate::text::language::Language;

    fn value() -> Value {
        let mut workspace = pemalang();
        assign(&mut workspace, "4,tik,2018-07-10\n");
        let report = report(&workspace);
        let progress = Progress::of(&report, date(2018, 7, 16));
        let (members, units): (Vec<_>, Vec<_>) = (progress.members.iter().collect(), progress.units.iter().collect());
        serde_json::from_str(&super::json(&progress, &members, &units, &Beside::default(), Language::English))
            .expect("JSON")
    }

    #[test]
    fn the_whole_has_its_published_shape() {
        let value = value();
        assert_eq!((&value["version"], &value["date"]), (&json!(1), &json!("2018-07-16")));
        let stage =
            json!({"id": "execution", "start": "2018-06-01", "end": "2018-08-31", "phase": "during", "days": 46});
        assert_eq!(value["stage"], stage);
        assert_eq!(value["scores"], json!({"in": 3, "due": 6}));
        assert_eq!((&value["index"], &value["disagreements"]), (&Value::Null, &json!(["2"])));
        assert_eq!(value["range"]["lowest"]["predicate"], "Cukup");
    }

    #[test]
    fn members_and_units_have_their_rows() {
        let value = value();
        let tik = &value["members"][4];
        assert_eq!((&tik["id"], &tik["state"], &tik["in"]), (&json!("tik"), &json!("late"), &json!(1)));
        assert_eq!(tik["days_late"], 6);
        assert_eq!(tik["rows"][2], json!({"indicator": "4", "due": "2018-07-10", "state": "late"}));
        assert_eq!(
            (&tik["next"][0]["indicator"], &tik["next"][0]["lacks"]),
            (&json!("4"), &json!(["score", "evidence"]))
        );
        let row = &value["units"][1]["rows"][0];
        assert_eq!((&row["indicator"], &row["wanted"], &row["to_level"]), (&json!("3"), &json!("any"), &json!("3")));
    }

    #[test]
    fn every_item_has_a_state_and_a_command_unless_a_file_is_edited() {
        let value = value();
        let decree = &value["stages"][0]["items"][5];
        assert_eq!((&decree["id"], &decree["state"]), (&json!("decree"), &json!("done")));
        let differing = &value["stages"][1]["items"][1];
        assert_eq!(differing["command"], "spbe agree 2 --level N --by sekda --reason TEXT");
        assert_eq!(differing["indicators"], json!(["2"]));
        assert_eq!(value["stages"][2]["items"][4]["command"], Value::Null);
    }
}
