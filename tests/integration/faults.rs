//! Faults planted one at a time in a complete evaluation: each is found, by its rule, where it stands.

use std::fs;

use serde_json::Value;

use crate::harness::Place;

fn pemalang() -> Place {
    Place::example("pemalang-2018")
}

/// Validates and returns the findings; the exit code must say whether there is an error among them.
#[track_caller]
fn findings(place: &Place, code: i32) -> Vec<Value> {
    let before = place.snapshot();
    let report = place.spbe(&["validate", "--format", "json"]).code(code).json();
    assert_eq!(place.snapshot(), before, "validate wrote something");
    assert_eq!(report["version"], 1);
    report["findings"].as_array().expect("findings").clone()
}

/// Asserts that one rule spoke at a file and line.
#[track_caller]
fn found(place: &Place, rule: &str, file: &str, line: usize) {
    let findings = findings(place, 1);
    let here = |finding: &&Value| {
        finding["rule"] == rule && finding["file"] == file && finding["line"] == line && finding["severity"] == "error"
    };
    assert!(findings.iter().any(|finding| here(&finding)), "{rule} {file}:{line} in {findings:#?}");
}

/// Finds the line of a file that begins with a text.
#[track_caller]
fn line_of(place: &Place, file: &str, start: &str) -> usize {
    let text = place.read(file);
    text.lines().position(|line| line.starts_with(start)).unwrap_or_else(|| panic!("{file} lacks {start:?}")) + 1
}

/// Returns the first record of a score file: its cells up to the explanation, and the file.
fn a_score(place: &Place) -> (String, String) {
    let file = "scores/hukum.csv".to_owned();
    let record = place.read(&file).lines().nth(1).expect("a record").to_owned();
    (file, record)
}

fn an_evidence_file(place: &Place) -> (String, usize) {
    let index = place.read("evidence.csv");
    let (line, record) = index.lines().enumerate().nth(1).expect("a record");
    let file = record.split(',').find(|cell| cell.starts_with("evidence/")).expect("a file");
    (file.to_owned(), line + 1)
}

#[test]
fn the_clean_evaluation_has_no_error() {
    let findings = findings(&pemalang(), 0);
    assert!(findings.is_empty(), "{findings:#?}");
}

#[test]
fn a_level_out_of_range() {
    let place = pemalang();
    let (file, record) = a_score(&place);
    let cells: Vec<&str> = record.splitn(3, ',').collect();
    place.edit(&file, &record, &format!("{},9,{}", cells[0], cells[2]));
    found(&place, "level-out-of-range", &file, 2);
}

#[test]
fn an_indicator_that_was_never_scored() {
    let place = pemalang();
    let scored: Vec<String> = fs::read_dir(place.path().join("scores"))
        .expect("scores")
        .map(|entry| format!("scores/{}", entry.expect("an entry").file_name().to_string_lossy()))
        .collect();
    for file in scored {
        let kept: Vec<String> =
            place.read(&file).lines().filter(|line| !line.starts_with("12,")).map(|line| format!("{line}\n")).collect();
        place.write(&file, kept.concat());
    }
    let line = line_of(&place, "assignments.csv", "12,");
    found(&place, "score-missing", "assignments.csv", line);
}

#[test]
fn evidence_that_was_deleted() {
    let place = pemalang();
    let (file, line) = an_evidence_file(&place);
    fs::remove_file(place.path().join(file)).expect("removed");
    found(&place, "evidence-missing", "evidence.csv", line);
}

#[test]
fn evidence_that_was_altered() {
    let place = pemalang();
    let (file, line) = an_evidence_file(&place);
    let mut bytes = fs::read(place.path().join(&file)).expect("read");
    bytes.push(b'\n');
    place.write(&file, bytes);
    found(&place, "evidence-altered", "evidence.csv", line);
}

#[test]
fn the_same_score_twice() {
    let place = pemalang();
    let (file, record) = a_score(&place);
    let text = place.read(&file);
    let line = text.lines().count() + 1;
    place.write(&file, format!("{text}{record}\n"));
    found(&place, "duplicate-score", &file, line);
}

#[test]
fn an_unknown_indicator() {
    let place = pemalang();
    let (file, record) = a_score(&place);
    let (_, rest) = record.split_once(',').expect("cells");
    place.edit(&file, &record, &format!("99,{rest}"));
    found(&place, "unknown-indicator", &file, 2);
}

#[test]
fn a_file_cut_in_half() {
    for file in ["scores/hukum.csv", "team.toml", "spbe.toml", "instrument.yaml", "evidence.csv"] {
        let place = pemalang();
        let text = place.read(file);
        let mut half = text.len() / 2;
        while !text.is_char_boundary(half) {
            half += 1;
        }
        place.write(file, &text[..half]);
        let findings = findings(&place, 1);
        let here = |finding: &Value| finding["file"] == file && finding["severity"] == "error";
        assert!(findings.iter().any(here), "{file}: {findings:#?}");
    }
}

