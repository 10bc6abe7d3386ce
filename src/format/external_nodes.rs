//! `external-nodes.csv`.

use crate::diagnostic::place::Located;
use crate::format::reading::Reading;
use crate::format::scalar;
use crate::format::table::parse::parse;
use crate::format::table::row::Row;
use crate::format::table::schema::Schema;
use crate::model::benchmark::BenchmarkNode;
use crate::model::published::PublishedValue;
use crate::text::bilingual::Bilingual;

/// The shape of the table.
pub(crate) static SCHEMA: Schema = Schema { columns: &["node", "value", "note"], keys: 1, later: 0, one_line: false };

/// What is expected where a part of the instrument is named.
static NODE: Bilingual =
    Bilingual::fixed("`index`, `domain:2` atau `aspect:3`", "`index`, a domain `domain:2` or an aspect `aspect:3`");

/// Reads `external-nodes.csv`.
pub(crate) fn read(text: &str, reading: &Reading) -> Vec<PublishedValue> {
    let Some(table) = parse(text, &SCHEMA, reading) else { return Vec::new() };
    Row::all(&table, &SCHEMA, reading).filter_map(published).collect()
}

/// Reads a value; nothing without what it is the value of.
fn published(row: Row<'_>) -> Option<PublishedValue> {
    let (node, value) = (node(row), row.level("value"));
    Some(PublishedValue { node: node?, value: value? })
}

/// Reads what a value is of; another spelling is understood and reported.
fn node(row: Row<'_>) -> Option<Located<BenchmarkNode>> {
    let Located { value: text, place } = row.required("node")?;
    let (reading, span) = (row.reading(), place.span.clone().unwrap_or_default());
    let Some(node) = BenchmarkNode::parse(&text) else {
        return scalar::refuse_text(&text, span, reading, &NODE);
    };
    let usual = node.to_string();
    if usual != text {
        scalar::not_canonical(&text, &usual, span, reading);
    }
    Some(Located::new(node, place))
}

#[cfg(test)]
mod tests {
    use super::{SCHEMA, read};
    use crate::format::canonical::{Order, table};
    use crate::format::reading::Reading;

    #[test]
    fn parts_are_read_in_both_languages_and_what_is_none_is_found() {
        let text = "node,value,note\nindex,2.98,\nAspek:3,2.75,\ndomain:2,2.4,x\nindicator:1,3,\naspect:0,1,\n,2,\ndomain:1,x,\n";
        let reading = Reading::new("external-nodes.csv");
        let nodes: Vec<String> =
            read(text, &reading).iter().map(|value| format!("{} {}", value.node.value, value.value.value)).collect();
        assert_eq!(nodes, ["index 2.98", "aspect:3 2.75", "domain:2 2.4"]);
        let rules: Vec<_> = reading.finish().into_iter().map(|finding| finding.rule).collect();
        assert_eq!(rules, ["not-canonical", "bad-value", "bad-value", "missing-field", "bad-value"]);
    }

    #[test]
    fn the_index_comes_first_then_domains_then_aspects() {
        let text = "node;value;note\naspek:10;2,5;\naspect:2;2;\nindeks;2,9795000000;\ndomain:1;3;\n";
        let written = table(text, &SCHEMA, "external-nodes.csv", Order::OfKeys, read).expect("canonical");
        assert_eq!(written, "node,value,note\nindex,2.9795,\ndomain:1,3,\naspect:2,2,\naspect:10,2.5,\n");
    }
}
