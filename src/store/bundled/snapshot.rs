//! Makes the data beside this file from `instruments/`, and tells when it is no longer what would be made.
//!
//! A new instrument is written first, for the binary is built with it: its file in `instruments/`, this test with `UPDATE=1`,
//! and then its line in `ALL`.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::{env, fs};

use crate::diagnostic::file_rules::NOT_CANONICAL;
use crate::format::reading::Reading;
use crate::format::{benchmarks, instrument};
use crate::model::benchmark::Benchmark;
use crate::model::instrument::Instrument;
use crate::store::bundled::{Publication, all, find};

/// Returns a path of the repository.
fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Reads an instrument that must have no fault.
fn read_instrument(text: &str, id: &str) -> Instrument {
    let reading = Reading::new(id);
    let read = instrument::read(text, &reading);
    assert_eq!(reading.finish(), [], "{id}");
    let (instrument, _) = read.expect("an instrument");
    assert_eq!(instrument.id, id, "a file is named as the instrument in it");
    instrument
}

/// Reads the averages, which must have no fault but how decimals are spelled.
fn read_averages() -> Vec<Benchmark> {
    let reading = Reading::new("benchmarks.csv");
    let text = fs::read_to_string(repository("instruments/benchmarks.csv")).expect("the averages");
    let averages = benchmarks::read(&text, &reading);
    assert!(reading.finish().iter().all(|finding| finding.rule == NOT_CANONICAL));
    averages
}

/// Gathers averages that were published together.
fn publications(averages: &[Benchmark]) -> Vec<Publication> {
    let mut publications: Vec<Publication> = Vec::new();
    for Benchmark { year, instrument, group, node, value, source } in averages {
        let instrument = find(instrument).expect("averages are of bundled instruments").id;
        let together =
            |last: &&mut Publication| (last.year, last.instrument, &last.source) == (*year, instrument, source);
        match publications.last_mut().filter(together) {
            Some(last) => last.values.push((*group, *node, *value)),
            None => publications.push(Publication {
                year: *year,
                instrument,
                source: source.clone(),
                values: vec![(*group, *node, *value)],
            }),
        }
    }
    publications
}

/// Tells whether the data is to be written anew.
#[expect(clippy::disallowed_methods, reason = "a test is told by its environment, the tool is not")]
fn updating() -> bool {
    env::var_os("UPDATE").is_some()
}

/// Compares a file of data with what it should hold, or writes it anew.
fn hold(name: &str, expected: &[u8]) {
    let path = repository("src/store/bundled").join(name);
    if updating() {
        return fs::write(&path, expected).expect("the data can be written");
    }
    let same = fs::read(&path).is_ok_and(|there| there == expected);
    assert!(
        same,
        "src/store/bundled/{name} is not what instruments/ says: `UPDATE=1 cargo test bundled::snapshot` writes it anew"
    );
}

#[test]
fn what_is_bundled_is_what_the_files_say() {
    let files =
        fs::read_dir(repository("instruments")).expect("the instruments").map(|file| file.expect("a file").path());
    let instruments: Vec<PathBuf> = files.filter(|file| file.extension() == Some(OsStr::new("yaml"))).collect();
    for file in &instruments {
        let id = file.file_stem().and_then(OsStr::to_str).expect("an id");
        let read = read_instrument(&fs::read_to_string(file).expect("an instrument"), id);
        let mut snapshot = postcard::to_allocvec(&read.years).expect("years");
        snapshot.extend(postcard::to_allocvec(&read).expect("an instrument"));
        hold(&format!("{id}.bin"), &snapshot);
        let bundled = find(id).expect("every file in instruments/ has its line in ALL");
        // This very binary still carries what is replaced.
        if !updating() {
            assert_eq!(bundled.years(), read.years, "{id}");
            assert!(*bundled.instrument() == read, "{id}");
        }
    }
    assert_eq!(instruments.len(), all().len());
    let averages = read_averages();
    hold("averages.bin", &postcard::to_allocvec(&publications(&averages)).expect("averages"));
    assert!(updating() || super::benchmarks() == averages);
}
