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
const READERS: [&[&str]; 17] = [
    &["validate", "--format", "short"],
    &["validate", "--format", "json"],
    &["report"],
    &["report", "--format", "json"],
    &["report", "--format", "csv"],
    &["report", "--format", "md"],
    &["status"],
    &["status", "--format", "chat"],
    &["status", "--format", "json"],
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
fn no_reader_shows_half_a_file_as_the_whole() {
    for file in FILES {
        let mut places: Vec<(String, Place)> =
            FAULTS.iter().map(|fault| (format!("{fault:?}"), broken(file, *fault))).collect();
        if file.ends_with(".csv") {
            let place = Place::example("pemalang-2018");
            place.write(file, "No;Nama;Nilai\n1;Kebijakan;3\n");
            places.push(("another table".to_owned(), place));
        }
        for (fault, place) in places {
            for arguments in READERS.iter().filter(|arguments| !["validate", "fmt"].contains(&arguments[0])) {
                let ran = place.spbe(arguments);
                let what = format!("{} before {file}: {fault}", arguments.join(" "));
                // Without its manifest a folder is no workspace.
                let told = ran.stderr.contains(file) || (ran.code == 3 && file == "spbe.toml");
                assert!(told, "{what}: {} {}", ran.code, ran.stderr);
            }
        }
    }
}

#[test]
fn a_member_who_can_not_be_read_is_not_said_to_be_absent() {
    let place = Place::example("pemalang-2018");
    place.edit("team.toml", "role = \"member\"", "role = \"anggotta\"");
    let text = place.read("team.toml");
    let before = text.split("anggotta").next().and_then(|before| before.rsplit("id = \"").next()).expect("an id");
    let id = before.split('"').next().expect("an id");
    let ran = place.spbe(&["score", "1", "--level", "2", "--by", id]).code(2);
    assert!(ran.stderr.contains("can't be read") && !ran.stderr.contains("team add"), "{}", ran.stderr);
}

#[cfg(unix)]
#[test]
fn nothing_is_read_through_a_link_that_leaves_the_workspace() {
    let place = Place::example("pemalang-2018");
    let outside = Place::empty();
    outside.write("secret.csv", "xyzzy,nomor\n1,plugh\n");
    outside.write("scores/hukum.csv", "indicator,level,method,date,evidence,explanation\n1,5,,,,xyzzy\n");
    for (file, target) in [("assignments.csv", "secret.csv"), ("scores", "scores"), ("findings.toml", "secret.csv")] {
        let path = place.path().join(file);
        let kept = place.path().join("kept");
        fs::rename(&path, &kept).expect("moved");
        std::os::unix::fs::symlink(outside.path().join(target), &path).expect("linked");
        for arguments in READERS {
            let ran = place.spbe(arguments);
            let said = ran.stdout.clone() + &ran.stderr;
            assert!(!said.contains("xyzzy") && !said.contains("plugh"), "{arguments:?} {file}: {said}");
        }
        let told = place.spbe(&["validate", "--format", "short"]).code(1).stdout;
        assert!(told.contains("a link that leads out of the workspace"), "{file}: {told}");
        fs::remove_file(&path).expect("removed");
        fs::rename(&kept, &path).expect("moved");
    }
    place.spbe(&["validate"]).code(0);
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
