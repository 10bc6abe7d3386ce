//! The complete example with one thing taken out of it, or made a stroke of the pen: what still passes as a submission is
//! listed here, with the reason why it may.

use std::collections::BTreeSet;
use std::fs;
use std::mem;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use walkdir::WalkDir;

use crate::check::policy::Policy;
use crate::check::{Facts, check};
use crate::diagnostic::rule::{Severity, Stage};
use crate::model::files::INSTRUMENT;
use crate::store::load::load;

/// What is done to a row, a cell or a line.
const DONE: [&str; 3] = ["gone", "empty", "x"];

/// What may pass: the file (`scores/*` for those of members), the column or key, what was done to it, and why.
const MAY_PASS: [(&str, &str, &[&str], &str); 42] = [
    ("assignments.csv", "row", &["gone"], "who scored all the same is warned of"),
    ("assignments.csv", "due", &["empty"], "a day to be done by is an aid"),
    ("evidence-links.csv", "row", &["gone"], "another document supports the row; the lost link is warned of"),
    ("evidence-links.csv", "level", &["empty"], "which level a document shows is a claim that need not be made"),
    ("evidence.csv", "title", &["x"], "words are for people to judge"),
    ("evidence.csv", "date", &["empty"], "warned of: not every document has a day"),
    ("evidence.csv", "unit", &["empty", "x"], "warned of when empty; units have no list"),
    (
        "evidence.csv",
        "file",
        &["empty"],
        "a document without a file supports nothing; others do, and the file is warned of",
    ),
    ("evidence.csv", "sha256", &["x"], "an address has no content that could be compared"),
    ("recommendations.csv", "action", &["x"], "words are for people to judge"),
    ("recommendations.csv", "priority", &["empty", "x"], "an order is an aid, and a word of the agency's own"),
    ("recommendations.csv", "source", &["empty"], "the agency's own unless it is named"),
    ("recommendations.csv", "state", &["empty"], "open unless it is named"),
    ("recommendations.csv", "unit", &["x"], "units have no list"),
    ("scores/*", "row", &["gone"], "the row is decided and others scored it"),
    ("scores/*", "explanation", &["x"], "words are for people to judge"),
    ("scores/final.csv", "decided_by", &["x"], "a row that holds an answer alone has no decider"),
    ("scores/final.csv", "reason", &["x"], "words are for people to judge"),
    ("scores/final.csv", "explanation", &["x"], "words are for people to judge"),
    ("findings.toml", "aspect.strengths", &["gone", "x"], "an aspect needs strengths or weaknesses"),
    ("findings.toml", "aspect.weaknesses", &["gone", "x"], "an aspect needs strengths or weaknesses"),
    ("spbe.toml", "agency.code", &["gone", "empty", "x"], "not every agency has one"),
    ("spbe.toml", "agency.name", &["x"], "agencies have no list"),
    ("spbe.toml", "evaluation.language", &["gone"], "Indonesian unless it is named"),
    ("spbe.toml", "evaluation.target_index", &["gone"], "told as relaxed, and refused by `--strict`"),
    ("spbe.toml", "evaluation.target_level", &["gone"], "told as relaxed, and refused by `--strict`"),
    ("spbe.toml", "schedule.planning", &["gone"], "a schedule is an aid"),
    ("spbe.toml", "schedule.execution", &["gone"], "a schedule is an aid"),
    ("spbe.toml", "schedule.reporting", &["gone"], "a schedule is an aid"),
    ("spbe.toml", "service.name", &["x"], "services have no list"),
    ("spbe.toml", "service.unit", &["gone", "empty", "x"], "who answers for a service need not be named"),
    ("team.toml", "decree", &["gone"], "warned of: a decree may be on its way"),
    ("team.toml", "briefing.attended", &["gone"], "warned of: who was not there can still be told"),
    ("team.toml", "briefing.place", &["gone", "x"], "an aid"),
    ("team.toml", "briefing.topic", &["gone", "x"], "an aid"),
    ("team.toml", "member.functions", &["gone"], "another member covers the function"),
    ("team.toml", "member.name", &["x"], "people have no list"),
    ("team.toml", "member.position", &["gone", "x"], "not everyone has one"),
    ("team.toml", "member.unit", &["x"], "units have no list"),
    ("team.toml", "unit.indicators", &["gone"], "who owns which indicator is asked for no more than a hint"),
    ("team.toml", "unit.name", &["x"], "units have no list"),
    ("report.toml", "*", &["gone", "empty", "x"], "the look of the report is the agency's own"),
];

/// One change to a file.
struct Change {
    /// The column or key.
    part: String,
    /// What was done to it.
    done: &'static str,
    /// The text then.
    text: String,
}

