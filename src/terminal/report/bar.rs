//! Bars of block characters: a value's share of the scale, and levels as marks.

use crate::index::exact::Exact;
use crate::model::decimal::Decimal;

/// Parts of a block, from one eighth to seven.
const EIGHTHS: [char; 7] = ['▏', '▎', '▍', '▌', '▋', '▊', '▉'];
/// What can still be reached.
const POSSIBLE: char = '▒';
/// The rest of the scale.
const REST: char = '·';
/// The most marks that a level is shown with.
const MOST_MARKS: u32 = 10;

/// Draws a range on a scale from nought to `top`; the ends of a known value are the same.
pub(super) fn bar(lowest: &Exact, highest: &Exact, top: Decimal, width: u32) -> String {
    let eighths = share(lowest, top, width * 8).min(width * 8);
    let (full, part) = (eighths / 8, eighths % 8);
    let mut drawn: String = std::iter::repeat_n('█', full as usize).collect();
    if part > 0 {
        drawn.push(EIGHTHS[part as usize - 1]);
    }
    let end = share(highest, top, width).min(width) as usize;
    while lowest < highest && drawn.chars().count() < end {
        drawn.push(POSSIBLE);
    }
    let drawn_so_far = drawn.chars().count();
    drawn.extend(std::iter::repeat_n(REST, (width as usize).saturating_sub(drawn_so_far)));
    drawn
}

/// Returns where a value stands on a line of so many parts.
pub(super) fn share(value: &Exact, top: Decimal, parts: u32) -> u32 {
    let scaled = value * &Exact::from(parts);
    scaled.divided_by(&top.into()).map_or(0, |share| share.whole())
}

/// Draws a level as filled marks out of all; a mark is full only where its level is as good as reached, and half where the
/// level lies between two.
pub(super) fn marks(level: Option<Decimal>, top: Decimal) -> String {
    let eighths = level.map(|level| share(&level.into(), 1.into(), 8));
    let mark = |number: u32| match eighths.map(|eighths| eighths.saturating_sub((number - 1) * 8)) {
        None => '·',
        Some(0) => '○',
        Some(1..=6) => '◐',
        Some(_) => '●',
    };
    (1..=MOST_MARKS).take_while(|number| Decimal::from(*number) <= top).map(mark).collect()
}

#[cfg(test)]
mod tests {
    use super::{bar, marks};
    use crate::index::exact::Exact;
    use crate::model::decimal::Decimal;

    fn decimal(text: &str) -> Decimal {
        Decimal::parse(text).expect("a decimal").0
    }

    fn drawn(lowest: &str, highest: &str) -> String {
        bar(&decimal(lowest).into(), &decimal(highest).into(), decimal("5"), 10)
    }

    #[test]
    fn a_bar_is_the_share_of_the_scale_to_an_eighth() {
        assert_eq!(drawn("5", "5"), "██████████");
        assert_eq!(drawn("2.64", "2.64"), "█████▎····");
        assert_eq!(drawn("0", "0"), "··········");
    }

    #[test]
    fn what_is_open_shows_what_can_still_be_reached() {
        assert_eq!(drawn("2", "4"), "████▒▒▒▒··");
        assert_eq!(drawn("0", "5"), "▒▒▒▒▒▒▒▒▒▒");
    }

    #[test]
    fn a_value_off_the_scale_breaks_no_bar() {
        let far = Exact::from(1000);
        assert_eq!(bar(&far, &far, decimal("5"), 4), "████");
        assert_eq!(bar(&far, &far, decimal("0"), 4), "····");
    }

    #[test]
    fn a_level_fills_its_marks() {
        let five = decimal("5");
        assert_eq!(marks(Some(decimal("3")), five), "●●●○○");
        assert_eq!(marks(Some(decimal("2.25")), five), "●●◐○○");
        assert_eq!(marks(Some(decimal("2.80")), five), "●●◐○○");
        assert_eq!(marks(Some(decimal("2.03")), five), "●●○○○");
        assert_eq!(marks(Some(decimal("4.96")), five), "●●●●●");
        assert_eq!(marks(Some(decimal("0")), five), "○○○○○");
        assert_eq!(marks(None, five), "·····");
    }
}
