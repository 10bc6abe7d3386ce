//! The published averages that stand beside a result: those of its own kind of agency, and the national ones.

use std::collections::BTreeMap;

use crate::model::benchmark::{Benchmark, BenchmarkNode, Group};
use crate::model::decimal::Decimal;
use crate::model::manifest::AgencyKind;
use crate::text::bilingual::Bilingual;

/// The averages beside one evaluation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Averages {
    /// Of the agency's own kind.
    pub(crate) kind: Option<Average>,
    /// Of all agencies.
    pub(crate) national: Option<Average>,
}

/// The averages of one group of agencies in one year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Average {
    /// The year.
    pub(crate) year: u32,
    /// The averages that were published.
    pub(crate) values: BTreeMap<BenchmarkNode, Decimal>,
    /// Where they were published.
    pub(crate) source: Bilingual,
}

impl Average {
    /// Returns the average of a node, where it was published.
    pub(crate) fn of(&self, node: BenchmarkNode) -> Option<Decimal> {
        self.values.get(&node).copied()
    }
}

/// Selects the averages of an evaluation: of the same instrument, in its year or the latest before.
pub(crate) fn select(benchmarks: &[Benchmark], instrument: &str, kind: AgencyKind, year: u32) -> Averages {
    let group = |group| select_group(benchmarks, instrument, group, year);
    Averages { kind: group(Group::Kind(kind)), national: group(Group::National) }
}

/// Takes the averages of a group from its latest year up to this one; none where nothing was published by then.
fn select_group(benchmarks: &[Benchmark], instrument: &str, group: Group, year: u32) -> Option<Average> {
    let fits = |known: &&Benchmark| known.instrument == instrument && known.group == group && known.year <= year;
    let latest = benchmarks.iter().filter(fits).map(|known| known.year).max()?;
    let chosen = || benchmarks.iter().filter(fits).filter(|known| known.year == latest);
    let source = chosen().next()?.source.clone();
    Some(Average { year: latest, values: chosen().map(|known| (known.node, known.value)).collect(), source })
}

#[cfg(test)]
mod tests {
    use super::select;
    use crate::model::benchmark::BenchmarkNode;
    use crate::model::manifest::AgencyKind;
    use crate::result::testing::benchmarks;

    fn index(instrument: &str, kind: AgencyKind, year: u32) -> Option<(u32, String)> {
        let average = select(&benchmarks(), instrument, kind, year).kind?;
        Some((average.year, average.of(BenchmarkNode::Index)?.to_string()))
    }

    #[test]
    fn the_same_year_comes_first_and_then_the_latest_before() {
        assert_eq!(index("spbe-2020", AgencyKind::City, 2024).map(|(year, _)| year), Some(2024));
        assert_eq!(index("spbe-2020", AgencyKind::City, 2025).map(|(year, _)| year), Some(2024));
        assert_eq!(index("spbe-2020", AgencyKind::City, 2020), None);
        assert_eq!(index("spbe-2018", AgencyKind::City, 2024), None);
    }

    #[test]
    fn another_kind_has_another_average() {
        let city = index("spbe-2020", AgencyKind::City, 2023);
        assert!(city.is_some() && city != index("spbe-2020", AgencyKind::Ministry, 2023));
        assert!(select(&benchmarks(), "spbe-2020", AgencyKind::City, 2023).national.is_some());
    }
}
