//! The rule `service-unnamed`.

use crate::bilingual;
use crate::check::Facts;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::text::bilingual::Bilingual;

/// A service is assessed that has no name.
pub(crate) static RULE: Rule = Rule {
    id: "service-unnamed",
    severity: Severity::Warning,
    stage: Stage::Reporting,
    summary: Bilingual::fixed("layanan dinilai tanpa nama", "a service is assessed without a name"),
    why: Bilingual::fixed(
        "Baris seperti 35-1 tanpa nama layanan tidak menunjukkan apa yang dinilai.",
        "A row such as 35-1 without the name of its service does not show what was assessed.",
    ),
    example: Bilingual::same("spbe.toml:  [[service]]\n            row = \"35-1\"\n            name = \"\""),
    mend: Bilingual::fixed(
        "Isi `name` di spbe.toml, atau hapus [[service]] yang tidak dinilai.",
        "Fill in `name` in spbe.toml, or remove the [[service]] that is not assessed.",
    ),
};

/// Finds services without a name.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let Some(manifest) = &facts.workspace.manifest else { return };
    for service in manifest.services.iter().filter(|service| service.name.is_none()) {
        let row = service.row.value;
        let message = bilingual!("layanan `{row}` tidak punya nama", "the service `{row}` has no name");
        let help = bilingual!("isi `name = \"…\"` di bawahnya", "fill in `name = \"…\"` below it");
        findings.push(Finding::at(RULE.id, service.row.place.clone(), message).help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::sound;

    #[test]
    fn a_service_without_a_name_is_found() {
        let mut case = sound();
        for service in &mut case.manifest().services {
            service.name = Some("Perizinan".to_owned());
        }
        assert!(case.says(check).is_empty());
        case.manifest().services[0].name = None;
        let row = case.manifest().services[0].row.value;
        assert!(case.says(check)[0].ends_with(&format!("the service `{row}` has no name")));
    }
}
