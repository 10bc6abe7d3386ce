//! What evaluators differ about, and how far they agree, as JSON, version 1.

use serde::Serialize;

use crate::index::agreement::Standing;
use crate::index::exact::Exact;
use crate::result::concord::{Concord, Share};
use crate::result::report::Report;
use crate::text::json::json_text;

/// How many decimals a statistic has.
const DECIMALS: u32 = 3;

/// Writes the rows on which evaluators differ.
pub(crate) fn disputed(report: &Report<'_>) -> String {
    let rows = report.indicators.iter().filter_map(|line| match &line.standing {
        Standing::Disputed { levels, .. } => {
            let said = |by: &str| {
                let scores = report.workspace.scores.iter();
                let mut own = scores.filter(|score| score.row.value == line.row && score.by.as_str() == by);
                own.next().map(|score| score.explanation.value.as_str()).unwrap_or_default()
            };
            let level = |(by, level): &(String, _)| -> LevelV1<'_> {
                let (member, level) = (by.clone(), format!("{level}"));
                LevelV1 { explanation: said(by), member, level }
            };
            Some(DisputedV1 { indicator: line.row.to_string(), levels: levels.iter().map(level).collect() })
        }
        _ => None,
    });
    json_text(&DisputedRowsV1 { version: 1, disputed: rows.collect() })
}

/// Writes how far the evaluators agree.
pub(crate) fn stats(concord: &Concord) -> String {
    let aspects = concord.aspects.iter().map(|(aspect, share)| AspectV1 {
        aspect: aspect.to_string(),
        rows: share.rows,
        exact: exact(*share),
    });
    let evaluators = concord.evaluators.iter().map(|(member, rows, apart)| EvaluatorV1 {
        member,
        rows: *rows,
        above: apart.shown(DECIMALS),
    });
    json_text(&StatsV1 {
        version: 1,
        alpha: concord.alpha.as_ref().map(|alpha| alpha.shown(DECIMALS)),
        rows: concord.judged.rows,
        exact: exact(concord.judged),
        aspects: aspects.collect(),
        evaluators: evaluators.collect(),
    })
}

/// Writes a share of rows as an exact fraction.
fn exact(share: Share) -> Option<String> {
    share.exact().as_ref().map(Exact::fraction)
}

/// The rows on which evaluators differ.
#[derive(Serialize)]
struct DisputedRowsV1<'a> {
    version: u32,
    disputed: Vec<DisputedV1<'a>>,
}

/// A row on which evaluators differ.
#[derive(Serialize)]
struct DisputedV1<'a> {
    indicator: String,
    levels: Vec<LevelV1<'a>>,
}

/// What an evaluator gave, and why.
#[derive(Serialize)]
struct LevelV1<'a> {
    member: String,
    level: String,
    explanation: &'a str,
}

/// How far the evaluators agree.
#[derive(Serialize)]
struct StatsV1<'a> {
    version: u32,
    alpha: Option<String>,
    rows: u32,
    exact: Option<String>,
    aspects: Vec<AspectV1>,
    evaluators: Vec<EvaluatorV1<'a>>,
}

/// How far they agree within an aspect.
#[derive(Serialize)]
struct AspectV1 {
    aspect: String,
    rows: u32,
    exact: Option<String>,
}

/// How much an evaluator gives above the mean of the others; below it is negative.
#[derive(Serialize)]
struct EvaluatorV1<'a> {
    member: &'a str,
    rows: u32,
    above: String,
}
