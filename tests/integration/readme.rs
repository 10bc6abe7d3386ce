//! What the README says is true: its tour runs, and its tables name everything.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

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
    assert_eq!(first, "sh\ncargo run -- -C examples/denpasar-2018 report\ncargo test\n");
}

/// `UPDATE_README=1 cargo test --test integration readme` writes the table anew.
#[test]
#[expect(clippy::disallowed_methods, reason = "a variable asks to rewrite the table")]
fn the_table_of_rules_is_made_of_the_rules() {
    let readme = readme();
    let made = spbe::probe::with_table_of_rules(&readme).expect("the marks around the table");
    if std::env::var_os("UPDATE_README").is_some() {
        return fs::write(repository().join("README.md"), made).expect("the README is written");
    }
    assert!(
        readme == made,
        "the table of rules in README.md must be as in this one (UPDATE_README=1 writes it):\n{made}"
    );
}

/// Returns a snippet for users.
fn snippet(name: &str) -> String {
    let readme = readme();
    let (_, rest) = readme.split_once(&format!("<!-- snippet: {name} -->\n```")).expect("the snippet");
    let (_, rest) = rest.split_once('\n').expect("a block");
    rest.split_once("\n```").expect("the end of the snippet").0.to_owned() + "\n"
}

/// Returns the commands of a snippet in YAML: what stands under `run`, `script` and `entry`, but for the installation.
fn commands(name: &str) -> Vec<String> {
    let text = snippet(name);
    let root: Value = serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
    let mut commands = Vec::new();
    collect(&root, false, &mut commands);
    commands.retain(|command| !command.starts_with("cargo install "));
    commands
}

fn collect(node: &Value, wanted: bool, commands: &mut Vec<String>) {
    match node {
        Value::String(text) if wanted => commands.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| collect(item, wanted, commands)),
        Value::Object(entries) => entries.iter().for_each(|(key, value)| {
            collect(value, matches!(key.as_str(), "run" | "script" | "entry"), commands);
        }),
        _ => {}
    }
}

/// Runs a program in an example with the binary on its path; returns its exit code and what it printed.
fn run(place: &Place, program: &str, arguments: &[&str]) -> (i32, String) {
    let folder = Path::new(env!("CARGO_BIN_EXE_spbe")).parent().expect("a folder");
    let output = Command::new(program)
        .args(arguments)
        .current_dir(place.path())
        .env_clear()
        .env("PATH", format!("{}:/usr/bin:/bin", folder.display()))
        .output()
        .expect("the program runs");
    let said = [output.stdout, output.stderr].concat();
    (output.status.code().expect("an exit code"), String::from_utf8_lossy(&said).into_owned())
}

/// Runs the commands of a snippet one by one, as a CI server's shell does; returns their exit codes and what they said.
fn served(name: &str, place: &Place) -> (Vec<i32>, String) {
    let ran = commands(name).into_iter().map(|command| run(place, "bash", &["-e", "-c", &command]));
    let (codes, said): (Vec<i32>, Vec<String>) = ran.unzip();
    (codes, said.concat())
}

/// An example with a level that is not on the scale, so that its indicator has none: two findings.
fn faulty() -> Place {
    let place = Place::example("pemalang-2018");
    place.edit("scores/hukum.csv", "1,3,document", "1,9,document");
    place
}

#[test]
fn the_workflow_for_github_notes_the_fault_and_uploads_what_it_found() {
    let place = Place::example("pemalang-2018");
    assert_eq!(served("github", &place), (vec![0, 0, 0], String::new()));
    let results = |place: &Place| {
        let log: Value = serde_json::from_str(&place.read("spbe.sarif")).expect("SARIF");
        log["runs"][0]["results"].as_array().expect("results").len()
    };
    assert_eq!(results(&place), 0);
    let place = faulty();
    let (codes, said) = served("github", &place);
    assert_eq!(codes, [0, 1, 0], "the upload comes before the step that fails: {said}");
    assert!(said.contains("::error file=scores/hukum.csv,line=2,col=3,title=level-out-of-range::"), "{said}");
    assert_eq!(results(&place), 2);
    // What is no finding must not look like one.
    assert_eq!(served("github", &Place::empty()).0, [1, 3, 3]);
}

#[test]
fn the_job_for_gitlab_leaves_its_cases() {
    let place = Place::example("pemalang-2018");
    assert_eq!(served("gitlab", &place), (vec![0], String::new()));
    assert!(place.read("spbe.xml").contains(" failures=\"0\" "));
    let place = faulty();
    assert_eq!(served("gitlab", &place).0, [1]);
    assert!(place.read("spbe.xml").contains(" failures=\"2\" "));
}

#[test]
fn the_hook_of_the_framework_stops_at_a_fault() {
    assert_eq!(served("pre-commit", &Place::example("pemalang-2018")), (vec![0], String::new()));
    let (codes, said) = served("pre-commit", &faulty());
    assert_eq!(codes, [1]);
    assert!(said.contains("scores/hukum.csv:2:3: error[level-out-of-range]"), "{said}");
}

#[cfg(unix)]
#[test]
fn the_hook_stops_a_commit() {
    use std::os::unix::fs::PermissionsExt;

    let place = Place::example("pemalang-2018");
    let git = |arguments: &[&str]| {
        let who = ["-c", "user.name=a", "-c", "user.email=a@b", "-c", "commit.gpgsign=false"];
        run(&place, "git", &[&who, arguments].concat())
    };
    assert_eq!(git(&["init", "--quiet"]).0, 0);
    place.write(".git/hooks/pre-commit", snippet("hook"));
    let hook = place.path().join(".git/hooks/pre-commit");
    fs::set_permissions(hook, fs::Permissions::from_mode(0o755)).expect("executable");
    let commit = || {
        assert_eq!(git(&["add", "."]).0, 0);
        git(&["commit", "--quiet", "--message", "x"])
    };
    assert_eq!(commit(), (0, String::new()));
    place.edit("scores/hukum.csv", "1,3,document", "1,9,document");
    let (code, said) = commit();
    assert!(code == 1 && said.contains("scores/hukum.csv:2:3: error[level-out-of-range]"), "{said}");
    place.edit("scores/hukum.csv", "1,9,document", "1,3,dokumen");
    let (code, said) = commit();
    assert!(code == 1 && said.contains("scores/hukum.csv"), "a file that `fmt` would change stops it too: {said}");
}
