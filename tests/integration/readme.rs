//! What the README says is true: its tour runs, and its tables name everything.

use std::fs;
use std::path::Path;
use std::process::Command;

use spbe::check::registry::rules;
use spbe::report::rules::{TABLE_BEGINS, TABLE_ENDS, markdown};

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

/// `UPDATE_README=1 cargo test --test integration readme` writes the table anew.
#[test]
#[expect(clippy::disallowed_methods, reason = "a variable asks to rewrite the table")]
fn the_table_of_rules_is_made_of_the_rules() {
    let readme = readme();
    let table = markdown(rules());
    let (before, rest) = readme.split_once(TABLE_BEGINS).expect("the mark before the table");
    let (_, after) = rest.split_once(TABLE_ENDS).expect("the mark after the table");
    let made = format!("{before}{table}{after}");
    if std::env::var_os("UPDATE_README").is_some() {
        return fs::write(repository().join("README.md"), made).expect("the README is written");
    }
    assert!(readme == made, "the table of rules in README.md must be this one (UPDATE_README=1 writes it):\n{table}");
}

/// Returns a snippet for users.
fn snippet(name: &str) -> String {
    let readme = readme();
    let (_, rest) = readme.split_once(&format!("<!-- snippet: {name} -->\n```")).expect("the snippet");
    let (_, rest) = rest.split_once('\n').expect("a block");
    rest.split_once("\n```").expect("the end of the snippet").0.to_owned() + "\n"
}

/// Runs a shell command in an example; returns its exit code and what it printed.
fn shell(place: &Place, command: &str) -> (i32, String) {
    let folder = Path::new(env!("CARGO_BIN_EXE_spbe")).parent().expect("a folder");
    let output = Command::new("sh")
        .args(["-c", command])
        .current_dir(place.path())
        .env_clear()
        .env("PATH", format!("{}:/usr/bin:/bin", folder.display()))
        .output()
        .expect("sh runs");
    let said = [output.stdout, output.stderr].concat();
    (output.status.code().expect("an exit code"), String::from_utf8_lossy(&said).into_owned())
}

#[test]
fn the_snippets_for_users_are_yaml_and_their_commands_work() {
    for (name, count) in [("github", 3), ("gitlab", 1), ("pre-commit", 1)] {
        let text = snippet(name);
        let reading = spbe::format::reading::Reading::new(name);
        assert!(spbe::format::yaml::parse(&text, &reading).is_some(), "{name}: {:?}", reading.finish());
        let commands: Vec<&str> = text
            .lines()
            .filter_map(|line| line.find("spbe ").filter(|_| !line.contains("cargo")).map(|at| &line[at..]))
            .filter(|line| line.starts_with("spbe validate") || line.starts_with("spbe fmt"))
            .collect();
        assert_eq!(commands.len(), count, "{name}");
        for command in commands {
            let (code, said) = shell(&Place::example("pemalang-2018"), command);
            assert_eq!(code, 0, "{command}: {said}");
            let faulty = Place::example("pemalang-2018");
            faulty.edit("scores/hukum.csv", "1,3,document", "1,9,dokumen");
            let (code, said) = shell(&faulty, command);
            let expected = if command.contains("|| true") { 0 } else { 1 };
            assert_eq!(code, expected, "{command}: {said}");
        }
    }
}

#[test]
fn the_hook_stops_a_commit() {
    let place = Place::example("pemalang-2018");
    assert_eq!(shell(&place, &snippet("hook")).0, 0);
    place.edit("scores/hukum.csv", "1,3,document", "1,9,document");
    let (code, said) = shell(&place, &snippet("hook"));
    assert!(code == 1 && said.contains("scores/hukum.csv:2:3: error[level-out-of-range]"), "{said}");
}
