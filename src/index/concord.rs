//! How far evaluators agree: Krippendorff's alpha, exactly.
//!
//! Klaus Krippendorff, *Content Analysis* (2004), chapter 11: one less the disagreement that is observed over the one that
//! chance would bring. One is full agreement, nought is chance; below it, they differ more than chance would.

use std::cmp::Ordering;

use crate::index::exact::Exact;
use crate::model::decimal::Decimal;

/// How the distance of two levels is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Metric {
    /// By how many judgements lie between them: whole levels have an order, and no distance.
    Ordinal,
    /// By their difference.
    Interval,
}

/// A number that may be below nought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Signed {
    /// Whether it is below nought.
    pub(crate) negative: bool,
    /// How far from nought it is.
    pub(crate) size: Exact,
}

impl Signed {
    /// Subtracts a number from another.
    pub(crate) fn difference(from: &Exact, taken: &Exact) -> Self {
        let (order, size) = from.apart(taken);
        Self { negative: order == Ordering::Less, size }
    }

    /// Writes the number rounded half away from nought, with that many decimals.
    pub(crate) fn shown(&self, decimals: u32) -> String {
        let zero = self.size.rounded(decimals).is_zero();
        let sign = if self.negative && !zero { "-" } else { "" };
        format!("{sign}{}", self.size.shown(decimals))
    }
}

/// Computes alpha over units, each with the levels that it was given; none where nothing is judged twice, or all alike.
pub(crate) fn alpha(units: &[Vec<Decimal>], metric: Metric) -> Option<Signed> {
    let paired: Vec<&Vec<Decimal>> = units.iter().filter(|levels| levels.len() > 1).collect();
    let mut values: Vec<Decimal> = paired.iter().flat_map(|levels| levels.iter().copied()).collect();
    values.sort_unstable();
    let counted = |value: Decimal| count(values.iter().filter(|other| **other == value).count());
    let mut distinct = values.clone();
    distinct.dedup();
    let counts: Vec<(Decimal, Exact)> = distinct.iter().map(|value| (*value, counted(*value))).collect();
    let distance = |one: Decimal, two: Decimal| squared(one.min(two), one.max(two), metric, &counts);
    let mut observed = Exact::zero();
    for levels in &paired {
        let pairs =
            levels.iter().enumerate().flat_map(|(at, one)| levels[at + 1..].iter().map(move |two| (*one, *two)));
        let apart: Exact = pairs.map(|(one, two)| distance(one, two)).sum();
        observed = [observed, apart.divided_by(&count(levels.len() - 1))?].into_iter().sum();
    }
    let mut expected = Exact::zero();
    for (at, (one, of_one)) in counts.iter().enumerate() {
        for (two, of_two) in &counts[at + 1..] {
            expected = [expected, &(of_one * of_two) * &distance(*one, *two)].into_iter().sum();
        }
    }
    let fewer = count(values.len().checked_sub(1)?);
    let expected = expected.divided_by(&fewer)?;
    Some(Signed::difference(&Exact::from(1), &observed.divided_by(&expected)?))
}

/// Returns the square of the distance between two levels, the lower one first.
fn squared(low: Decimal, high: Decimal, metric: Metric, counts: &[(Decimal, Exact)]) -> Exact {
    if low == high {
        return Exact::zero();
    }
    let distance = match metric {
        Metric::Interval => Exact::from(high).apart(&Exact::from(low)).1,
        Metric::Ordinal => {
            let half = |count: &Exact| count.divided_by(&Exact::from(2)).unwrap_or_else(Exact::zero);
            let between = counts.iter().filter(|(value, _)| (low..=high).contains(value));
            between
                .map(|(value, count)| if *value == low || *value == high { half(count) } else { count.clone() })
                .sum()
        }
    };
    &distance * &distance
}

/// Turns a count into a number.
fn count(count: usize) -> Exact {
    Exact::from(u32::try_from(count).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::{Metric, alpha};
    use crate::index::testing::decimal;
    use crate::model::decimal::Decimal;

    /// The published example: four observers, twelve units, a point where one did not judge.
    fn published() -> Vec<Vec<Decimal>> {
        let rows = [
            ["1", "2", "3", "3", "2", "1", "4", "1", "2", "", "", ""],
            ["1", "2", "3", "3", "2", "2", "4", "1", "2", "5", "", "3"],
            ["", "3", "3", "3", "2", "3", "4", "2", "2", "5", "1", ""],
            ["1", "2", "3", "3", "2", "4", "4", "1", "2", "5", "1", ""],
        ];
        (0..12)
            .map(|unit| rows.iter().map(|row| row[unit]).filter(|text| !text.is_empty()).map(decimal).collect())
            .collect()
    }

    #[test]
    fn the_published_example_comes_out() {
        let shown = |metric| alpha(&published(), metric).expect("an alpha").shown(3);
        assert_eq!((shown(Metric::Ordinal), shown(Metric::Interval)), ("0.815".to_owned(), "0.849".to_owned()));
    }

    #[test]
    fn full_agreement_is_one_and_two_who_always_differ_are_below_chance() {
        let units = |pairs: &[(&str, &str)]| -> Vec<Vec<Decimal>> {
            pairs.iter().map(|(one, two)| vec![decimal(one), decimal(two)]).collect()
        };
        let shown = |pairs: &[(&str, &str)]| alpha(&units(pairs), Metric::Ordinal).map(|alpha| alpha.shown(2));
        assert_eq!(shown(&[("1", "1"), ("3", "3")]).as_deref(), Some("1.00"));
        assert!(shown(&[("1", "3"), ("3", "1")]).is_some_and(|alpha| alpha.starts_with('-')));
        assert_eq!(shown(&[("2", "2"), ("2", "2")]), None, "what never varies says nothing of agreement");
        assert_eq!(shown(&[]), None);
    }
}
