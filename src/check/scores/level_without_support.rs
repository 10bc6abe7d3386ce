//! The rule `level-without-support`.

use crate::bilingual;
use crate::check::Facts;
use crate::check::scores::final_above_scores::names;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::place::Place;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::model::evidence::{Evidence, EvidenceKind};
use crate::model::files::FINAL_SCORES;
use crate::model::row::RowId;
use crate::text::bilingual::Bilingual;

/// A level above the lowest rests on nothing that was handed in for it.
pub(crate) static RULE: Rule = Rule {
    id: "level-without-support",
    severity: Severity::Error,
    stage: Stage::Submission,
    summary: Bilingual::fixed(
        "level di atas yang terendah tanpa data dukung yang ditautkan",
        "a level above the lowest has no linked evidence",
    ),
    why: Bilingual::fixed(
        "Yang dinilai penerima adalah level yang berlaku, bukan berkas nilainya: setiap level di atas yang terendah harus bertumpu pada dokumen yang dirujuk penilai dan ditautkan ke indikatornya.",
        "What a receiver judges is the level that counts, not the score file: every level above the lowest must rest on a document that an evaluator cites and that is linked to the indicator.",
    ),
    example: Bilingual::fixed(
        "scores/hukum.csv:  12,3,document,2018-07-02,perbup-12-2018-2929b2,Berlaku di semua unit\nevidence-links.csv: tidak ada baris 12,perbup-12-2018-2929b2",
        "scores/hukum.csv:  12,3,document,2018-07-02,perbup-12-2018-2929b2,Berlaku di semua unit\nevidence-links.csv: no row 12,perbup-12-2018-2929b2",
    ),
    mend: Bilingual::fixed(
        "Tautkan data dukung yang dirujuk dengan `spbe evidence link`, atau rujuk yang sudah ditautkan. Wawancara dan observasi mendukung hanya dengan berkas catatannya.",
        "Link the evidence that is cited with `spbe evidence link`, or cite what is linked. An interview or observation supports only with a file of its record.",
    ),
};

/// Finds rows whose level is above the lowest and that no cited document supports which is linked to them.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let Some(instrument) = facts.workspace.instrument.as_deref() else { return };
    for (row, standing) in &facts.standings {
        let Some(level) = standing.level().filter(|level| *level > instrument.scale.lowest) else { continue };
        if supported(facts, *row) {
            continue;
        }
        let message = bilingual!(
            "indikator `{row}` di level `{level:#}` tanpa data dukung yang dirujuk dan ditautkan",
            "indicator `{row}` is at level `{level}` without evidence that is cited and linked"
        );
        let help = bilingual!(
            "tautkan yang dirujuk: `spbe evidence link ID --for {row} --level {level}`; lihat `spbe show {row}`",
            "link what is cited: `spbe evidence link ID --for {row} --level {level}`; see `spbe show {row}`"
        );
        findings.push(Finding::at(RULE.id, place(facts, *row), message).help(help));
    }
}

/// Tells whether a document is linked to a row that a score on it cites, or the reason of its decision names.
fn supported(facts: &Facts<'_>, row: RowId) -> bool {
    let mut linked = facts.support.linked_to(row).into_iter().map(|(document, _)| document).filter(|one| shows(one));
    let cited =
        |id: &str| facts.support.scores_of(row).any(|score| score.evidence.iter().any(|cited| cited.value == id));
    let reasons = facts.workspace.finals.iter().filter(|decided| decided.row.value == row);
    let reasons: Vec<&str> = reasons.map(|decided| decided.reason.value.as_str()).collect();
    linked.any(|document| {
        let id = document.id.value.as_str();
        cited(id) || reasons.iter().any(|reason| names(reason, id))
    })
}

/// Tells whether a document can be looked at: what was said or seen only with a file of it.
fn shows(document: &Evidence) -> bool {
    !matches!(document.kind, EvidenceKind::Interview | EvidenceKind::Observation) || document.file.is_some()
}

/// Returns where the level of a row comes from: its decision, or its first score.
fn place(facts: &Facts<'_>, row: RowId) -> Place {
    let decided = facts.workspace.finals.iter().find(|decided| decided.row.value == row);
    let scored = || facts.support.scores_of(row).next().map(|score| score.level.place.clone());
    let place = decided.map(|decided| decided.level.place.clone()).or_else(scored);
    place.unwrap_or_else(|| Place::file(FINAL_SCORES))
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::sound;

    #[test]
    fn a_level_of_which_nothing_is_linked_is_found() {
        let mut case = sound();
        case.workspace.links.clear();
        let said = case.says(check);
        assert_eq!(
            said[0],
            "scores/hukum.csv:2 indicator `1` is at level `2` without evidence that is cited and linked"
        );
        assert_eq!(said.len(), 3, "the row at the lowest level needs none: {said:?}");
    }

    #[test]
    fn a_conversation_supports_with_a_record_alone() {
        let mut case = sound();
        assert!(case.says(check).is_empty(), "3-1 rests on an interview with the file of its record");
        case.workspace.evidence[1].file = None;
        assert_eq!(case.says(check).len(), 1);
    }

    #[test]
    fn a_decision_may_name_what_supports_it() {
        let mut case = sound();
        case.settle(2, "1", "2");
        case.workspace.scores[0].evidence.clear();
        assert_eq!(case.says(check).len(), 1);
        case.workspace.finals[0].reason.value = "Sesuai perbup".to_owned();
        assert!(case.says(check).is_empty());
    }
}
