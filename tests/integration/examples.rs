//! Every example loads, is validated and reported; what its README says of it is true.

use std::fs;

use serde_json::Value;

use crate::harness::{Place, repository, spbe_in};

/// The examples, the index that each has, and how many errors and warnings it is known to have.
const EXAMPLES: [(&str, &str, &str, i32); 4] = [
    ("bandar-lampung-2024", "2.98", "Baik", 1),
    ("denpasar-2018", "2.64", "Baik", 1),
    ("pemalang-2018", PEMALANG, "Baik", 0),
    ("pemdi-2026", PEMDI, "Baik", 0),
];
const PEMALANG: &str = "2.63";
const PEMDI: &str = "2.66";

#[test]
fn every_example_is_known_here() {
    let mut found: Vec<String> = fs::read_dir(repository().join("examples"))
        .expect("examples")
        .map(|entry| entry.expect("an entry"))
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    found.sort();
    assert_eq!(found, EXAMPLES.map(|(name, ..)| name));
}

#[test]
fn every_example_has_its_index_in_every_format() {
    for (name, index, predicate, _) in EXAMPLES {
        let folder = repository().join("examples").join(name);
        let run = |arguments: &[&str]| spbe_in(&folder, arguments, &[]).code(0);
        let json = run(&["report", "--format", "json"]).json();
        assert_eq!(json["index"]["shown"], index, "{name}");
        assert_eq!(json["index"]["predicate"], predicate, "{name}");
        let comma = index.replace('.', ",");
        for format in ["text", "md"] {
            let text = run(&["report", "--format", format]).stdout;
            assert!(text.contains(&comma) && text.contains(predicate), "{name} {format}:\n{text}");
        }
        let csv = run(&["report", "--format", "csv"]).stdout;
        let line = csv.lines().find(|line| line.starts_with("index,")).expect("a line of the index");
        assert!(line.contains(index), "{line}");
        let sum = run(&["report", "--explain"]).stdout;
        assert!(sum.contains(&comma), "{name}:\n{sum}");
    }
}

#[test]
fn every_example_has_the_findings_that_its_readme_names() {
    for (name, _, _, code) in EXAMPLES {
        let folder = repository().join("examples").join(name);
        let report = spbe_in(&folder, &["validate", "--format", "json"], &[]).code(code).json();
        let readme = fs::read_to_string(folder.join("README.md")).expect("a README");
        for finding in report["findings"].as_array().expect("findings") {
            let rule = finding["rule"].as_str().expect("a rule");
            assert!(readme.contains(&format!("`{rule}`")), "{name}: README.md does not name {rule}");
        }
    }
}

#[test]
fn every_example_freezes_a_bundled_instrument() {
    for (name, ..) in EXAMPLES {
        let place = Place::example(name);
        let text = place.read("instrument.yaml");
        let id = text.lines().find_map(|line| line.strip_prefix("id: ")).expect("an id");
        let bundled = repository().join("instruments").join(id).with_extension("yaml");
        assert_eq!(text, fs::read_to_string(bundled).expect("the bundled instrument"), "{name}");
    }
}

#[test]
fn the_official_results_are_those_of_the_cases() {
    for (name, services) in [("denpasar-2018", true), ("bandar-lampung-2024", false)] {
        let path = repository().join("tests/cases").join(name).with_extension("json");
        let case: Value = serde_json::from_str(&fs::read_to_string(path).expect("a case")).expect("JSON");
        let folder = repository().join("examples").join(name);
        let report = spbe_in(&folder, &["report", "--format", "json"], &[]).code(0).json();
        let rows = report["indicators"].as_array().expect("indicators");
        assert_eq!(rows.len(), case["levels"].as_object().expect("levels").len());
        for row in rows {
            let id = row["id"].as_str().expect("an id");
            let key = match id.strip_prefix("35-").filter(|_| services) {
                Some(service) => (34 + service.parse::<u32>().expect("a number")).to_string(),
                None => id.to_owned(),
            };
            assert_eq!(row["level"].as_str().expect("a level"), case["levels"][&key].to_string(), "{name} {id}");
        }
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    for (name, ..) in EXAMPLES {
        let folder = repository().join("examples").join(name);
        for arguments in [
            &["report"][..],
            &["report", "--format", "json"],
            &["report", "--format", "md"],
            &["report", "--format", "csv"],
            &["validate"],
            &["validate", "--format", "json"],
        ] {
            let first = spbe_in(&folder, arguments, &[("SOURCE_DATE_EPOCH", "1")]);
            let second = spbe_in(&folder, arguments, &[("SOURCE_DATE_EPOCH", "1900000000")]);
            assert_eq!(first.stdout, second.stdout, "{name} {arguments:?}");
        }
    }
}
