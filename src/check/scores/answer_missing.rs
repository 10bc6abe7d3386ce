//! The rule `answer-missing`.

use crate::bilingual;
use crate::check::Facts;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::index::answer::{explanations, lacks_answer};
use crate::model::row::RowId;
use crate::text::bilingual::Bilingual;

/// Evaluators wrote different explanations, and the agency has no answer of its own.
pub(crate) static RULE: Rule = Rule {
    id: "answer-missing",
    severity: Severity::Error,
    stage: Stage::Submission,
    summary: Bilingual::fixed("beberapa penjelasan tanpa satu jawaban", "several explanations and no answer"),
    why: Bilingual::fixed(
        "Aplikasi kementerian meminta satu teks per indikator; bila beberapa anggota menulis penjelasan, tidak jelas yang mana jawaban instansi.",
        "The ministry asks for one text per indicator; where several members wrote one, it is not clear which is the answer of the agency.",
    ),
    example: Bilingual::same(
        "scores/hukum.csv:  12,3,document,2018-07-02,sk-tim,Berlaku di semua unit\nscores/ict.csv:    12,3,document,2018-07-03,sk-tim,Berlaku di dinas saja",
    ),
    mend: Bilingual::fixed(
        "Tulis jawabannya dengan `spbe agree … --explanation TEKS`.",
        "Write the answer with `spbe agree … --explanation TEXT`.",
    ),
};

/// Finds rows with a level that several members explained, each in their own words, and that have no answer.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let open = |row: &RowId| facts.standings.get(row).is_none_or(|standing| standing.level().is_none());
    for row in facts.standings.keys().filter(|row| !open(row) && lacks_answer(facts.workspace, **row)) {
        let Some(first) = facts.support.scores_of(*row).next() else { continue };
        let count = explanations(facts.workspace, *row).len();
        let message = bilingual!(
            "indikator `{row}` punya {count} penjelasan dan belum ada jawaban",
            "indicator `{row}` has {count} explanations and no answer"
        );
        let help = bilingual!(
            "tulis jawabannya: `spbe agree {row} --explanation TEKS`; lihat `spbe show {row}`",
            "write the answer: `spbe agree {row} --explanation TEXT`; see `spbe show {row}`"
        );
        findings.push(Finding::at(RULE.id, first.row.place.clone(), message).help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::{at, row, sound};
    use crate::model::score::Answer;

    #[test]
    fn two_explanations_want_one_answer() {
        let mut case = sound();
        case.workspace.scores[2].explanation.value = "Berlaku di dinas saja".to_owned();
        assert_eq!(case.says(check), ["scores/hukum.csv:3 indicator `2` has 2 explanations and no answer"]);
        let file = "scores/final.csv";
        let answer = Answer { row: at(file, 2, row("2")), text: at(file, 2, "Ada".to_owned()), alone: true };
        case.workspace.answers.push(answer);
        assert!(case.says(check).is_empty());
    }

    #[test]
    fn the_text_of_one_member_is_the_answer() {
        let mut case = sound();
        assert!(case.says(check).is_empty(), "two members who say the same say it once");
        case.workspace.scores.remove(2);
        assert!(case.says(check).is_empty());
    }
}
