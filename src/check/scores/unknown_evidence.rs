//! The rule `unknown-evidence`.

use std::collections::BTreeSet;

use crate::bilingual;
use crate::check::Facts;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::text::bilingual::Bilingual;
use crate::text::nearest::did_you_mean;

/// More findings than these are one mistake, not many slips, and searching a long index for each takes long.
const MOST_SUGGESTIONS: usize = 50;

/// A score or link names a document that the index does not have.
pub(crate) static RULE: Rule = Rule {
    id: "unknown-evidence",
    severity: Severity::Error,
    stage: Stage::Planning,
    summary: Bilingual::fixed(
        "data dukung yang disebut tidak ada di indeks",
        "the index does not have the evidence that is cited",
    ),
    why: Bilingual::fixed(
        "Nilai bersandar pada dokumen yang tidak dapat ditemukan siapa pun.",
        "The level rests on a document that nobody can find.",
    ),
    example: Bilingual::fixed(
        concat!(
            "scores/hukum.csv:  12,3,document,2018-07-02,perbup-13,Berlaku di semua unit\n",
            "evidence.csv: tidak ada id `perbup-13`",
        ),
        concat!(
            "scores/hukum.csv:  12,3,document,2018-07-02,perbup-13,Berlaku di semua unit\n",
            "evidence.csv: no id `perbup-13`",
        ),
    ),
    mend: Bilingual::fixed(
        "Perbaiki id-nya, atau catat dokumennya dengan `spbe evidence add`.",
        "Correct the id, or index the document with `spbe evidence add`.",
    ),
};

/// Finds ids in scores and links that no document of the index has.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let workspace = facts.workspace;
    let known: BTreeSet<&str> = workspace.evidence.iter().map(|evidence| evidence.id.value.as_str()).collect();
    let cited = workspace.scores.iter().flat_map(|score| score.evidence.iter().map(move |id| (id, score.row.value)));
    let linked = workspace.links.iter().map(|link| (&link.evidence, link.row.value));
    let unknown = cited.chain(linked).filter(|(id, _)| !known.contains(id.value.as_str()));
    for (at, (id, row)) in unknown.enumerate() {
        let name = &id.value;
        let message =
            bilingual!("tidak ada data dukung ber-id `{name}` di indeks", "the index has no evidence `{name}`");
        let near = (at < MOST_SUGGESTIONS).then(|| did_you_mean(name, known.iter().copied())).flatten();
        let help = near.unwrap_or_else(|| {
            bilingual!(
                "catat dokumennya dengan `spbe evidence add BERKAS --for {row}`",
                "index the document with `spbe evidence add FILE --for {row}`"
            )
        });
        findings.push(Finding::at(RULE.id, id.place.clone(), message).help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::{link, score, sound};

    #[test]
    fn an_id_that_the_index_does_not_have_is_answered_with_the_nearest() {
        let mut case = sound();
        case.workspace.scores.push(score(9, "hukum", "3-2", "2", &["perbub", "foto"]));
        case.workspace.links.push(link(5, "3-2", "surat", None));
        assert_eq!(
            case.says(check),
            [
                "scores/hukum.csv:9 the index has no evidence `perbub`",
                "scores/hukum.csv:9 the index has no evidence `foto`",
                "evidence-links.csv:5 the index has no evidence `surat`"
            ]
        );
        assert_eq!(
            case.advises(check)[..2],
            ["did you mean `perbup`?", "index the document with `spbe evidence add FILE --for 3-2`"]
        );
    }

    #[test]
    fn indexed_evidence_is_known() {
        assert!(sound().says(check).is_empty());
    }
}
