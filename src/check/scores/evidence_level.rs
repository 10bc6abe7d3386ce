//! The rule `evidence-level`.

use std::collections::BTreeMap;

use crate::bilingual;
use crate::check::Facts;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::place::Located;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::model::decimal::Decimal;
use crate::model::row::RowId;
use crate::model::score::Score;
use crate::text::bilingual::Bilingual;

/// All that a score cites supports a lower level.
pub(crate) static RULE: Rule = Rule {
    id: "evidence-level",
    severity: Severity::Warning,
    stage: Stage::Execution,
    summary: Bilingual::fixed(
        "semua data dukung yang disebut hanya mendukung level yang lebih rendah",
        "all evidence that is cited supports a lower level",
    ),
    why: Bilingual::fixed(
        "Penilaian sendiri sering terlalu tinggi: sebuah kota memberi dirinya 3,67, kementerian menemukan 2,64.",
        "Self-assessments are often too high: a city gave itself 3.67 where the ministry found 2.64.",
    ),
    example: Bilingual::same(concat!(
        "scores/hukum.csv:  12,3,document,2018-07-02,perbup-12-2018-2929b2,Berlaku di semua unit\n",
        "evidence-links.csv:  12,perbup-12-2018-2929b2,2",
    )),
    mend: Bilingual::fixed(
        "Sebut data dukung untuk level yang dinilai, turunkan nilainya, atau perbaiki level pada kaitan data dukungnya.",
        "Cite evidence for the level that is scored, lower the score, or correct the level of the link.",
    ),
};

/// The levels that links state, by row and document.
type Stated<'a> = BTreeMap<(RowId, &'a str), Vec<&'a Located<Decimal>>>;

/// Finds scores above every level that their evidence states for the row.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let Some(instrument) = &facts.workspace.instrument else { return };
    let mut stated: Stated<'_> = BTreeMap::new();
    for link in &facts.workspace.links {
        let of_link = stated.entry((link.row.value, link.evidence.value.as_str())).or_default();
        of_link.extend(&link.level);
    }
    // A level that is not on the scale is told by another rule.
    let on_scale = facts.workspace.scores.iter().filter(|score| instrument.scale.allows(score.level.value));
    findings.extend(on_scale.filter_map(|score| unsupported(score, &stated)));
}

fn unsupported(score: &Score, stated: &Stated<'_>) -> Option<Finding> {
    let (row, level) = (score.row.value, score.level.value);
    let cited = score.evidence.iter().filter_map(|id| stated.get(&(row, id.value.as_str())));
    let levels: Vec<&Located<Decimal>> = cited.flatten().copied().collect();
    let highest = levels.iter().map(|stated| stated.value).max()?;
    if highest >= level {
        return None;
    }
    let message = bilingual!(
        "indikator `{row}` dinilai `{level}`, tetapi data dukungnya hanya mendukung sampai level `{highest}`",
        "indicator `{row}` is scored `{level}`, but its evidence supports level `{highest}` at most"
    );
    let by = &score.by;
    let help = bilingual!(
        "sebut data dukung untuk level `{level}`, atau `spbe score {row} --level {highest} --by {by}`",
        "cite evidence for level `{level}`, or `spbe score {row} --level {highest} --by {by}`"
    );
    let finding = Finding::at(RULE.id, score.level.place.clone(), message).help(help);
    Some(levels.iter().fold(finding, |finding, stated| {
        let value = stated.value;
        finding.also(stated.place.clone(), bilingual!("mendukung level `{value}`", "supports level `{value}`"))
    }))
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::{at, link, number, sound};

    #[test]
    fn a_score_above_all_that_its_evidence_states_is_found() {
        let mut case = sound();
        case.workspace.scores[0].level = at("scores/hukum.csv", 2, number("3"));
        assert_eq!(
            case.says(check),
            ["scores/hukum.csv:2 indicator `1` is scored `3`, but its evidence supports level `2` at most"]
        );
    }

    #[test]
    fn one_document_for_the_level_is_enough() {
        let mut case = sound();
        case.workspace.scores[0].level = at("scores/hukum.csv", 2, number("3"));
        case.workspace.scores[0].evidence.push(at("scores/hukum.csv", 2, "wawancara".to_owned()));
        case.workspace.links.push(link(5, "1", "wawancara", Some("3")));
        assert!(case.says(check).is_empty());
    }

    #[test]
    fn links_that_state_no_level_say_nothing() {
        let mut case = sound();
        case.workspace.links[0].level = None;
        case.workspace.scores[0].level = at("scores/hukum.csv", 2, number("3"));
        assert!(case.says(check).is_empty());
    }
}
