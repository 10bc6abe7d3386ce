//! The rule `unknown-field`; the readers find its findings, but for unknown rules in `[rules]`.

use crate::check::Facts;
use crate::check::wording::no_rule;
use crate::diagnostic::file_rules::UNKNOWN_FIELD;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::text::bilingual::Bilingual;
use crate::text::nearest::did_you_mean;

/// A key or column is there that nobody reads.
pub(crate) static RULE: Rule = Rule {
    id: UNKNOWN_FIELD,
    severity: Severity::Error,
    stage: Stage::Planning,
    summary: Bilingual::fixed("isian tidak dikenal", "a field is there that nobody reads"),
    why: Bilingual::fixed(
        "Isian yang salah tulis tidak dibaca: yang dimaksud tidak berlaku tanpa seorang pun menyadarinya.",
        "A mistyped field is not read: what was meant has no effect, and nobody notices.",
    ),
    example: Bilingual::fixed(
        concat!("team.toml:  rol = \"member\"\n", "maksudnya `role`",),
        concat!("team.toml:  rol = \"member\"\n", "`role` is meant",),
    ),
    mend: Bilingual::fixed("Perbaiki namanya, atau hapus isian itu.", "Correct its name, or remove it."),
};

/// Finds rules in `[rules]` that do not exist, among the ids of all that do.
pub(crate) fn check(facts: &Facts<'_>, ids: &[&'static str], findings: &mut Vec<Finding>) {
    let set = facts.workspace.manifest.iter().flat_map(|manifest| &manifest.rules);
    for (named, _) in set.filter(|(named, _)| !ids.contains(&named.value.as_str())) {
        let name = &named.value;
        let mut finding = Finding::at(RULE.id, named.place.clone(), no_rule(name));
        finding.help = did_you_mean(name, ids.iter().copied());
        findings.push(finding);
    }
}

#[cfg(test)]
mod tests {
    use crate::check::Facts;
    use crate::check::testing::{at, sound};
    use crate::diagnostic::finding::Finding;
    use crate::diagnostic::rule::Severity;

    fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
        super::check(facts, &["not-briefed", "own-unit"], findings);
    }

    #[test]
    fn a_mistyped_rule_is_answered_with_the_nearest_one() {
        let mut case = sound();
        case.manifest().rules.push((at("spbe.toml", 9, "not-breifed".to_owned()), Severity::Off));
        assert_eq!(case.says(check), ["spbe.toml:9 there is no rule named `not-breifed`"]);
        assert_eq!(case.advises(check), ["did you mean `not-briefed`?"]);
    }

    #[test]
    fn a_rule_that_exists_can_be_set() {
        let mut case = sound();
        case.manifest().rules.push((at("spbe.toml", 9, "not-briefed".to_owned()), Severity::Off));
        assert!(case.says(check).is_empty());
    }
}
