//! Decimal numbers exactly as they were written: weights, levels, targets, bounds.

use std::cmp::Ordering;
use std::fmt;

use serde::Deserialize;

/// The most digits that a number in a file may have; more is no measure of anything.
const MOST_DIGITS: usize = 15;

/// A non-negative decimal number, kept exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[cfg_attr(test, derive(serde::Serialize))]
pub(crate) struct Decimal {
    units: i64,
    places: u32,
}

/// How a decimal was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Spelling {
    /// The plainest way: `3`, `2.75`.
    Canonical,
    /// Understood, but with a decimal comma or needless zeros: `3,0`, `03`.
    Loose,
}

impl Decimal {
    /// Makes a number of `units` divided by ten to the power of `places`.
    pub(crate) const fn new(units: i64, places: u32) -> Self {
        let mut number = Self { units, places };
        while number.places > 0 && number.units % 10 == 0 {
            number.units /= 10;
            number.places -= 1;
        }
        number
    }

    /// Reads digits with at most one decimal point or comma; signs, exponents and words are no numbers here.
    pub(crate) fn parse(text: &str) -> Option<(Self, Spelling)> {
        let (whole, fraction) = text.split_once(['.', ',']).map_or((text, None), |(a, b)| (a, Some(b)));
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(whole) || !fraction.is_none_or(digits) {
            return None;
        }
        let fraction = fraction.unwrap_or_default();
        if whole.len() + fraction.len() > MOST_DIGITS {
            return None;
        }
        // So few digits can't overflow.
        let digit = |units: i64, byte: u8| units * 10 + i64::from(byte - b'0');
        let units = whole.bytes().chain(fraction.bytes()).fold(0, digit);
        let number = Self::new(units, u32::try_from(fraction.len()).ok()?);
        let plain = (whole == "0" || !whole.starts_with('0')) && !fraction.ends_with('0') && !text.contains(',');
        Some((number, if plain { Spelling::Canonical } else { Spelling::Loose }))
    }

    /// Returns the digits without the decimal point.
    pub(crate) const fn units(self) -> i64 {
        self.units
    }

    /// Returns how many digits stand behind the decimal point; never a needless zero.
    pub(crate) const fn places(self) -> u32 {
        self.places
    }

    /// Returns the units with so many decimals, never fewer than its own; 128 bits hold those of any number in a file.
    fn scaled(self, places: u32) -> i128 {
        i128::from(self.units) * 10_i128.pow(places - self.places)
    }

    /// Tells whether this number is a whole multiple of `step` above `from`.
    pub(crate) fn on_grid(self, from: Self, step: Self) -> bool {
        let places = self.places.max(from.places).max(step.places);
        let step = step.scaled(places);
        step != 0 && (self.scaled(places) - from.scaled(places)) % step == 0
    }
}

impl From<u32> for Decimal {
    fn from(whole: u32) -> Self {
        Self::new(i64::from(whole), 0)
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        let places = self.places.max(other.places);
        self.scaled(places).cmp(&other.scaled(places))
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Plain with a decimal point, as files and commands have it; the alternate form (`{:#}`) has the comma of Indonesian.
impl fmt::Display for Decimal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.places == 0 {
            return write!(formatter, "{}", self.units);
        }
        let width = self.places as usize + 1;
        let digits = format!("{:0width$}", self.units);
        let (whole, fraction) = digits.split_at(digits.len() - self.places as usize);
        let mark = if formatter.alternate() { ',' } else { '.' };
        write!(formatter, "{whole}{mark}{fraction}")
    }
}

#[cfg(test)]
mod tests {
    use super::{Decimal, Spelling};

    fn read(text: &str) -> Option<(String, Spelling)> {
        Decimal::parse(text).map(|(number, spelling)| (number.to_string(), spelling))
    }

    #[test]
    fn a_number_is_spoken_with_the_mark_of_either_language() {
        let number = Decimal::new(325, 2);
        assert_eq!((format!("{number}"), format!("{number:#}")), ("3.25".to_owned(), "3,25".to_owned()));
        assert_eq!(format!("{:#}", Decimal::from(3)), "3");
    }

    #[test]
    fn the_ways_of_writing_three_mean_three() {
        assert_eq!(read("3"), Some(("3".to_owned(), Spelling::Canonical)));
        for text in ["3.0", "3,0", "03", "3.00"] {
            assert_eq!(read(text), Some(("3".to_owned(), Spelling::Loose)), "{text}");
        }
        assert_eq!(read("2.75"), Some(("2.75".to_owned(), Spelling::Canonical)));
        assert_eq!(read("0.05"), Some(("0.05".to_owned(), Spelling::Canonical)));
    }

    #[test]
    fn the_plainest_way_is_the_one_that_is_written() {
        for whole in ["0", "00", "3", "03", "30", "123456789012"] {
            for fraction in ["", ".0", ",5", ".5", ".50", ".05", ",0", ".000"] {
                let text = format!("{whole}{fraction}");
                let (written, spelling) = read(&text).expect("a decimal");
                assert_eq!(written == text, spelling == Spelling::Canonical, "{text}");
                assert_eq!(read(&written), Some((written.clone(), Spelling::Canonical)), "{text}");
            }
        }
    }

    #[test]
    fn what_is_no_plain_decimal_is_refused() {
        for text in ["", "-1", "+3", "3e0", "1e400", "three", "3.", ".5", "1.2.3", " 3", "１", "9999999999999999"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn order_and_grid_are_exact() {
        let number = |text: &str| Decimal::parse(text).expect("a decimal").0;
        assert!(number("2.6") < number("2.64") && number("2.60") == number("2.6"));
        assert!(number("3.25").on_grid(number("1"), number("0.01")));
        assert!(!number("3.5").on_grid(number("1"), number("1")));
    }
}
