//! What evaluators differ about, and how far they agree, as JSON, version 1, and as CSV.

use serde::Serialize;

use crate::data::csv::{harmless, written};
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

/// Writes the rows on which evaluators differ as CSV: a record for each who scored such a row.
pub(crate) fn disputed_csv(report: &Report<'_>) -> String {
    let head = ["indicator", "member", "level", "explanation"].map(str::to_owned);
    let lines = report.indicators.iter().filter(|line| matches!(line.standing, Standing::Disputed { .. }));
    let records = lines.flat_map(|line| {
        let own = report.workspace.scores.iter().filter(|score| score.row.value == line.row);
        own.map(|score| {
            let level = score.level.value.to_string();
            let explanation = harmless(score.explanation.value.trim());
            [line.row.to_string(), harmless(score.by.as_str()), level, explanation]
        })
    });
    written(std::iter::once(head).chain(records))
}

/// Writes how far the evaluators agree as CSV: all rows, each aspect, each evaluator.
pub(crate) fn stats_csv(concord: &Concord) -> String {
    let head = ["about", "id", "rows", "exact", "alpha", "above"].map(str::to_owned);
    let share = |share: Share| exact(share).unwrap_or_default();
    let alpha = concord.alpha.as_ref().map(|alpha| alpha.shown(DECIMALS)).unwrap_or_default();
    let none = String::new;
    let all = ["all".to_owned(), none(), concord.judged.rows.to_string(), share(concord.judged), alpha, none()];
    let aspects = concord
        .aspects
        .iter()
        .map(|(aspect, of)| ["aspect".to_owned(), aspect.to_string(), of.rows.to_string(), share(*of), none(), none()]);
    let evaluators = concord.evaluators.iter().map(|(member, rows, apart)| {
        ["evaluator".to_owned(), harmless(member), rows.to_string(), none(), none(), apart.shown(DECIMALS)]
    });
    written([head, all].into_iter().chain(aspects).chain(evaluators))
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
