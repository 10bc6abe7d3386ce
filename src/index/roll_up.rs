//! The sum from levels to aspects, domains and the index; nothing is rounded on the way.
//!
//! A node is its parts times their weights, summed, over its own weight. Wherever something below is open, the node
//! is open too, unless a level is assumed for all that is open.

use std::collections::BTreeMap;

use crate::index::exact::Exact;
use crate::index::weights::{weight_of_aspect, weight_of_domain, weights_of_rows};
use crate::model::decimal::Decimal;
use crate::model::instrument::{Aspect, Domain, Instrument};
use crate::model::row::RowId;

/// The level of every row of an evaluation; absent where it is open.
pub(crate) type Levels = BTreeMap<RowId, Option<Decimal>>;

/// The weights of the rows, and the values of all nodes as far as they are known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sums {
    /// The weight of each row, in per cent of the index.
    pub(crate) weights: BTreeMap<RowId, Exact>,
    /// The aspects by number.
    pub(crate) aspects: BTreeMap<u32, Option<Exact>>,
    /// The domains by number; empty where the instrument has none.
    pub(crate) domains: BTreeMap<u32, Option<Exact>>,
    /// The index.
    pub(crate) index: Option<Exact>,
}

/// Sums up what is known.
pub(crate) fn roll_up(instrument: &Instrument, levels: &Levels) -> Sums {
    sum_up(instrument, levels, None)
}

/// Sums up with every open row at one level; an aspect or domain without any rows stands at it too.
pub(crate) fn roll_up_assuming(instrument: &Instrument, levels: &Levels, open: Decimal) -> Sums {
    sum_up(instrument, levels, Some(&Exact::from(open)))
}

/// Sums up from rows to the index; what is open takes the assumed level, where one is given.
fn sum_up(instrument: &Instrument, levels: &Levels, open: Option<&Exact>) -> Sums {
    let weights = weights_of_rows(instrument, levels);
    let assumed = |value: Option<Exact>| value.or_else(|| open.cloned());
    let mut aspects = BTreeMap::new();
    for aspect in instrument.aspects.iter() {
        let rows = levels.iter().filter(|(row, _)| aspect_of(instrument, **row) == Some(aspect.id));
        let parts = rows.map(|(row, level)| (weights[row].clone(), assumed(level.map(Exact::from))));
        aspects.insert(aspect.id, assumed(mean(parts, &weight_of_aspect(instrument, aspect))));
    }
    let mut domains = BTreeMap::new();
    for domain in instrument.domains.iter() {
        let within = instrument.aspects.iter().filter(|aspect| aspect.domain == Some(domain.id));
        let parts = within.map(|aspect| (weight_of_aspect(instrument, aspect), aspects[&aspect.id].clone()));
        domains.insert(domain.id, assumed(mean(parts, &weight_of_domain(instrument, domain))));
    }
    let whole = Exact::from(100);
    let of_aspect = |aspect: &Aspect| (weight_of_aspect(instrument, aspect), aspects[&aspect.id].clone());
    let of_domain = |domain: &Domain| (weight_of_domain(instrument, domain), domains[&domain.id].clone());
    let index = match instrument.domains.is_empty() {
        true => mean(instrument.aspects.iter().map(of_aspect), &whole),
        false => mean(instrument.domains.iter().map(of_domain), &whole),
    };
    Sums { weights, aspects, domains, index: assumed(index) }
}

/// Sums parts times weights over the whole weight; open while a part that weighs anything is open, or nothing is there.
fn mean(parts: impl Iterator<Item = (Exact, Option<Exact>)>, whole: &Exact) -> Option<Exact> {
    let mut weighing = parts.filter(|(weight, _)| !weight.is_zero()).peekable();
    weighing.peek()?;
    let products: Option<Vec<Exact>> = weighing.map(|(weight, value)| Some(&weight * &value?)).collect();
    products?.into_iter().sum::<Exact>().divided_by(whole)
}

