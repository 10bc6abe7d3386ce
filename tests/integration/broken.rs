//! A broken file before every command: none of them panics, none writes, none passes half a file off as a whole.

use std::fs;

use crate::harness::{Place, Ran, changes};

/// What happens to files: half of one is lost, a merge is not finished, it is no text, it is empty.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Fault {
    Half,
    Conflict,
    NoText,
    Folder,
}

const FAULTS: [Fault; 4] = [Fault::Half, Fault::Conflict, Fault::NoText, Fault::Folder];

/// The files that people and commands write.
const FILES: [&str; 11] = [
    "spbe.toml",
    "instrument.yaml",
    "team.toml",
    "assignments.csv",
    "evidence.csv",
    "evidence-links.csv",
    "scores/hukum.csv",
    "scores/final.csv",
    "recommendations.csv",
    "findings.toml",
    "report.toml",
];

/// Every command that reads a workspace and writes none.
const READERS: [&[&str]; 14] = [
    &["validate", "--format", "short"],
    &["validate", "--format", "json"],
    &["report"],
    &["report", "--format", "json"],
    &["report", "--format", "csv"],
    &["report", "--format", "md"],
    &["show", "1"],
    &["show", "all", "--format", "json"],
    &["team", "list"],
    &["evidence", "list"],
    &["recommend", "list"],
    &["form", "minutes"],
    &["form", "request"],
    &["fmt", "--check"],
];

/// A command for each file that is written, which must refuse where it can't read that file whole.
const WRITERS: [(&str, &[&str]); 9] = [
    ("assignments.csv", &["assign", "1", "--to", "probis"]),
    ("scores/hukum.csv", &["score", "1", "--level", "2", "--by", "hukum"]),
    ("scores/final.csv", &["agree", "1", "--level", "2", "--by", "sekda", "--reason", "Rapat"]),
    ("team.toml", &["team", "add", "humas", "--name", "H", "--unit", "U", "--role", "member"]),
    ("team.toml", &["unit", "add", "U", "--indicator", "1"]),
    ("evidence.csv", &["evidence", "add", "in.txt", "--for", "1"]),
    ("evidence-links.csv", &["evidence", "add", "in.txt", "--for", "1"]),
    ("recommendations.csv", &["recommend", "set", "1", "--action", "Reviu"]),
    ("recommendations.csv", &["recommend"]),
];

fn broken(file: &str, fault: Fault) -> Place {
    let place = Place::example("pemalang-2018");
    place.write("in.txt", "a document");
    let path = place.path().join(file);
    if !path.exists() {
        place.write(file, "indicator,level,date,decided_by,reason\n1,3,2018-08-20,sekda,\"Rapat\npleno\"\n");
    }
    let text = place.read(file);
    match fault {
        Fault::Half => {
            // In the middle of a quoted text, a record or a key, so that it can't be taken for the end.
            let half = text.rfind('"').or_else(|| text.rfind(',')).expect("something to cut off");
            place.write(file, &text[..half]);
        }
        Fault::Conflict => place.write(file, format!("{text}<<<<<<< HEAD\n=======\n>>>>>>> lain\n")),
        Fault::NoText => place.write(file, [text.as_bytes(), b"\xff\xfe\xe9\n"].concat()),
        Fault::Folder => {
            fs::remove_file(&path).expect("removed");
            fs::create_dir(&path).expect("a folder");
        }
    }
    place
}

/// Asserts what holds for every command before a broken file.
#[track_caller]
fn assert_sound(ran: &Ran, what: &str) {
    assert!([0, 1, 2].contains(&ran.code) || what.contains("spbe.toml Folder"), "{what}: {} {}", ran.code, ran.stderr);
    for said in [&ran.stdout, &ran.stderr] {
        assert!(!said.contains("panicked") && !said.contains("RUST_BACKTRACE"), "{what}: {said}");
    }
    // Only what judges may end with 1.
    let judges = what.starts_with("validate") || what.starts_with("fmt");
    assert!(judges || ran.code != 1, "{what}: {}", ran.stderr);
}

#[test]
fn a_reader_neither_panics_nor_writes() {
    for file in FILES {
        for fault in FAULTS {
            let place = broken(file, fault);
            let before = place.snapshot();
            for arguments in READERS {
                let ran = place.spbe(arguments);
                assert_sound(&ran, &format!("{} before {file} {fault:?}", arguments.join(" ")));
            }
            assert_eq!(changes(&before, &place.snapshot()), "", "{file} {fault:?}");
        }
    }
}

#[test]
fn validate_names_the_file_that_is_broken() {
    for file in FILES {
        for fault in FAULTS {
            if (file, fault) == ("spbe.toml", Fault::Folder) {
                continue;
            }
            let place = broken(file, fault);
            let found = place.spbe(&["validate", "--stage", "planning", "--format", "json"]);
            let found = found.json();
            let found = found["findings"].as_array().expect("findings");
            assert!(found.iter().any(|finding| finding["file"] == file), "{file} {fault:?}: {found:?}");
        }
    }
}

#[test]
fn a_writer_refuses_the_file_that_it_can_not_read_whole_and_names_it() {
    for (file, arguments) in WRITERS {
        for fault in FAULTS {
            let place = broken(file, fault);
            let before = place.snapshot();
            for more in [&[][..], &["--dry-run"]] {
                let ran = place.spbe(&[arguments, more].concat()).code(2);
                assert!(ran.stderr.contains(file), "{arguments:?} before {file} {fault:?}: {}", ran.stderr);
                assert_sound(&ran, &format!("{} before {file} {fault:?}", arguments.join(" ")));
            }
            assert_eq!(changes(&before, &place.snapshot()), "", "{arguments:?} before {file} {fault:?}");
        }
    }
}

#[test]
fn without_manifest_or_instrument_nothing_is_computed_and_the_file_is_named() {
    for file in ["spbe.toml", "instrument.yaml"] {
        for fault in [Fault::Half, Fault::Conflict, Fault::NoText] {
            let place = broken(file, fault);
            for arguments in [
                &["report"][..],
                &["show", "1"],
                &["form", "minutes"],
                &["score", "1", "--level", "2", "--by", "hukum"],
            ] {
                let ran = place.spbe(arguments).code(2);
                assert!(ran.stdout.is_empty(), "{arguments:?} before {file} {fault:?}: {}", ran.stdout);
                assert!(ran.stderr.contains(file), "{arguments:?} before {file} {fault:?}: {}", ran.stderr);
            }
        }
    }
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read_is_named() {
    use std::os::unix::fs::PermissionsExt;
    for file in ["team.toml", "scores/hukum.csv", "evidence.csv"] {
        let place = Place::example("pemalang-2018");
        let path = place.path().join(file);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).expect("changed");
        // Whoever may do everything reads it all the same.
        if fs::read(&path).is_ok() {
            return;
        }
        let ran = place.spbe(&["validate", "--format", "short"]).code(1);
        assert!(ran.stdout.contains(file), "{}", ran.stdout);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).expect("changed");
    }
}
