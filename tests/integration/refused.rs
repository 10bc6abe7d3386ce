//! What `validate` refuses at every stage, no command writes: every value that a command takes, with everything that a
//! person, a clipboard or a spreadsheet puts there.

use std::collections::BTreeSet;
use std::thread;

use crate::harness::{Place, changes, number};

/// Every command that writes into a workspace, asked for something sound; `@` stands where the value is tried.
const ASKED: [&[&str]; 48] = [
    &["init", "@", "--agency", "Kota A", "--kind", "city", "--year", "2018"],
    &["init", "new", "--agency", "@", "--kind", "city", "--year", "2018"],
    &["init", "new", "--agency", "Kota A", "--kind", "@", "--year", "2018"],
    &["init", "new", "--agency", "Kota A", "--kind", "city", "--year", "@"],
    &["init", "new", "--agency", "Kota A", "--kind", "city", "--year", "2018", "--instrument", "@"],
    &["init", "new", "--agency", "Kota A", "--kind", "city", "--year", "2018", "--target-index", "@"],
    &["init", "new", "--agency", "Kota A", "--kind", "city", "--year", "2018", "--target-level", "@"],
    &["init", "new", "--agency", "Kota A", "--kind", "city", "--year", "2018", "--code", "@"],
    &["assign", "@", "--to", "hukum"],
    &["assign", "9", "--to", "@"],
    &["assign", "9", "--to", "hukum", "--due", "@"],
    &["score", "@", "--level", "2", "--by", "arsip"],
    &["score", "8", "--level", "@", "--by", "arsip"],
    &["score", "8", "--level", "2", "--by", "@"],
    &["score", "8", "--level", "2", "--by", "arsip", "--method", "@"],
    &["score", "8", "--level", "2", "--by", "arsip", "--evidence", "@"],
    &["score", "8", "--level", "2", "--by", "arsip", "--explanation", "@"],
    &["agree", "@", "--level", "2", "--by", "sekda", "--reason", "Rapat 20 Agustus"],
    &["agree", "1", "--level", "@", "--by", "sekda", "--reason", "Rapat 20 Agustus"],
    &["agree", "1", "--level", "2", "--by", "@", "--reason", "Rapat 20 Agustus"],
    &["agree", "1", "--level", "2", "--by", "sekda", "--reason", "@"],
    &["agree", "1", "--level", "2", "--by", "sekda", "--reason", "Rapat", "--explanation", "@"],
    &["team", "add", "@", "--name", "Humas", "--unit", "Setda", "--role", "member", "--function", "law"],
    &["team", "add", "humas", "--name", "@", "--unit", "Setda", "--role", "member", "--function", "law"],
    &["team", "add", "humas", "--name", "Humas", "--unit", "@", "--role", "member", "--function", "law"],
    &["team", "add", "humas", "--name", "Humas", "--unit", "Setda", "--role", "@", "--function", "law"],
    &["team", "add", "humas", "--name", "Humas", "--unit", "Setda", "--role", "member", "--function", "@"],
    &["team", "add", "humas", "--name", "Humas", "--unit", "Setda", "--role", "member", "--position", "@"],
    &["unit", "add", "@", "--indicator", "19"],
    &["unit", "add", "Bagian Humas", "--indicator", "@"],
    &["brief", "@", "--date", "2018-05-02"],
    &["brief", "hukum", "--date", "@"],
    &["brief", "hukum", "--place", "@"],
    &["brief", "hukum", "--topic", "@"],
    &["evidence", "add", "@", "--for", "1"],
    &["evidence", "add", "in.txt", "--for", "@"],
    &["evidence", "add", "in.txt", "--for", "1", "--level", "@"],
    &["evidence", "add", "in.txt", "--for", "1", "--id", "@"],
    &["evidence", "add", "in.txt", "--for", "1", "--kind", "@"],
    &["evidence", "add", "in.txt", "--for", "1", "--title", "@"],
    &["evidence", "add", "in.txt", "--for", "1", "--unit", "@"],
    &["evidence", "add", "in.txt", "--for", "1", "--dated", "@"],
    &["evidence", "link", "@", "--for", "1"],
    &["evidence", "link", "ID", "--for", "@"],
    &["evidence", "link", "ID", "--for", "1", "--level", "@"],
    &["evidence", "replace", "@", "in.txt"],
    &["evidence", "replace", "ID", "@"],
    &["evidence", "remove", "@"],
];

