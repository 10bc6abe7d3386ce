//! Commands killed at any moment: the workspace stays whole, and what was reported as written is there.

#![cfg(unix)]

use std::collections::{BTreeMap, BTreeSet};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::harness::{Place, number};

/// Numbers that look random and are the same on every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % sides
    }
}

/// How a command ended that was killed after a while.
struct Killed {
    /// It had ended by itself by then.
    finished: bool,
    /// It had said that it was done, or had ended well: its work must be there.
    reported: bool,
}

fn killed(place: &Place, arguments: &[&str], done: &str, after: Duration) -> Killed {
    let mut child = Command::new(env!("CARGO_BIN_EXE_spbe"))
        .args(arguments)
        .current_dir(place.path())
        .env_clear()
        .env("SPBE_LANG", "en")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary runs");
    sleep(after);
    // Killing one that has ended already is no error.
    let _ = child.kill();
    let output = child.wait_with_output().expect("it ends");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(!said.contains("panicked") && !said.contains("error: "), "{arguments:?}: {said}");
    let finished = output.status.code().is_some();
    assert!(!finished || output.status.success(), "{arguments:?}: {said}");
    Killed { finished, reported: finished || said.contains(done) }
}

/// What commands reported as written.
#[derive(Default)]
struct Reported {
    /// Of each row, the levels that may stand there: the last one that was reported, and those of killed commands since.
    levels: BTreeMap<String, BTreeSet<String>>,
    assigned: BTreeSet<String>,
    /// The digests of documents, each with the row that it supports.
    documents: BTreeSet<(String, String)>,
}

impl Reported {
    fn scored(&mut self, row: String, level: String, reported: bool) {
        if reported {
            self.levels.insert(row, BTreeSet::from([level]));
        } else if let Some(possible) = self.levels.get_mut(&row) {
            possible.insert(level);
        }
    }

    /// Asserts that the workspace loads and that all that was reported is there.
    fn assert_there(&self, place: &Place) {
        let ran = place.spbe(&["validate", "--format", "json"]);
        assert!([0, 1].contains(&ran.code), "{}\n{}", ran.stdout, ran.stderr);
        let validated = ran.json();
        for finding in validated["findings"].as_array().expect("findings") {
            let rule = finding["rule"].as_str().expect("a rule");
            let broken = ["bad-", "missing-field", "evidence-missing", "evidence-altered", "unknown-", "duplicate-"];
            assert!(!broken.iter().any(|broken| rule.starts_with(broken)), "{finding}");
        }
        let table = |file: &str| if place.path().join(file).exists() { place.read(file) } else { String::new() };
        let scores = table("scores/m.csv");
        for (row, possible) in &self.levels {
            let stands = |level: &String| scores.lines().any(|line| line.starts_with(&format!("{row},{level},")));
            assert!(possible.iter().any(stands), "{row}: {possible:?} is lost:\n{scores}");
        }
        let assignments = table("assignments.csv");
        for row in &self.assigned {
            assert!(assignments.lines().any(|line| line == format!("{row},m,")), "{row} is lost:\n{assignments}");
        }
        // The index is enough: `validate` has hashed every file that it names.
        let (index, links) = (table("evidence.csv"), table("evidence-links.csv"));
        for (digest, row) in &self.documents {
            let record =
                index.lines().find(|line| line.ends_with(digest)).unwrap_or_else(|| panic!("{digest}:\n{index}"));
            let id = record.split(',').next().expect("an id");
            assert!(links.lines().any(|line| line == format!("{row},{id},")), "the link of {id} is lost:\n{links}");
        }
    }
}

/// How long a command takes when nobody kills it: the middle one of five, in microseconds.
fn usual(place: &Place) -> u64 {
    let mut times: Vec<u128> = (0..5)
        .map(|_| {
            let begun = Instant::now();
            place.spbe(&["score", "47", "--level", "3", "--by", "m"]).code(0);
            begun.elapsed().as_micros()
        })
        .collect();
    times.sort_unstable();
    u64::try_from(times[2]).expect("a short while")
}

/// `SPBE_KILLS=1000` is the full size.
#[test]
fn a_killed_command_breaks_nothing_and_loses_nothing() {
    let kills = number("SPBE_KILLS", 40);
    let place = Place::empty();
    place.spbe(&["init", ".", "--agency", "A", "--kind", "city", "--year", "2021"]).code(0);
    place.spbe(&["team", "add", "m", "--name", "N", "--unit", "U", "--role", "member"]).code(0);
    let usual = usual(&place);
    let (mut dice, mut reported, mut finished, mut halves) = (Dice(0x9e37_79b9_7f4a_7c15), Reported::default(), 0, 0);
    for turn in 0..kills {
        let (row, level) = ((dice.roll(46) + 1).to_string(), (dice.roll(5) + 1).to_string());
        let after = Duration::from_micros(dice.roll(usual * 3 / 2 + 1));
        let left = temporary_files(&place);
        let ended = match dice.roll(3) {
            0 => {
                let ended = killed(&place, &["assign", &row, "--to", "m"], "Assigned indicator", after);
                if ended.reported {
                    reported.assigned.insert(row);
                }
                ended
            }
            1 => {
                let document = format!("document {turn}");
                place.write("in.txt", &document);
                let ended = killed(&place, &["evidence", "add", "in.txt", "--for", &row], "Evidence in-", after);
                if ended.reported {
                    reported.documents.insert((spbe::probe::sha256(document.as_bytes()), row));
                }
                ended
            }
            _ => {
                let ended = killed(&place, &["score", &row, "--level", &level, "--by", "m"], "m scored", after);
                reported.scored(row, level, ended.reported);
                ended
            }
        };
        finished += usize::from(ended.finished);
        halves += usize::from(temporary_files(&place) > left);
        reported.assert_there(&place);
    }
    println!(
        "{kills} commands were killed, {finished} of them had finished, {halves} left half a file; \
         {} scores, {} assignments and {} documents were reported and stand",
        reported.levels.len(),
        reported.assigned.len(),
        reported.documents.len()
    );
    // Each folder is swept by the next command that writes to it.
    place.spbe(&["assign", "all", "--to", "m"]).code(0);
    place.spbe(&["score", "all", "--level", "3", "--by", "m"]).code(0);
    place.write("in.txt", "the last");
    place.spbe(&["evidence", "add", "in.txt", "--for", "1"]).code(0);
    assert_eq!(temporary_files(&place), 0);
}

fn temporary_files(place: &Place) -> usize {
    place.snapshot().into_iter().filter(|(name, _)| name.ends_with(".tmp")).count()
}
