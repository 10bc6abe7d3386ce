//! `fmt`: another form and nothing else.

use serde_json::Value;

use crate::harness::Place;

/// Findings but those on form, by rule and message.
fn findings(place: &Place) -> Vec<(String, String)> {
    let report = place.spbe(&["validate", "--format", "json"]);
    let findings = report.json()["findings"].as_array().expect("findings").clone();
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    let mut told: Vec<_> = findings.iter().map(|finding| (text(&finding["rule"]), text(&finding["message"]))).collect();
    told.retain(|(rule, _)| rule != "not-canonical" && rule != "instrument-changed");
    told.sort();
    told
}

/// An evaluation as a spreadsheet and a hasty hand leave it.
fn messy() -> Place {
    let place = Place::example("pemalang-2018");
    for file in ["scores/hukum.csv", "assignments.csv", "team.toml", "spbe.toml"] {
        place.write(file, format!("\u{feff}{}", place.read(file).replace('\n', "\r\n")));
    }
    place.edit("scores/kominfo.csv", "document", "Dokumen");
    let mut rows: Vec<String> = place.read("evidence-links.csv").lines().map(|line| format!("{line}\n\n")).collect();
    rows[1..].reverse();
    place.write("evidence-links.csv", rows.concat());
    place.edit("spbe.toml", "kind = \"regency\"", "kind = 'Kabupaten'");
    place.edit("spbe.toml", "target_index = \"2.60\"", "target_index = \"2,60\"");
    place
}

#[test]
fn the_examples_are_canonical() {
    for name in ["bandar-lampung-2024", "denpasar-2018", "pemalang-2018", "pemdi-2026"] {
        let ran = Place::example(name).spbe(&["fmt", "--check"]);
        assert_eq!((ran.stdout.as_str(), ran.code), ("", 0), "{name}: {}", ran.stderr);
    }
}

#[test]
fn a_check_says_why_of_each_file_even_when_it_is_to_be_quiet() {
    let place = Place::example("pemalang-2018");
    place.edit("scores/hukum.csv", "document", "dokumen");
    place.write("evidence.csv", place.read("evidence.csv").replace('\n', "\r\n"));
    place.write("assignments.csv", place.read("assignments.csv").replace('\n', "\r"));
    let ran = place.spbe(&["fmt", "--check", "--quiet"]).code(1);
    for said in
        ["`scores/hukum.csv:2` reads `", "dokumen", "the lines of `evidence.csv`", "the lines of `assignments.csv`"]
    {
        assert!(ran.stderr.contains(said), "{said}: {}", ran.stderr);
    }
    assert_eq!(ran.stdout, "assignments.csv\nevidence.csv\nscores/hukum.csv\n");
    place.spbe(&["fmt"]).code(0);
    assert_eq!(place.snapshot(), Place::example("pemalang-2018").snapshot());
}

#[test]
fn only_the_form_changes() {
    let place = messy();
    let report = |place: &Place| place.spbe(&["report", "--format", "json"]).code(0).stdout;
    let (found, reported) = (findings(&place), report(&place));
    let untouched = |place: &Place| (place.read("instrument.yaml"), place.read("evidence.csv"));
    let before = untouched(&place);
    let changed = place.spbe(&["fmt", "--check"]).code(1).stdout;
    assert_eq!(changed.lines().count(), 6, "{changed}");
    place.spbe(&["fmt"]).code(0);
    assert_eq!(place.spbe(&["fmt", "--check"]).code(0).stdout, "");
    assert_eq!((findings(&place), report(&place)), (found, reported));
    assert_eq!(untouched(&place), before);
    let ran = place.spbe(&["validate", "--format", "short"]);
    assert!(!ran.stdout.contains("not-canonical"), "{}", ran.stdout);
    assert!(place.read("spbe.toml").contains("kind = \"regency\"  # ministry"), "comments stay");
}

#[test]
fn a_file_that_can_not_be_read_is_named_and_left() {
    let place = messy();
    let broken = "indicator,member,due\n1,hukum\n";
    place.write("assignments.csv", broken);
    place.spbe(&["fmt", "--check"]).code(1);
    let ran = place.spbe(&["fmt"]).code(2);
    assert!(ran.stderr.contains("`assignments.csv` is left as it is"), "{}", ran.stderr);
    assert_eq!(place.read("assignments.csv"), broken);
    assert!(!place.read("team.toml").contains('\r'), "the others are written");
}

#[test]
fn a_check_writes_nothing_and_shows_the_lines_when_asked() {
    let place = messy();
    let before = place.snapshot();
    place.spbe(&["fmt", "--check"]).code(1);
    let shown = place.spbe(&["fmt", "--check", "--dry-run"]).code(1).stdout;
    assert_eq!(place.spbe(&["fmt", "--dry-run"]).code(0).stdout, shown);
    assert_eq!(place.snapshot(), before);
    assert!(shown.contains("\n- kind = 'Kabupaten'") && shown.contains("\n+ kind = \"regency\""), "{shown}");
}

#[test]
fn what_commands_write_is_canonical() {
    let place = Place::empty();
    place.spbe(&["init", ".", "--agency", "A", "--kind", "city", "--year", "2018"]).code(0);
    for id in ["b-2", "a", "10-1", "9"] {
        place.spbe(&["team", "add", id, "--name", "N", "--unit", "U", "--role", "coordinator"]).code(0);
    }
    place.spbe(&["unit", "add", "U", "--indicator", "1..7", "15"]).code(0);
    place.spbe(&["brief", "all", "--date", "2018-04-17"]).code(0);
    place.spbe(&["assign", "12", "2", "1", "--to", "b-2", "--to", "a"]).code(0);
    place.spbe(&["assign", "all", "--to", "10-1", "--to", "9", "--due", "2018-08-31"]).code(0);
    for (index, name) in ["9", "10", "b", "a"].iter().enumerate() {
        let file = format!("{name}.txt");
        place.write(&file, index.to_string());
        place.spbe(&["evidence", "add", &file, "--for", "12", "3", "--title", "\"T\", é"]).code(0);
    }
    for row in ["12", "3", "1"] {
        place.spbe(&["score", row, "--level", "2", "--by", "a", "--explanation", "Fakta; \"a\"\nAnalisis"]).code(0);
        place.spbe(&["agree", row, "--level", "3", "--by", "a", "--reason", "R"]).code(0);
    }
    let ran = place.spbe(&["fmt", "--check", "--dry-run"]);
    assert_eq!((ran.stdout.as_str(), ran.code), ("", 0), "{}", ran.stderr);
    let before = place.snapshot();
    place.spbe(&["fmt"]).code(0);
    assert_eq!(place.snapshot(), before);
}
