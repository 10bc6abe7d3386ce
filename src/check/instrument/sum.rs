//! The exact sum of weights.

use std::fmt;

use crate::model::decimal::Decimal;

/// A sum of decimals, wide enough for any list of them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sum {
    units: i128,
    places: u32,
}

impl Sum {
    /// Adds numbers up.
    pub(super) fn of(numbers: impl Iterator<Item = Decimal> + Clone) -> Self {
        let places = numbers.clone().map(Decimal::places).max().unwrap_or(0);
        // A decimal has at most 15 digits, so 30 here, and 128 bits hold 38: room for a list of ten million.
        Self { units: numbers.map(|number| scaled(number, places)).sum(), places }
    }

    /// Tells whether the sum is a number.
    pub(super) fn is(self, number: Decimal) -> bool {
        let places = self.places.max(number.places());
        self.units * 10_i128.pow(places - self.places) == scaled(number, places)
    }
}

fn scaled(number: Decimal, places: u32) -> i128 {
    i128::from(number.units()) * 10_i128.pow(places - number.places())
}

impl fmt::Display for Sum {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = self.places as usize + 1;
        let digits = format!("{:0width$}", self.units);
        let (whole, fraction) = digits.split_at(digits.len() - self.places as usize);
        let fraction = fraction.trim_end_matches('0');
        let point = if fraction.is_empty() { "" } else { "." };
        write!(formatter, "{whole}{point}{fraction}")
    }
}

#[cfg(test)]
mod tests {
    use super::Sum;
    use crate::check::testing::number;

    fn sum(numbers: &[&str]) -> Sum {
        Sum::of(numbers.iter().map(|text| number(text)))
    }

    #[test]
    fn tenths_add_up_exactly() {
        assert!(sum(&["0.1", "0.2", "99.7"]).is(number("100")));
        assert!(!sum(&["0.1", "0.2", "99.70000000001"]).is(number("100")));
        assert_eq!(sum(&["33.3", "33.3", "33.3"]).to_string(), "99.9");
        assert_eq!(sum(&["0.5", "0.5"]).to_string(), "1");
        assert_eq!(sum(&[]).to_string(), "0");
    }
}
