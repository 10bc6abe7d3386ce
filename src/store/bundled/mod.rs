//! The instruments and averages that the binary carries.
//!
//! They are data beside this file, made from `instruments/` by the test in `snapshot`: nothing is parsed when the tool
//! runs, and each is taken out of its bytes when it is first asked for. Their texts stay where they are in the binary.

mod editions;
#[cfg(test)]
mod snapshot;

use std::sync::LazyLock;

use serde::Deserialize;

use crate::format;
use crate::format::reading::Reading;
use crate::model::benchmark::{Benchmark, BenchmarkNode, Group};
use crate::model::decimal::Decimal;
use crate::model::instrument::{Instrument, InstrumentPlaces, Years};
use crate::text::bilingual::Bilingual;

/// An instrument that the binary carries, with the file that it was made from.
#[derive(Debug)]
pub(crate) struct Bundled {
    /// The id of the instrument.
    pub(crate) id: &'static str,
    /// Its file, byte for byte.
    pub(crate) text: &'static str,
    /// Its snapshot: the years in which it is used, then the whole of it.
    snapshot: &'static [u8],
    /// The instrument, once it was asked for.
    instrument: LazyLock<Instrument>,
}

/// Takes an instrument, by its id, from the files of that name.
macro_rules! bundled {
    ($id:literal) => {
        Bundled {
            id: $id,
            text: include_str!(concat!("../../../instruments/", $id, ".yaml")),
            snapshot: include_bytes!(concat!($id, ".bin")),
            instrument: LazyLock::new(|| instrument(include_bytes!(concat!($id, ".bin")))),
        }
    };
}

/// The instruments, oldest first.
static ALL: [Bundled; 3] = [bundled!("spbe-2018"), bundled!("spbe-2020"), bundled!("pemdi-2026")];

/// What is said of a snapshot that can't be read, which a test rules out.
const SOUND: &str = "a test compares the snapshot with what it was made from";

impl Bundled {
    /// Returns the instrument.
    pub(crate) fn instrument(&self) -> &Instrument {
        &self.instrument
    }

    /// Returns the SHA-256 digest of its file.
    pub(crate) fn sha256(&self) -> &'static str {
        editions::newest(self.id).expect("a test finds the edition of every instrument")
    }

    /// Returns the years in which it is used.
    fn years(&self) -> Years {
        years(self.snapshot).0
    }
}

/// Reads the head of a snapshot, and returns with it what follows.
fn years(snapshot: &'static [u8]) -> (Years, &'static [u8]) {
    postcard::take_from_bytes(snapshot).expect(SOUND)
}

/// Takes the instrument out of its snapshot.
fn instrument(snapshot: &'static [u8]) -> Instrument {
    postcard::from_bytes(years(snapshot).1).expect(SOUND)
}

/// The averages that were published together.
#[derive(Deserialize)]
#[cfg_attr(test, derive(serde::Serialize))]
struct Publication {
    /// The year of the evaluations.
    year: u32,
    /// The id of their instrument.
    #[serde(borrow)]
    instrument: &'static str,
    /// Where they were published.
    source: Bilingual,
    /// Whose average of what, and the average.
    values: Vec<(Group, BenchmarkNode, Decimal)>,
}

impl Publication {
    /// Returns the averages one by one.
    fn benchmarks(&self) -> impl Iterator<Item = Benchmark> {
        self.values.iter().map(|&(group, node, value)| Benchmark {
            year: self.year,
            instrument: self.instrument.into(),
            group,
            node,
            value,
            source: self.source.clone(),
        })
    }
}

/// Takes the averages out of their snapshot.
fn averages(snapshot: &'static [u8]) -> Vec<Benchmark> {
    let publications: Vec<Publication> = postcard::from_bytes(snapshot).expect(SOUND);
    publications.iter().flat_map(Publication::benchmarks).collect()
}

/// Returns the published averages of kinds of agency.
pub(crate) fn benchmarks() -> &'static [Benchmark] {
    static BENCHMARKS: LazyLock<Vec<Benchmark>> = LazyLock::new(|| averages(include_bytes!("averages.bin")));
    &BENCHMARKS
}

/// Tells whether a digest is that of any edition of a bundled instrument that the tool ever carried.
pub(crate) fn is_edition(id: &str, sha256: &str) -> bool {
    editions::is_edition(id, sha256)
}

/// Returns every bundled instrument, oldest first.
pub(crate) fn all() -> &'static [Bundled] {
    &ALL
}

/// Finds a bundled instrument by its id.
pub(crate) fn find(id: &str) -> Option<&'static Bundled> {
    ALL.iter().find(|bundled| bundled.id == id)
}

/// Finds the instrument that is used in a year.
pub(crate) fn in_use(year: u32) -> Option<&'static Bundled> {
    ALL.iter().find(|bundled| bundled.years().contains(year))
}

/// Reads an instrument that is no copy of a bundled one; beside its places stands how it differs from its namesake.
pub(crate) fn read_other(text: &str, reading: &Reading) -> Option<(Instrument, InstrumentPlaces)> {
    let (instrument, mut places) = format::instrument::read(text, reading)?;
    if let Some(namesake) = find(&instrument.id) {
        places.note_differences(&instrument, namesake.instrument());
    }
    Some((instrument, places))
}

/// Finds the instrument whose file is byte for byte this text.
pub(crate) fn of_text(text: &str) -> Option<&'static Bundled> {
    ALL.iter().find(|bundled| bundled.text == text)
}

#[cfg(test)]
mod tests {
    use super::in_use;

    #[test]
    fn every_year_since_2018_has_its_instrument() {
        for (year, id) in
            [(2018, "spbe-2018"), (2020, "spbe-2018"), (2021, "spbe-2020"), (2025, "spbe-2020"), (2030, "pemdi-2026")]
        {
            assert_eq!(in_use(year).map(|bundled| bundled.id), Some(id), "{year}");
        }
        assert!(in_use(2017).is_none());
    }
}