/// Returns the aspect of a row; none where the instrument does not have its indicator.
fn aspect_of(instrument: &Instrument, row: RowId) -> Option<u32> {
    instrument.indicator(row.indicator).map(|indicator| indicator.aspect)
}

#[cfg(test)]
mod tests {
    use super::{roll_up, roll_up_assuming};
    use crate::index::exact::Exact;
    use crate::index::testing::{decimal, instrument, levels};

    fn shown(value: Option<&Exact>) -> Option<String> {
        value.map(Exact::fraction)
    }

    #[test]
    fn nothing_is_rounded_before_the_end() {
        // Aspect 1 is 7/3; rounding it to 2.33 first would give 2.598, and another predicate.
        let sums = roll_up(&instrument(), &levels(&["1 2", "2 2", "3 3", "4 3", "5-1 3"]));
        assert_eq!(shown(sums.aspects[&1].as_ref()), Some("7/3".to_owned()));
        assert_eq!(shown(sums.domains[&1].as_ref()), Some("7/3".to_owned()));
        assert_eq!(shown(sums.index.as_ref()), Some("13/5".to_owned()));
    }

    #[test]
    fn every_service_is_a_row_and_the_aspect_keeps_its_weight() {
        for (services, weight, value) in [
            (&["5-1 1"][..], "20", "2"),
            (&["5-1 1", "5-2 3"][..], "40/3", "7/3"),
            (&["5-1 1", "5-2 3", "5-3 3"][..], "10", "5/2"),
        ] {
            let rows: Vec<&str> = ["1 3", "2 3", "3 3", "4 3"].into_iter().chain(services.iter().copied()).collect();
            let sums = roll_up(&instrument(), &levels(&rows));
            assert_eq!(sums.weights[&"5-1".parse().expect("a row")].fraction(), weight);
            assert_eq!(shown(sums.aspects[&2].as_ref()), Some(value.to_owned()));
        }
    }

    #[test]
    fn one_open_row_opens_its_aspect_its_domain_and_the_index_alone() {
        let open = levels(&["1 3", "2 3", "3 3", "4 -", "5-1 3"]);
        let sums = roll_up(&instrument(), &open);
        assert_eq!(shown(sums.aspects[&1].as_ref()), Some("3".to_owned()));
        assert_eq!((&sums.aspects[&2], &sums.domains[&2], &sums.index), (&None, &None, &None));
        let best = roll_up_assuming(&instrument(), &open, decimal("5"));
        assert_eq!(shown(best.index.as_ref()), Some("17/5".to_owned()));
    }

    #[test]
    fn own_weights_count_and_a_repeated_indicator_shares_its_own() {
        let mut weighted = instrument();
        for (indicator, weight) in weighted.indicators.to_mut().iter_mut().zip(["10", "20", "30", "5", "35"]) {
            indicator.weight = Some(decimal(weight));
        }
        let sums = roll_up(&weighted, &levels(&["1 0", "2 3", "3 5", "4 5", "5-1 1", "5-2 2"]));
        assert_eq!(sums.weights[&"5-2".parse().expect("a row")].fraction(), "35/2");
        assert_eq!(shown(sums.aspects[&1].as_ref()), Some("7/2".to_owned()));
    }

    #[test]
    fn a_broken_instrument_leaves_nodes_open_but_never_fails() {
        let mut broken = instrument();
        broken.aspects.to_mut()[0].weight = Some(decimal("0"));
        broken.domains.to_mut()[0].weight = Some(decimal("0"));
        let sums = roll_up(&broken, &levels(&["1 3", "4 2", "5-1 2", "99 1"]));
        assert_eq!((&sums.aspects[&1], &sums.domains[&1]), (&None, &None));
        assert_eq!(shown(sums.index.as_ref()), Some("4/5".to_owned()));
        let empty = roll_up(&instrument(), &levels(&[]));
        assert_eq!(empty.index, None);
        assert!(roll_up_assuming(&instrument(), &levels(&[]), decimal("0")).index.is_some());
    }
}
