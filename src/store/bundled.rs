//! The instruments and averages that the binary carries.

use std::borrow::Cow;

use crate::format;
use crate::format::reading::Reading;
use crate::model::benchmark::{Benchmark, BenchmarkNode, Group};
use crate::model::decimal::Decimal;
use crate::model::instrument::{
    Aspect, Capability, Domain, Function, Indicator, Instrument, InstrumentPlaces, MappedIndicator, Mapping, Predicate,
    Repeat, RoleCount, Scale, Wording, Years,
};
use crate::model::manifest::AgencyKind;
use crate::model::team::Role;
use crate::text::bilingual::Bilingual;

include!(concat!(env!("OUT_DIR"), "/bundled.rs"));

/// An instrument that the binary carries, with the file that it was made from.
#[derive(Debug)]
pub(crate) struct Bundled {
    /// The instrument.
    pub(crate) instrument: &'static Instrument,
    /// Its file, byte for byte.
    pub(crate) text: &'static str,
    /// The SHA-256 digest of the file.
    pub(crate) sha256: &'static str,
}

/// The instruments, oldest first.
static ALL: [Bundled; 3] = [
    Bundled {
        instrument: &SPBE_2018,
        text: include_str!("../../instruments/spbe-2018.yaml"),
        sha256: SPBE_2018_SHA256,
    },
    Bundled {
        instrument: &SPBE_2020,
        text: include_str!("../../instruments/spbe-2020.yaml"),
        sha256: SPBE_2020_SHA256,
    },
    Bundled {
        instrument: &PEMDI_2026,
        text: include_str!("../../instruments/pemdi-2026.yaml"),
        sha256: PEMDI_2026_SHA256,
    },
];

/// Returns the published averages of kinds of agency.
pub(crate) fn benchmarks() -> &'static [Benchmark] {
    &BENCHMARKS
}

/// Returns every bundled instrument, oldest first.
pub(crate) fn all() -> &'static [Bundled] {
    &ALL
}

/// Finds a bundled instrument by its id.
pub(crate) fn find(id: &str) -> Option<&'static Bundled> {
    ALL.iter().find(|bundled| bundled.instrument.id == id)
}

/// Finds the instrument that is used in a year.
pub(crate) fn in_use(year: u32) -> Option<&'static Bundled> {
    ALL.iter().find(|bundled| bundled.instrument.years.contains(year))
}

/// Reads an instrument that is no copy of a bundled one; beside its places stands how it differs from its namesake.
pub(crate) fn read_other(text: &str, reading: &Reading) -> Option<(Instrument, InstrumentPlaces)> {
    let (instrument, mut places) = format::instrument::read(text, reading)?;
    if let Some(namesake) = find(&instrument.id) {
        places.note_differences(&instrument, namesake.instrument);
    }
    Some((instrument, places))
}

/// Finds the instrument whose file is byte for byte this text.
pub(crate) fn of_text(text: &str) -> Option<&'static Bundled> {
    ALL.iter().find(|bundled| bundled.text == text)
}

#[cfg(test)]
mod tests {
    use super::{all, in_use};
    use crate::format::instrument;
    use crate::format::reading::Reading;
    use crate::store::hash;

    #[test]
    fn what_is_compiled_in_is_what_the_file_says() {
        for bundled in all() {
            let (read, _) = instrument::read(bundled.text, &Reading::new("instrument.yaml")).expect("an instrument");
            assert!(read == *bundled.instrument, "{}", read.id);
            assert_eq!(bundled.sha256, hash::bytes(bundled.text.as_bytes()), "{}", read.id);
        }
    }

    #[test]
    fn every_year_since_2018_has_its_instrument() {
        for (year, id) in
            [(2018, "spbe-2018"), (2020, "spbe-2018"), (2021, "spbe-2020"), (2025, "spbe-2020"), (2030, "pemdi-2026")]
        {
            assert_eq!(in_use(year).map(|bundled| bundled.instrument.id.as_ref()), Some(id), "{year}");
        }
        assert!(in_use(2017).is_none());
    }
}
