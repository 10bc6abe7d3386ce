//! The rule `duplicate-key`; the readers find its findings, but for a service that stands twice.

use crate::bilingual;
use crate::check::Facts;
use crate::check::repeated::repeated;
use crate::diagnostic::file_rules::DUPLICATE_KEY;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::text::bilingual::Bilingual;

/// The same key stands twice.
pub(crate) static RULE: Rule = Rule {
    id: DUPLICATE_KEY,
    severity: Severity::Error,
    stage: Stage::Planning,
    summary: Bilingual::fixed("kunci yang sama ditulis dua kali", "the same key stands twice"),
    why: Bilingual::fixed(
        "Tidak jelas isian mana yang berlaku; biasanya dua orang menyunting berkas yang sama.",
        "It is not clear which of them holds; usually two people edited the same file.",
    ),
    mend: Bilingual::fixed("Sisakan satu dan hapus yang lain.", "Keep one of them and remove the other."),
};

/// Finds services of the manifest that stand twice.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let services = facts.workspace.manifest.iter().flat_map(|manifest| &manifest.services);
    for service in repeated(services.map(|service| (service.row.value, &service.row.place))) {
        let row = service.key;
        let message = bilingual!("layanan `{row}` ditulis dua kali", "the service `{row}` stands twice");
        findings.push(service.finding(RULE.id, message));
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::{at, row, sound};

    #[test]
    fn a_service_that_stands_twice_is_found() {
        let mut case = sound();
        case.manifest().services[1].row = at("spbe.toml", 8, row("3-1"));
        assert_eq!(case.says(check), ["spbe.toml:8 the service `3-1` stands twice"]);
    }

    #[test]
    fn two_services_are_no_duplicate() {
        assert!(sound().says(check).is_empty());
    }
}
