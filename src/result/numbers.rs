//! Numbers as a report writes them: rounded for reading, exact for checking, with the language's own mark.

use crate::index::exact::Exact;
use crate::model::decimal::Decimal;
use crate::text::language::Language;
use crate::text::number::with_mark;

/// How many decimals stand for a fraction whose digits do not end.
const APPROXIMATE: u32 = 6;
/// The most digits of a decimal that is still easier to read than its fraction.
const READABLE: usize = 12;

/// Writes numbers of one report.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Numbers {
    /// The language of the report.
    pub(crate) language: Language,
    /// How many decimals of an index are shown.
    pub(crate) decimals: u32,
    /// How many decimals a level has.
    pub(crate) level_decimals: u32,
}

impl Numbers {
    /// Writes a value as it is shown: rounded half up.
    pub(crate) fn shown(self, value: &Exact) -> String {
        with_mark(&value.shown(self.decimals), self.language)
    }

    /// Writes a value that may be open.
    pub(crate) fn shown_or_open(self, value: Option<&Exact>) -> String {
        value.map_or_else(|| "–".to_owned(), |value| self.shown(value))
    }

    /// Writes a decimal with as many decimals as an index.
    pub(crate) fn even(self, value: Decimal) -> String {
        self.shown(&value.into())
    }

    /// Writes a decimal as it is.
    pub(crate) fn plain(self, value: Decimal) -> String {
        with_mark(&value.to_string(), self.language)
    }

    /// Writes a level: whole, or with as many decimals as the scale has.
    pub(crate) fn level(self, level: Decimal) -> String {
        if level.places() >= self.level_decimals {
            return self.plain(level);
        }
        with_mark(&Exact::from(level).shown(self.level_decimals), self.language)
    }

    /// Writes a level that may be open.
    pub(crate) fn level_or_open(self, level: Option<Decimal>) -> String {
        level.map_or_else(|| "–".to_owned(), |level| self.level(level))
    }

    /// Writes a number exactly: as a decimal, or as a fraction where its digits do not end.
    pub(crate) fn exactly(self, value: &Exact) -> String {
        match value.decimal().filter(|decimal| decimal.len() <= READABLE) {
            Some(decimal) => with_mark(&decimal, self.language),
            None => value.fraction(),
        }
    }

    /// Writes a number exactly, and about how much it is where it stays a fraction.
    pub(crate) fn exactly_and_about(self, value: &Exact) -> String {
        let exact = self.exactly(value);
        if !exact.contains('/') {
            return exact;
        }
        format!("{exact} ≈ {}", with_mark(&value.shown(APPROXIMATE), self.language))
    }

    /// Writes a distance; one that rounds to nought is still none.
    pub(crate) fn distance(self, distance: &Exact) -> String {
        let shown = self.shown(distance);
        let least = Exact::from(Decimal::new(1, self.decimals));
        if !distance.is_zero() && distance.rounded(self.decimals).is_zero() {
            return format!("< {}", self.shown(&least));
        }
        shown
    }
}

#[cfg(test)]
mod tests {
    use super::Numbers;
    use crate::index::exact::Exact;
    use crate::model::decimal::Decimal;
    use crate::text::language::Language;

    const INDONESIAN: Numbers = Numbers { language: Language::Indonesian, decimals: 2, level_decimals: 2 };

    fn exact(text: &str) -> Exact {
        Decimal::parse(text).expect("a decimal").0.into()
    }

    #[test]
    fn a_fraction_that_does_not_end_stays_a_fraction() {
        let third = Exact::from(10).divided_by(&Exact::from(3)).expect("not nought");
        assert_eq!(INDONESIAN.exactly_and_about(&third), "10/3 ≈ 3,333333");
        assert_eq!(INDONESIAN.exactly_and_about(&exact("1.25")), "1,25");
    }

    #[test]
    fn levels_have_as_many_decimals_as_their_scale() {
        assert_eq!(INDONESIAN.level(3.into()), "3,00");
        assert_eq!(Numbers { level_decimals: 0, ..INDONESIAN }.level(3.into()), "3");
    }

    #[test]
    fn a_distance_too_small_to_show_is_not_nought() {
        assert_eq!(INDONESIAN.distance(&exact("0.0049")), "< 0,01");
        assert_eq!(INDONESIAN.distance(&exact("0")), "0,00");
        assert_eq!(INDONESIAN.distance(&exact("0.36")), "0,36");
    }
}
