//! The rule `unknown-aspect`.

use crate::bilingual;
use crate::check::Facts;
use crate::check::repeated::repeated;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::text::bilingual::Bilingual;

/// Findings are given for an aspect that the instrument does not have.
pub(crate) static RULE: Rule = Rule {
    id: "unknown-aspect",
    severity: Severity::Error,
    stage: Stage::Planning,
    summary: Bilingual::fixed(
        "temuan untuk aspek yang tidak ada",
        "findings are given for an aspect that does not exist",
    ),
    why: Bilingual::fixed("Temuan itu tidak akan muncul di laporan.", "The report would not show them."),
    example: Bilingual::fixed(
        concat!("findings.toml:  [[aspect]]\n", "                id = 9\n", "instrumen hanya punya aspek 1 sampai 7",),
        concat!(
            "findings.toml:  [[aspect]]\n",
            "                id = 9\n",
            "the instrument has the aspects 1 to 7 only",
        ),
    ),
    mend: Bilingual::fixed(
        "Perbaiki id aspeknya; lihat `spbe instrument show`.",
        "Correct the id of the aspect; see `spbe instrument show`.",
    ),
};

/// Finds ids that are no aspect, and aspects that stand twice.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let workspace = facts.workspace;
    let Some(instrument) = workspace.instrument.as_deref() else { return };
    let known = workspace.aspect_findings.iter().map(|found| &found.aspect);
    for aspect in known.clone().filter(|aspect| instrument.aspect(aspect.value).is_none()) {
        let id = aspect.value;
        let last = instrument.aspects.last().map_or(0, |aspect| aspect.id);
        let message = bilingual!("tidak ada aspek `{id}`", "there is no aspect `{id}`");
        let help = bilingual!("ada 1 sampai {last}", "there are 1 to {last}");
        findings.push(Finding::at(RULE.id, aspect.place.clone(), message).help(help));
    }
    for again in repeated(known.map(|aspect| (aspect.value, &aspect.place))) {
        let id = again.key;
        let message = bilingual!("aspek `{id}` ditulis dua kali", "aspect `{id}` stands twice");
        let help = bilingual!("gabungkan keduanya", "join the two");
        findings.push(again.finding(RULE.id, message).help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::{said, sound};

    #[test]
    fn an_aspect_that_is_none_and_one_that_stands_twice_are_found() {
        let mut case = sound();
        case.workspace.aspect_findings = vec![said(2, 1, &[]), said(5, 9, &[]), said(8, 1, &[])];
        assert_eq!(
            case.says(check),
            ["findings.toml:5 there is no aspect `9`", "findings.toml:8 aspect `1` stands twice"]
        );
    }

    #[test]
    fn aspects_of_the_instrument_are_silent() {
        let mut case = sound();
        case.workspace.aspect_findings = vec![said(2, 1, &[]), said(5, 2, &[])];
        assert!(case.says(check).is_empty());
    }
}
