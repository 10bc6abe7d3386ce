//! The rule `no-recommendation`.

use crate::bilingual;
use crate::check::Facts;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::place::Place;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::model::files::RECOMMENDATIONS;
use crate::model::recommendation::State;
use crate::model::row::RowId;
use crate::text::bilingual::Bilingual;
use std::collections::BTreeSet;

/// An indicator under the target has no recommendation.
pub(crate) static RULE: Rule = Rule {
    id: "no-recommendation",
    severity: Severity::Warning,
    stage: Stage::Reporting,
    summary: Bilingual::fixed(
        "indikator di bawah target tanpa rekomendasi",
        "an indicator under the target has no recommendation",
    ),
    why: Bilingual::fixed(
        "Tujuan evaluasi adalah perbaikan; laporan tanpa rekomendasi tidak memberi tahu apa yang harus dilakukan.",
        "The purpose of an evaluation is improvement; a report without recommendations does not say what to do.",
    ),
    example: Bilingual::fixed(
        concat!(
            "spbe.toml:  target_level = 3\n",
            "scores/final.csv:  12,2,2018-08-29,sekda,SK hanya menyebut sebagian unit\n",
            "recommendations.csv: tidak ada baris 12",
        ),
        concat!(
            "spbe.toml:  target_level = 3\n",
            "scores/final.csv:  12,2,2018-08-29,sekda,SK hanya menyebut sebagian unit\n",
            "recommendations.csv: no row 12",
        ),
    ),
    mend: Bilingual::fixed(
        "Susun dengan `spbe recommend`, atau tambahkan baris di recommendations.csv untuk indikator itu.",
        "Draft it with `spbe recommend`, or add a row for the indicator to recommendations.csv.",
    ),
};

/// Finds rows below the target that nobody recommends anything for.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let workspace = facts.workspace;
    let Some(target) = workspace.manifest.as_ref().and_then(|manifest| manifest.target_level.as_ref()) else { return };
    let kept = workspace.recommendations.iter().filter(|advice| advice.state != State::Dropped);
    let advised: BTreeSet<RowId> = kept.map(|advice| advice.row.value).collect();
    for (row, standing) in &facts.standings {
        let Some(level) = standing.level().filter(|level| *level < target.value) else { continue };
        if advised.contains(row) {
            continue;
        }
        let target = target.value;
        let message = bilingual!(
            "indikator `{row}` di level `{level:#}`, targetnya `{target:#}`, tanpa rekomendasi",
            "indicator `{row}` is at level `{level}`, the target is `{target}`, and there is no recommendation"
        );
        let help = bilingual!(
            "susun dengan `spbe recommend`, atau tambahkan `{row},…` di recommendations.csv",
            "draft it with `spbe recommend`, or add `{row},…` to recommendations.csv"
        );
        findings.push(Finding::at(RULE.id, Place::file(RECOMMENDATIONS), message).help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::{advice, sound};
    use crate::model::recommendation::State;

    #[test]
    fn rows_below_the_target_want_a_recommendation() {
        let mut case = sound();
        case.workspace.recommendations = vec![advice("1", State::Open), advice("3-1", State::Dropped)];
        assert_eq!(
            case.says(check),
            [
                "recommendations.csv:- indicator `3-1` is at level `1`, the target is `3`, and there is no recommendation",
                "recommendations.csv:- indicator `3-2` is at level `0`, the target is `3`, and there is no recommendation"
            ]
        );
    }

    #[test]
    fn without_a_target_nothing_is_missing() {
        let mut case = sound();
        case.manifest().target_level = None;
        assert!(case.says(check).is_empty());
    }
}
