//! The rule `published-value`.

use crate::bilingual;
use crate::check::Facts;
use crate::check::repeated::repeated;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::text::bilingual::Bilingual;

/// A value that the ministry published belongs to no part of the instrument, stands twice, or is not on its scale.
pub(crate) static RULE: Rule = Rule {
    id: "published-value",
    severity: Severity::Error,
    stage: Stage::Planning,
    summary: Bilingual::fixed(
        "nilai kementerian yang tidak punya tempat di instrumen",
        "a value of the ministry has no place in the instrument",
    ),
    why: Bilingual::fixed(
        "Laporan menyandingkan nilai ini dengan nilai mandiri; bagian yang tidak ada, yang ditulis dua kali, atau nilai \
         di luar skala tidak dapat disandingkan.",
        "The report puts it beside the agency's own; a part that does not exist, one that stands twice, or a value \
         off the scale can't be put beside anything.",
    ),
    example: Bilingual::fixed(
        "external-nodes.csv:  domain:9,2.40,\ninstrumen hanya punya domain 1 sampai 4",
        "external-nodes.csv:  domain:9,2.40,\nthe instrument has the domains 1 to 4 only",
    ),
    mend: Bilingual::fixed(
        "Tulis `index`, `domain:1` atau `aspect:1` seperti ditunjukkan `spbe instrument show`, masing-masing sekali.",
        "Write `index`, `domain:1` or `aspect:1` as `spbe instrument show` shows them, each once.",
    ),
};

/// Finds values without a place in the instrument.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let workspace = facts.workspace;
    let Some(instrument) = workspace.instrument.as_deref() else { return };
    let (lowest, highest) = (instrument.scale.lowest, instrument.scale.highest);
    for published in &workspace.published {
        let (node, value) = (published.node.value, published.value.value);
        let known = node.is_of(instrument);
        if !known {
            let message = bilingual!("instrumen tidak punya `{node}`", "the instrument has no `{node}`");
            let help = bilingual!("lihat `spbe instrument show`", "see `spbe instrument show`");
            findings.push(Finding::at(RULE.id, published.node.place.clone(), message).help(help));
        }
        if value < lowest || highest < value {
            let message = bilingual!(
                "nilai `{value:#}` tidak dapat dicapai dengan skala ini",
                "the value `{value}` can't be reached on this scale"
            );
            let help = bilingual!(
                "nilai berada di antara `{lowest:#}` dan `{highest:#}`",
                "a value lies between `{lowest}` and `{highest}`"
            );
            findings.push(Finding::at(RULE.id, published.value.place.clone(), message).help(help));
        }
    }
    for again in repeated(workspace.published.iter().map(|one| (one.node.value, &one.node.place))) {
        let node = again.key;
        let message = bilingual!("`{node}` ditulis dua kali", "`{node}` stands twice");
        findings.push(again.finding(RULE.id, message));
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::{Case, at, number, sound};
    use crate::model::benchmark::BenchmarkNode;
    use crate::model::published::PublishedValue;

    fn publish(case: &mut Case, line: usize, node: BenchmarkNode, value: &str) {
        let file = "external-nodes.csv";
        case.workspace
            .published
            .push(PublishedValue { node: at(file, line, node), value: at(file, line, number(value)) });
    }

    #[test]
    fn a_part_that_does_not_exist_or_stands_twice_and_a_value_off_the_scale_are_found() {
        let mut case = sound();
        publish(&mut case, 2, BenchmarkNode::Domain(9), "2");
        publish(&mut case, 3, BenchmarkNode::Index, "3.01");
        publish(&mut case, 4, BenchmarkNode::Index, "2");
        assert_eq!(
            case.says(check),
            [
                "external-nodes.csv:2 the instrument has no `domain:9`",
                "external-nodes.csv:3 the value `3.01` can't be reached on this scale",
                "external-nodes.csv:4 `index` stands twice"
            ]
        );
    }

    #[test]
    fn values_of_the_instrument_s_parts_are_silent() {
        let mut case = sound();
        publish(&mut case, 2, BenchmarkNode::Index, "2.5");
        publish(&mut case, 3, BenchmarkNode::Aspect(1), "0");
        assert!(case.says(check).is_empty());
    }
}
