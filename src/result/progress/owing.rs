//! What a unit owes in all: the evidence of the rows that it owns, and the scores of its people.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::model::row::RowId;
use crate::result::progress::Progress;
use crate::result::progress::members::{MemberProgress, TaskState};
use crate::result::progress::moment::days;
use crate::result::report::Line;
use crate::text::fold::same;

/// A unit and what it owes.
#[derive(Clone, Debug)]
pub(crate) struct Debtor<'a> {
    /// The name of the unit.
    pub(crate) unit: &'a str,
    /// What it owes, in the order of rows; never empty.
    pub(crate) owed: Vec<Owed<'a>>,
}

/// What is owed about one row.
#[derive(Clone, Debug)]
pub(crate) struct Owed<'a> {
    /// The row.
    pub(crate) line: &'a Line<'a>,
    /// Whether its evidence is missing.
    pub(crate) evidence: bool,
    /// The names of those of the unit whose score is missing.
    pub(crate) scores: Vec<&'a str>,
    /// The first day on which any of it is due; absent where nobody said it.
    pub(crate) due: Option<Date>,
    /// Since how many days it is late; absent where it is not.
    pub(crate) late: Option<i32>,
}

impl Debtor<'_> {
    /// Returns since how many days the earliest is late.
    pub(crate) fn days_late(&self) -> Option<i32> {
        self.owed.iter().filter_map(|owed| owed.late).max()
    }
}

/// Finds the units that owe something: owners of rows first, as they stand in `team.toml`, then units of members alone. With
/// `late` only what is late is told, and who is on time is left out.
pub(crate) fn debtors<'a>(progress: &Progress<'a>, late: bool) -> Vec<Debtor<'a>> {
    let mut units: Vec<(&'a str, BTreeMap<RowId, Owed<'a>>)> = Vec::new();
    for unit in &progress.units {
        let owed = of(&mut units, unit.name);
        for need in unit.lacking() {
            enter(owed, need.line, need.due, |entry| entry.evidence = true);
        }
    }
    for member in &progress.members {
        let Some(unit) = unit_of(progress, member) else { continue };
        let owed = of(&mut units, unit);
        for task in member.tasks.iter().filter(|task| task.state != TaskState::In) {
            enter(owed, task.line, task.due, |entry| entry.scores.push(member.name));
        }
    }
    let finished = |(unit, owed): (&'a str, BTreeMap<RowId, Owed<'a>>)| {
        let mut owed: Vec<Owed<'a>> = owed.into_values().collect();
        for entry in &mut owed {
            entry.late = entry.due.filter(|due| *due < progress.day).map(|due| days(due, progress.day));
        }
        owed.retain(|entry| !late || entry.late.is_some());
        (!owed.is_empty()).then_some(Debtor { unit, owed })
    };
    units.into_iter().filter_map(finished).collect()
}

/// Finds the unit of a member.
fn unit_of<'a>(progress: &Progress<'a>, member: &MemberProgress<'a>) -> Option<&'a str> {
    let unit = progress.report.workspace.team.member(member.id)?.unit.value.as_str();
    (!unit.is_empty()).then_some(unit)
}

/// Finds what is known of a unit; a new one comes last.
fn of<'u, 'a>(
    units: &'u mut Vec<(&'a str, BTreeMap<RowId, Owed<'a>>)>,
    name: &'a str,
) -> &'u mut BTreeMap<RowId, Owed<'a>> {
    let place = units.iter().position(|(known, _)| same(known, name));
    let place = place.unwrap_or_else(|| {
        units.push((name, BTreeMap::new()));
        units.len() - 1
    });
    &mut units[place].1
}

/// Enters something that is owed about a row; the earliest day counts.
fn enter<'a>(
    owed: &mut BTreeMap<RowId, Owed<'a>>,
    line: &'a Line<'a>,
    due: Option<Date>,
    what: impl FnOnce(&mut Owed<'a>),
) {
    let entry = owed.entry(line.row);
    let entry = entry.or_insert(Owed { line, evidence: false, scores: Vec::new(), due: None, late: None });
    entry.due = entry.due.into_iter().chain(due).min();
    what(entry);
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::debtors;
    use crate::result::progress::Progress;
    use crate::result::progress::runs::listed;
    use crate::result::testing::{assign, pemalang, report};

    /// Names each unit with its rows, those with evidence missing, and the most days late.
    fn told(late: bool) -> Vec<(String, String, String, Option<i32>)> {
        let mut workspace = pemalang();
        assign(&mut workspace, "4,tik,2018-07-10\n5,tik,2018-07-12\n3,tik,2018-08-13\n");
        let report = report(&workspace);
        let progress = Progress::of(&report, date(2018, 7, 16));
        let of = |debtor: super::Debtor<'_>| {
            let rows = |evidence: bool| -> String {
                let some = debtor.owed.iter().filter(|owed| !evidence || owed.evidence);
                listed(&some.map(|owed| owed.line.row).collect::<Vec<_>>())
            };
            (debtor.unit.to_owned(), rows(false), rows(true), debtor.days_late())
        };
        debtors(&progress, late).into_iter().map(of).collect()
    }

    #[test]
    fn a_unit_owes_the_evidence_of_its_rows_and_the_scores_of_its_people() {
        let units = told(false);
        let kominfo = units.iter().find(|(unit, ..)| unit == "Dinas Kominfo").expect("the unit");
        assert_eq!((kominfo.1.as_str(), kominfo.2.as_str(), kominfo.3), ("3..5, 18", "3, 4, 18", Some(6)));
    }

    #[test]
    fn of_the_late_only_what_is_late_is_told() {
        let late = told(true);
        let kominfo = late.iter().find(|(unit, ..)| unit == "Dinas Kominfo").expect("the unit");
        assert_eq!(kominfo.1, "4, 5", "what is due in August is not");
        assert!(late.iter().all(|(.., days)| days.is_some()), "{late:?}");
        assert!(told(false).len() > late.len(), "who is on time is left out");
    }
}
