//! The rule `no-evidence`.

use crate::bilingual;
use crate::check::Facts;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::text::bilingual::Bilingual;

/// A level that must be shown rests on nothing.
pub(crate) static RULE: Rule = Rule {
    id: "no-evidence",
    severity: Severity::Error,
    stage: Stage::Execution,
    summary: Bilingual::fixed(
        "nilai di atas level terendah tidak menyebut data dukung",
        "a level above the lowest cites no evidence",
    ),
    why: Bilingual::fixed(
        "Hanya level terendah yang boleh diberikan tanpa data dukung. Asesor eksternal menurunkan nilai yang tidak terbukti.",
        "Only the lowest level may be given without evidence. External assessors lower a level that is not shown.",
    ),
    example: Bilingual::same("scores/hukum.csv:  12,3,document,2018-07-02,,Berlaku di semua unit"),
    mend: Bilingual::fixed(
        "Sebut data dukung dengan `spbe score … --evidence ID`, atau turunkan levelnya.",
        "Cite evidence with `spbe score … --evidence ID`, or lower the level.",
    ),
};

/// Finds scores above the lowest level that cite nothing.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let Some(instrument) = &facts.workspace.instrument else { return };
    let shown = facts.workspace.scores.iter().filter(|score| score.level.value > instrument.scale.lowest);
    for score in shown.filter(|score| score.evidence.is_empty()) {
        let (row, level, by) = (score.row.value, score.level.value, &score.by);
        let message = bilingual!(
            "indikator `{row}` dinilai `{level:#}` tanpa data dukung",
            "indicator `{row}` is scored `{level}` without evidence"
        );
        let help = bilingual!(
            "sebut data dukungnya: `spbe score {row} --level {level} --by {by} --evidence ID`",
            "cite what shows it: `spbe score {row} --level {level} --by {by} --evidence ID`"
        );
        findings.push(Finding::at(RULE.id, score.level.place.clone(), message).help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::{score, sound};

    #[test]
    fn a_level_above_the_lowest_must_cite_evidence() {
        let mut case = sound();
        case.workspace.scores[0].evidence.clear();
        assert_eq!(case.says(check), ["scores/hukum.csv:2 indicator `1` is scored `2` without evidence"]);
        assert_eq!(case.advises(check), ["cite what shows it: `spbe score 1 --level 2 --by hukum --evidence ID`"]);
    }

    #[test]
    fn the_lowest_level_needs_none() {
        let mut case = sound();
        case.workspace.scores[0] = score(2, "hukum", "1", "0", &[]);
        assert!(case.says(check).is_empty());
    }
}
