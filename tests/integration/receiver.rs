//! Those who receive a workspace: CI servers, code hosts, a ministry that does not trust the sender.

use std::fs;
use std::process::Command;

use serde_json::Value;

use crate::harness::{Place, repository};
use crate::tools;

/// A workspace with findings of every kind, in a folder of a git repository.
fn faulty() -> Place {
    let place = Place::example("pemalang-2018");
    place.edit("scores/hukum.csv", "1,3,document", "1,9,\"docu\u{1b}<&>\u{ffff}\"");
    place.write("evidence/lupa & <lagi>.pdf", "x");
    place.write("scores/hukum (1).csv", "");
    place
}

fn validate(place: &Place, format: &str, code: i32) -> String {
    place.spbe(&["validate", "--format", format]).code(code).stdout
}

#[test]
fn sarif_is_valid_by_its_schema() {
    let schema = fs::read_to_string(repository().join("tests/schemas/sarif-2.1.0.json")).expect("the schema");
    let schema: Value = serde_json::from_str(&schema).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    for (place, code) in [(faulty(), 1), (Place::example("pemalang-2018"), 0), (Place::example("denpasar-2018"), 1)] {
        let log: Value = serde_json::from_str(&validate(&place, "sarif", code)).expect("JSON");
        let errors: Vec<String> = validator.iter_errors(&log).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{errors:#?}");
    }
}

#[test]
fn junit_is_valid_by_its_schema() {
    let schema = repository().join("tests/schemas/junit-10.xsd");
    for (place, code) in [(faulty(), 1), (Place::example("pemalang-2018"), 0)] {
        place.write("junit.xml", validate(&place, "junit", code));
        tools::printed(
            Command::new("xmllint").args(["--noout", "--schema"]).arg(&schema).arg(place.path().join("junit.xml")),
        );
    }
}

#[test]
fn paths_begin_at_the_top_of_the_repository() {
    let place = Place::empty();
    let example = faulty();
    for (name, bytes) in example.snapshot() {
        place.write(&format!("kabupaten/pemalang/{name}"), bytes);
    }
    fs::create_dir(place.path().join(".git")).expect("a repository");
    let run = |format: &str| place.spbe(&["-C", "kabupaten/pemalang", "validate", "--format", format]).code(1).stdout;
    assert!(run("github").contains("::error file=kabupaten/pemalang/scores/hukum.csv,line=2,col=3,title="));
    assert!(run("sarif").contains("\"uri\": \"kabupaten/pemalang/scores/hukum.csv\""));
    assert!(run("short").contains("\nscores/hukum.csv:2:3: error[level-out-of-range]: "));
    let ran = place.spbe(&["validate", "kabupaten/pemalang", "--format", "short"]).code(1);
    assert!(ran.stdout.contains("\nkabupaten/pemalang/scores/hukum.csv:2:3: error[level-out-of-range]: "));
}

#[test]
fn outside_of_a_repository_two_workspaces_keep_their_paths_apart() {
    let place = Place::empty();
    let example = faulty();
    for folder in ["satu", "dua"] {
        for (name, bytes) in example.snapshot() {
            place.write(&format!("{folder}/{name}"), bytes);
        }
    }
    let run = |format: &str| place.spbe(&["validate", "satu", "dua", "--format", format]).code(1).stdout;
    for folder in ["satu", "dua"] {
        assert!(run("github").contains(&format!("::error file={folder}/scores/hukum.csv,line=2,")));
        assert!(run("sarif").contains(&format!("\"uri\": \"{folder}/scores/hukum.csv\"")));
        assert!(run("junit").contains(&format!("<testsuite name=\"{folder}\" ")));
    }
    let alone = place.spbe(&["-C", "satu", "validate", "--format", "github"]).code(1).stdout;
    assert!(alone.contains("::error file=scores/hukum.csv,line=2,"), "{alone}");
}

#[cfg(unix)]
#[test]
fn a_repository_is_found_through_a_link_and_by_a_file_of_a_worktree() {
    let place = Place::empty();
    for (name, bytes) in faulty().snapshot() {
        place.write(&format!("salinan/pemalang/{name}"), bytes);
    }
    place.write("salinan/.git", "gitdir: /somewhere/else\n");
    std::os::unix::fs::symlink("salinan/pemalang", place.path().join("tautan")).expect("a link");
    let ran = place.spbe(&["-C", "tautan", "validate", "--format", "github"]).code(1);
    assert!(ran.stdout.contains("::error file=pemalang/scores/hukum.csv,line=2,"), "{}", ran.stdout);
}

#[test]
fn every_format_gives_the_same_bytes_again_and_no_escape() {
    let place = faulty();
    for format in ["text", "short", "json", "sarif", "junit", "github"] {
        let once = validate(&place, format, 1);
        assert_eq!(once, validate(&place, format, 1), "{format}");
        assert!(!once.contains('\u{1b}'), "{format}");
    }
}

#[test]
fn the_command_line_overrules_the_policy_and_the_policy_the_workspace() {
    let place = Place::example("pemalang-2018");
    let manifest = place.read("spbe.toml") + "\n[rules]\nnot-briefed = \"off\"\nevidence-name = \"error\"\n";
    place.write("spbe.toml", manifest);
    place.spbe(&["validate"]).code(1);
    place.write("policy.toml", "[rules]\nevidence-unused = \"error\"\n");
    place.spbe(&["validate", "--policy", "policy.toml"]).code(0);
    place.spbe(&["validate", "--policy", "policy.toml", "--deny", "evidence-name"]).code(1);
    place.spbe(&["validate", "--allow", "evidence-name"]).code(0);
    let ran = place.spbe(&["validate", "--warn", "evidence-name"]).code(0);
    assert!(ran.stdout.contains("warning[evidence-name]"), "{}", ran.stdout);
    let both =
        ["validate", "--allow", "evidence-name,not-briefed", "--deny", "evidence-unused", "--deny=evidence-name"];
    let ran = place.spbe(&both).code(1);
    assert!(ran.stdout.contains("error[evidence-name]"), "the stricter word holds: {}", ran.stdout);
}

#[test]
fn a_rule_that_is_off_is_skipped_and_not_passed() {
    let place = Place::example("pemalang-2018");
    let skipped = "name=\"score-missing\">\n      <skipped/>";
    assert!(!validate(&place, "junit", 0).contains(skipped));
    let ran = place.spbe(&["validate", "--format", "junit", "--allow", "score-missing"]).code(0);
    assert!(ran.stdout.contains(skipped), "{}", ran.stdout);
}

#[test]
fn a_rule_that_does_not_exist_is_refused_with_the_nearest() {
    let place = Place::example("pemalang-2018");
    for arguments in [&["validate", "--deny", "no-evidense"][..], &["explain", "no-evidense"]] {
        let ran = place.spbe(arguments).code(2);
        assert!(ran.stderr.contains("did you mean `no-evidence`?"), "{}", ran.stderr);
    }
    place.write("policy.toml", "[rules]\nno-evidense = \"off\"\n");
    let ran = place.spbe(&["validate", "--policy", "policy.toml"]).code(2);
    assert!(ran.stderr.contains("policy.toml:2:1"), "{}", ran.stderr);
}

#[test]
fn a_sender_cannot_change_the_instrument_of_a_receiver_who_trusts_only_his_own() {
    let place = Place::example("pemalang-2018");
    place.edit("instrument.yaml", "    weight: 17\n", "    weight: 62\n");
    place.edit("instrument.yaml", "        weight: 7\n", "        weight: 52\n");
    place.edit("instrument.yaml", "    weight: 55\n", "    weight: 10\n");
    place.edit("instrument.yaml", "        weight: 35\n", "        weight: 5\n");
    place.edit("instrument.yaml", "        weight: 20\n", "        weight: 5\n");
    let digest = |text: &str| {
        let start = text.find("instrument_sha256 = \"").expect("a digest") + 21;
        text[start..start + 64].to_owned()
    };
    // The forger writes the new digest too, as the tool itself shows it.
    let manifest = place.read("spbe.toml");
    let ran = place.spbe(&["validate", "--format", "json"]).code(1).stdout;
    let forged = ran.split('`').find(|word| word.len() == 64 && *word != digest(&manifest)).expect("the new digest");
    place.write("spbe.toml", manifest.replace(&digest(&manifest), forged));
    place.spbe(&["validate"]).code(0);
    let ran = place.spbe(&["validate", "--trusted-instrument"]).code(1);
    assert!(ran.stdout.contains("error[instrument-changed]"), "{}", ran.stdout);
    let index = |arguments: &[&str]| place.spbe(arguments).code(0).json()["index"]["exact"].clone();
    assert_ne!(index(&["report", "--format", "json"]), "263/100");
    assert_eq!(index(&["report", "--format", "json", "--trusted-instrument"]), "263/100");
}

#[test]
fn an_instrument_that_nobody_knows_is_not_trusted_and_a_broken_manifest_is_found() {
    let place = Place::example("pemalang-2018");
    fs::remove_file(place.path().join("instrument.yaml")).expect("removed");
    let ran = place.spbe(&["validate", "--trusted-instrument", "--format", "short"]).code(1);
    assert!(ran.stdout.starts_with("instrument.yaml: error[missing-field]"), "{}", ran.stdout);
    place.edit("spbe.toml", "instrument = \"spbe-2018\"", "instrument = \"spbe-2019\"");
    let ran = place.spbe(&["report", "--trusted-instrument"]).code(2);
    assert!(ran.stderr.contains("there is no bundled instrument `spbe-2019`"), "{}", ran.stderr);
    // Of hundreds of workspaces, one that names an instrument of its own keeps no other from being judged.
    let other = Place::example("pemdi-2026");
    other.write("spbe.toml", "[[[");
    let folders = [".", other.path().to_str().expect("a path")];
    for option in ["--trusted-instrument", "--strict"] {
        let told = place.spbe(&[&["validate", option, "--format", "short"], &folders[..]].concat()).code(1).stdout;
        assert!(told.contains("error[instrument-changed]: there is no bundled instrument `spbe-2019`"), "{told}");
        assert!(told.contains("error[bad-syntax]"), "{told}");
    }
    place.write("spbe.toml", "[[[");
    let ran = place.spbe(&["validate", "--trusted-instrument", "--format", "short"]).code(1);
    assert!(ran.stdout.contains("spbe.toml:1:3: error[bad-syntax]"), "{}", ran.stdout);
    place.spbe(&["report", "--trusted-instrument"]).code(2);
}

#[test]
fn every_rule_explains_itself_in_both_languages() {
    let place = Place::empty();
    for rule in spbe::probe::rule_ids() {
        for (language, heading) in [("id", "Perbaikan"), ("en", "To mend it")] {
            let ran = place.spbe(&["explain", rule, "--lang", language]).code(0);
            assert!(ran.stdout.starts_with(rule) && ran.stdout.contains(heading), "{}", ran.stdout);
        }
    }
}

#[test]
fn what_a_sender_turned_off_is_said_in_every_format_and_counts_for_nothing_when_strict() {
    let place = Place::example("pemalang-2018");
    let all: String = spbe::probe::rule_ids().into_iter().map(|rule| format!("{rule} = \"off\"\n")).collect();
    place.write("spbe.toml", place.read("spbe.toml") + "\n[rules]\n" + &all);
    place.edit("scores/final.csv", "\n", "\n99,9,x,,,\n");
    for (format, said) in [
        ("text", "note[relaxed]: the sender relaxed"),
        ("short", "note[relaxed]: the sender relaxed"),
        ("json", "\"relaxed\": [\n    {"),
        ("sarif", "\"ruleId\": \"relaxed\""),
        ("junit", "<property name=\"relaxed\""),
        ("github", "::notice file="),
    ] {
        let told = validate(&place, format, 0);
        assert!(told.contains(said) && told.contains("score-missing"), "{format}: {told}");
    }
    let ran = place.spbe(&["validate", "--strict", "--format", "json"]).code(1).json();
    assert_eq!(ran["relaxed"].as_array().map(Vec::len), Some(0), "{ran}");
    assert!(ran["counts"]["error"].as_u64().is_some_and(|errors| errors > 0));
}

#[test]
fn strict_asks_for_both_targets_the_instrument_of_the_year_and_a_known_one() {
    let place = Place::example("pemalang-2018");
    place.spbe(&["validate", "--strict"]).code(0);
    let kept = place.read("spbe.toml");
    let strict = |code| place.spbe(&["validate", "--strict", "--format", "short"]).code(code).stdout;
    place.edit("spbe.toml", "target_level = 3\n", "");
    assert!(strict(1).contains("error[no-target]: `target_level` is absent"));
    assert!(validate(&place, "short", 0).contains("note[relaxed]: no target level"));
    place.write("spbe.toml", kept.replace("\nyear = 2018", "\nyear = 2023"));
    for option in ["--strict", "--trusted-instrument"] {
        let told = place.spbe(&["validate", option, "--format", "short"]).code(1).stdout;
        assert!(told.contains("error[instrument-year]"), "{told}");
    }
    place.write("spbe.toml", &kept);
    place.edit("instrument.yaml", "    weight: 17\n", "    weight: 18\n");
    assert!(strict(1).contains("error[instrument-changed]"));
    assert!(validate(&place, "short", 1).contains("note[relaxed]: the instrument is the sender's own"));
}

#[test]
fn an_edition_of_old_and_an_instrument_that_the_policy_names_are_trusted_as_they_were_frozen() {
    let place = Place::example("pemalang-2018");
    let frozen = place.read("instrument.yaml") + "# dibekukan\n";
    place.write("instrument.yaml", &frozen);
    let told = validate(&place, "json", 1);
    let manifest = place.read("spbe.toml");
    let digest = told.split('`').find(|word| word.len() == 64 && !manifest.contains(*word)).expect("the new digest");
    let noted = manifest.split('"').find(|word| word.len() == 64).expect("the old digest");
    place.write("spbe.toml", manifest.replace(noted, digest));
    place.spbe(&["validate", "--strict"]).code(1);
    let policy = format!("[target]\nlevel = 3\n[[instrument]]\nid = \"spbe-2018\"\nsha256 = \"{digest}\"\n");
    place.write("policy.toml", &policy);
    place.spbe(&["validate", "--strict", "--policy", "policy.toml"]).code(0);
    place.write("policy.toml", policy.replace("level = 3", "level = 4"));
    let told = place.spbe(&["validate", "--policy", "policy.toml", "--format", "short"]).code(1).stdout;
    assert!(told.contains("error[no-target]: `target_level` is 3, and the receiver asks for 4 at least"), "{told}");
}

#[test]
fn what_stands_beside_the_files_of_a_workspace_is_named() {
    let place = Place::example("pemalang-2018");
    place.write("finding.toml", "");
    place.write("Team.toml", "");
    place.write("score/hukum.csv", "indicator,level\n");
    place.write("team.sync-conflict-20180713-101112-ABC.toml", "");
    place.write("scores/hukum (conflicted copy 2018-07-13).csv", "");
    place.write("catatan.txt", "own notes are nobody's business");
    let told = validate(&place, "short", 1);
    for said in [
        "finding.toml: warning[misnamed-file]",
        "Team.toml: warning[misnamed-file]",
        "score: warning[misnamed-file]",
        "team.sync-conflict-20180713-101112-ABC.toml: error[conflict-copy]",
        "scores/hukum (conflicted copy 2018-07-13).csv: error[conflict-copy]",
    ] {
        assert!(told.contains(said), "{said}: {told}");
    }
    assert!(!told.contains("catatan") && !told.contains("stray-score-file"), "{told}");
    assert!(!told.contains("no-gitattributes"), "no repository keeps it: {told}");
    fs::create_dir(place.path().join(".git")).expect("a folder");
    fs::remove_file(place.path().join(".gitattributes")).ok();
    assert!(validate(&place, "short", 1).contains(".gitattributes: warning[no-gitattributes]"));
}

#[test]
fn very_many_faults_of_a_file_are_counted_and_not_all_told() {
    let place = Place::example("pemalang-2018");
    let rows = "zz,zz,\n".repeat(5_000);
    place.write("assignments.csv", format!("indicator,member,due\n{rows}"));
    let told = place.spbe(&["validate", "--stage", "planning", "--format", "json"]).code(1).json();
    let of_file = |finding: &&Value| finding["file"] == "assignments.csv";
    let findings = told["findings"].as_array().expect("findings");
    let kept = findings.iter().filter(of_file).count();
    assert!((2_000..5_000).contains(&kept), "{kept}");
    assert!(told["counts"]["error"].as_u64().is_some_and(|errors| errors >= 5_000), "{}", told["counts"]);
    for format in ["text", "short", "sarif", "junit", "github"] {
        let told = validate(&place, format, 1);
        assert!(told.contains("2999 more") || told.contains("4995 more"), "{format}");
        assert!(told.len() < 3_000_000, "{format}: {}", told.len());
    }
}

#[test]
fn what_is_found_can_be_written_to_a_file_as_any_report_can() {
    let place = faulty();
    let arguments = ["validate", "--format", "junit", "-o", "spbe.xml"];
    place.spbe(&arguments).code(1);
    assert_eq!(place.read("spbe.xml"), validate(&place, "junit", 1));
    let ran = place.spbe(&["validate", "-o", "team.toml"]).code(2);
    assert!(ran.stderr.contains("is a file of the workspace"), "{}", ran.stderr);
    let ran = place.spbe(&["report", "--format", "text", "-o", "spbe.toml::$DATA"]).code(2);
    assert!(ran.stderr.contains("names the content of another file"), "{}", ran.stderr);
}
