//! The rule `changed-after-approval`.

use crate::bilingual;
use crate::check::Facts;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::text::bilingual::Bilingual;

/// What an officer approved is not what stands there now.
pub(crate) static RULE: Rule = Rule {
    id: "changed-after-approval",
    severity: Severity::Error,
    stage: Stage::Submission,
    summary: Bilingual::fixed("diubah setelah disetujui", "changed after it was approved"),
    why: Bilingual::fixed(
        "Persetujuan berlaku untuk level, jawaban dan data dukung yang dilihat pejabatnya. Bila salah satunya berubah, namanya berdiri di bawah sesuatu yang tidak pernah ia lihat.",
        "An approval is of the level, the answer and the documents that the officer saw. Where one of them changes, the name stands below what its owner never saw.",
    ),
    example: Bilingual::same(
        "approvals/sekda.csv:  12,accepted,9b2c…,2018-08-30,\nscores/final.csv:     12,4,2018-09-02,sekda,Rapat kedua,Berlaku di semua unit",
    ),
    mend: Bilingual::fixed(
        "Minta pejabat yang sama menyetujui lagi dengan `spbe approve`, atau kembalikan yang diubah.",
        "Have the same officer approve it again with `spbe approve`, or take the change back.",
    ),
};

/// Finds words of acceptance that are about something else than what stands there now.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    if facts.workspace.approvals.is_empty() {
        return;
    }
    let approvals = facts.approvals();
    for (row, judged) in approvals.rows() {
        for word in judged.outdated() {
            let by = &word.by;
            let message = bilingual!(
                "indikator `{row}` berubah setelah disetujui `{by}`: level, jawaban atau data dukungnya",
                "indicator `{row}` changed after `{by}` approved it: its level, its answer or its documents"
            );
            let help = bilingual!(
                "lihat `spbe show {row}`, lalu `spbe approve {row} --by {by}`",
                "see `spbe show {row}`, then `spbe approve {row} --by {by}`"
            );
            findings.push(Finding::at(RULE.id, word.digest.place.clone(), message).help(help));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::{Case, approve, at, number, sound};
    use crate::model::approval::Verdict;

    /// A sound workspace in which everything is approved.
    fn approved() -> Case {
        let mut case = sound();
        for row in case.workspace.rows() {
            approve(&mut case, "sekda", row, Verdict::Accepted);
        }
        case
    }

    #[test]
    fn a_level_an_answer_and_a_document_may_not_change_behind_the_officer() {
        assert!(approved().says(check).is_empty());
        let changes: [fn(&mut Case); 4] = [
            |case| case.settle(2, "1", "1"),
            |case| case.workspace.scores[0].explanation.value.push_str(" juga"),
            |case| {
                let digest = at("evidence.csv", 2, "0".repeat(64));
                case.workspace.evidence.iter_mut().for_each(|entry| entry.sha256 = Some(digest.clone()));
            },
            |case| case.workspace.evidence.clear(),
        ];
        for (number, change) in changes.into_iter().enumerate() {
            let mut case = approved();
            change(&mut case);
            let said = case.says(check);
            assert!(
                said[0].starts_with("approvals/sekda.csv:2 indicator `1` changed after `sekda`"),
                "{number}: {said:?}"
            );
        }
    }

    #[test]
    fn what_changes_nothing_that_was_judged_leaves_the_approval() {
        let mut case = approved();
        case.workspace.scores[0].methods.clear();
        case.workspace.recommendations.clear();
        for score in &mut case.workspace.scores {
            score.explanation.value = format!(" {}\r\n", score.explanation.value);
        }
        let level = &mut case.workspace.scores[0].level.value;
        *level = number(&format!("{level}.0"));
        assert!(case.says(check).is_empty(), "{:?}", case.says(check));
    }
}
