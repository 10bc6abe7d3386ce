//! The rule `date-outside-schedule`.

use crate::bilingual;
use crate::check::Facts;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::place::Located;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::model::row::RowId;
use crate::text::bilingual::Bilingual;
use jiff::civil::Date;

/// A score or a decision is dated outside of its stage.
pub(crate) static RULE: Rule = Rule {
    id: "date-outside-schedule",
    severity: Severity::Warning,
    stage: Stage::Execution,
    summary: Bilingual::fixed("tanggal nilai di luar jadwal tahapnya", "a score is dated outside of its stage"),
    why: Bilingual::fixed(
        "Nilai dari luar masa pelaksanaan mungkin salin-tempel dari tahun lain, atau jadwalnya belum diperbarui.",
        "A score from outside of the execution may be copied from another year, or the schedule is out of date.",
    ),
    example: Bilingual::same(concat!(
        "spbe.toml:  execution = { start = 2018-06-01, end = 2018-08-31 }\n",
        "scores/hukum.csv:  12,3,document,2017-07-02,perbup-12-2018-2929b2,Berlaku di semua unit",
    )),
    mend: Bilingual::fixed(
        "Perbaiki tanggalnya, atau sesuaikan [schedule] di spbe.toml.",
        "Correct the date, or adjust [schedule] in spbe.toml.",
    ),
};

/// Compares the dates of scores with the execution, and those of decisions with execution and reporting.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let Some(manifest) = &facts.workspace.manifest else { return };
    let Some(execution) = manifest.schedule.execution else { return };
    let end = manifest.schedule.reporting.map_or(execution.end, |reporting| reporting.end);
    let scores = facts.workspace.scores.iter().map(|score| (score.row.value, &score.date, execution.end));
    let finals = facts.workspace.finals.iter().map(|decided| (decided.row.value, &decided.date, end));
    for (row, date, last) in scores.chain(finals) {
        if let Some(date) = date {
            findings.extend(outside(row, date, execution.start, last));
        }
    }
}

/// Compares the date of a row with the first and the last day that are allowed, both included.
fn outside(row: RowId, date: &Located<Date>, first: Date, last: Date) -> Option<Finding> {
    let found = date.value;
    if (first..=last).contains(&found) {
        return None;
    }
    let message = bilingual!(
        "indikator `{row}` bertanggal {found}, di luar {first} sampai {last}",
        "indicator `{row}` is dated {found}, outside of {first} to {last}"
    );
    let help =
        bilingual!("perbaiki tanggalnya, atau [schedule] di spbe.toml", "correct the date, or [schedule] in spbe.toml");
    Some(Finding::at(RULE.id, date.place.clone(), message).help(help))
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::{Case, at, sound};
    use crate::model::manifest::{Period, Schedule};
    use jiff::civil::date;

    fn scheduled() -> Case {
        let mut case = sound();
        let period = |from, to| Some(Period { start: date(2018, from, 1), end: date(2018, to, 28) });
        let schedule = Schedule { planning: None, execution: period(6, 8), reporting: period(9, 10) };
        case.manifest().schedule = schedule;
        for score in &mut case.workspace.scores {
            score.date = Some(at("scores/x.csv", 1, date(2018, 7, 2)));
        }
        case
    }

    #[test]
    fn a_day_before_or_after_the_execution_is_found() {
        let mut case = scheduled();
        case.workspace.scores[0].date = Some(at("scores/hukum.csv", 2, date(2018, 9, 1)));
        assert_eq!(
            case.says(check),
            ["scores/hukum.csv:2 indicator `1` is dated 2018-09-01, outside of 2018-06-01 to 2018-08-28"]
        );
    }

    #[test]
    fn a_decision_may_fall_into_the_reporting() {
        let mut case = scheduled();
        case.settle(2, "1", "2");
        case.workspace.finals[0].date = Some(at("scores/final.csv", 2, date(2018, 9, 20)));
        assert!(case.says(check).is_empty());
        case.workspace.finals[0].date = Some(at("scores/final.csv", 2, date(2018, 11, 1)));
        assert_eq!(case.says(check).len(), 1);
    }

    #[test]
    fn without_a_schedule_every_day_will_do() {
        let mut case = scheduled();
        case.manifest().schedule = Schedule::default();
        case.workspace.scores[0].date = Some(at("scores/hukum.csv", 2, date(2017, 1, 1)));
        assert!(case.says(check).is_empty());
    }
}
