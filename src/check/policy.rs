//! How much each rule weighs here.

use std::collections::BTreeMap;

use crate::diagnostic::place::Located;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::model::manifest::Manifest;

/// The severities that differ from the rules' own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Policy {
    severities: BTreeMap<String, Severity>,
}

impl Policy {
    /// Takes the severities that the agency sets in `[rules]`.
    pub fn of(manifest: Option<&Manifest>) -> Self {
        manifest.map(|manifest| Self::of_rules(&manifest.rules)).unwrap_or_default()
    }

    /// Takes the severities of a table of rules.
    pub fn of_rules(rules: &[(Located<String>, Severity)]) -> Self {
        Self { severities: rules.iter().map(|(rule, severity)| (rule.value.clone(), *severity)).collect() }
    }

    /// Sets the severity of one rule, over what was set before.
    #[must_use]
    pub fn with(mut self, rule: impl Into<String>, severity: Severity) -> Self {
        self.severities.insert(rule.into(), severity);
        self
    }

    /// Returns the severity of a rule at a stage: the one that was set, else its own.
    pub fn severity(&self, rule: &Rule, stage: Stage) -> Severity {
        self.severities.get(rule.id).copied().unwrap_or_else(|| rule.severity_at(stage))
    }
}

#[cfg(test)]
mod tests {
    use super::Policy;
    use crate::check::registry::rule;
    use crate::check::testing::{at, sound};
    use crate::diagnostic::rule::{Severity, Stage};

    #[test]
    fn the_manifest_overrides_a_rule_and_a_later_word_overrides_the_manifest() {
        let mut case = sound();
        case.manifest().rules.push((at("spbe.toml", 9, "not-briefed".to_owned()), Severity::Off));
        let rule = rule("not-briefed").expect("a rule");
        let at = |policy: &Policy| policy.severity(rule, Stage::Planning);
        assert_eq!(at(&Policy::default()), Severity::Warning);
        let policy = Policy::of(case.workspace.manifest.as_ref());
        assert_eq!(at(&policy), Severity::Off);
        assert_eq!(at(&policy.with("not-briefed", Severity::Error)), Severity::Error);
    }

    #[test]
    fn what_is_worth_a_look_in_the_report_is_refused_at_submission_unless_something_else_was_set() {
        for id in ["no-recommendation", "aspect-without-findings"] {
            let rule = rule(id).expect("a rule");
            let policy = Policy::default();
            assert_eq!(policy.severity(rule, Stage::Reporting), Severity::Warning);
            assert_eq!(policy.severity(rule, Stage::Submission), Severity::Error);
            let policy = policy.with(id, Severity::Warning);
            assert_eq!(policy.severity(rule, Stage::Submission), Severity::Warning);
        }
    }
}
