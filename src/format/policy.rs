//! A policy file: what a receiver asks, in place of the sender's own `[rules]`.

use crate::format::fields::Fields;
use crate::format::manifest::severities;
use crate::format::node::RawNode;
use crate::format::reading::Reading;
use crate::format::{scalar, shape, toml};
use crate::model::policy::{ReceiverPolicy, Targets, TrustedInstrument};

/// Reads a policy file.
pub(crate) fn read(text: &str, reading: &Reading) -> ReceiverPolicy {
    let Some(root) = toml::parse(text, reading) else { return ReceiverPolicy::default() };
    let Some(root) = Fields::open(&root, &shape::POLICY, reading) else { return ReceiverPolicy::default() };
    let least = root.take("target").map(|node| targets(node, reading)).unwrap_or_default();
    let instruments = root.list("instrument").iter().filter_map(|node| instrument(node, reading)).collect();
    // A file that asks for something else may leave the rules as they are; one that asks for nothing is a slip.
    let asks = root.take("target").is_some() || root.take("instrument").is_some();
    let rules = if asks { root.take("rules") } else { root.required("rules") };
    let rules = rules.map(|node| severities(node, reading)).unwrap_or_default();
    root.close();
    ReceiverPolicy { rules, least, instruments }
}

/// Reads the least targets.
fn targets(node: &RawNode, reading: &Reading) -> Targets {
    let Some(fields) = Fields::open(node, &shape::TARGET, reading) else { return Targets::default() };
    let number = |key| fields.take(key).and_then(|node| scalar::decimal(node, reading)).map(|number| number.value);
    let targets = Targets { index: number("index"), level: number("level") };
    fields.close();
    targets
}

/// Reads an instrument that is trusted; nothing without its id and its digest.
fn instrument(node: &RawNode, reading: &Reading) -> Option<TrustedInstrument> {
    let fields = Fields::open(node, &shape::TRUSTED, reading)?;
    let text = |key| fields.take(key).and_then(|node| scalar::said(node, reading)).map(|text| text.value);
    let (id, sha256) = (text("id"), text("sha256"));
    fields.close();
    Some(TrustedInstrument { id: id?, sha256: sha256?.to_ascii_lowercase() })
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::format::reading::Reading;
    use crate::model::decimal::Decimal;
    use crate::model::policy::{ReceiverPolicy, Targets, TrustedInstrument};

    fn found(text: &str) -> (ReceiverPolicy, Vec<String>) {
        let reading = Reading::new("policy.toml");
        let policy = read(text, &reading);
        let told = |finding: crate::diagnostic::finding::Finding| format!("{} {}", finding.rule, finding.message.en);
        (policy, reading.finish().into_iter().map(told).collect())
    }

    #[test]
    fn a_receiver_can_ask_for_rules_targets_and_instruments() {
        let text = "[rules]\nno-evidence = \"error\"\n[target]\nindex = \"2.60\"\nlevel = 3\n\
                    [[instrument]]\nid = \"kota\"\nsha256 = \"AB\"\n";
        let (policy, found) = found(text);
        assert_eq!(found, <[String; 0]>::default());
        assert_eq!(policy.rules.len(), 1);
        assert_eq!(policy.least, Targets { index: Some(Decimal::new(26, 1)), level: Some(3.into()) });
        assert_eq!(policy.instruments, [TrustedInstrument { id: "kota".to_owned(), sha256: "ab".to_owned() }]);
    }

    #[test]
    fn targets_alone_are_a_policy_and_nothing_at_all_is_none() {
        assert!(found("[target]\nlevel = 3\n").1.is_empty());
        assert_eq!(found("").1, ["missing-field `rules` is missing"]);
        assert_eq!(found("[[instrument]]\nid = \"x\"\n").1, ["missing-field `sha256` is missing"]);
        assert_eq!(found("[target]\nlevels = 3\n").1, ["unknown-field `levels` is not known here"]);
    }
}
