//! The rule `evidence-unused`.

use crate::bilingual;
use crate::check::Facts;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::text::bilingual::Bilingual;

/// A document supports nothing.
pub(crate) static RULE: Rule = Rule {
    id: "evidence-unused",
    severity: Severity::Warning,
    stage: Stage::Planning,
    summary: Bilingual::fixed("data dukung tidak dipakai", "a document supports no indicator"),
    why: Bilingual::fixed(
        "Data dukung yang tidak tertaut dan tidak dirujuk mungkin lupa ditautkan, atau tersisa dari tahun lalu.",
        "Evidence that is neither linked nor cited may have been forgotten, or be left from last year.",
    ),
    example: Bilingual::fixed(
        concat!(
            "evidence.csv:  sk-tim,document,SK Tim,2018-02-01,Bagian Hukum,evidence/sk-tim.pdf,…\n",
            "evidence-links.csv dan scores/ tidak menyebut `sk-tim`",
        ),
        concat!(
            "evidence.csv:  sk-tim,document,SK Tim,2018-02-01,Bagian Hukum,evidence/sk-tim.pdf,…\n",
            "neither evidence-links.csv nor scores/ names `sk-tim`",
        ),
    ),
    mend: Bilingual::fixed(
        "Tautkan dengan `spbe evidence link`, atau hapus dengan `spbe evidence remove`.",
        "Link it with `spbe evidence link`, or remove it with `spbe evidence remove`.",
    ),
};

/// Finds documents without a link that no score cites.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    for evidence in &facts.workspace.evidence {
        let id = evidence.id.value.as_str();
        if facts.support.is_used(id) {
            continue;
        }
        let message = bilingual!("`{id}` tidak mendukung indikator mana pun", "`{id}` supports no indicator");
        let help = bilingual!(
            "`spbe evidence link {id} --for INDIKATOR`, atau `spbe evidence remove {id}`",
            "`spbe evidence link {id} --for INDICATOR`, or `spbe evidence remove {id}`"
        );
        findings.push(Finding::at(RULE.id, evidence.id.place.clone(), message).help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::{evidence, sound};
    use crate::model::evidence::EvidenceKind;

    #[test]
    fn a_document_that_nobody_uses_is_found() {
        let mut case = sound();
        case.workspace.evidence.push(evidence(4, "sisa", EvidenceKind::Document));
        assert_eq!(case.says(check), ["evidence.csv:4 `sisa` supports no indicator"]);
    }

    #[test]
    fn a_link_or_a_citation_is_use_enough() {
        let mut case = sound();
        assert!(case.says(check).is_empty());
        case.workspace.links.clear();
        assert!(case.says(check).is_empty());
    }
}
