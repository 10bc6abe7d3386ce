//! The rule `unscored-level`.

use std::collections::{BTreeMap, BTreeSet};

use crate::bilingual;
use crate::check::Facts;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::model::row::RowId;
use crate::text::bilingual::Bilingual;

/// A level counts that nobody gave.
pub(crate) static RULE: Rule = Rule {
    id: "unscored-level",
    severity: Severity::Error,
    stage: Stage::Submission,
    summary: Bilingual::fixed("level berlaku tanpa penilaian seorang pun", "a level counts that no evaluator gave"),
    why: Bilingual::fixed(
        "Level yang diputuskan tanpa penilaian anggota tidak punya dasar: tidak ada yang melihat data dukungnya.",
        "A level that was decided without any score has no ground: nobody looked at the evidence.",
    ),
    example: Bilingual::same("scores/final.csv:  12,5,2018-08-29,sekda,Rapat"),
    mend: Bilingual::fixed(
        "Minta anggota yang ditugaskan menilai dengan `spbe score`, lalu sepakati lagi bila perlu.",
        "Have the assigned members score it with `spbe score`, then agree again where needed.",
    ),
};

/// Finds decided levels of rows that no member scored.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let scored: BTreeSet<RowId> = facts.workspace.scores.iter().map(|score| score.row.value).collect();
    // Of several who are assigned, the first is named.
    let tasks = facts.workspace.assignments.iter().rev();
    let assigned: BTreeMap<RowId, &str> = tasks.map(|task| (task.row.value, task.member.value.as_str())).collect();
    for decided in facts.workspace.finals.iter().filter(|decided| !scored.contains(&decided.row.value)) {
        let (row, level) = (decided.row.value, decided.level.value);
        let message = bilingual!(
            "indikator `{row}` diputuskan di level `{level:#}`, tetapi tidak seorang pun menilainya",
            "indicator `{row}` is decided at level `{level}`, but nobody scored it"
        );
        let help = match assigned.get(&row) {
            Some(by) => bilingual!(
                "nilai dahulu: `spbe score {row} --level N --by {by} --evidence ID`",
                "score it first: `spbe score {row} --level N --by {by} --evidence ID`"
            ),
            None => bilingual!("tugaskan dahulu: `spbe assign {row}`", "assign it first: `spbe assign {row}`"),
        };
        findings.push(Finding::at(RULE.id, decided.level.place.clone(), message).help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::sound;

    #[test]
    fn a_decision_over_nothing_is_found() {
        let mut case = sound();
        case.settle(2, "1", "5");
        case.workspace.scores.retain(|score| score.row.value.to_string() != "1");
        assert_eq!(
            case.says(check),
            ["scores/final.csv:2 indicator `1` is decided at level `5`, but nobody scored it"]
        );
        assert!(case.advises(check)[0].contains("--by hukum"));
    }

    #[test]
    fn a_decision_over_scores_is_silent() {
        let mut case = sound();
        case.settle(2, "1", "5");
        assert!(case.says(check).is_empty());
    }
}
