//! What the README says is true: its tour runs, and its tables name everything.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::harness::{Place, repository};

fn readme() -> String {
    fs::read_to_string(repository().join("README.md")).expect("the README")
}

/// Returns the shell commands of the tour.
fn tour(readme: &str) -> &str {
    let (_, rest) = readme.split_once("<!-- tour -->\n```sh\n").expect("the tour");
    rest.split_once("\n```").expect("the end of the tour").0
}

#[test]
fn the_tour_runs_as_it_stands() {
    let place = Place::empty();
    let folder = Path::new(env!("CARGO_BIN_EXE_spbe")).parent().expect("a folder");
    let path = format!("{}:/usr/bin:/bin", folder.display());
    let output = Command::new("bash")
        .args(["-euo", "pipefail", "-c", tour(&readme())])
        .current_dir(place.path())
        .env_clear()
        .env("PATH", path)
        .env("SOURCE_DATE_EPOCH", "1530403200")
        .output()
        .expect("bash runs");
    let (out, error) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{out}\n{error}");
    assert!(out.contains("sk-tim-f84cf1"), "the id of the evidence is the one that the tour cites:\n{out}");
    let report = place.read("contoh-2018/laporan.md");
    assert!(report.contains("Pemerintah Kabupaten Contoh"), "{report}");
}

#[test]
fn the_two_commands_stand_first() {
    let readme = readme();
    let first = readme.split("```").nth(1).expect("a block");
    assert_eq!(first, "sh\ncargo run --release -- -C examples/denpasar-2018 report\ncargo test\n");
}

#[test]
fn the_table_of_rules_is_made_of_the_rules() {
    let readme = readme();
    let table = spbe::report::rules::markdown(spbe::check::registry::rules());
    assert!(readme.contains(&table), "the table of rules in README.md must be this one:\n{table}");
}
