//! How far the evaluators agree before anything is settled: in all, by aspect, and who gives more or less than others.

use std::collections::{BTreeMap, BTreeSet};

use crate::index::concord::{Metric, Signed, alpha};
use crate::index::exact::Exact;
use crate::model::decimal::Decimal;
use crate::model::row::RowId;
use crate::result::report::Report;

/// How far the evaluators agree.
#[derive(Clone, Debug)]
pub(crate) struct Concord {
    /// Krippendorff's alpha; none while too little is judged twice.
    pub(crate) alpha: Option<Signed>,
    /// The rows that more than one evaluator judged.
    pub(crate) judged: Share,
    /// The same by aspect, for those with any such row.
    pub(crate) aspects: Vec<(u32, Share)>,
    /// Each evaluator by id, with the rows shared with others, and how much above or below the others' mean on average.
    pub(crate) evaluators: Vec<(String, u32, Signed)>,
}

/// How many rows were judged by several, and on how many of them all gave one level.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Share {
    /// How many were judged by several.
    pub(crate) rows: u32,
    /// On how many all gave one level.
    pub(crate) alike: u32,
}

impl Share {
    /// Returns the share of rows on which all gave one level; none where no row is judged by several.
    pub(crate) fn exact(self) -> Option<Exact> {
        Exact::from(self.alike).divided_by(&Exact::from(self.rows))
    }

    /// Counts a row.
    fn count(&mut self, levels: &[(&str, Decimal)]) {
        self.rows += 1;
        self.alike += u32::from(levels.iter().all(|(_, level)| *level == levels[0].1));
    }
}

/// Finds how far the evaluators of a report agree.
pub(crate) fn concord(report: &Report<'_>) -> Concord {
    let mut given: BTreeMap<RowId, Vec<(&str, Decimal)>> = BTreeMap::new();
    let known: BTreeSet<RowId> = report.indicators.iter().map(|line| line.row).collect();
    for score in &report.workspace.scores {
        if known.contains(&score.row.value) {
            given.entry(score.row.value).or_default().push((score.by.as_str(), score.level.value));
        }
    }
    given.retain(|_, levels| levels.len() > 1);
    let units: Vec<Vec<Decimal>> =
        given.values().map(|levels| levels.iter().map(|(_, level)| *level).collect()).collect();
    let whole = report.instrument.scale.step == 1.into();
    let mut judged = Share::default();
    let mut by_aspect: BTreeMap<u32, Share> = BTreeMap::new();
    let mut apart: BTreeMap<&str, Vec<(Exact, Exact)>> = BTreeMap::new();
    for (row, levels) in &given {
        judged.count(levels);
        if let Some(indicator) = report.instrument.indicator(row.indicator) {
            by_aspect.entry(indicator.aspect).or_default().count(levels);
        }
        for (at, (by, level)) in levels.iter().enumerate() {
            let others =
                levels.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, (_, level))| Exact::from(*level));
            let count = Exact::from(u32::try_from(levels.len() - 1).unwrap_or(u32::MAX));
            if let Some(mean) = others.sum::<Exact>().divided_by(&count) {
                apart.entry(by).or_default().push((Exact::from(*level), mean));
            }
        }
    }
    let evaluator = |(by, pairs): (&str, Vec<(Exact, Exact)>)| {
        let rows = u32::try_from(pairs.len()).unwrap_or(u32::MAX);
        let own: Exact = pairs.iter().map(|(own, _)| own.clone()).sum();
        let others: Exact = pairs.into_iter().map(|(_, others)| others).sum();
        let Signed { negative, size } = Signed::difference(&own, &others);
        let size = size.divided_by(&Exact::from(rows)).unwrap_or_else(Exact::zero);
        (by.to_owned(), rows, Signed { negative, size })
    };
    Concord {
        alpha: alpha(&units, if whole { Metric::Ordinal } else { Metric::Interval }),
        judged,
        aspects: by_aspect.into_iter().collect(),
        evaluators: apart.into_iter().map(evaluator).collect(),
    }
}
