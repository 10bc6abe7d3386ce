//! JSON, version 1: a published format with structs of its own.

mod beside;
pub(crate) mod rating;

use serde::Serialize;

use crate::data::report::beside::BesideV1;
use crate::data::report::rating::{IndexV1, RangeV1, index_of, range_of};
use crate::index::exact::Exact;
use crate::result::label::StandingWord;
use crate::result::report::{Line, Node, Report};
use crate::text::json::json_text;
use crate::text::language::Language;
use crate::text::word::Vocabulary;

/// The version of the format.
const VERSION: u32 = 1;

/// Renders the result; names are in the language of the report, numbers always have a decimal point.
pub(crate) fn render(report: &Report<'_>, language: Language) -> String {
    let decimals = report.instrument.decimals;
    let document = ReportV1 {
        version: VERSION,
        agency: &report.agency.name,
        year: report.year,
        instrument: &report.instrument.id,
        index: index_of(&report.outcome, decimals),
        range: range_of(&report.outcome, decimals),
        domains: report.domains.iter().map(|domain| DomainV1::of(domain, language, decimals)).collect(),
        aspects: report.aspects.iter().map(|aspect| AspectV1::of(aspect, language, decimals)).collect(),
        indicators: report.indicators.iter().map(|line| IndicatorV1::of(report, line, language)).collect(),
        external: report.external.as_ref().and_then(|external| index_of(&external.outcome, decimals)),
        beside: BesideV1::of(report),
    };
    json_text(&document)
}

/// The whole document; of the index and its range, one is always null.
#[derive(Serialize)]
struct ReportV1<'a> {
    version: u32,
    agency: &'a str,
    year: u32,
    instrument: &'a str,
    index: Option<IndexV1>,
    range: Option<RangeV1>,
    domains: Vec<DomainV1<'a>>,
    aspects: Vec<AspectV1<'a>>,
    indicators: Vec<IndicatorV1>,
    external: Option<IndexV1>,
    #[serde(flatten)]
    beside: BesideV1<'a>,
}

/// A domain; its value is null while a row below is open.
#[derive(Serialize)]
struct DomainV1<'a> {
    id: String,
    name: &'a str,
    weight: String,
    exact: Option<String>,
    shown: Option<String>,
}

/// An aspect; its domain is null where the instrument has none, its value while a row below is open.
#[derive(Serialize)]
struct AspectV1<'a> {
    id: String,
    domain: Option<String>,
    name: &'a str,
    weight: String,
    exact: Option<String>,
    shown: Option<String>,
}

/// A scored row; its level is null while it is open.
#[derive(Serialize)]
struct IndicatorV1 {
    id: String,
    aspect: String,
    level: Option<String>,
    name: String,
    weight: String,
    standing: &'static str,
    target: Option<String>,
    external: Option<String>,
    evidence: usize,
}

impl<'a> DomainV1<'a> {
    /// Takes a domain with its value before rounding and as it is shown.
    fn of(node: &Node<'a>, language: Language, decimals: u32) -> Self {
        Self {
            id: node.id.to_string(),
            name: node.name.get(language),
            weight: node.weight.in_digits(),
            exact: node.value.as_ref().map(Exact::fraction),
            shown: node.value.as_ref().map(|value| value.shown(decimals)),
        }
    }
}

impl<'a> AspectV1<'a> {
    /// Takes an aspect, which has all that a domain has and the domain itself.
    fn of(node: &Node<'a>, language: Language, decimals: u32) -> Self {
        let DomainV1 { id, name, weight, exact, shown } = DomainV1::of(node, language, decimals);
        Self { id, domain: node.domain.map(|domain| domain.to_string()), name, weight, exact, shown }
    }
}

