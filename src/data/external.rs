//! The agency's levels beside the ministry's as CSV and as JSON, version 1.

use serde::Serialize;

use crate::data::csv::{harmless, written};
use crate::data::report::rating::{IndexV1, index_of};
use crate::index::exact::Exact;
use crate::result::external::{Apart, Judged, apart, with_sign};
use crate::result::report::{Node, Report};
use crate::text::json::json_text;
use crate::text::word::Vocabulary;

/// Writes every row as CSV; what one side has not said is empty.
pub(crate) fn csv(report: &Report<'_>) -> String {
    let head = ["indicator", "level", "external", "stage", "difference", "note"].map(str::to_owned);
    let records = Judged::all(report).into_iter().map(|judged| {
        let RowV1 { indicator, level, external, stage, difference, note } = RowV1::of(&judged);
        let text = |value: Option<String>| value.unwrap_or_default();
        [indicator, text(level), text(external), stage.unwrap_or_default().to_owned(), text(difference), harmless(note)]
    });
    written(std::iter::once(head).chain(records.collect::<Vec<_>>()))
}

/// Writes the index, the parts of the instrument and every row as JSON, version 1.
pub(crate) fn json(report: &Report<'_>) -> String {
    let decimals = report.instrument.decimals;
    let theirs = report.external.as_ref().map(|external| &external.outcome);
    let index = [Some(&report.outcome), theirs].map(|outcome| outcome.and_then(|outcome| outcome.index().cloned()));
    let [own, others] = index;
    json_text(&ExternalListV1 {
        version: 1,
        index: BothV1 {
            own: index_of(&report.outcome, decimals),
            external: theirs.and_then(|outcome| index_of(outcome, decimals)),
            difference: apart(own, others).map(difference),
        },
        domains: report.domains.iter().map(|node| NodeV1::of(node, decimals)).collect(),
        aspects: report.aspects.iter().map(|node| NodeV1::of(node, decimals)).collect(),
        rows: Judged::all(report).iter().map(RowV1::of).collect(),
    })
}

/// Writes a difference, from the ministry's value to the agency's own, exactly: `1`, `-1/3`.
fn difference((side, distance): Apart) -> String {
    with_sign(side, &distance.in_digits()).trim_start_matches('+').to_owned()
}

/// The whole document.
#[derive(Serialize)]
struct ExternalListV1<'a> {
    version: u32,
    index: BothV1,
    domains: Vec<NodeV1>,
    aspects: Vec<NodeV1>,
    rows: Vec<RowV1<'a>>,
}

/// The index of both sides; one that is not known yet is null.
#[derive(Serialize)]
struct BothV1 {
    #[serde(rename = "self")]
    own: Option<IndexV1>,
    external: Option<IndexV1>,
    difference: Option<String>,
}

/// A domain or an aspect as both sides have it, each as it is shown.
#[derive(Serialize)]
struct NodeV1 {
    id: String,
    #[serde(rename = "self")]
    own: Option<String>,
    external: Option<String>,
    difference: Option<String>,
}

impl NodeV1 {
    /// Takes a domain or an aspect.
    fn of(node: &Node<'_>, decimals: u32) -> Self {
        let shown = |value: &Option<Exact>| value.as_ref().map(|value| value.shown(decimals));
        Self {
            id: node.id.to_string(),
            own: shown(&node.value),
            external: shown(&node.external),
            difference: apart(node.value.clone(), node.external.clone()).map(difference),
        }
    }
}

/// A row; what one side has not said is null.
#[derive(Serialize)]
struct RowV1<'a> {
    indicator: String,
    level: Option<String>,
    external: Option<String>,
    stage: Option<&'static str>,
    difference: Option<String>,
    note: &'a str,
}

impl<'a> RowV1<'a> {
    /// Takes a row with both levels.
    fn of(judged: &Judged<'a>) -> Self {
        Self {
            indicator: judged.line.row.to_string(),
            level: judged.line.level.map(|level| level.to_string()),
            external: judged.line.external.map(|level| level.to_string()),
            stage: judged.stage.map(|stage| stage.code()),
            difference: judged.apart().map(difference),
            note: judged.note,
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::result::report::Report;
    use crate::result::testing::{assessed, denpasar};

    #[test]
    fn every_row_has_both_levels_and_their_difference() {
        let mut workspace = denpasar();
        assessed(&mut workspace, "1,visit,3,\"=1+1\"\n4,result,2,\n");
        let report = Report::of(&workspace, &[]).expect("a report");
        let text = super::csv(&report);
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[..2], ["indicator,level,external,stage,difference,note", "1,1,3,visit,-2,'=1+1"]);
        assert_eq!((lines[2], lines[4], lines.len()), ("2,1,,,,", "4,3,2,result,1,", 38));
        let value: Value = serde_json::from_str(&super::json(&report)).expect("JSON");
        assert_eq!(value["rows"][3]["difference"], "1");
        assert_eq!(value["rows"][1]["external"], Value::Null);
        assert_eq!(value["index"]["external"], Value::Null);
        assert_eq!(value["index"]["self"]["shown"], json!("2.64"));
    }
}
