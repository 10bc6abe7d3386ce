//! What stands beside the result: targets, last cycle, averages, recommendations, strengths and weaknesses.

use serde::Serialize;

use crate::data::recommendations::RecommendationV1;
use crate::data::report::rating::{IndexV1, index_of};
use crate::model::aspect_findings::AspectFindings;
use crate::model::benchmark::BenchmarkNode;
use crate::model::decimal::Decimal;
use crate::result::averages::Average;
use crate::result::recommendations::entries;
use crate::result::report::{Node, Report};

/// Whatever stands beside the result; its fields are fields of the document itself.
#[derive(Serialize)]
pub(super) struct BesideV1<'a> {
    target_index: Option<String>,
    target_level: Option<String>,
    previous: Option<PreviousV1>,
    averages: AveragesV1,
    recommendations: Vec<RecommendationV1<'a>>,
    findings: Vec<FindingsV1<'a>>,
}

/// Last cycle's result; under another instrument there are no domains and aspects to compare.
#[derive(Serialize)]
struct PreviousV1 {
    year: u32,
    same_instrument: bool,
    published: bool,
    index: Option<IndexV1>,
    domains: Vec<ValueV1>,
    aspects: Vec<ValueV1>,
    indicators: Vec<LevelV1>,
}

/// The value that a domain or an aspect had last cycle.
#[derive(Serialize)]
struct ValueV1 {
    id: String,
    exact: String,
    shown: String,
}

/// The level that a row had last cycle, under the id that the row has now.
#[derive(Serialize)]
struct LevelV1 {
    id: String,
    level: String,
}

/// The published averages of the agency's own kind and of all agencies; null where none was published.
#[derive(Serialize)]
struct AveragesV1 {
    kind: Option<AverageV1>,
    national: Option<AverageV1>,
}

/// The averages of one group of agencies in one year; a part without a published average is left out.
#[derive(Serialize)]
struct AverageV1 {
    year: u32,
    index: Option<String>,
    domains: Vec<AverageOfV1>,
    aspects: Vec<AverageOfV1>,
}

/// The published average of one domain or aspect.
#[derive(Serialize)]
struct AverageOfV1 {
    id: String,
    value: String,
}

/// The strengths and weaknesses of one aspect.
#[derive(Serialize)]
struct FindingsV1<'a> {
    aspect: String,
    strengths: &'a [String],
    weaknesses: &'a [String],
}

impl<'a> BesideV1<'a> {
    /// Takes all that stands beside a report, in the published shape.
    pub(super) fn of(report: &'a Report<'a>) -> Self {
        let plain = |value: Option<Decimal>| value.map(|value| value.to_string());
        Self {
            target_index: plain(report.target_index),
            target_level: plain(report.target_level),
            previous: PreviousV1::of(report),
            averages: AveragesV1 {
                kind: report.averages.kind.as_ref().map(|average| AverageV1::of(average, report)),
                national: report.averages.national.as_ref().map(|average| AverageV1::of(average, report)),
            },
            recommendations: entries(report.workspace).iter().map(RecommendationV1::of).collect(),
            findings: findings(report),
        }
    }
}

impl PreviousV1 {
    /// Takes last cycle's result, if there is one; nodes and rows that it does not know are left out.
    fn of(report: &Report<'_>) -> Option<Self> {
        let previous = report.previous.as_ref()?;
        let decimals = report.instrument.decimals;
        let value = |node: &Node<'_>| {
            let value = previous.value(node)?;
            Some(ValueV1 { id: node.id.to_string(), exact: value.fraction(), shown: value.shown(decimals) })
        };
        let levels = report
            .indicators
            .iter()
            .filter_map(|line| Some(LevelV1 { id: line.row.to_string(), level: previous.level(line)?.to_string() }));
        Some(Self {
            year: previous.year,
            same_instrument: previous.other_instrument.is_none(),
            published: previous.published,
            index: index_of(&previous.outcome, decimals),
            domains: report.domains.iter().filter_map(value).collect(),
            aspects: report.aspects.iter().filter_map(value).collect(),
            indicators: levels.collect(),
        })
    }
}

impl AverageV1 {
    /// Takes an average, with the parts that the report has.
    fn of(average: &Average, report: &Report<'_>) -> Self {
        let of = |node: &Node<'_>| {
            Some(AverageOfV1 { id: node.id.to_string(), value: average.of(node.benchmark)?.to_string() })
        };
        Self {
            year: average.year,
            index: average.of(BenchmarkNode::Index).map(|value| value.to_string()),
            domains: report.domains.iter().filter_map(of).collect(),
            aspects: report.aspects.iter().filter_map(of).collect(),
        }
    }
}

/// Takes strengths and weaknesses as they stand in their file.
fn findings<'a>(report: &'a Report<'_>) -> Vec<FindingsV1<'a>> {
    let found = |found: &'a AspectFindings| FindingsV1 {
        aspect: found.aspect.value.to_string(),
        strengths: &found.strengths,
        weaknesses: &found.weaknesses,
    };
    report.workspace.aspect_findings.iter().map(found).collect()
}
