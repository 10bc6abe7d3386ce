//! How much each rule weighs here.

use std::collections::BTreeMap;

use crate::diagnostic::place::Located;
use crate::diagnostic::rule::{Rule, Severity};
use crate::model::manifest::Manifest;

/// The severities that differ from the rules' own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Policy {
    severities: BTreeMap<String, Severity>,
}

impl Policy {
    /// Takes the severities that the agency sets in `[rules]`.
    pub(crate) fn of(manifest: Option<&Manifest>) -> Self {
        manifest.map(|manifest| Self::of_rules(&manifest.rules)).unwrap_or_default()
    }

    /// Takes the severities of a table of rules.
    pub(crate) fn of_rules(rules: &[(Located<String>, Severity)]) -> Self {
        Self { severities: rules.iter().map(|(rule, severity)| (rule.value.clone(), *severity)).collect() }
    }

    /// Sets the severity of one rule, over what was set before.
    #[must_use]
    pub(crate) fn with(mut self, rule: impl Into<String>, severity: Severity) -> Self {
        self.severities.insert(rule.into(), severity);
        self
    }

    /// Returns the severity that was set for a rule.
    pub(crate) fn set(&self, rule: &Rule) -> Option<Severity> {
        self.severities.get(rule.id).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::Policy;
    use crate::check::registry::rule;
    use crate::check::testing::{at, sound};
    use crate::diagnostic::rule::Severity;

    #[test]
    fn the_manifest_overrides_a_rule_and_a_later_word_overrides_the_manifest() {
        let mut case = sound();
        case.manifest().rules.push((at("spbe.toml", 9, "not-briefed".to_owned()), Severity::Off));
        let rule = rule("not-briefed").expect("a rule");
        assert_eq!(Policy::default().set(rule), None);
        let policy = Policy::of(case.workspace.manifest.as_ref());
        assert_eq!(policy.set(rule), Some(Severity::Off));
        assert_eq!(policy.with("not-briefed", Severity::Error).set(rule), Some(Severity::Error));
    }
}
