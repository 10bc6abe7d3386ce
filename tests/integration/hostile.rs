//! What must not be harmed when files and folders are not what they seem, and how much memory a large file costs.

#![cfg(target_os = "linux")]

use std::ffi::OsStr;
use std::fs;
use std::io::Read;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::harness::{Place, number};

/// A workspace with one member.
fn begun() -> Place {
    let place = Place::empty();
    place.spbe(&["init", ".", "--agency", "A", "--kind", "city", "--year", "2021"]).code(0);
    place.spbe(&["team", "add", "m", "--name", "N", "--unit", "U", "--role", "member"]).code(0);
    place
}

#[test]
fn leftovers_behind_a_link_that_leaves_are_somebody_elses() {
    let (place, outside) = (begun(), Place::empty());
    outside.write(".spbe-theirs.tmp", "theirs");
    symlink(outside.path(), place.path().join("scores")).expect("linked");
    let ran = place.spbe(&["score", "1", "--level", "2", "--by", "m"]).code(2);
    assert!(ran.stderr.contains("leads out of the workspace"), "{}", ran.stderr);
    assert_eq!(outside.read(".spbe-theirs.tmp"), "theirs");
}

#[test]
fn a_lock_that_is_a_pipe_or_a_link_out_neither_blocks_nor_makes_anything() {
    let outside = Place::empty();
    let place = begun();
    let lock = place.path().join(".spbe/lock");
    fs::remove_file(&lock).expect("removed");
    symlink(outside.path().join("made"), &lock).expect("linked");
    place.spbe(&["score", "1", "--level", "2", "--by", "m"]).code(2);
    assert_eq!(outside.snapshot(), []);
    fs::remove_file(&lock).expect("removed");
    assert!(Command::new("mkfifo").arg(&lock).status().expect("mkfifo runs").success());
    let begun = Instant::now();
    let ran = place.spbe(&["score", "1", "--level", "2", "--by", "m"]).code(2);
    assert!(ran.stderr.contains("is no ordinary file"), "{}", ran.stderr);
    assert!(begun.elapsed() < Duration::from_secs(10));
}

#[test]
fn what_git_shows_is_never_the_lock_or_half_a_file() {
    let place = Place::empty();
    place.write(".gitignore", "/something-of-ours\n");
    place.spbe(&["init", ".", "--agency", "A", "--kind", "city", "--year", "2021"]).code(0);
    let git = |place: &Place, arguments: &[&str]| {
        let mut git = Command::new("git");
        git.args(arguments).current_dir(place.path()).env("GIT_CONFIG_GLOBAL", "/dev/null");
        git.env("HOME", place.path().join("nowhere")).env_remove("XDG_CONFIG_HOME");
        git.output().expect("git runs").status.success()
    };
    let ignored = |place: &Place, file: &str| {
        place.write(file, "x");
        git(place, &["init", "-q"]) && git(place, &["check-ignore", "-q", file])
    };
    assert!(ignored(&place, ".spbe/lock"), "also where `.gitignore` existed and was left as it is");
    let place = begun();
    assert!(ignored(&place, ".spbe/lock"));
    assert!(ignored(&place, "scores/.spbe-a1.tmp") && ignored(&place, ".spbe-a1.tmp"));
}

#[test]
fn evidence_is_never_written_over_a_file_that_the_index_does_not_know() {
    let place = begun();
    place.write("evidence/sk.txt", "a precious document");
    place.write("in.txt", "another");
    let before = place.snapshot();
    let add = ["evidence", "add", "in.txt", "--for", "1", "--id", "sk"];
    let ran = place.spbe(&add).code(2);
    assert!(ran.stderr.contains("evidence/sk.txt exists already, with other content"), "{}", ran.stderr);
    assert!(ran.stderr.contains("choose another id"), "{}", ran.stderr);
    assert_eq!(place.snapshot(), before);
    // The same content is the half of an interrupted command, and is completed.
    place.write("in.txt", "a precious document");
    place.spbe(&add).code(0);
    let ran = place.spbe(&["validate", "--stage", "planning", "--format", "short"]);
    assert!(!ran.stdout.contains("[evidence-"), "{}", ran.stdout);
}

#[test]
fn a_document_that_was_altered_is_mended_under_its_own_name() {
    let place = begun();
    place.write("in.txt", "as it was");
    place.spbe(&["evidence", "add", "in.txt", "--for", "1", "--id", "sk"]).code(0);
    place.spbe(&["evidence", "replace", "sk", "in.txt"]).code(0);
    let listed = place.spbe(&["evidence", "list", "--format", "json"]).code(0).json();
    let file = listed["evidence"][0]["file"].as_str().expect("a file");
    place.write(file, "altered");
    place.spbe(&["evidence", "replace", "sk", "in.txt"]).code(0);
    assert_eq!(place.read(file), "as it was");
}

#[test]
fn a_document_that_goes_takes_no_score_and_no_document_of_another_with_it() {
    let place = begun();
    place.spbe(&["score", "1", "--level", "2", "--by", "m"]).code(0);
    place.write("in.txt", "one");
    place.write("new.txt", "two");
    place.spbe(&["evidence", "add", "in.txt", "--for", "1", "--id", "a"]).code(0);
    let index = place.read("evidence.csv");
    let record = index.lines().nth(1).expect("a record").replacen("a,", "b,", 1).replace("evidence/", "./evidence/");
    place.write("evidence.csv", format!("{index}{record}\nbad,document,A,,,scores/m.csv,00\n"));
    let scores = place.read("scores/m.csv");
    place.spbe(&["evidence", "remove", "bad"]).code(0);
    assert_eq!(place.read("scores/m.csv"), scores);
    place.spbe(&["evidence", "replace", "a", "new.txt"]).code(0);
    assert_eq!(place.read("evidence/a.txt"), "one", "`b` still has it");
    place.spbe(&["evidence", "remove", "b"]).code(0);
    assert!(!place.path().join("evidence/a.txt").exists(), "nobody has it any more");
}

