//! The rule `duplicate-assignment`.

use crate::bilingual;
use crate::check::Facts;
use crate::check::repeated::repeated;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::text::bilingual::Bilingual;

/// The same indicator is assigned to the same member twice.
pub(crate) static RULE: Rule = Rule {
    id: "duplicate-assignment",
    severity: Severity::Error,
    stage: Stage::Planning,
    summary: Bilingual::fixed(
        "indikator ditugaskan dua kali kepada anggota yang sama",
        "an indicator is assigned to the same member twice",
    ),
    why: Bilingual::fixed(
        "Biasanya dua cabang mengubah penugasan yang sama; tenggat mana yang berlaku tidak jelas.",
        "Usually two branches changed the same assignment; which due date holds is not clear.",
    ),
    example: Bilingual::same(concat!(
        "assignments.csv:  12,hukum,2018-08-31\n",
        "                  12,hukum,2018-09-15",
    )),
    mend: Bilingual::fixed("Hapus baris yang tidak berlaku lagi.", "Remove the row that no longer holds."),
};

/// Finds pairs of indicator and member that stand before.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let assignments = facts.workspace.assignments.iter();
    let pairs = assignments.map(|assignment| {
        let pair = (assignment.row.value, &assignment.member.value);
        (pair, &assignment.row.place)
    });
    for again in repeated(pairs) {
        let (row, member) = again.key;
        let message = bilingual!(
            "indikator `{row}` ditugaskan dua kali kepada `{member}`",
            "indicator `{row}` is assigned to `{member}` twice"
        );
        findings.push(again.finding(RULE.id, message));
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::{assignment, sound};

    #[test]
    fn the_second_of_two_equal_assignments_is_found() {
        let mut case = sound();
        case.workspace.assignments.push(assignment(7, "2", "ict"));
        assert_eq!(case.says(check), ["assignments.csv:7 indicator `2` is assigned to `ict` twice"]);
    }

    #[test]
    fn one_indicator_may_have_several_evaluators() {
        assert!(sound().says(check).is_empty());
    }
}