#[test]
fn weights_that_do_not_add_up() {
    let place = pemalang();
    place.edit("instrument.yaml", "        weight: 7\n", "        weight: 6.5\n");
    let line = line_of(&place, "instrument.yaml", "        weight: 6.5");
    found(&place, "weights-not-100", "instrument.yaml", line);
    let place = pemalang();
    place.edit("instrument.yaml", "    weight: 17\n", "    weight: 18\n");
    let line = line_of(&place, "instrument.yaml", "    weight: 18");
    found(&place, "weights-not-100", "instrument.yaml", line);
    let digest = line_of(&place, "spbe.toml", "instrument_sha256");
    found(&place, "instrument-changed", "spbe.toml", digest);
}

#[test]
fn a_score_without_evidence() {
    let place = pemalang();
    let (file, record) = a_score(&place);
    let cells: Vec<&str> = record.splitn(6, ',').collect();
    assert!(!cells[4].is_empty(), "the score cites evidence");
    place.edit(&file, &record, &format!("{},{},{},{},,{}", cells[0], cells[1], cells[2], cells[3], cells[5]));
    found(&place, "no-evidence", &file, 2);
}

#[test]
fn one_broken_file_hides_no_other_fault() {
    let place = pemalang();
    place.write("team.toml", "[[member]\n");
    let (file, line) = an_evidence_file(&place);
    fs::remove_file(place.path().join(file)).expect("removed");
    found(&place, "bad-syntax", "team.toml", 1);
    found(&place, "evidence-missing", "evidence.csv", line);
}

/// Returns rule and severity of everything that is found.
#[track_caller]
fn rules(place: &Place, arguments: &[&str], code: i32) -> Vec<(String, String)> {
    let arguments = [&["validate", "--format", "json"], arguments].concat();
    let report = place.spbe(&arguments).code(code).json();
    let text = |finding: &Value, key: &str| finding[key].as_str().expect("a text").to_owned();
    let findings = report["findings"].as_array().expect("findings").iter();
    findings.map(|finding| (text(finding, "rule"), text(finding, "severity"))).collect()
}

#[test]
fn an_index_that_leaves_out_what_is_assessed_per_service() {
    let place = pemalang();
    let manifest = place.read("spbe.toml");
    let (start, end) =
        (manifest.find("[[service]]").expect("services"), manifest.find("[schedule]").expect("a schedule"));
    place.write("spbe.toml", format!("{}{}", &manifest[..start], &manifest[end..]));
    let line = line_of(&place, "spbe.toml", "instrument = ");
    found(&place, "service-missing", "spbe.toml", line);
}

#[test]
fn another_instrument_or_another_year() {
    let place = pemalang();
    place.edit("spbe.toml", "instrument = \"spbe-2018\"", "instrument = \"spbe-2020\"");
    let line = line_of(&place, "spbe.toml", "instrument = ");
    found(&place, "instrument-changed", "spbe.toml", line);
    let place = pemalang();
    place.edit("spbe.toml", "year = 2018", "year = 2024");
    let expected = ("instrument-year".to_owned(), "warning".to_owned());
    let found = rules(&place, &[], 1);
    assert!(found.contains(&expected));
    assert!(found.contains(&("wrong-year".to_owned(), "error".to_owned())), "its records are of 2018");
}

#[test]
fn a_recommendation_that_both_sides_of_a_merge_changed() {
    let place = pemalang();
    let table = place.read("recommendations.csv");
    let again = table.lines().nth(1).expect("a record").replace(",open", ",done");
    place.write("recommendations.csv", format!("{table}{again}\n"));
    found(&place, "duplicate-recommendation", "recommendations.csv", table.lines().count() + 1);
}

#[test]
fn what_the_report_lacks_is_refused_at_submission() {
    let place = pemalang();
    fs::remove_file(place.path().join("recommendations.csv")).expect("removed");
    fs::remove_file(place.path().join("findings.toml")).expect("removed");
    let lacks = |severity: &str, found: &[(String, String)]| {
        let lacking = ["no-recommendation", "aspect-without-findings"];
        lacking.iter().all(|rule| found.contains(&((*rule).to_owned(), severity.to_owned())))
    };
    assert_eq!(rules(&place, &["--stage", "execution"], 0), []);
    assert!(lacks("warning", &rules(&place, &["--stage", "reporting"], 0)));
    assert!(lacks("error", &rules(&place, &["--stage", "submission"], 1)));
    let warned = ["--warn", "no-recommendation", "--warn", "aspect-without-findings"];
    assert!(lacks("warning", &rules(&place, &warned, 0)), "what was set stands");
}

#[test]
fn a_table_cut_off_at_its_limit_hides_nothing_and_blames_nothing() {
    let place = pemalang();
    let table = place.read("assignments.csv");
    let (header, _) = table.split_once('\n').expect("a header");
    let member = table.lines().nth(1).and_then(|line| line.split(',').nth(1)).expect("a member");
    place.write("assignments.csv", format!("{header}\n{}", format!("1,{member},\n").repeat(100_001)));
    let found = rules(&place, &[], 1);
    assert!(found.iter().any(|(rule, _)| rule == "too-large"));
    assert!(!found.iter().any(|(rule, _)| rule == "indicator-unassigned"), "the rest was not read");
}

#[test]
fn a_team_that_is_not_even_opened_leaves_every_score_counted() {
    let place = pemalang();
    let file = fs::File::create(place.path().join("team.toml")).expect("made");
    file.set_len(65 * 1024 * 1024).expect("grown");
    assert_eq!(rules(&place, &[], 1), [("too-large".to_owned(), "error".to_owned())]);
}
