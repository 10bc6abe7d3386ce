//! How much each rule weighs here.

use std::collections::BTreeMap;

use crate::diagnostic::place::Located;
use crate::diagnostic::rule::{Rule, Severity};
use crate::model::manifest::Manifest;
use crate::model::policy::{ReceiverPolicy, Targets, TrustedInstrument};

/// The severities that differ from the rules' own, and what else a receiver asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Policy {
    /// What the agency sets in `[rules]`.
    sender: BTreeMap<String, Severity>,
    /// What the receiver or the command line says, which counts for more.
    receiver: BTreeMap<String, Severity>,
    /// The least targets that are asked for.
    pub(crate) least: Targets,
    /// The instruments that are trusted beside those that the tool carries.
    pub(crate) instruments: Vec<TrustedInstrument>,
}

impl Policy {
    /// Takes the severities that the agency sets in `[rules]`.
    pub(crate) fn of(manifest: Option<&Manifest>) -> Self {
        let sender = manifest.map(|manifest| severities(&manifest.rules)).unwrap_or_default();
        Self { sender, ..Self::default() }
    }

    /// Takes what a receiver asks for; the agency's own word counts for nothing then.
    pub(crate) fn of_receiver(policy: ReceiverPolicy) -> Self {
        let ReceiverPolicy { rules, least, instruments } = policy;
        Self { sender: BTreeMap::new(), receiver: severities(&rules), least, instruments }
    }

    /// Sets the severity of one rule, over what was set before.
    #[must_use]
    pub(crate) fn with(mut self, rule: impl Into<String>, severity: Severity) -> Self {
        self.receiver.insert(rule.into(), severity);
        self
    }

    /// Sets the severity of one rule unless the receiver did; the agency's word does not stand against it.
    #[must_use]
    pub(crate) fn unless_received(mut self, rule: impl Into<String>, severity: Severity) -> Self {
        self.receiver.entry(rule.into()).or_insert(severity);
        self
    }

    /// Tells whether somebody asks for a rule in so many words.
    pub(crate) fn asks_for(&self, rule: &str) -> bool {
        let set = self.receiver.get(rule).or_else(|| self.sender.get(rule));
        set.is_some_and(|severity| *severity != Severity::Off)
    }

    /// Returns the severity that was set for a rule.
    pub(crate) fn set(&self, rule: &Rule) -> Option<Severity> {
        self.receiver.get(rule.id).or_else(|| self.sender.get(rule.id)).copied()
    }

    /// Tells whether the agency's own word on a rule is the one that counts.
    pub(crate) fn is_of_sender(&self, rule: &Rule) -> bool {
        !self.receiver.contains_key(rule.id) && self.sender.contains_key(rule.id)
    }
}

/// Collects the severities of a table of rules.
fn severities(rules: &[(Located<String>, Severity)]) -> BTreeMap<String, Severity> {
    rules.iter().map(|(rule, severity)| (rule.value.clone(), *severity)).collect()
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
