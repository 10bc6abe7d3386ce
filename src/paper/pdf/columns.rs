//! How wide the columns of a table are.

use crate::paper::document::table::Width;

/// What a column asks for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wish {
    /// How it is described.
    pub(crate) width: Width,
    /// The width of its widest cell on one line.
    pub(crate) widest: f32,
}

/// Divides a width: narrow columns get what they need, but never more than a fair share; the others share the rest.
///
/// Where all are narrow, they grow in proportion, so that every table is as wide as the text.
pub(crate) fn divide(wishes: &[Wish], total: f32) -> Vec<f32> {
    let fair = total / wishes.len().max(1) as f32;
    let narrow = |wish: &Wish| match wish.width {
        Width::Narrow => wish.widest.clamp(1.0, fair.max(1.0)),
        Width::Share(_) => 0.0,
    };
    let share = |wish: &Wish| match wish.width {
        Width::Narrow => 0.0,
        Width::Share(share) => f32::from(share.max(1)),
    };
    let taken: f32 = wishes.iter().map(narrow).sum();
    let shares: f32 = wishes.iter().map(share).sum();
    if shares > 0.0 {
        wishes.iter().map(|wish| narrow(wish) + (total - taken) * share(wish) / shares).collect()
    } else {
        wishes.iter().map(|wish| narrow(wish) * total / taken).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Wish, divide};
    use crate::paper::document::table::Width;

    fn narrow(widest: f32) -> Wish {
        Wish { width: Width::Narrow, widest }
    }

    fn wide(share: u16) -> Wish {
        Wish { width: Width::Share(share), widest: 9999.0 }
    }

    #[test]
    fn narrow_columns_take_what_they_need_and_wide_ones_share_the_rest() {
        assert_eq!(divide(&[narrow(20.0), wide(3), narrow(40.0), wide(1)], 300.0), [20.0, 180.0, 40.0, 60.0]);
    }

    #[test]
    fn a_narrow_column_never_takes_more_than_a_fair_share() {
        assert_eq!(divide(&[narrow(1000.0), wide(1)], 300.0), [150.0, 150.0]);
    }

    #[test]
    fn narrow_columns_alone_fill_the_width() {
        assert_eq!(divide(&[narrow(20.0), narrow(40.0)], 300.0), [100.0, 200.0]);
        assert!(divide(&[], 300.0).is_empty());
    }
}
