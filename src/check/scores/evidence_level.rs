//! The rule `evidence-level`.

use crate::bilingual;
use crate::check::Facts;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::place::Located;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::index::exact::Exact;
use crate::index::support::Support;
use crate::model::decimal::Decimal;
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

/// Finds scores above every level that their evidence states for the row.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let Some(instrument) = &facts.workspace.instrument else { return };
    // A level that is not on the scale is told by another rule.
    let on_scale = facts.workspace.scores.iter().filter(|score| instrument.scale.allows(score.level.value));
    findings.extend(on_scale.filter_map(|score| unsupported(score, &facts.support)));
}

/// Finds a score above every level that links of what it cites state; one without any such level says nothing.
fn unsupported(score: &Score, support: &Support<'_>) -> Option<Finding> {
    let (row, level) = (score.row.value, score.level.value);
    let levels: Vec<&Located<Decimal>> =
        score.evidence.iter().flat_map(|cited| support.stated(row, &cited.value)).collect();
    let highest = levels.iter().map(|stated| stated.value).max()?;
    // A level between two is that of the lower one, reached in part: its evidence states no more.
    if highest >= level || Exact::from(highest).whole() >= Exact::from(level).whole() {
        return None;
    }
    let message = bilingual!(
        "indikator `{row}` dinilai `{level:#}`, tetapi data dukungnya hanya mendukung sampai level `{highest:#}`",
        "indicator `{row}` is scored `{level}`, but its evidence supports level `{highest}` at most"
    );
    let by = &score.by;
    let help = bilingual!(
        "sebut data dukung untuk level `{level:#}`, atau `spbe score {row} --level {highest} --by {by}`",
        "cite evidence for level `{level}`, or `spbe score {row} --level {highest} --by {by}`"
    );
    let finding = Finding::at(RULE.id, score.level.place.clone(), message).help(help);
    Some(levels.iter().fold(finding, |finding, stated| {
        let value = stated.value;
        finding.also(stated.place.clone(), bilingual!("mendukung level `{value:#}`", "supports level `{value}`"))
    }))
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::{at, link, number, sound};

    #[test]
    fn a_level_between_two_needs_evidence_for_the_lower_one() {
        let mut case = sound();
        case.instrument().scale.step = number("0.25");
        let level = |case: &mut crate::check::testing::Case, text: &str| {
            case.workspace.scores[0].level = at("scores/hukum.csv", 2, number(text));
            case.says(check).len()
        };
        assert_eq!(level(&mut case, "2.25"), 0);
        assert_eq!(level(&mut case, "3"), 1);
    }

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
