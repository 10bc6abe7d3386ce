//! The rule `not-linked`.

use crate::bilingual;
use crate::check::Facts;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::text::bilingual::Bilingual;

/// A score cites a document that is linked to nothing.
pub(crate) static RULE: Rule = Rule {
    id: "not-linked",
    severity: Severity::Warning,
    stage: Stage::Execution,
    summary: Bilingual::fixed("data dukung dirujuk, tetapi tidak ditautkan", "evidence is cited, but not linked"),
    why: Bilingual::fixed(
        "Tautan mengatakan dokumen mana mendukung level mana; tanpa tautan, daftar data dukung tidak menyebut indikatornya.",
        "A link says which level a document supports; without one the list of the evidence does not name the indicator.",
    ),
    example: Bilingual::fixed(
        "scores/hukum.csv:  12,3,document,2018-07-02,perbup-12-2018-2929b2,Berlaku di semua unit\nevidence-links.csv: tidak ada baris untuk perbup-12-2018-2929b2",
        "scores/hukum.csv:  12,3,document,2018-07-02,perbup-12-2018-2929b2,Berlaku di semua unit\nevidence-links.csv: no row for perbup-12-2018-2929b2",
    ),
    mend: Bilingual::fixed("Tautkan dengan `spbe evidence link`.", "Link it with `spbe evidence link`."),
};

/// Finds citations of documents of the index that no link names; one that is linked to other rows has a rule of its own.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    for score in &facts.workspace.scores {
        let (row, level) = (score.row.value, score.level.value);
        for cited in &score.evidence {
            let id = &cited.value;
            if !facts.support.is_indexed(id) || facts.support.links_of(id).next().is_some() {
                continue;
            }
            let message = bilingual!(
                "`{id}` dirujuk untuk indikator `{row}`, tetapi tidak ditautkan",
                "`{id}` is cited for indicator `{row}`, but not linked"
            );
            let help = bilingual!(
                "tautkan: `spbe evidence link {id} --for {row} --level {level}`",
                "link it: `spbe evidence link {id} --for {row} --level {level}`"
            );
            findings.push(Finding::at(RULE.id, cited.place.clone(), message).help(help));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::sound;

    #[test]
    fn a_citation_that_no_link_knows_is_found() {
        let mut case = sound();
        assert!(case.says(check).is_empty());
        case.workspace.links.retain(|link| link.evidence.value != "wawancara");
        assert_eq!(case.says(check), ["scores/ict.csv:3 `wawancara` is cited for indicator `3-1`, but not linked"]);
        assert_eq!(case.advises(check), ["link it: `spbe evidence link wawancara --for 3-1 --level 1`"]);
    }
}
