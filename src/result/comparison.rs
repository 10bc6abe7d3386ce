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
        let value = |node: &Node<'_>| Some((node.benchmark, node.value.clone()?));
        Self {
            year: earlier.year,
            outcome: earlier.outcome.clone(),
            other_instrument: (!same).then(|| earlier.instrument.title.clone()),
            nodes: if same { earlier.nodes().into_iter().filter_map(value).collect() } else { BTreeMap::new() },
            levels: if same { levels(earlier) } else { mapped(earlier, instrument) },
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
fn levels(earlier: &Report<'_>) -> BTreeMap<RowId, Decimal> {
    earlier.indicators.iter().filter_map(|line| Some((line.row, line.level?))).collect()
}

/// Follows the mapping to the older instrument; an indicator that was assessed for several services maps to none.
fn mapped(earlier: &Report<'_>, instrument: &Instrument) -> BTreeMap<RowId, Decimal> {
    let Some(mapping) = instrument.maps_from.as_ref().filter(|mapping| mapping.instrument == earlier.instrument.id)
    else {
        return BTreeMap::new();
    };
    let level = |indicator: u32| {
        let mut lines = earlier.indicators.iter().filter(|line| line.row.indicator == indicator);
        let line = lines.next()?;
        lines.next().is_none().then_some(line.level)?
    };
    let pair = |pair: &MappedIndicator| Some((RowId::whole(pair.id), level(pair.from)?));
    mapping.indicators.iter().filter_map(pair).collect()
}

#[cfg(test)]
mod tests {
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
