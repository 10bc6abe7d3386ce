//! Fractions in numbers of the machine, and in numbers without a limit only where those overflow.
//!
//! Nearly every fraction of an evaluation fits in numbers of the machine, which cost no allocation.

use std::cmp::Ordering;
use std::fmt;

use num_rational::{BigRational, Ratio};
use num_traits::{CheckedAdd, CheckedDiv, CheckedMul, CheckedSub, Zero};

/// A reduced fraction, in numbers of the machine wherever both of its numbers fit.
///
/// One number has one form, so that equal numbers are equal in every way.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Fraction {
    /// What fits.
    Small(Ratio<i128>),
    /// What does not.
    Big(BigRational),
}

impl Fraction {
    /// Makes a whole number.
    pub(super) fn whole(number: i64) -> Self {
        Self::Small(Ratio::from_integer(number.into()))
    }

    /// Returns ten to some power.
    pub(super) fn power_of_ten(power: u32) -> Self {
        match 10_i128.checked_pow(power) {
            Some(small) => Self::Small(Ratio::from_integer(small)),
            None => Self::fitted(BigRational::from_integer(10.into()).pow(i32::try_from(power).unwrap_or(i32::MAX))),
        }
    }

    /// Keeps a fraction in numbers of the machine if they can hold it.
    fn fitted(big: BigRational) -> Self {
        match (i128::try_from(big.numer()), i128::try_from(big.denom())) {
            (Ok(numerator), Ok(denominator)) => Self::Small(Ratio::new_raw(numerator, denominator)),
            _ => Self::Big(big),
        }
    }

    /// Returns the fraction in numbers without a limit.
    fn unlimited(&self) -> BigRational {
        match self {
            Self::Small(small) => BigRational::new_raw((*small.numer()).into(), (*small.denom()).into()),
            Self::Big(big) => big.clone(),
        }
    }

    /// Computes with numbers of the machine, and anew without a limit where they overflow.
    fn computed(
        &self,
        other: &Self,
        small: impl FnOnce(&Ratio<i128>, &Ratio<i128>) -> Option<Ratio<i128>>,
        big: impl FnOnce(BigRational, BigRational) -> BigRational,
    ) -> Self {
        if let (Self::Small(one), Self::Small(two)) = (self, other)
            && let Some(result) = small(one, two)
        {
            return Self::Small(result);
        }
        Self::fitted(big(self.unlimited(), other.unlimited()))
    }

    /// Returns the exact sum.
    pub(super) fn plus(&self, other: &Self) -> Self {
        self.computed(other, CheckedAdd::checked_add, |one, two| one + two)
    }

    /// Returns the exact difference, which may lie below nought.
    pub(super) fn minus(&self, other: &Self) -> Self {
        self.computed(other, CheckedSub::checked_sub, |one, two| one - two)
    }

    /// Returns the exact product.
    pub(super) fn times(&self, other: &Self) -> Self {
        self.computed(other, CheckedMul::checked_mul, |one, two| one * two)
    }

    /// Divides by what is not nought.
    pub(super) fn over(&self, other: &Self) -> Self {
        self.computed(other, CheckedDiv::checked_div, |one, two| one / two)
    }

    /// Tells whether this is nought, which always fits in numbers of the machine.
    pub(super) fn is_zero(&self) -> bool {
        matches!(self, Self::Small(small) if small.is_zero())
    }

    /// Cuts off what stands behind the point.
    pub(super) fn cut(&self) -> Self {
        match self {
            Self::Small(small) => Self::Small(small.trunc()),
            Self::Big(big) => Self::fitted(big.trunc()),
        }
    }

    /// Tells whether nothing stands behind the point.
    pub(super) fn is_whole(&self) -> bool {
        match self {
            Self::Small(small) => small.is_integer(),
            Self::Big(big) => big.is_integer(),
        }
    }