#[test]
fn an_interrupted_init_is_completed_by_the_next_and_another_one_is_refused() {
    let files = ["spbe.toml", ".gitignore", "evidence.csv", "team.toml", "instrument.yaml"];
    let init = |place: &Place, year: &str| {
        place.spbe(&["init", ".", "--agency", "A", "--kind", "city", "--year", year, "--instrument", "spbe-2020"])
    };
    let whole = Place::empty();
    init(&whole, "2021").code(0);
    for missing in 1..=files.len() {
        let place = Place::empty();
        init(&place, "2021").code(0);
        for file in &files[..missing] {
            fs::remove_file(place.path().join(file)).expect("removed");
        }
        let ran = init(&place, "2021").code(0);
        assert!(!ran.stderr.contains("warning"), "{}", ran.stderr);
        assert_eq!(place.snapshot(), whole.snapshot());
    }
    let place = Place::empty();
    place.write("team.toml", "# ours\n");
    let ran = init(&place, "2021").code(2);
    assert!(ran.stderr.contains("`team.toml` exists in that folder"), "{}", ran.stderr);
    assert_eq!(place.snapshot(), [("team.toml".to_owned(), b"# ours\n".to_vec())]);
}

#[test]
fn of_two_who_begin_at_once_one_workspace_comes_out() {
    for _ in 0..5 {
        let place = Place::empty();
        let codes: Vec<i32> = std::thread::scope(|scope| {
            let begin = |agency, year| {
                let place = &place;
                scope.spawn(move || {
                    place.spbe(&["init", "w", "--agency", agency, "--kind", "city", "--year", year]).code
                })
            };
            let both = [begin("A", "2018"), begin("B", "2026")];
            both.map(|one| one.join().expect("it ran")).into()
        });
        assert_eq!(codes.iter().filter(|code| **code == 0).count(), 1, "{codes:?}");
        let (agency, instrument) = if codes[0] == 0 { ("A", "spbe-2018") } else { ("B", "pemdi-2026") };
        let manifest = place.read("w/spbe.toml");
        assert!(manifest.contains(&format!("name = \"{agency}\"")) && manifest.contains(instrument), "{manifest}");
        let ran = place.spbe(&["-C", "w", "validate", "--format", "short"]).code(1);
        assert!(!ran.stdout.contains("instrument-changed") && !ran.stdout.contains("bad-"), "{}", ran.stdout);
    }
}

#[test]
fn a_folder_whose_name_is_no_text_is_worked_in() {
    let place = begun();
    let parent = Place::empty();
    let folder = parent.path().join(OsStr::from_bytes(b"Kab. \xff\xfe 2021"));
    fs::rename(place.path(), &folder).expect("moved");
    for arguments in
        [&["score", "1", "--level", "3", "--by", "m"][..], &["report"], &["validate"], &["report", "-o", "r.md"]]
    {
        let ran = crate::harness::spbe_in(&folder, arguments, &[("SPBE_LANG", "en")]);
        assert!([0, 1].contains(&ran.code), "{arguments:?}: {}", ran.stderr);
    }
    assert!(folder.join("r.md").is_file());
    fs::rename(&folder, place.path()).expect("moved back");
    assert!(place.read("scores/m.csv").contains("\n1,3,"));
}

/// Measures the most memory that `validate` had at one time, in KiB.
fn peak(place: &Place) -> u64 {
    let mut child = Command::new(env!("CARGO_BIN_EXE_spbe"))
        .args(["validate", "--format", "short"])
        .current_dir(place.path())
        .env_clear()
        .stdout(Stdio::piped())
        .spawn()
        .expect("the binary runs");
    // All is done when the first byte comes, and more than a pipe holds is still to be written.
    let mut out = child.stdout.take().expect("a pipe");
    out.read_exact(&mut [0]).expect("a byte");
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).expect("its status");
    let rest = std::io::copy(&mut out, &mut std::io::sink()).expect("the rest");
    child.wait().expect("it ends");
    assert!(rest > 256 * 1024, "{rest} bytes fit into a pipe");
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("the peak");
    line.trim().trim_end_matches(" kB").parse().expect("a number")
}

/// `SPBE_LARGE_MIB=1024` is the full size.
#[test]
fn memory_does_not_grow_with_the_size_of_evidence() {
    let size = u64::try_from(number("SPBE_LARGE_MIB", 64)).expect("a size");
    let place = begun();
    place.write("assignments.csv", format!("indicator,member,due\n{}", "1,nobody-of-this-name,\n".repeat(5000)));
    let index = |file: &str| format!("id,kind,title,date,unit,file,sha256\na,document,A,,,{file},00\n");
    let write = |file: &str, bytes: u64| {
        place.write(file, "");
        let sparse = fs::OpenOptions::new().write(true).open(place.path().join(file)).expect("opened");
        sparse.set_len(bytes).expect("a sparse file");
    };
    write("evidence/small.bin", 2 * 1024 * 1024);
    write("evidence/large.bin", size * 1024 * 1024);
    place.write("evidence.csv", index("evidence/small.bin"));
    let small = peak(&place);
    place.write("evidence.csv", index("evidence/large.bin"));
    let large = peak(&place);
    println!("validate had {small} KiB at most with 2 MiB of evidence, {large} KiB with {size} MiB");
    assert!(large < small + 8 * 1024, "{large} KiB after {small} KiB");
}
