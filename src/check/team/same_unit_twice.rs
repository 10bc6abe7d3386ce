//! The rule `same-unit-twice`.

use std::collections::BTreeMap;

use crate::bilingual;
use crate::check::Facts;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::place::Place;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::text::bilingual::Bilingual;
use crate::text::fold::folded;

/// One unit is spelt in two ways.
pub(crate) static RULE: Rule = Rule {
    id: "same-unit-twice",
    severity: Severity::Warning,
    stage: Stage::Planning,
    summary: Bilingual::fixed("satu unit ditulis dengan dua cara", "one unit is spelt in two ways"),
    why: Bilingual::fixed(
        "Laporan dan daftar memuat unit yang sama dua kali; pembaca mengira ada dua unit.",
        "Reports and lists show the same unit twice; a reader takes it for two.",
    ),
    example: Bilingual::same("team.toml:  unit = \"Bagian Hukum\"\n            unit = \"BAGIAN HUKUM\""),
    mend: Bilingual::fixed("Pakai satu cara menulis di semua berkas.", "Use one spelling in all files."),
};

/// Compares the names of units wherever they stand; a spelling is told once, where it first differs from an earlier one.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let workspace = facts.workspace;
    let members = workspace.team.members.iter().map(|member| (member.unit.value.as_str(), &member.unit.place));
    let units = workspace.team.units.iter().map(|unit| (unit.name.value.as_str(), &unit.name.place));
    let evidence = workspace.evidence.iter();
    let evidence = evidence.filter_map(|one| Some((one.unit.as_deref()?, &one.id.place)));
    let services = workspace.manifest.iter().flat_map(|manifest| &manifest.services);
    let services = services.filter_map(|service| Some((service.unit.as_deref()?, &service.row.place)));
    let advised = workspace.recommendations.iter();
    let advised = advised.filter_map(|advice| Some((advice.unit.as_deref()?, &advice.row.place)));
    let mut seen: BTreeMap<String, Vec<(&str, &Place)>> = BTreeMap::new();
    for (name, place) in units.chain(members).chain(services).chain(evidence).chain(advised) {
        let known = seen.entry(folded(name)).or_default();
        if known.iter().any(|(spelling, _)| *spelling == name) {
            continue;
        }
        if let Some((first, at)) = known.first() {
            let message =
                bilingual!("`{name}` di tempat lain ditulis `{first}`", "`{name}` is spelt `{first}` elsewhere");
            let help = bilingual!("tulis `{first}`", "write `{first}`");
            let earlier = bilingual!("di sini", "here");
            findings.push(Finding::at(RULE.id, place.clone(), message).help(help).also((*at).clone(), earlier));
        }
        known.push((name, place));
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::sound;

    #[test]
    fn two_spellings_are_told_once() {
        let mut case = sound();
        let unit = case.workspace.team.members[0].unit.value.clone();
        case.workspace.team.members[1].unit.value = format!(" {}", unit.to_uppercase());
        case.workspace.team.members[2].unit.value = format!(" {}", unit.to_uppercase());
        let said = case.says(check);
        assert_eq!(said.len(), 1, "{said:?}");
        assert!(said[0].contains(&format!("is spelt `{unit}` elsewhere")), "{said:?}");
    }

    #[test]
    fn one_spelling_is_silent() {
        assert!(sound().says(check).is_empty());
    }
}
