//! The rows under the target: what one level of each adds to the index, and how urgent that makes it.

use crate::index::evaluation::{Evaluation, RowResult};
use crate::index::exact::Exact;
use crate::model::decimal::Decimal;
use crate::model::instrument::{Indicator, Instrument};
use crate::model::recommendation::Priority;
use crate::model::row::RowId;

/// A row under the target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Gap {
    /// The row.
    pub(super) row: RowId,
    /// Its level.
    pub(super) level: Decimal,
    /// How urgent it is.
    pub(super) priority: Priority,
}

/// Finds the rows under the target, in order. One level adds a hundredth of a row's weight to the index, so weights
/// compare as what they add does.
pub(super) fn gaps(evaluation: &Evaluation, target: Decimal) -> Vec<Gap> {
    let level = |result: &RowResult| result.level.filter(|level| *level < target);
    let under: Vec<(&RowResult, Decimal)> =
        evaluation.rows.iter().filter_map(|result| Some((result, level(result)?))).collect();
    let weights: Vec<&Exact> = under.iter().map(|(result, _)| &result.weight).collect();
    let gap = |(result, level): &(&RowResult, Decimal)| Gap {
        row: result.row,
        level: *level,
        priority: priority(&result.weight, &weights),
    };
    under.iter().map(gap).collect()
}

/// Ranks what a row adds among all: high in the first third, low in the last one. Rows that add the same share the
/// middle of their places, so that they have one priority, and all are medium where all add the same.
fn priority(own: &Exact, all: &[&Exact]) -> Priority {
    let more = all.iter().filter(|other| **other > own).count();
    let same = all.iter().filter(|other| **other == own).count();
    // The middle is `more + same / 2`; six times it, and six times a third and two thirds of all, are whole.
    let middle = 6 * more + 3 * same;
    if middle <= 2 * all.len() {
        Priority::High
    } else if middle >= 4 * all.len() {
        Priority::Low
    } else {
        Priority::Medium
    }
}

/// Returns the next level above one: the next whole one, or where levels have decimals the next with a criterion; at
/// most the highest of the scale, above which there is none.
pub(super) fn next_level(instrument: &Instrument, indicator: &Indicator, level: Decimal) -> Option<Decimal> {
    let scale = &instrument.scale;
    let asked = indicator.criteria.iter().map(|(asked, _)| *asked).filter(|asked| *asked > level).min();
    let whole = Decimal::from(Exact::from(level).whole() + 1);
    let next = asked.filter(|_| !scale.is_whole()).unwrap_or(whole);
    (level < scale.highest).then(|| next.min(scale.highest))
}

#[cfg(test)]
mod tests {
    use super::{next_level, priority};
    use crate::index::exact::Exact;
    use crate::index::testing::{decimal, instrument};
    use crate::model::instrument::Instrument;
    use crate::model::recommendation::Priority::{self, High, Low, Medium};

    fn priorities(weights: &[u32]) -> Vec<Priority> {
        let weights: Vec<Exact> = weights.iter().map(|weight| Exact::from(*weight)).collect();
        let all: Vec<&Exact> = weights.iter().collect();
        weights.iter().map(|own| priority(own, &all)).collect()
    }

    #[test]
    fn what_adds_most_is_high_and_what_adds_the_same_stays_together() {
        assert_eq!(priorities(&[9, 5, 1]), [High, Medium, Low]);
        assert_eq!(priorities(&[1, 9]), [Low, High]);
        assert_eq!(priorities(&[5, 5, 1]), [High, High, Low]);
        assert_eq!(priorities(&[4, 4, 1, 1, 1, 1, 1, 1]), [High, High, Medium, Medium, Medium, Medium, Medium, Medium]);
    }

    #[test]
    fn where_all_add_the_same_none_is_more_urgent() {
        assert_eq!(priorities(&[7]), [Medium]);
        assert_eq!(priorities(&[3, 3, 3]), [Medium; 3]);
    }

    #[test]
    fn the_next_level_is_whole_or_has_a_criterion_and_is_on_the_scale() {
        let mut instrument = instrument();
        let next = |instrument: &Instrument, level: &str| {
            next_level(instrument, &instrument.indicators[0], decimal(level)).map(|level| level.to_string())
        };
        assert_eq!(next(&instrument, "2").as_deref(), Some("3"));
        assert_eq!(next(&instrument, "5"), None);
        instrument.scale.step = decimal("0.01");
        assert_eq!(next(&instrument, "2.35").as_deref(), Some("3"));
        let asked = ["1", "2.5", "4"].map(|level| (decimal(level), "asks".into()));
        instrument.indicators.to_mut()[0].criteria = asked.to_vec().into();
        assert_eq!(next(&instrument, "2.35").as_deref(), Some("2.5"));
        assert_eq!(next(&instrument, "2.5").as_deref(), Some("4"));
        instrument.scale.highest = decimal("4.5");
        assert_eq!(next(&instrument, "4.2").as_deref(), Some("4.5"));
    }
}
