//! The rule `final-above-scores`.

use crate::bilingual;
use crate::check::Facts;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::text::bilingual::Bilingual;

/// A decision lies above what every evaluator saw.
pub(crate) static RULE: Rule = Rule {
    id: "final-above-scores",
    severity: Severity::Error,
    stage: Stage::Submission,
    summary: Bilingual::fixed(
        "level yang diputuskan di atas nilai semua evaluator",
        "a decided level is above every evaluator's",
    ),
    why: Bilingual::fixed(
        "Penilaian sendiri cenderung terlalu tinggi. Siapa yang memutuskan lebih tinggi daripada semua penilai harus menunjukkan dokumen yang belum mereka lihat.",
        "Self-assessments tend to be too high. Who decides higher than all evaluators must show the document that they had not seen.",
    ),
    example: Bilingual::same("scores/final.csv:  12,5,2018-08-29,sekda,Rapat pimpinan"),
    mend: Bilingual::fixed(
        "Sebut dalam alasan id data dukung yang ditautkan ke indikator itu, atau turunkan levelnya.",
        "Name in the reason the id of a document that is linked to the indicator, or lower the level.",
    ),
};

/// Finds decided levels above the highest score of the row whose reason names no document that is linked to it.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    for decided in &facts.workspace.finals {
        let (row, level) = (decided.row.value, decided.level.value);
        let given = facts.support.scores_of(row).map(|score| score.level.value);
        let Some(highest) = given.max().filter(|highest| *highest < level) else { continue };
        let mut linked = facts.support.linked_to(row).into_iter();
        if linked.any(|(document, _)| names(&decided.reason.value, document.id.value.as_str())) {
            continue;
        }
        let message = bilingual!(
            "indikator `{row}` diputuskan di level `{level:#}`, di atas nilai tertinggi evaluator, `{highest:#}`",
            "indicator `{row}` is decided at level `{level}`, above the highest score of an evaluator, `{highest}`"
        );
        let help = bilingual!(
            "sebut dalam alasan id data dukung yang ditautkan ke indikator `{row}`; lihat `spbe evidence list --for {row}`",
            "name in the reason the id of a document linked to indicator `{row}`; see `spbe evidence list --for {row}`"
        );
        findings.push(Finding::at(RULE.id, decided.level.place.clone(), message).help(help));
    }
}

/// Tells whether an id stands as a word in a reason, by what ids are made of: letters, digits and hyphens.
pub(super) fn names(reason: &str, id: &str) -> bool {
    reason.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-').any(|word| word == id)
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::sound;

    #[test]
    fn a_decision_above_all_scores_is_found() {
        let mut case = sound();
        case.settle(2, "1", "5");
        assert_eq!(
            case.says(check),
            ["scores/final.csv:2 indicator `1` is decided at level `5`, above the highest score of an evaluator, `2`"]
        );
    }

    #[test]
    fn a_document_that_is_linked_to_the_row_and_named_is_enough() {
        let mut case = sound();
        case.settle(2, "1", "5");
        for (reason, found) in [("Lihat perbup.", 0), ("(perbup)", 0), ("Lihat wawancara", 1), ("perbup-lain", 1)] {
            case.workspace.finals[0].reason.value = reason.to_owned();
            assert_eq!(case.says(check).len(), found, "{reason}");
        }
    }

    #[test]
    fn a_decision_among_the_scores_is_silent() {
        let mut case = sound();
        case.settle(2, "1", "2");
        assert!(case.says(check).is_empty());
    }
}