#[test]
fn what_is_taken_from_a_complete_submission_is_missed_or_may_pass_for_a_reason() {
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/pemalang-2018");
    let files: Vec<PathBuf> = WalkDir::new(&example)
        .into_iter()
        .flatten()
        .map(|entry| entry.path().strip_prefix(&example).expect("below it").to_owned())
        .filter(|file| file.extension().is_some_and(|ending| ending == "csv" || ending == "toml"))
        .filter(|file| !file.starts_with("evidence"))
        .collect();
    assert!(files.len() > 15, "{files:?}");
    let passed: Vec<(String, String, &str)> = files.par_iter().flat_map_iter(|file| passing(&example, file)).collect();
    let mut used = BTreeSet::new();
    for (file, part, done) in &passed {
        let may = MAY_PASS
            .iter()
            .position(|(of, named, what, _)| of == file && (named == part || *named == "*") && what.contains(done));
        used.insert(may.unwrap_or_else(|| panic!("{file}: {part} made {done} passes as a submission")));
    }
    let stale: Vec<_> = (0..MAY_PASS.len()).filter(|at| !used.contains(at)).map(|at| MAY_PASS[at]).collect();
    assert!(stale.is_empty(), "never pass: {stale:?}");
}

/// Makes every change to one file of a copy, and returns those after which it still passes.
fn passing(example: &Path, file: &Path) -> Vec<(String, String, &'static str)> {
    let place = tempfile::tempdir().expect("a folder");
    for entry in WalkDir::new(example).into_iter().flatten() {
        let target = place.path().join(entry.path().strip_prefix(example).expect("below it"));
        if entry.file_type().is_dir() {
            fs::create_dir_all(target).expect("a folder");
        } else {
            fs::copy(entry.path(), target).expect("copied");
        }
    }
    let text = fs::read_to_string(example.join(file)).expect("a text");
    let changes =
        if file.extension().is_some_and(|ending| ending == "csv") { of_table(&text) } else { of_lines(&text) };
    let name = file.to_string_lossy().replace('\\', "/");
    let of_member = name.starts_with("scores/") && !["scores/final.csv", "scores/external.csv"].contains(&&*name);
    let named = if of_member { "scores/*".to_owned() } else { name };
    let kept = changes.into_iter().filter(|change| {
        fs::write(place.path().join(file), &change.text).expect("written");
        passes(place.path())
    });
    kept.map(|change| (named.clone(), change.part, change.done)).collect()
}

/// Tells whether a workspace passes as a submission.
fn passes(root: &Path) -> bool {
    let mut loaded = load(root);
    loaded.see_evidence();
    let read = mem::take(&mut loaded.findings);
    let facts = Facts::new(&loaded.workspace, &loaded.disk, loaded.instrument_places.as_ref()).after(&read);
    let judged = check(&facts, read, &Policy::of(loaded.workspace.manifest.as_ref()), Stage::Submission);
    assert!(loaded.sources.text(INSTRUMENT).is_some(), "the instrument is left alone");
    judged.iter().all(|judged| judged.severity != Severity::Error)
}

/// Takes every row out of a table, and empties or strikes every cell of it.
fn of_table(text: &str) -> Vec<Change> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let rows: Vec<Vec<String>> =
        reader.records().map(|record| record.expect("a record").iter().map(str::to_owned).collect()).collect();
    let mut changes = Vec::new();
    for (at, row) in rows.iter().enumerate().skip(1) {
        let mut fewer = rows.clone();
        fewer.remove(at);
        changes.push(Change { part: "row".to_owned(), done: DONE[0], text: written(&fewer) });
        for (column, cell) in row.iter().enumerate() {
            for (done, new) in [(DONE[1], ""), (DONE[2], "x")] {
                if cell != new {
                    let mut other = rows.clone();
                    new.clone_into(&mut other[at][column]);
                    changes.push(Change { part: rows[0][column].clone(), done, text: written(&other) });
                }
            }
        }
    }
    changes
}

/// Writes rows as a table.
fn written(rows: &[Vec<String>]) -> String {
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    rows.iter().for_each(|row| writer.write_record(row).expect("written"));
    String::from_utf8(writer.into_inner().expect("written")).expect("UTF-8")
}

/// Takes every line out of a file of settings, and empties or strikes what it sets.
fn of_lines(text: &str) -> Vec<Change> {
    let lines: Vec<&str> = text.lines().collect();
    let mut changes = Vec::new();
    let (mut table, mut key) = (String::new(), String::new());
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#')) {
        if let Some(name) = line.strip_prefix('[') {
            name.trim_start_matches('[').split(']').next().unwrap_or_default().clone_into(&mut table);
            key = String::new();
        }
        // What belongs to a list or a text of several lines bears the name of its key.
        let set = line.split_once(" = ").filter(|(name, _)| !name.contains(['"', ' ']));
        if let Some((name, _)) = set {
            name.clone_into(&mut key);
        }
        let part = [table.as_str(), key.as_str()]
            .iter()
            .filter(|part| !part.is_empty())
            .copied()
            .collect::<Vec<_>>()
            .join(".");
        let with = |new: Option<String>| {
            let kept = lines[..at].iter().map(|line| (*line).to_owned());
            let text: Vec<String> =
                kept.chain(new).chain(lines[at + 1..].iter().map(|line| (*line).to_owned())).collect();
            text.join("\n") + "\n"
        };
        changes.push(Change { part: part.clone(), done: DONE[0], text: with(None) });
        if let Some((name, _)) = set {
            for (done, value) in [(DONE[1], "\"\""), (DONE[2], "\"x\"")] {
                changes.push(Change { part: part.clone(), done, text: with(Some(format!("{name} = {value}"))) });
            }
        }
    }
    changes
}
