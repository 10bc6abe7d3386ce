//! The rule `score-not-assigned`.

use std::collections::BTreeSet;

use crate::bilingual;
use crate::check::Facts;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::model::team::Member;
use crate::text::bilingual::Bilingual;

/// A member scored what was not assigned to them.
pub(crate) static RULE: Rule = Rule {
    id: "score-not-assigned",
    severity: Severity::Warning,
    stage: Stage::Execution,
    summary: Bilingual::fixed(
        "anggota menilai indikator yang tidak ditugaskan kepadanya",
        "a member scored an indicator that is not assigned to them",
    ),
    why: Bilingual::fixed(
        "Nilai itu ikut menentukan hasil. Mungkin nomor indikatornya tertukar.",
        "The score counts. The number of the indicator may have been mistaken.",
    ),
    example: Bilingual::same(concat!(
        "scores/hukum.csv:  22,2,interview,2018-07-02,,Dijelaskan petugas\n",
        "assignments.csv:  22,kominfo,2018-08-31",
    )),
    mend: Bilingual::fixed(
        "Tugaskan indikatornya dengan `spbe assign`, atau hapus nilainya dengan `spbe score … --clear`.",
        "Assign the indicator with `spbe assign`, or remove the score with `spbe score … --clear`.",
    ),
};

/// Finds scores of members who are not assigned to the row.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let workspace = facts.workspace;
    let rows = workspace.rows();
    let assignments = workspace.assignments.iter();
    let assigned: BTreeSet<_> =
        assignments.map(|assignment| (assignment.row.value, assignment.member.value.as_str())).collect();
    // A row that the evaluation does not have is told by another rule.
    for score in workspace.scores.iter().filter(|score| rows.contains(&score.row.value)) {
        let (row, by) = (score.row.value, &score.by);
        // Who has left is past reproach, and who came in their place may score their rows anew.
        let team = &workspace.team;
        let has_left = team.member(by.as_str()).is_some_and(Member::has_left);
        let came_for = |member: &&Member| team.successors(member.id.value.as_str()).contains(&by.as_str());
        let mut before = team.members.iter().filter(|member| member.has_left()).filter(came_for);
        if has_left
            || assigned.contains(&(row, by.as_str()))
            || before.any(|member| assigned.contains(&(row, member.id.value.as_str())))
        {
            continue;
        }
        let message = bilingual!(
            "indikator `{row}` tidak ditugaskan kepada `{by}`",
            "indicator `{row}` is not assigned to `{by}`"
        );
        let help =
            bilingual!("tugaskan dengan `spbe assign {row} --to {by}`", "assign it with `spbe assign {row} --to {by}`");
        findings.push(Finding::at(RULE.id, score.row.place.clone(), message).help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::{score, sound};

    #[test]
    fn a_score_of_someone_elses_row_is_found() {
        let mut case = sound();
        case.workspace.scores.push(score(9, "ict", "1", "2", &["perbup"]));
        assert_eq!(case.says(check), ["scores/ict.csv:9 indicator `1` is not assigned to `ict`"]);
    }

    #[test]
    fn a_row_that_does_not_exist_is_left_to_another_rule() {
        let mut case = sound();
        case.workspace.scores.push(score(9, "ict", "48", "2", &[]));
        assert!(case.says(check).is_empty());
    }
}
