//! Many at once: nobody's score is lost, and who waits too long is told so.

use std::fs::File;
use std::sync::atomic::{AtomicBool, Ordering};
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

/// `SPBE_CROWD_READS=40` is the full size: how often each reader reads while others write.
#[test]
fn readers_beside_writers_never_see_half_a_file() {
    let reads = number("SPBE_CROWD_READS", 6);
    let place = begun(2);
    for member in ["m0", "m1"] {
        place.spbe(&["score", "all", "--level", "3", "--by", member, "--explanation", "Ada", "-q"]).code(0);
        place.spbe(&["assign", "all", "--to", member, "-q"]).code(0);
    }
    let readers: [&[&str]; 5] = [
        &["report", "--format", "json"],
        &["report", "-o"],
        &["validate", "--stage", "execution", "--format", "json"],
        &["show", "all", "--format", "json"],
        &["team", "list", "--format", "json"],
    ];
    let (done, outside) = (AtomicBool::new(false), Place::empty());
    thread::scope(|scope| {
        let (place, done, outside) = (&place, &done, &outside);
        let writers: Vec<_> = ["m0", "m1"]
            .map(|member| {
                scope.spawn(move || {
                    for round in 0.. {
                        if done.load(Ordering::Relaxed) {
                            break;
                        }
                        let (row, level) = ((round % 47 + 1).to_string(), if round % 2 == 0 { "2" } else { "4" });
                        place.spbe(&["score", &row, "--level", level, "--by", member, "-q"]).code(0);
                        place.spbe(&["assign", &row, "--to", member, "--due", "2021-08-01", "-q"]).code(0);
                        let id = format!("{member}-{round}");
                        place
                            .spbe(&["team", "add", &id, "--name", "N", "--unit", "U", "--role", "member", "-q"])
                            .code(0);
                    }
                })
            })
            .into();
        let looked: Vec<_> = readers
            .into_iter()
            .enumerate()
            .map(|(number, arguments)| {
                scope.spawn(move || {
                    let file = outside.path().join(format!("{number}.md")).to_string_lossy().into_owned();
                    let arguments = match arguments {
                        ["report", "-o"] => [arguments, &[file.as_str(), "-q"]].concat(),
                        _ => arguments.to_vec(),
                    };
                    for _ in 0..reads {
                        let ran = place.spbe(&arguments);
                        let judges = arguments[0] == "validate";
                        assert!(ran.code == 0 || judges && ran.code == 1, "{arguments:?}: {}", ran.stderr);
                        // Every row has a score at every moment, so none is open in any state between two writes.
                        assert!(!ran.stderr.contains("can't be read"), "{arguments:?}: {}", ran.stderr);
                        assert!(!ran.stdout.contains("\"bad-") && !ran.stdout.contains("\"missing-"), "{}", ran.stdout);
                        if arguments[0] == "show" {
                            let rows = ran.json()["indicators"].as_array().map(Vec::len);
                            assert!(rows.is_none_or(|rows| rows == 47), "{}", ran.stdout);
                        }
                    }
                })
            })
            .collect();
        let looked: Vec<_> = looked.into_iter().map(thread::ScopedJoinHandle::join).collect();
        done.store(true, Ordering::Relaxed);
        for writer in writers {
            writer.join().expect("nothing that was written failed");
        }
        assert!(looked.iter().all(Result::is_ok), "a reader saw what it should not");
    });
    let found = place.spbe(&["validate", "--stage", "execution", "--format", "short"]).stdout;
    assert!(!found.contains("bad-syntax"), "{found}");
}
