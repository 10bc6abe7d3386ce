//! The rule `indicator-unassigned`.

use std::collections::BTreeSet;

use crate::bilingual;
use crate::check::Facts;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::place::Place;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::model::files::ASSIGNMENTS;
use crate::model::instrument::Indicator;
use crate::model::role::Role;
use crate::model::team::Team;
use crate::text::bilingual::Bilingual;

/// Nobody is to evaluate a row.
pub(crate) static RULE: Rule = Rule {
    id: "indicator-unassigned",
    severity: Severity::Error,
    stage: Stage::Planning,
    summary: Bilingual::fixed("indikator belum ditugaskan kepada siapa pun", "an indicator is assigned to nobody"),
    why: Bilingual::fixed(
        "Indikator tanpa penilai baru ketahuan pada hari-hari terakhir, dan tanpa nilainya tidak ada indeks.",
        "An indicator without an evaluator comes to light in the last days, and without its level there is no index.",
    ),
    example: Bilingual::fixed(
        concat!(
            "assignments.csv:  11,hukum,2018-08-31\n",
            "                  13,hukum,2018-08-31\n",
            "tidak ada baris 12",
        ),
        concat!("assignments.csv:  11,hukum,2018-08-31\n", "                  13,hukum,2018-08-31\n", "no row 12",),
    ),
    mend: Bilingual::fixed(
        "Tugaskan dengan `spbe assign INDIKATOR --to ANGGOTA`.",
        "Assign it with `spbe assign INDICATOR --to MEMBER`.",
    ),
};

/// Finds rows that no member of the team is assigned to.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let workspace = facts.workspace;
    let Some(instrument) = &workspace.instrument else { return };
    let members: BTreeSet<&str> = workspace.team.ids().collect();
    let known = workspace.assignments.iter().filter(|row| members.contains(row.member.value.as_str()));
    let assigned: BTreeSet<_> = known.map(|assignment| assignment.row.value).collect();
    for row in workspace.rows().difference(&assigned) {
        let Some(indicator) = instrument.indicator(row.indicator) else { continue };
        let name = &indicator.name;
        let message = Bilingual::new(
            format!("indikator `{row}` ({}) belum ditugaskan", name.id),
            format!("indicator `{row}` ({}) is assigned to nobody", name.en),
        );
        let to = fitting(&workspace.team, indicator).unwrap_or("MEMBER");
        let help =
            bilingual!("tugaskan dengan `spbe assign {row} --to {to}`", "assign it with `spbe assign {row} --to {to}`");
        findings.push(Finding::at(RULE.id, Place::file(ASSIGNMENTS), message).help(help));
    }
}

/// The first member of the function that knows the indicator best, else the first of all; who enters data judges nothing.
fn fitting<'a>(team: &'a Team, indicator: &Indicator) -> Option<&'a str> {
    let judges = || team.members.iter().filter(|member| member.role.value != Role::DataEntry);
    let mut known = indicator.functions.iter().filter_map(|function| {
        judges().find(|member| member.functions.iter().any(|of_member| of_member.value == *function))
    });
    let any = || judges().find(|member| member.role.value == Role::Member);
    known.next().or_else(any).map(|member| member.id.value.as_str())
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::{assignment, at, sound};

    #[test]
    fn a_row_that_nobody_is_assigned_to_is_found_with_who_would_fit() {
        let mut case = sound();
        case.workspace.assignments.remove(0);
        assert_eq!(case.says(check), ["assignments.csv:- indicator `1` (indicator 1) is assigned to nobody"]);
        assert_eq!(case.advises(check), ["assign it with `spbe assign 1 --to hukum`"]);
    }

    #[test]
    fn who_enters_data_is_not_proposed() {
        let mut case = sound();
        case.workspace.assignments.remove(0);
        case.workspace.team.members.retain(|member| member.id.value.as_str() != "hukum");
        case.workspace.team.members[2].functions = vec![at("team.toml", 30, "law".to_owned())];
        assert_eq!(case.advises(check)[0], "assign it with `spbe assign 1 --to ict`");
    }

    #[test]
    fn an_assignment_to_a_stranger_does_not_count() {
        let mut case = sound();
        case.workspace.assignments[0] = assignment(2, "1", "budi");
        assert_eq!(case.says(check).len(), 1);
    }

    #[test]
    fn one_member_of_several_is_enough() {
        let mut case = sound();
        case.workspace.assignments.remove(2);
        assert!(case.says(check).is_empty());
    }
}
