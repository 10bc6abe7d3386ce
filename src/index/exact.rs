//! Exact numbers: fractions of whole numbers without a limit, so that no sum can overflow or round.

use std::cmp::Ordering;
use std::iter::Sum;
use std::ops::{Add, Mul};

use crate::index::fraction::Fraction;
use crate::model::decimal::Decimal;

/// An exact number that is never negative.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Exact(Fraction);

impl Exact {
    /// Returns nought.
    pub(crate) fn zero() -> Self {
        Self::from(0)
    }

    /// Tells whether this is nought.
    pub(crate) fn is_zero(&self) -> bool {
        self.0.is_zero()
    }

    /// Divides; nothing can be divided by nought.
    pub(crate) fn divided_by(&self, divisor: &Self) -> Option<Self> {
        (!divisor.is_zero()).then(|| Self(self.0.over(&divisor.0)))
    }

    /// Returns how far two numbers are apart, and on which side of `other` this one stands.
    pub(crate) fn apart(&self, other: &Self) -> (Ordering, Self) {
        let side = self.cmp(other);
        let distance = if side == Ordering::Less { other.0.minus(&self.0) } else { self.0.minus(&other.0) };
        (side, Self(distance))
    }

    /// Rounds to some decimals, half up.
    pub(crate) fn rounded(&self, decimals: u32) -> Self {
        let scale = Fraction::power_of_ten(decimals);
        let half = Fraction::whole(1).over(&Fraction::whole(2));
        Self(self.0.times(&scale).plus(&half).cut().over(&scale))
    }

    /// Returns the whole number below or at this one.
    pub(crate) fn whole(&self) -> u32 {
        self.0.to_u32().unwrap_or(u32::MAX)
    }

    /// Writes a reduced fraction (`66/25`) or a whole number (`3`).
    pub(crate) fn fraction(&self) -> String {
        self.0.to_string()
    }

    /// Writes the number rounded half up, always with a decimal point and that many decimals: `2.64`.
    pub(crate) fn shown(&self, decimals: u32) -> String {
        point(&self.rounded(decimals), decimals.max(1))
    }

    /// Writes the number as a plain decimal (`1.3`, `17`), if its digits end.
    pub(crate) fn decimal(&self) -> Option<String> {
        let ten = Fraction::whole(10);
        let (mut rest, mut places) = (self.0.clone(), 0);
        // Ten times a reduced fraction loses the factors of ten below its line; one that loses none never ends.
        while !rest.is_whole() {
            let shifted = rest.times(&ten);
            if shifted.divides_like(&rest) {
                return None;
            }
            (rest, places) = (shifted, places + 1);
        }
        Some(point(self, places))
    }

    /// Writes the number as a decimal, or as a reduced fraction where its digits do not end.
    pub(crate) fn in_digits(&self) -> String {
        self.decimal().unwrap_or_else(|| self.fraction())
    }
}

/// Writes a number that ends within so many places.
fn point(number: &Exact, places: u32) -> String {
    let digits = number.0.times(&Fraction::power_of_ten(places)).cut().to_string();
    if places == 0 {
        return digits;
    }
    let places = places as usize;
    let padded = format!("{digits:0>width$}", width = places + 1);
    let (whole, decimals) = padded.split_at(padded.len() - places);
    format!("{whole}.{decimals}")
}

impl From<u32> for Exact {
    fn from(whole: u32) -> Self {
        Self(Fraction::whole(whole.into()))
    }
}

impl From<Decimal> for Exact {
    fn from(decimal: Decimal) -> Self {
        let units = Fraction::whole(decimal.units());
        Self(if decimal.places() == 0 { units } else { units.over(&Fraction::power_of_ten(decimal.places())) })
    }
}

impl Add for &Exact {
    type Output = Exact;

    fn add(self, other: Self) -> Exact {
        Exact(self.0.plus(&other.0))
    }
}

impl Mul for &Exact {
    type Output = Exact;

    fn mul(self, other: Self) -> Exact {
        Exact(self.0.times(&other.0))
    }
}

impl Sum for Exact {
    fn sum<I: Iterator<Item = Self>>(parts: I) -> Self {
        parts.fold(Self::zero(), |sum, part| &sum + &part)
    }
}

#[cfg(test)]
mod tests {
    use std::cmp::Ordering;

    use super::Exact;
    use crate::model::decimal::Decimal;

    fn exact(text: &str) -> Exact {
        Exact::from(Decimal::parse(text).expect("a decimal").0)
    }

    fn third(of: u32) -> Exact {
        Exact::from(of).divided_by(&Exact::from(3)).expect("three is not nought")
    }

    #[test]
    fn ties_go_up_where_binary_numbers_go_down() {
        for (number, shown) in
            [("1.865", "1.87"), ("2.645", "2.65"), ("2.6449", "2.64"), ("0.005", "0.01"), ("3", "3.00")]
        {
            assert_eq!(exact(number).shown(2), shown, "{number}");
        }
        assert_eq!(third(2).shown(6), "0.666667");
        assert_eq!(exact("2.5").shown(0), "3.0");
    }

    #[test]
    fn fractions_are_reduced_and_whole_numbers_stay_whole() {
        assert_eq!(exact("2.64").fraction(), "66/25");
        assert_eq!(exact("3.00").fraction(), "3");
        assert_eq!(third(10).fraction(), "10/3");
    }

    #[test]
    fn a_decimal_is_written_only_if_it_ends() {
        assert_eq!(exact("1.3").decimal().as_deref(), Some("1.3"));
        assert_eq!(exact("17").decimal().as_deref(), Some("17"));
        assert_eq!(exact("0.05").decimal().as_deref(), Some("0.05"));
        assert_eq!(third(10).decimal(), None);
    }

    #[test]
    fn the_distance_says_its_side_and_nothing_is_divided_by_nought() {
        assert_eq!(exact("2.6").apart(&exact("2.64")), (Ordering::Less, exact("0.04")));
        assert_eq!(exact("2.64").apart(&exact("2.6")), (Ordering::Greater, exact("0.04")));
        assert_eq!(exact("1").divided_by(&Exact::zero()), None);
    }

    #[test]
    fn the_whole_part_cuts_off() {
        assert_eq!((exact("2.99").whole(), exact("3").whole(), Exact::zero().whole()), (2, 3, 0));
    }

    #[test]
    fn no_sum_is_too_large() {
        let large = exact("999999999999999");
        let product = (0..20).fold(Exact::from(1), |product, _| &product * &large);
        assert!(product > large && product.fraction().len() > 250);
    }
}
