//! What the benches time, without the start of a process.

use std::path::Path;

use crate::check::policy::Policy;
use crate::check::{Facts, check};
use crate::diagnostic::rule::Stage;
use crate::format::reading::Reading;
use crate::format::{evidence, instrument};
use crate::model::evidence::Evidence;
use crate::result::report::Report;
use crate::store::{bundled, evidence_files, load};
use crate::terminal;
use crate::text::language::Language;

/// Loads a workspace and returns the number of its scores.
pub fn load(root: &Path) -> usize {
    load::load(root).workspace.scores.len()
}

/// Checks a workspace as for a submission and returns the number of findings.
pub fn validate(root: &Path) -> usize {
    let mut loaded = load::load(root);
    loaded.see_evidence();
    let facts = Facts::new(&loaded.workspace, &loaded.disk, loaded.instrument_places.as_ref());
    let policy = Policy::of(loaded.workspace.manifest.as_ref());
    check(&facts, loaded.findings.clone(), &policy, Stage::Submission).len()
}

/// Writes the report of a workspace for a terminal and returns its length.
pub fn report(root: &Path) -> usize {
    let loaded = load::load(root);
    let report = Report::of(&loaded.workspace, bundled::benchmarks());
    report.map_or(0, |report| terminal::report::render(&report, Language::Indonesian, 100).len())
}

/// Returns the id of every bundled instrument.
pub fn instruments() -> Vec<&'static str> {
    bundled::all().iter().map(|bundled| bundled.id).collect()
}

/// Parses the file of a bundled instrument, as one that differs from it would be, and returns its indicators' number.
pub fn parse(id: &str) -> usize {
    let text = bundled::find(id).map_or("", |bundled| bundled.text);
    let read = instrument::read(text, &Reading::new("instrument.yaml"));
    read.map_or(0, |(instrument, _)| instrument.indicators.len())
}

/// The index of the evidence of a workspace, read once.
#[derive(Debug)]
pub struct Index(Vec<Evidence>);

/// Makes an index of files; their digests are wrong, which costs nothing.
pub fn index<'a>(files: impl Iterator<Item = &'a str>) -> Index {
    let mut text = evidence::SCHEMA.header() + "\n";
    for (number, file) in files.enumerate() {
        text += &format!("d{number},document,D,,,{file},00\n");
    }
    Index(evidence::read(&text, &Reading::new("evidence.csv")))
}

/// Hashes all files of an index and returns their number.
pub fn hash(root: &Path, index: &Index) -> usize {
    evidence_files::states(root, &index.0).len()
}
