//! Last cycle beside this one: what of an earlier result compares, and where it is found again.

use std::collections::BTreeMap;

use crate::index::exact::Exact;
use crate::model::decimal::Decimal;
use crate::model::instrument::{Instrument, MappedIndicator};
use crate::model::row::RowId;
use crate::result::previous::Previous;
use crate::result::report::{Line, Node, Report};

impl Report<'_> {
    /// Puts last cycle's result beside this one.
    pub(crate) fn beside(mut self, earlier: &Report<'_>) -> Self {
        self.previous = Some(Previous::of(earlier, self.instrument));
        self
    }
}

impl Previous {
    /// Takes what compares from an earlier result; another instrument's indicators follow the mapping of this one.
    fn of(earlier: &Report<'_>, instrument: &Instrument) -> Self {
        let same = earlier.instrument.id == instrument.id;
        let theirs = earlier.external.as_ref().filter(|external| external.outcome.index().is_some());
        let published = theirs.is_some();
        let value = |node: &Node<'_>| {
            let value = if published { &node.external } else { &node.value };
            Some((node.benchmark, value.clone()?))
        };
        Self {
            year: earlier.year,
            published,
            outcome: theirs.map_or(&earlier.outcome, |external| &external.outcome).clone(),
            other_instrument: (!same).then(|| earlier.instrument.title.clone()),
            nodes: if same { earlier.nodes().into_iter().filter_map(value).collect() } else { BTreeMap::new() },
            levels: if same { levels(earlier, published) } else { mapped(earlier, instrument, published) },
        }
    }

    /// Returns the value that a domain or an aspect had.
    pub(crate) fn value(&self, node: &Node<'_>) -> Option<&Exact> {
        self.nodes.get(&node.benchmark)
    }

    /// Returns the level that a row had.
    pub(crate) fn level(&self, line: &Line<'_>) -> Option<Decimal> {
        self.levels.get(&line.row).copied()
    }
}

/// Returns the levels of an earlier result, without open rows.
fn levels(earlier: &Report<'_>, published: bool) -> BTreeMap<RowId, Decimal> {
    earlier.indicators.iter().filter_map(|line| Some((line.row, level(line, published)?))).collect()
}

/// Returns the level of a row in the result that is compared with: the ministry's, or the agency's own.
fn level(line: &Line<'_>, published: bool) -> Option<Decimal> {
    if published { line.external } else { line.level }
}

/// Follows the mapping to the older instrument; an indicator that was assessed for several services maps to none.
fn mapped(earlier: &Report<'_>, instrument: &Instrument, published: bool) -> BTreeMap<RowId, Decimal> {
    let Some(mapping) = instrument.maps_from.as_ref().filter(|mapping| mapping.instrument == earlier.instrument.id)
    else {
        return BTreeMap::new();
    };
    let level_of = |indicator: u32| {
        let mut lines = earlier.indicators.iter().filter(|line| line.row.indicator == indicator);
        let line = lines.next()?;
        lines.next().is_none().then_some(level(line, published))?
    };
    let pair = |pair: &MappedIndicator| Some((RowId::whole(pair.id), level_of(pair.from)?));
    mapping.indicators.iter().filter_map(pair).collect()
}

#[cfg(test)]
mod tests {
    use crate::format::external_scores;
    use crate::format::reading::Reading;
    use crate::model::row::RowId;
    use crate::result::previous::Previous;
    use crate::result::report::Report;
    use crate::result::testing::{bandar_lampung, benchmarks, denpasar};

    #[test]
    fn the_same_instrument_compares_row_by_row_and_node_by_node() {
        let workspace = denpasar();
        let report = Report::of(&workspace, &benchmarks()).expect("a report");
        let previous = Previous::of(&report, report.instrument);
        assert!(previous.other_instrument.is_none());
        assert!(report.indicators.iter().all(|line| previous.level(line) == line.level));
        assert!(report.nodes().iter().all(|node| previous.value(node) == node.value.as_ref()));
    }

    #[test]
    fn where_the_ministry_s_result_is_whole_it_is_what_this_year_is_compared_with() {
        let mut workspace = denpasar();
        let rows: Vec<RowId> = workspace.rows().into_iter().collect();
        let of_ministry = |rows: &[RowId]| {
            let lines: String = rows.iter().map(|row| format!("{row},document,2,\n")).collect();
            external_scores::read(&format!("indicator,stage,level,note\n{lines}"), &Reading::new("external.csv"))
        };
        workspace.external = of_ministry(&rows[1..]);
        let report = Report::of(&workspace, &[]).expect("a report");
        assert!(!Previous::of(&report, report.instrument).published, "a part of it is no result");
        workspace.external = of_ministry(&rows);
        let report = Report::of(&workspace, &[]).expect("a report");
        let previous = Previous::of(&report, report.instrument);
        assert!(previous.published && previous.outcome.index() == Some(&2.into()));
        assert!(report.indicators.iter().all(|line| previous.level(line) == Some(2.into())));
    }

    #[test]
    fn another_instrument_compares_only_what_its_mapping_names() {
        let (earlier, now) = (denpasar(), bandar_lampung());
        let earlier = Report::of(&earlier, &benchmarks()).expect("a report");
        let now = Report::of(&now, &benchmarks()).expect("a report");
        let previous = Previous::of(&earlier, now.instrument);
        assert!(previous.other_instrument.is_some());
        assert!(now.nodes().iter().all(|node| previous.value(node).is_none()));
        let level = |indicator: u32| {
            let line = now.indicators.iter().find(|line| line.row.indicator == indicator).expect("a row");
            previous.level(line).map(|level| level.to_string())
        };
        // 32 <- 27, where Denpasar had 4; 45 <- 35, which three services were assessed for; 3 maps to nothing.
        assert_eq!((level(32).as_deref(), level(45), level(3)), (Some("4"), None, None));
    }
}
