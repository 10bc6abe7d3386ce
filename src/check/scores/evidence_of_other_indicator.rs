//! The rule `evidence-of-other-indicator`.

use std::collections::BTreeSet;

use crate::bilingual;
use crate::check::Facts;
use crate::check::wording::quoted;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::text::bilingual::Bilingual;

/// A score cites a document that is linked to other indicators only.
pub(crate) static RULE: Rule = Rule {
    id: "evidence-of-other-indicator",
    severity: Severity::Error,
    stage: Stage::Execution,
    summary: Bilingual::fixed(
        "nilai menyebut data dukung milik indikator lain",
        "a score cites evidence of another indicator",
    ),
    why: Bilingual::fixed(
        "Dokumen yang salah, atau yang tidak sesuai dengan penjelasannya, adalah sebab tersering nilai diturunkan.",
        "A wrong document, or one that does not belong to the explanation, is a common reason for a lowered level.",
    ),
    example: Bilingual::same(concat!(
        "scores/hukum.csv:  12,2,document,2018-07-02,perbup-12-2018-2929b2,Sebagian unit\n",
        "evidence-links.csv:  4,perbup-12-2018-2929b2,2",
    )),
    mend: Bilingual::fixed(
        "Sebut data dukung yang benar. Bila dokumen itu memang mendukung indikator ini, kaitkan dengan `spbe evidence link`.",
        "Cite the right evidence. Where the document does support this indicator, link it with `spbe evidence link`.",
    ),
};

/// Finds citations of documents that are linked, but not to the row that is scored.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    for score in &facts.workspace.scores {
        let row = score.row.value;
        for cited in &score.evidence {
            let linked = || facts.support.links_of(&cited.value).map(|link| link.row.value);
            if linked().next().is_none() || linked().any(|linked| linked == row) {
                continue;
            }
            let (id, listed) = (&cited.value, quoted(linked().collect::<BTreeSet<_>>()));
            let message = bilingual!(
                "`{id}` dikaitkan dengan indikator {listed}, bukan `{row}`",
                "`{id}` is linked to indicator {listed}, not to `{row}`"
            );
            let help = bilingual!(
                "bila dokumen ini mendukung indikator `{row}`: `spbe evidence link {id} --for {row}`",
                "where it supports indicator `{row}`: `spbe evidence link {id} --for {row}`"
            );
            findings.push(Finding::at(RULE.id, cited.place.clone(), message).help(help));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::{score, sound};

    #[test]
    fn a_document_of_other_indicators_is_found() {
        let mut case = sound();
        case.workspace.scores[3] = score(3, "ict", "3-1", "1", &["perbup"]);
        assert_eq!(case.says(check), ["scores/ict.csv:3 `perbup` is linked to indicator `1`, `2`, not to `3-1`"]);
        assert_eq!(case.advises(check), ["where it supports indicator `3-1`: `spbe evidence link perbup --for 3-1`"]);
    }

    #[test]
    fn a_document_without_links_belongs_to_no_other_indicator() {
        let mut case = sound();
        case.workspace.links.clear();
        assert!(case.says(check).is_empty());
    }
}