    /// Tells whether two reduced fractions have the same number below the line.
    pub(super) fn divides_like(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Small(one), Self::Small(two)) => one.denom() == two.denom(),
            (one, two) => one.unlimited().denom() == two.unlimited().denom(),
        }
    }

    /// Returns the whole number below or at this one, if it is as small as that.
    pub(super) fn to_u32(&self) -> Option<u32> {
        match self.cut() {
            Self::Small(small) => u32::try_from(small.to_integer()).ok(),
            Self::Big(_) => None,
        }
    }
}

impl Ord for Fraction {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Small(one), Self::Small(two)) => one.cmp(two),
            (one, two) => one.unlimited().cmp(&two.unlimited()),
        }
    }
}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Writes a reduced fraction (`66/25`) or a whole number (`3`).
impl fmt::Display for Fraction {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Small(small) => small.fmt(formatter),
            Self::Big(big) => big.fmt(formatter),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::cmp::Ordering;

    use num_rational::BigRational;
    use proptest::prelude::*;

    use super::Fraction;

    /// A fraction in the form that it has, and in numbers without a limit.
    fn both(numerator: i128, denominator: i128) -> (Fraction, BigRational) {
        let big = BigRational::new(numerator.into(), denominator.into());
        (Fraction::fitted(big.clone()), big)
    }

    /// Numbers of every length, so that some fit and some overflow.
    fn number() -> impl Strategy<Value = i128> {
        (1..i128::MAX, 0_u32..127).prop_map(|(number, shift)| (number >> shift).max(1))
    }

    fn number_or_nought() -> impl Strategy<Value = i128> {
        prop_oneof![1 => Just(0), 9 => number()]
    }

    proptest! {
        #[test]
        fn both_ways_of_computing_agree(
            a in number_or_nought(), b in number(), c in number_or_nought(), d in number(),
        ) {
            let ((one, big_one), (two, big_two)) = (both(a, b), both(c, d));
            prop_assert_eq!(one.plus(&two), Fraction::fitted(&big_one + &big_two));
            prop_assert_eq!(one.times(&two), Fraction::fitted(&big_one * &big_two));
            prop_assert_eq!(one.cmp(&two), big_one.cmp(&big_two));
            prop_assert_eq!(one.cut(), Fraction::fitted(big_one.trunc()));
            prop_assert_eq!(one.to_string(), big_one.to_string());
            prop_assert_eq!(one.is_whole(), big_one.is_integer());
            if one >= two {
                prop_assert_eq!(one.minus(&two), Fraction::fitted(&big_one - &big_two));
            }
            if c > 0 {
                prop_assert_eq!(one.over(&two), Fraction::fitted(&big_one / &big_two));
            }
        }

        #[test]
        fn what_fits_is_never_kept_without_a_limit(a in number(), b in number(), c in number()) {
            let (one, _) = both(a, b);
            let factor = both(c, 1).0;
            let back = one.times(&factor).over(&factor);
            prop_assert_eq!(&back, &one);
            prop_assert!(matches!(back, Fraction::Small(_)));
        }
    }

    #[test]
    fn a_number_that_overflows_goes_on_without_a_limit_and_comes_back() {
        let ten = Fraction::whole(10);
        let grown = (0..40).fold(Fraction::whole(1), |grown, _| grown.times(&ten));
        assert!(matches!(grown, Fraction::Big(_)));
        assert_eq!(grown, Fraction::power_of_ten(40));
        assert_eq!((grown.to_u32(), grown.cmp(&ten)), (None, Ordering::Greater));
        let back = (0..40).fold(grown, |shrunk, _| shrunk.over(&ten));
        assert!(matches!(back, Fraction::Small(_)));
        assert_eq!(back, Fraction::whole(1));
    }

    #[test]
    fn numbers_below_the_line_are_compared_in_either_form() {
        let (third, big) = (both(1, 3).0, Fraction::power_of_ten(40).over(&Fraction::whole(3)));
        assert!(third.divides_like(&big) && !third.divides_like(&Fraction::whole(1)));
    }
}
