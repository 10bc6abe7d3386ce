//! Turns of phrase that the messages of several rules share.

use std::fmt::Display;

use crate::bilingual;
use crate::model::decimal::Decimal;
use crate::model::instrument::Scale;
use crate::text::bilingual::Bilingual;

/// A scale with more levels than these is told by its bounds.
const MOST_LISTED: usize = 12;

/// Lists literals: `` `a`, `b` ``.
pub(crate) fn quoted<T: Display>(items: impl IntoIterator<Item = T>) -> String {
    items.into_iter().map(|item| format!("`{item}`")).collect::<Vec<_>>().join(", ")
}

/// Keeps what stands for a field that is absent.
pub(crate) fn lacking<T: Copy>(fields: &[(T, bool)]) -> Vec<T> {
    fields.iter().filter(|(_, lacks)| *lacks).map(|(field, _)| *field).collect()
}

/// Says that no rule has a name.
pub(crate) fn no_rule(name: &str) -> Bilingual {
    bilingual!("tidak ada aturan bernama `{name}`", "there is no rule named `{name}`")
}

/// Says which levels a scale has.
pub(crate) fn levels(scale: &Scale) -> Bilingual {
    let whole = whole_levels(scale);
    if scale.is_whole() && whole.len() <= MOST_LISTED {
        let listed = quoted(whole);
        return bilingual!("level yang ada: {listed}", "the levels are {listed}");
    }
    let (lowest, highest, step) = (scale.lowest, scale.highest, scale.step);
    bilingual!(
        "level yang ada: `{lowest:#}` sampai `{highest:#}` dengan selisih `{step:#}`",
        "the levels run from `{lowest}` to `{highest}` in steps of `{step}`"
    )
}

/// Returns the whole levels of a scale, lowest first; at most one more than can be listed.
pub(crate) fn whole_levels(scale: &Scale) -> Vec<Decimal> {
    let first = scale.lowest.units() / 10_i64.saturating_pow(scale.lowest.places());
    let whole = (first..).map(|level| Decimal::new(level, 0));
    let within = whole.skip_while(|level| *level < scale.lowest).take_while(|level| *level <= scale.highest);
    // A mistyped bound must not make this endless, so the walk is bounded before levels off the grid are dropped.
    within.take(MOST_LISTED + 1).filter(|level| scale.allows(*level)).collect()
}

#[cfg(test)]
mod tests {
    use super::{levels, whole_levels};
    use crate::check::testing::instrument;
    use crate::model::decimal::Decimal;

    #[test]
    fn a_whole_scale_is_listed_and_a_fine_one_is_told_by_its_bounds() {
        let mut scale = instrument().scale;
        assert_eq!(levels(&scale).en, "the levels are `0`, `1`, `2`, `3`");
        scale.step = Decimal::new(1, 2);
        assert_eq!(levels(&scale).en, "the levels run from `0` to `3` in steps of `0.01`");
    }

    #[test]
    fn an_absurd_scale_does_not_take_forever() {
        let mut scale = instrument().scale;
        scale.highest = Decimal::new(999_999_999_999_999, 0);
        assert_eq!(whole_levels(&scale).len(), 13);
    }
}