/// The rest of the table: fields that are set one by one.
const SET: [&[&str]; 68] = [
    &["evidence", "set", "@", "--title", "Judul"],
    &["evidence", "set", "ID", "--kind", "@"],
    &["evidence", "set", "ID", "--title", "@"],
    &["evidence", "set", "ID", "--unit", "@"],
    &["evidence", "set", "ID", "--dated", "@"],
    &["evidence", "set", "ID", "--file", "@"],
    &["evidence", "replace", "ID", "in.txt", "--title", "@"],
    &["evidence", "replace", "ID", "in.txt", "--dated", "@"],
    &["recommend", "set", "@", "--action", "Reviu"],
    &["recommend", "set", "2", "--to-level", "@"],
    &["recommend", "set", "2", "--action", "@"],
    &["recommend", "set", "2", "--unit", "@"],
    &["recommend", "set", "2", "--due", "@"],
    &["recommend", "set", "2", "--priority", "@"],
    &["recommend", "set", "2", "--source", "@"],
    &["recommend", "set", "2", "--state", "@"],
    &["evidence", "add", "--table", "@"],
    &["evidence", "unlink", "@", "--for", "1"],
    &["evidence", "unlink", "ID", "--for", "@"],
    &["agree", "19", "--same-as", "@", "--by", "sekda", "--reason", "Rapat 20 Agustus"],
    &["import", "@", "--by", "arsip"],
    &["init", "new", "--from", "@"],
    &["assign", "@", "--auto"],
    &["assign", "12", "--auto", "--each", "@"],
    &["assign", "12", "--auto", "--max-load", "@"],
    &["assign", "12", "--auto", "--each", "3", "--due", "@"],
    &["team", "add", "--from", "@"],
    &["team", "set", "@", "--name", "Humas"],
    &["team", "set", "arsip", "--name", "@"],
    &["team", "set", "arsip", "--unit", "@"],
    &["team", "set", "arsip", "--role", "@"],
    &["team", "set", "arsip", "--function", "@"],
    &["team", "set", "arsip", "--position", "@"],
    &["team", "replace", "@", "--by", "bappeda"],
    &["team", "replace", "arsip", "--by", "@"],
    &["team", "replace", "arsip", "--by", "humas", "--name", "@"],
    &["team", "replace", "arsip", "--by", "humas", "--name", "Humas", "--unit", "@"],
    &["team", "replace", "arsip", "--by", "humas", "--name", "Humas", "--role", "@"],
    &["team", "replace", "arsip", "--by", "humas", "--name", "Humas", "--function", "@"],
    &["team", "replace", "arsip", "--by", "humas", "--name", "Humas", "--position", "@"],
    &["team", "replace", "arsip", "--by", "bappeda", "--from", "@"],
    &["team", "remove", "@"],
    &["unit", "set", "@", "--rename", "Bagian Humas"],
    &["unit", "set", "Bappeda", "--rename", "@"],
    &["unit", "set", "Bappeda", "--indicator", "@"],
    &["unit", "move", "@", "--to", "Bappeda"],
    &["unit", "move", "12", "--to", "@"],
    &["unit", "remove", "@"],
    &["import", "--copy", "@"],
    &["score", "--from", "@", "--by", "arsip"],
    &["import", "kertas.csv", "--by", "@"],
    &["import", "kertas.csv", "--by", "arsip", "--take", "@"],
    &["import", "kertas.csv", "--by", "arsip", "--map", "@"],
    &["import", "kertas.csv", "--by", "arsip", "--sheet", "@"],
    &["import", "kertas.csv", "--by", "arsip", "--header", "@"],
    &["import", "kertas.csv", "--by", "arsip", "--reply", "@"],
    &["external", "set", "@", "--level", "2"],
    &["external", "set", "1", "--level", "@"],
    &["external", "set", "1", "--level", "2", "--stage", "@"],
    &["external", "set", "1", "--level", "2", "--note", "@"],
    &["external", "import", "@"],
    &["external", "import", "kertas.csv", "--stage", "@"],
    &["external", "import", "kertas.csv", "--map", "@"],
    &["external", "import", "kertas.csv", "--sheet", "@"],
    &["external", "import", "kertas.csv", "--header", "@"],
    &["approve", "@", "--by", "sekda"],
    &["approve", "1", "--by", "@"],
    &["approve", "1", "--return", "--by", "sekda", "--note", "@"],
];

