//! The predicate of an index.

use crate::index::exact::Exact;
use crate::model::instrument::{Instrument, Predicate};

/// Finds the predicate of an index: from the exact value, or from the shown one in the years that took it from there.
pub(crate) fn predicate<'a>(instrument: &'a Instrument, year: u32, index: &Exact) -> Option<&'a Predicate> {
    let index = deciding(instrument, year, index);
    let covers = |predicate: &&Predicate| {
        let (from, to) = (Exact::from(predicate.from), Exact::from(predicate.to));
        from <= index && (index < to || (index == to && predicate.to == instrument.scale.highest))
    };
    instrument.predicates.iter().find(covers)
}

/// Returns the value that decides the predicate of an index in a year.
pub(crate) fn deciding(instrument: &Instrument, year: u32, index: &Exact) -> Exact {
    let from_shown = instrument.predicate_from_shown.contains(&year);
    if from_shown { index.rounded(instrument.decimals) } else { index.clone() }
}

/// Finds the predicate above one, if there is a better one.
pub(crate) fn next_above<'a>(instrument: &'a Instrument, predicate: &Predicate) -> Option<&'a Predicate> {
    let better = instrument.predicates.iter().filter(|other| other.from > predicate.from);
    better.min_by_key(|other| other.from)
}

#[cfg(test)]
mod tests {
    use super::{next_above, predicate};
    use crate::index::exact::Exact;
    use crate::index::testing::{decimal, instrument};

    fn name(year: u32, index: &str) -> Option<String> {
        predicate(&instrument(), year, &Exact::from(decimal(index))).map(|found| found.name.to_string())
    }

    #[test]
    fn a_lower_bound_belongs_to_its_predicate_and_an_upper_one_does_not() {
        for (index, expected) in [
            ("0", "Kurang"),
            ("1.7999", "Kurang"),
            ("1.8", "Cukup"),
            ("2.5999", "Cukup"),
            ("2.6", "Baik"),
            ("3.4999", "Baik"),
            ("3.5", "Sangat Baik"),
            ("4.2", "Memuaskan"),
            ("5", "Memuaskan"),
        ] {
            assert_eq!(name(2018, index).as_deref(), Some(expected), "{index}");
        }
        assert_eq!(name(2018, "5.01"), None);
    }

    #[test]
    fn in_2023_the_shown_index_decides_and_in_2024_the_exact_one() {
        assert_eq!(name(2023, "2.595").as_deref(), Some("Baik"));
        assert_eq!(name(2024, "2.595").as_deref(), Some("Cukup"));
        assert_eq!(name(2023, "2.5949").as_deref(), Some("Cukup"));
    }

    #[test]
    fn above_the_best_there_is_none() {
        let instrument = instrument();
        let best = &instrument.predicates[0];
        let worst = &instrument.predicates[4];
        assert_eq!(next_above(&instrument, worst).map(|found| found.name.as_ref()), Some("Cukup"));
        assert_eq!(next_above(&instrument, best), None);
    }
}
