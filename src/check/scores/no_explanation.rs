//! The rule `no-explanation`.

use crate::bilingual;
use crate::check::Facts;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::text::bilingual::Bilingual;

/// A score does not say why.
pub(crate) static RULE: Rule = Rule {
    id: "no-explanation",
    severity: Severity::Error,
    stage: Stage::Execution,
    summary: Bilingual::fixed("nilai tanpa penjelasan", "a score has no explanation"),
    why: Bilingual::fixed(
        "Penjelasan memuat fakta, analisis terhadap kriteria, dan justifikasi levelnya; tanpa itu nilai tidak dapat \
         diverifikasi.",
        "The explanation holds the facts, their analysis against the criterion, and the justification of the level; \
         without it nobody can verify the level.",
    ),
    example: Bilingual::same("scores/hukum.csv:  12,3,document,2018-07-02,perbup-12-2018-2929b2,"),
    mend: Bilingual::fixed(
        "Tulis penjelasan di kolom `explanation`, atau dengan `spbe score … --explanation TEKS`.",
        "Write one into the column `explanation`, or with `spbe score … --explanation TEXT`.",
    ),
};

/// Finds scores without a word of explanation.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    for score in facts.workspace.scores.iter().filter(|score| score.explanation.value.trim().is_empty()) {
        let (row, level, by) = (score.row.value, score.level.value, &score.by);
        let message =
            bilingual!("nilai indikator `{row}` tidak dijelaskan", "the score of indicator `{row}` is not explained");
        let help = bilingual!(
            "tulis fakta, analisis, dan justifikasi: `spbe score {row} --level {level} --by {by} --explanation TEKS`",
            "write facts, analysis and justification: `spbe score {row} --level {level} --by {by} --explanation TEXT`"
        );
        findings.push(Finding::at(RULE.id, score.explanation.place.clone(), message).help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::sound;

    #[test]
    fn blanks_explain_nothing() {
        let mut case = sound();
        case.workspace.scores[4].explanation.value = " \n".to_owned();
        assert_eq!(case.says(check), ["scores/ict.csv:4 the score of indicator `3-2` is not explained"]);
    }

    #[test]
    fn an_explained_score_is_silent() {
        assert!(sound().says(check).is_empty());
    }
}