impl IndicatorV1 {
    /// Takes a row; its target is that of the agency for every indicator.
    fn of(report: &Report<'_>, line: &Line<'_>, language: Language) -> Self {
        Self {
            id: line.row.to_string(),
            aspect: line.indicator.aspect.to_string(),
            level: line.level.map(|level| level.to_string()),
            name: line.name(language),
            weight: line.weight.in_digits(),
            standing: StandingWord::from(&line.standing).code(),
            target: report.target_level.map(|target| target.to_string()),
            external: line.external.map(|level| level.to_string()),
            evidence: line.evidence,
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::render;
    use crate::result::report::Report;
    use crate::result::testing::{bandar_lampung, denpasar, in_progress};
    use crate::text::language::Language;

    fn parsed(workspace: &crate::model::workspace::Workspace, language: Language) -> (String, Value) {
        let text = render(&Report::of(workspace, &[]).expect("a report"), language);
        let value = serde_json::from_str(&text).expect("JSON");
        (text, value)
    }

    #[test]
    fn a_whole_evaluation_has_an_index_in_the_published_shape() {
        let (text, value) = parsed(&denpasar(), Language::English);
        assert_eq!(value["index"], json!({"exact": "66/25", "shown": "2.64", "predicate": "Baik"}));
        assert_eq!((&value["range"], &value["external"]), (&Value::Null, &Value::Null));
        let domain =
            json!({"id": "1", "name": "Internal SPBE policy", "weight": "17", "exact": "35/17", "shown": "2.06"});
        assert_eq!(value["domains"][0], domain);
        assert_eq!(value["indicators"][34]["weight"], "10/3");
        assert!(
            text.starts_with("{\n  \"version\": 1,\n  \"agency\": \"Pemerintah Kota Denpasar\",\n  \"year\": 2018,")
        );
        assert!(text.ends_with("}\n"));
    }

    #[test]
    fn fields_keep_their_order() {
        let (text, _) = parsed(&denpasar(), Language::Indonesian);
        let keys = [
            "version",
            "agency",
            "year",
            "instrument",
            "index",
            "range",
            "domains",
            "aspects",
            "indicators",
            "external",
            "target_index",
            "target_level",
            "previous",
            "averages",
            "recommendations",
            "findings",
        ];
        let places: Vec<usize> =
            keys.iter().map(|key| text.find(&format!("\n  \"{key}\"")).expect("a key of the document")).collect();
        assert!(places.is_sorted(), "{places:?}");
    }

    #[test]
    fn an_open_row_leaves_its_nodes_and_the_index_null() {
        let (_, value) = parsed(&in_progress(), Language::English);
        assert_eq!(value["index"], Value::Null);
        assert_eq!(value["range"]["lowest"]["predicate"], "Cukup");
        assert_eq!((&value["domains"][0]["exact"], &value["domains"][0]["shown"]), (&Value::Null, &Value::Null));
        assert_eq!(value["domains"][2]["shown"], "2.91");
        let standings: Vec<&Value> = (0..5).map(|row| &value["indicators"][row]["standing"]).collect();
        assert_eq!(standings, ["agreed", "disputed", "missing", "missing", "final"]);
        assert_eq!(value["indicators"][0]["evidence"], 1);
    }

    #[test]
    fn the_ministrys_result_stands_beside_only_when_it_is_whole() {
        let mut workspace = bandar_lampung();
        let (_, value) = parsed(&workspace, Language::English);
        assert_eq!(value["external"]["predicate"], "Cukup");
        assert_eq!(value["indicators"][0]["external"], "2");
        workspace.external.pop();
        let (_, value) = parsed(&workspace, Language::English);
        assert_eq!(value["external"], Value::Null);
    }

    #[test]
    fn last_cycle_and_targets_stand_beside() {
        let workspace = denpasar();
        let report = Report::of(&workspace, &[]).expect("a report");
        let report = report.clone().beside(&report);
        let value: Value = serde_json::from_str(&render(&report, Language::English)).expect("JSON");
        assert_eq!((&value["target_index"], &value["target_level"]), (&json!("2.6"), &json!("3")));
        assert_eq!(value["previous"]["index"]["exact"], "66/25");
        assert_eq!(value["previous"]["domains"][0], json!({"id": "1", "exact": "35/17", "shown": "2.06"}));
        assert_eq!(value["previous"]["indicators"][3], json!({"id": "4", "level": "3"}));
        assert_eq!(value["averages"]["national"], Value::Null);
    }

    #[test]
    fn no_name_can_act_on_a_terminal_and_every_name_survives() {
        let mut workspace = denpasar();
        let name = "Kota \u{1b}[31m\u{9b}\u{202e}".to_owned();
        workspace.manifest.as_mut().expect("a manifest").agency.name = name.clone();
        let (text, value) = parsed(&workspace, Language::English);
        assert!(!text.contains(['\u{1b}', '\u{9b}', '\u{202e}']));
        assert_eq!(value["agency"], Value::String(name));
    }
}
