//! The rule `duplicate-evidence-id`.

use crate::bilingual;
use crate::check::Facts;
use crate::check::repeated::repeated;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::text::bilingual::Bilingual;

/// Two documents of the index share an id.
pub(crate) static RULE: Rule = Rule {
    id: "duplicate-evidence-id",
    severity: Severity::Error,
    stage: Stage::Planning,
    summary: Bilingual::fixed("dua data dukung memakai id yang sama", "two documents of the index have the same id"),
    why: Bilingual::fixed(
        "Nilai yang menyebut id itu tidak jelas bersandar pada dokumen yang mana. Biasanya dua cabang mengubah baris \
         yang sama.",
        "A score that cites the id does not say on which document it rests. Usually two branches changed the same row.",
    ),
    example: Bilingual::same(concat!(
        "evidence.csv:  sk-tim,document,SK Tim 2017,2017-02-01,Bagian Hukum,evidence/a.pdf,…\n",
        "               sk-tim,document,SK Tim 2018,2018-02-01,Bagian Hukum,evidence/b.pdf,…",
    )),
    mend: Bilingual::fixed(
        "Hapus baris yang tidak berlaku lagi, atau beri salah satunya id lain.",
        "Remove the row that no longer holds, or give one of them another id.",
    ),
};

/// Finds documents whose id stands before.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let documents = facts.workspace.evidence.iter();
    for again in repeated(documents.map(|evidence| (&evidence.id.value, &evidence.id.place))) {
        let id = again.key;
        let message = bilingual!("data dukung `{id}` ditulis dua kali", "the evidence `{id}` stands twice");
        findings.push(again.finding(RULE.id, message));
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::{evidence, sound};
    use crate::model::evidence::EvidenceKind;

    #[test]
    fn the_second_of_two_documents_with_one_id_is_found() {
        let mut case = sound();
        case.workspace.evidence.push(evidence(4, "perbup", EvidenceKind::Screenshot));
        assert_eq!(case.says(check), ["evidence.csv:4 the evidence `perbup` stands twice"]);
    }

    #[test]
    fn documents_with_ids_of_their_own_are_silent() {
        assert!(sound().says(check).is_empty());
    }
}
