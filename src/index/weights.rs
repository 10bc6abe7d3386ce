//! How much a domain, an aspect and a row weigh: what the instrument states, or the same as those beside it.

use std::collections::BTreeMap;

use crate::index::exact::Exact;
use crate::index::roll_up::Levels;
use crate::model::decimal::Decimal;
use crate::model::instrument::{Aspect, Domain, Instrument};
use crate::model::row::RowId;

/// Returns the weight of a domain, in per cent of the index.
pub(crate) fn weight_of_domain(instrument: &Instrument, domain: &Domain) -> Exact {
    let stated = instrument.domains.iter().map(|domain| domain.weight);
    stated_or_equal(domain.weight, Exact::from(100), stated)
}

/// Returns the weight of an aspect, in per cent of the index.
pub(crate) fn weight_of_aspect(instrument: &Instrument, aspect: &Aspect) -> Exact {
    let domain = aspect.domain.and_then(|id| instrument.domain(id));
    let whole = domain.map_or_else(|| Exact::from(100), |domain| weight_of_domain(instrument, domain));
    let beside = instrument.aspects.iter().filter(|other| other.domain == aspect.domain);
    stated_or_equal(aspect.weight, whole, beside.map(|aspect| aspect.weight))
}

/// Takes the weight that is stated; else what the stated ones leave of the whole, shared equally among the others.
fn stated_or_equal(own: Option<Decimal>, whole: Exact, beside: impl Iterator<Item = Option<Decimal>>) -> Exact {
    if let Some(own) = own {
        return own.into();
    }
    let (mut left, mut sharing) = (whole, 0_u32);
    for weight in beside {
        match weight {
            Some(weight) => left = left_after(&left, &weight.into()),
            None => sharing += 1,
        }
    }
    left.divided_by(&sharing.into()).unwrap_or_else(Exact::zero)
}

/// Finds the weight of every row, in per cent of the index; nought where no aspect gives it any.
pub(crate) fn weights_of_rows(instrument: &Instrument, levels: &Levels) -> BTreeMap<RowId, Exact> {
    let mut weights: BTreeMap<RowId, Exact> = levels.keys().map(|row| (*row, Exact::zero())).collect();
    for aspect in instrument.aspects.iter() {
        for (row, weight) in weights_within(instrument, aspect, levels) {
            weights.insert(row, weight);
        }
    }
    weights
}

/// Shares an aspect's weight: an indicator's own weight among its rows, what is left equally among all other rows.
fn weights_within(instrument: &Instrument, aspect: &Aspect, levels: &Levels) -> Vec<(RowId, Exact)> {
    let mut shares = Vec::new();
    let mut sharing = Vec::new();
    let mut left = weight_of_aspect(instrument, aspect);
    for indicator in instrument.indicators.iter().filter(|indicator| indicator.aspect == aspect.id) {
        let rows: Vec<RowId> = levels.keys().copied().filter(|row| row.indicator == indicator.id).collect();
        let Some(weight) = indicator.weight.map(Exact::from) else {
            sharing.extend(rows);
            continue;
        };
        left = left_after(&left, &weight);
        shares.extend(equally(rows, &weight));
    }
    shares.extend(equally(sharing, &left));
    shares
}

/// Takes a part from what is left; never below nought.
fn left_after(left: &Exact, part: &Exact) -> Exact {
    if part >= left { Exact::zero() } else { left.apart(part).1 }
}

/// Shares a weight among rows, the same for each.
fn equally(rows: Vec<RowId>, weight: &Exact) -> Vec<(RowId, Exact)> {
    let count = Exact::from(u32::try_from(rows.len()).unwrap_or(u32::MAX));
    let share = weight.divided_by(&count).unwrap_or_else(Exact::zero);
    rows.into_iter().map(|row| (row, share.clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::{weight_of_aspect, weight_of_domain};
    use crate::index::testing::{decimal, instrument, levels};
    use crate::index::weights::weights_of_rows;
    use crate::model::instrument::Aspect;

    #[test]
    fn what_states_no_weight_shares_what_is_left_to_the_last_digit() {
        let mut equal = instrument();
        equal.domains.to_mut().iter_mut().for_each(|domain| domain.weight = None);
        let one = equal.aspects[0].clone();
        let aspects = equal.aspects.to_mut();
        aspects.push(Aspect { id: 3, ..one.clone() });
        aspects.push(Aspect { id: 4, ..one });
        aspects.iter_mut().for_each(|aspect| aspect.weight = None);
        let of = |id| weight_of_aspect(&equal, equal.aspect(id).expect("an aspect")).fraction();
        assert_eq!(weight_of_domain(&equal, &equal.domains[1]).fraction(), "50");
        assert_eq!([of(1), of(2), of(3), of(4)], ["50/3", "50", "50/3", "50/3"]);
        let rows = weights_of_rows(&equal, &levels(&["1 1", "2 1"]));
        assert!(rows.values().all(|weight| weight.fraction() == "25/3"), "{rows:?}");
        equal.aspects.to_mut()[0].weight = Some(decimal("20"));
        let of = |id| weight_of_aspect(&equal, equal.aspect(id).expect("an aspect")).fraction();
        assert_eq!([of(1), of(3), of(4)], ["20", "15", "15"]);
    }
}
