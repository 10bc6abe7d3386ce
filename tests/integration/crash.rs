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

/// Runs a command, kills it after a while, and tells whether it had reported success by then.
fn killed(place: &Place, arguments: &[&str], after: Duration) -> bool {
    let mut child = Command::new(env!("CARGO_BIN_EXE_spbe"))
        .args(arguments)
        .current_dir(place.path())
        .env_clear()
        .env("SPBE_LANG", "en")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the binary runs");
    sleep(after);
    // Killing one that has ended already is no error.
    let _ = child.kill();
    child.wait().expect("it ends").success()
}

/// `SPBE_KILLS=1000` is the full size.
#[test]
fn a_killed_command_breaks_nothing_and_loses_nothing() {
    let kills = number("SPBE_KILLS", 40);
    let place = Place::empty();
    place.spbe(&["init", ".", "--agency", "A", "--kind", "city", "--year", "2021"]).code(0);
    place.spbe(&["team", "add", "m", "--name", "N", "--unit", "U", "--role", "member"]).code(0);
    let begun = Instant::now();
    place.spbe(&["score", "47", "--level", "3", "--by", "m"]).code(0);
    let usual = u64::try_from(begun.elapsed().as_micros()).expect("a short while");
    // Of each row, the levels that may stand there: the last one that was reported, and those of killed commands since.
    let mut levels: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let (mut dice, mut finished) = (Dice(0x9e37_79b9_7f4a_7c15), 0);
    for turn in 0..kills {
        let (row, level) = ((dice.roll(46) + 1).to_string(), (dice.roll(5) + 1).to_string());
        let after = Duration::from_micros(dice.roll(usual * 3 + 1));
        let done = match dice.roll(3) {
            0 => killed(&place, &["assign", &row, "--to", "m"], after),
            1 => {
                place.write("in.txt", format!("document {turn}"));
                killed(&place, &["evidence", "add", "in.txt", "--for", &row], after)
            }
            _ => {
                let done = killed(&place, &["score", &row, "--level", &level, "--by", "m"], after);
                if done {
                    levels.insert(row, BTreeSet::from([level]));
                } else if let Some(possible) = levels.get_mut(&row) {
                    possible.insert(level);
                }
                done
            }
        };
        finished += usize::from(done);
        let findings = place.spbe(&["validate", "--format", "short"]).stdout;
        for broken in ["bad-syntax", "evidence-missing", "evidence-altered", "unknown-evidence", "duplicate"] {
            assert!(!findings.contains(broken), "after {turn} kills:\n{findings}");
        }
        let scores = place.read("scores/m.csv");
        for (row, possible) in &levels {
            let stands = |level: &String| scores.lines().any(|line| line.starts_with(&format!("{row},{level},")));
            assert!(possible.iter().any(stands), "{row}: {possible:?} is lost after {turn} kills:\n{scores}");
        }
    }
    println!(
        "{kills} commands were killed, {finished} of them had finished, {} scores were reported and stand",
        levels.len()
    );
    place.spbe(&["assign", "all", "--to", "m"]).code(0);
    place.spbe(&["score", "all", "--level", "3", "--by", "m"]).code(0);
    let leftovers = place.snapshot().into_iter().filter(|(name, _)| name.contains(".tmp")).count();
    // The folder of the evidence is swept by the next command that writes to it.
    place.write("in.txt", "the last");
    place.spbe(&["evidence", "add", "in.txt", "--for", "1"]).code(0);
    let after = place.snapshot().into_iter().filter(|(name, _)| name.contains(".tmp")).count();
    assert_eq!(after, 0, "{leftovers} were left before");
}