/// A document of the example that an indicator cites.
const ID: &str = "perbup-30-2017-b5b10c";

/// What stands on a keyboard, in a clipboard, in a spreadsheet and in a hostile mail.
fn values() -> Vec<String> {
    let mut values: Vec<String> = [
        "",
        " ",
        "-",
        "…",
        "--",
        "A",
        "e\u{301}",
        "a b",
        "a;b",
        "a,b",
        "a\"b",
        "#a",
        "=1+1",
        "a\nb",
        "a\rb",
        "a\u{b}b",
        "a\tb",
        "\u{feff}a",
        "\u{ad}",
        "a\u{202e}b",
        "a\u{2028}b",
        "a\u{1b}[31mb",
        "a\u{85}b",
        "\u{fffd}",
        "a\u{e000}b",
        "\u{10ffff}",
        "<<<<<<< HEAD",
        "a\n=======\nb",
        "0",
        "2",
        "6",
        "-1",
        "2,5",
        "2.50",
        "1e3",
        "NaN",
        "٢",
        "99999",
        "2018",
        "1999",
        "2018-06-01",
        "2018-6-1",
        "01/06/2018",
        "2018-02-30",
        "0000-01-01",
        "9999-12-31",
        "1..3",
        "3..1",
        "1..99999999",
        "48",
        "35",
        "I1",
        "1.1",
        "aspek:3",
        "semua",
        "HUKUM",
        "sekda",
        "final",
        "nul.txt",
        "a/b",
        "../x",
        "/etc/passwd",
        "evidence\\x.pdf",
        "x.",
        ".git",
        "entri data",
        "link",
        "interview+document",
        "open",
        "https://a.go.id/Dokumen SK.pdf",
        "http://x y",
        "https://u:p@a.go.id/",
        "javascript:alert(1)",
        "in.txt",
        ID,
        "empty.txt",
        "pointer.txt",
        "report.toml",
        "null",
        "[a]",
    ]
    .map(String::from)
    .to_vec();
    values.push("x".repeat(300));
    values.push("panjang ".repeat(12_000));
    values.push("a,".repeat(2_000));
    values
}

/// A finished evaluation, or for `init` nothing yet, with a few files to hand in.
fn workspace(asked: &[&str]) -> Place {
    let place = if asked[0] == "init" { Place::empty() } else { Place::example("pemalang-2018") };
    place.write("in.txt", "another document of the team");
    place.write("empty.txt", "");
    place.write("kertas.csv", "No,Nama Indikator,Level,Penjelasan\n1,,2,Fakta\n2,,1,Fakta\n");
    let oid = "0".repeat(64);
    place.write("pointer.txt", format!("version https://git-lfs.github.com/spec/v1\noid sha256:{oid}\nsize 12\n"));
    place
}

/// What follows from the plan of a team and not from what was written: to be told, and no command's to refuse.
const OF_THE_PLAN: [&str; 15] = [
    "due-outside-schedule",
    "evidence-after-cycle",
    "evidence-duplicate",
    "evidence-kind",
    "evidence-unused",
    "function-uncovered",
    "indicator-unassigned",
    "interview-incomplete",
    "no-coordinator",
    "no-gitattributes",
    "no-responsible",
    "not-briefed",
    "own-unit",
    "role-count",
    "same-unit-twice",
];

