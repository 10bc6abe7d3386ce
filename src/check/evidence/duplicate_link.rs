//! The rule `duplicate-link`.

use crate::bilingual;
use crate::check::Facts;
use crate::check::repeated::repeated;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::text::bilingual::Bilingual;

/// The same document is linked to the same indicator twice.
pub(crate) static RULE: Rule = Rule {
    id: "duplicate-link",
    severity: Severity::Warning,
    stage: Stage::Planning,
    summary: Bilingual::fixed(
        "data dukung dikaitkan dua kali dengan indikator yang sama",
        "a document is linked to the same indicator twice",
    ),
    why: Bilingual::fixed(
        "Bila kedua baris menyebut level yang berbeda, tidak jelas mana yang berlaku.",
        "Where the two rows state different levels, it is not clear which holds.",
    ),
    example: Bilingual::same(concat!(
        "evidence-links.csv:  12,perbup-12-2018-2929b2,2\n",
        "                     12,perbup-12-2018-2929b2,3",
    )),
    mend: Bilingual::fixed("Sisakan satu baris.", "Keep one of the rows."),
};

/// Finds pairs of indicator and document that stand before.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let links = facts.workspace.links.iter();
    for again in repeated(links.map(|link| ((link.row.value, &link.evidence.value), &link.row.place))) {
        let (row, evidence) = again.key;
        let message = bilingual!(
            "`{evidence}` dikaitkan dua kali dengan indikator `{row}`",
            "`{evidence}` is linked to indicator `{row}` twice"
        );
        findings.push(again.finding(RULE.id, message));
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::{link, sound};

    #[test]
    fn the_second_of_two_equal_links_is_found() {
        let mut case = sound();
        case.workspace.links.push(link(5, "1", "perbup", None));
        assert_eq!(case.says(check), ["evidence-links.csv:5 `perbup` is linked to indicator `1` twice"]);
    }

    #[test]
    fn one_document_may_support_several_indicators() {
        assert!(sound().says(check).is_empty());
    }
}
