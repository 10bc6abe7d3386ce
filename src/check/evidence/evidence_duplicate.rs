//! The rule `evidence-duplicate`.

use std::collections::BTreeSet;

use crate::bilingual;
use crate::check::Facts;
use crate::check::repeated::repeated;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::text::bilingual::Bilingual;

/// Two documents of the index have the same content.
pub(crate) static RULE: Rule = Rule {
    id: "evidence-duplicate",
    severity: Severity::Warning,
    stage: Stage::Planning,
    summary: Bilingual::fixed("dua data dukung berisi sama", "two documents of the index have the same content"),
    why: Bilingual::fixed(
        "Dokumen yang sama dengan dua id membuat jumlah data dukung tampak lebih banyak.",
        "One document under two ids makes the evidence look like more than it is.",
    ),
    example: Bilingual::fixed(
        concat!(
            "evidence.csv:  sk-tim,document,SK Tim,2018-02-01,Bagian Hukum,evidence/sk-tim.pdf,2929b2…\n",
            "               sk-baru,document,SK Baru,2018-05-01,Bagian Hukum,evidence/sk-baru.pdf,2929b2…\n",
            "sha256 keduanya sama",
        ),
        concat!(
            "evidence.csv:  sk-tim,document,SK Tim,2018-02-01,Bagian Hukum,evidence/sk-tim.pdf,2929b2…\n",
            "               sk-baru,document,SK Baru,2018-05-01,Bagian Hukum,evidence/sk-baru.pdf,2929b2…\n",
            "both have the same sha256",
        ),
    ),
    mend: Bilingual::fixed(
        "Tautkan satu id ke semua indikatornya, lalu hapus yang lain dengan `spbe evidence remove`.",
        "Link one id to all its indicators, then remove the other with `spbe evidence remove`.",
    ),
};

/// Finds digests that stand twice.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    // An id that stands twice has a rule of its own.
    let mut ids = BTreeSet::new();
    let once = facts.workspace.evidence.iter().filter(|evidence| ids.insert(&evidence.id.value));
    let digests = once.filter_map(|evidence| evidence.sha256.as_ref());
    for again in repeated(digests.map(|digest| (digest.value.as_str(), &digest.place))) {
        let message =
            bilingual!("isi dokumen ini sudah ada di indeks", "the content of this document is in the index already");
        let help = bilingual!(
            "pakai satu id: `spbe evidence link ID --for INDIKATOR`, lalu `spbe evidence remove` yang lain",
            "use one id: `spbe evidence link ID --for INDICATOR`, then `spbe evidence remove` the other"
        );
        findings.push(again.finding(RULE.id, message).help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::{evidence, sound};
    use crate::model::evidence::EvidenceKind;

    #[test]
    fn the_second_of_two_equal_documents_is_found() {
        let mut case = sound();
        case.workspace.evidence.push(evidence(4, "salinan", EvidenceKind::Document));
        assert_eq!(case.says(check), ["evidence.csv:4 the content of this document is in the index already"]);
    }

    #[test]
    fn different_documents_and_one_that_stands_twice_are_silent() {
        let mut case = sound();
        assert!(case.says(check).is_empty());
        case.workspace.evidence.push(evidence(4, "perbup", EvidenceKind::Document));
        assert!(case.says(check).is_empty());
    }
}
