//! Many at once: nobody's score is lost, and who waits too long is told so.

use std::fs::File;
use std::thread;

use crate::harness::{Place, number};

fn begun(members: usize) -> Place {
    let place = Place::empty();
    place.spbe(&["init", ".", "--agency", "A", "--kind", "city", "--year", "2021"]).code(0);
    for member in 0..members {
        let id = format!("m{member}");
        place.spbe(&["team", "add", &id, "--name", "N", "--unit", "U", "--role", "member"]).code(0);
    }
    place
}

/// `SPBE_CROWD=50 SPBE_CROWD_SCORES=20` is the full size.
#[test]
fn a_crowd_loses_no_score() {
    let (crowd, scores) = (number("SPBE_CROWD", 8), number("SPBE_CROWD_SCORES", 5));
    let place = begun(crowd);
    thread::scope(|scope| {
        for member in 0..crowd {
            let place = &place;
            scope.spawn(move || {
                for score in 1..=scores {
                    let (by, row) = (format!("m{member}"), score.to_string());
                    place.spbe(&["score", &row, "--level", "3", "--by", &by, "-q"]).code(0);
                    // All of them write to this one file, too.
                    place.spbe(&["assign", &row, "--to", &by, "-q"]).code(0);
                }
            });
        }
    });
    let rows = |file: &str| place.read(file).lines().count() - 1;
    let scored: usize = (0..crowd).map(|member| rows(&format!("scores/m{member}.csv"))).sum();
    assert_eq!(scored, crowd * scores);
    assert_eq!(rows("assignments.csv"), crowd * scores);
    let findings = place.spbe(&["validate", "--stage", "execution", "--format", "short"]).stdout;
    assert!(!findings.contains("bad-syntax") && !findings.contains("score-not-assigned"), "{findings}");
}

/// `SPBE_CROWD=50` is the full size: as many indicators as there are, each scored by a process of its own.
#[test]
fn a_crowd_that_writes_one_file_loses_no_line() {
    let crowd = number("SPBE_CROWD", 8).min(47);
    let place = begun(1);
    thread::scope(|scope| {
        for row in 1..=crowd {
            let place = &place;
            scope.spawn(move || place.spbe(&["score", &row.to_string(), "--level", "2", "--by", "m0", "-q"]).code(0));
        }
    });
    let scores = place.read("scores/m0.csv");
    let rows: Vec<usize> = scores
        .lines()
        .skip(1)
        .map(|line| line.split(',').next().and_then(|row| row.parse().ok()).expect("a row"))
        .collect();
    assert_eq!(rows, (1..=crowd).collect::<Vec<_>>(), "{scores}");
}

#[test]
fn who_waits_too_long_is_told_and_changes_nothing() {
    let place = begun(1);
    place.spbe(&["score", "1", "--level", "3", "--by", "m0"]).code(0);
    let lock = File::open(place.path().join(".spbe/lock")).expect("the lock");
    lock.lock().expect("locked");
    let before = place.snapshot();
    let ran = place.spbe(&["score", "2", "--level", "3", "--by", "m0", "--lock-timeout", "0"]).code(2);
    assert!(
        ran.stderr.contains("another command is writing") && ran.stderr.contains("--lock-timeout"),
        "{}",
        ran.stderr
    );
    assert_eq!(place.snapshot(), before);
    place.spbe(&["report"]).code(0);
    drop(lock);
    place.spbe(&["score", "2", "--level", "3", "--by", "m0", "--lock-timeout", "5"]).code(0);
}
