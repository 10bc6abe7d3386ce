//! The rule `due-outside-schedule`.

use crate::bilingual;
use crate::check::Facts;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::text::bilingual::Bilingual;

/// An assignment is due when nothing is assessed.
pub(crate) static RULE: Rule = Rule {
    id: "due-outside-schedule",
    severity: Severity::Warning,
    stage: Stage::Planning,
    summary: Bilingual::fixed(
        "tenggat penugasan di luar masa pelaksanaan",
        "an assignment is due outside of the execution",
    ),
    why: Bilingual::fixed(
        "Tenggat sesudah masa pelaksanaan tidak menyisakan waktu untuk pelaporan; tenggat sebelumnya tidak dapat \
         dipenuhi.",
        "What is due after the execution leaves no time to report; what is due before it can't be met.",
    ),
    example: Bilingual::same(concat!(
        "spbe.toml:  execution = { start = 2018-06-01, end = 2018-08-31 }\n",
        "assignments.csv:  12,hukum,2018-11-30",
    )),
    mend: Bilingual::fixed(
        "Ubah tenggat dengan `spbe assign … --due`, atau sesuaikan [schedule] di spbe.toml.",
        "Change the due date with `spbe assign … --due`, or adjust [schedule] in spbe.toml.",
    ),
};

/// Compares due dates with the execution, where one is set.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let workspace = facts.workspace;
    let Some(execution) = workspace.manifest.as_ref().and_then(|manifest| manifest.schedule.execution) else { return };
    let (start, end) = (execution.start, execution.end);
    for task in &workspace.assignments {
        let Some(due) = task.due.filter(|due| !(start..=end).contains(due)) else { continue };
        let (row, member) = (task.row.value, &task.member.value);
        let message = bilingual!(
            "indikator `{row}` bertenggat {due}, di luar {start} sampai {end}",
            "indicator `{row}` is due on {due}, outside of {start} to {end}"
        );
        let help = bilingual!(
            "ubah dengan `spbe assign {row} --to {member} --due {end}`",
            "change it with `spbe assign {row} --to {member} --due {end}`"
        );
        findings.push(Finding::at(RULE.id, task.place.clone(), message).help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::{Case, sound};
    use crate::model::manifest::{Period, Schedule};
    use jiff::civil::date;

    fn due(month: i8) -> Case {
        let mut case = sound();
        let execution = Some(Period { start: date(2018, 6, 1), end: date(2018, 8, 31) });
        case.manifest().schedule = Schedule { execution, ..Schedule::default() };
        case.workspace.assignments[0].due = Some(date(2018, month, 31));
        case
    }

    #[test]
    fn a_day_before_or_after_the_execution_is_found() {
        let expected = "assignments.csv:2 indicator `1` is due on 2018-10-31, outside of 2018-06-01 to 2018-08-31";
        assert_eq!(due(10).says(check), [expected]);
        assert_eq!(due(5).says(check).len(), 1);
    }

    #[test]
    fn its_last_day_and_any_day_without_a_schedule_are_silent() {
        assert!(due(8).says(check).is_empty());
        let mut case = due(10);
        case.manifest().schedule = Schedule::default();
        assert!(case.says(check).is_empty());
    }
}