/// The faults that speak at every stage, without their lines.
fn faults(place: &Place, folder: &str) -> BTreeSet<String> {
    let ran = place.spbe(&["-C", folder, "validate", "--stage", "planning", "--format", "json"]);
    let found = ran.json()["findings"].as_array().expect("findings").clone();
    let of_what_is_written = found.iter().filter(|finding| {
        let rule = finding["rule"].as_str().expect("a rule");
        !OF_THE_PLAN.contains(&rule)
    });
    of_what_is_written
        .map(|finding| format!("{} {} {}", finding["rule"], finding["file"], finding["message"]))
        .collect()
}

/// Asks with every value in turn, and tells what was written that is a fault, or was refused and written all the same.
fn try_all(asked: &[&str], values: &[&str]) -> Vec<String> {
    let mut told = Vec::new();
    let mut place = workspace(asked);
    let clean = place.snapshot();
    let makes = asked[0] == "init";
    let known = if makes { BTreeSet::new() } else { faults(&place, ".") };
    for &value in values {
        let arguments: Vec<&str> = asked
            .iter()
            .map(|word| match *word {
                "@" => value,
                "ID" => ID,
                word => word,
            })
            .collect();
        let ran = place.spbe(&arguments);
        let after = place.snapshot();
        let written = after != clean;
        let here = format!("{asked:?} {:?}", value.chars().take(40).collect::<String>());
        if ran.code != 0 && written {
            told.push(format!("{here} was refused and wrote {}", changes(&clean, &after)));
        }
        if ran.code > 2 {
            told.push(format!("{here} ended in {}: {}", ran.code, ran.stderr));
        }
        if !written {
            continue;
        }
        let folder = if makes { arguments[1] } else { "." };
        let now = faults(&place, folder);
        let new: Vec<&String> = now.difference(&known).collect();
        if !new.is_empty() {
            told.push(format!("{here} wrote {new:#?}"));
        }
        place = workspace(asked);
    }
    told
}

#[test]
fn no_command_writes_what_validate_refuses_at_every_stage() {
    let values = values();
    // Every field gets every third value, the next field the next ones: all of them take the time of the whole suite.
    let step = number("SPBE_REFUSED_STEP", 3);
    let all = ASKED.iter().chain(&SET).copied().enumerate();
    let told: Vec<String> = thread::scope(|scope| {
        let tasks: Vec<_> = all
            .map(|(field, asked)| {
                let tried: Vec<&str> = values.iter().map(String::as_str).skip(field % step).step_by(step).collect();
                scope.spawn(move || try_all(asked, &tried))
            })
            .collect();
        tasks.into_iter().flat_map(|task| task.join().expect("no panic")).collect()
    });
    assert!(told.is_empty(), "{} cases:\n{}", told.len(), told.join("\n"));
}

#[test]
fn every_field_of_every_command_that_writes_is_tried() {
    let place = Place::empty();
    let tried = |command: &[&str], option: &str| {
        let asked = |asked: &&[&str]| asked.starts_with(command) && asked.windows(2).any(|pair| pair == [option, "@"]);
        ASKED.iter().chain(&SET).copied().any(|known| asked(&known))
    };
    for asked in ASKED.iter().chain(&SET) {
        let words = if ["team", "unit", "evidence", "recommend", "external"].contains(&asked[0]) { 2 } else { 1 };
        let help = place.spbe(&[&asked[..words], &["--help"]].concat()).code(0).stdout;
        let own = help.split("Global options").next().expect("the command's own part");
        for line in own.lines().map(str::trim).filter(|line| line.starts_with("--") && line.contains('<')) {
            let option = line.split(' ').next().expect("an option");
            // How something is shown is written nowhere.
            if option == "--format" {
                continue;
            }
            assert!(
                tried(&asked[..words], option),
                "`{}` takes {option}, which no case tries",
                asked[..words].join(" ")
            );
        }
    }
}
