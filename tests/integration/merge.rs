//! Branches of several evaluators, merged by git itself.

use std::collections::BTreeSet;
use std::process::Command;

use crate::harness::Place;

fn git(place: &Place, arguments: &[&str]) -> (bool, String) {
    let output = Command::new("git")
        .args(["-c", "user.name=Evaluator", "-c", "user.email=evaluator@example.go.id", "-c", "commit.gpgsign=false"])
        .args(arguments)
        .current_dir(place.path())
        // Nor are attributes and ignored files taken from the home of whoever runs this.
        .env("HOME", place.path().join("nowhere"))
        .env_remove("XDG_CONFIG_HOME")
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_SYSTEM", "/dev/null")
        .env("LC_ALL", "C")
        .output()
        .expect("git runs");
    let said = [output.stdout, output.stderr].concat();
    (output.status.success(), String::from_utf8_lossy(&said).into_owned())
}

#[track_caller]
fn done(place: &Place, arguments: &[&str]) {
    let (success, said) = git(place, arguments);
    assert!(success, "git {arguments:?}: {said}");
}

const MEMBERS: [&str; 6] = ["a", "b", "c", "d", "e", "f"];

/// A repository with a team, committed on `main`.
fn committed() -> Place {
    let place = Place::empty();
    place.spbe(&["init", ".", "--agency", "A", "--kind", "city", "--year", "2021"]).code(0);
    for member in MEMBERS {
        place.spbe(&["team", "add", member, "--name", "N", "--unit", "U", "--role", "member"]).code(0);
    }
    place.spbe(&["team", "add", "sekda", "--name", "N", "--unit", "U", "--role", "coordinator"]).code(0);
    done(&place, &["init", "-q", "-b", "main"]);
    done(&place, &["add", "-A"]);
    done(&place, &["commit", "-q", "-m", "begin"]);
    place
}

/// What one evaluator does on a branch of their own.
fn work(place: &Place, member: &str) {
    done(place, &["checkout", "-q", "-b", member, "main"]);
    place.spbe(&["assign", "1..5", "--to", member, "--due", "2021-08-31"]).code(0);
    // Six documents with one name, and one that all of them hand in.
    place.write("in/dokumen.txt", format!("document of {member}\r\nline\n"));
    place.write("in/bersama.txt", "the same for all");
    place.spbe(&["evidence", "add", "in/dokumen.txt", "in/bersama.txt", "--for", "1..5", "--level", "3"]).code(0);
    let listed = place.spbe(&["evidence", "list", "--format", "json"]).code(0).json();
    let id = listed["evidence"][0]["id"].as_str().expect("an id").to_owned();
    place
        .spbe(&["score", "1..5", "--level", "3", "--by", member, "--evidence", &id, "--explanation", "Fakta; analisis"])
        .code(0);
    std::fs::remove_dir_all(place.path().join("in")).expect("removed");
    done(place, &["add", "-A"]);
    done(place, &["commit", "-q", "-m", member]);
}

#[test]
fn six_evaluators_merge_in_any_order_without_a_conflict() {
    for order in [["a", "b", "c", "d", "e", "f"], ["f", "c", "a", "e", "b", "d"], ["d", "e", "f", "c", "b", "a"]] {
        let place = committed();
        for member in MEMBERS {
            work(&place, member);
        }
        done(&place, &["checkout", "-q", "main"]);
        for member in order {
            done(&place, &["merge", "-q", "--no-edit", member]);
        }
        let rows = |file: &str| place.read(file).lines().count() - 1;
        assert_eq!(rows("assignments.csv"), 30);
        // The document that all of them handed in merges into one record.
        assert_eq!(rows("evidence.csv"), 7);
        assert_documents(&place, 7);
        // Its links stand once for each branch where other lines stood between; that is a warning and no loss.
        let links = place.read("evidence-links.csv");
        assert_eq!(links.lines().skip(1).collect::<BTreeSet<_>>().len(), 35, "{links}");
        assert!(MEMBERS.iter().all(|member| rows(&format!("scores/{member}.csv")) == 5));
        let findings = place.spbe(&["validate", "--stage", "execution", "--format", "short"]).stdout;
        for broken in ["bad-syntax", "evidence-missing", "evidence-altered", "unknown-", "error[duplicate-"] {
            assert!(!findings.contains(broken), "{order:?}:\n{findings}");
        }
        let report = place.spbe(&["report", "--format", "json"]).code(0).json();
        assert_eq!(report["indicators"][4]["standing"], "agreed");
    }
}

/// Asserts that so many documents are there, each with the content that the index says.
#[track_caller]
fn assert_documents(place: &Place, count: usize) {
    let index = place.read("evidence.csv");
    let mut documents = BTreeSet::new();
    for record in index.lines().skip(1) {
        let cells: Vec<&str> = record.split(',').collect();
        let bytes = std::fs::read(place.path().join(cells[5])).expect("the document");
        assert_eq!(spbe::probe::sha256(&bytes), cells[6], "{record}");
        documents.insert(cells[6]);
    }
    assert_eq!(documents.len(), count, "{index}");
}

#[test]
fn who_works_in_a_clone_that_changes_line_endings_changes_no_evidence_and_merges() {
    let place = committed();
    work(&place, "a");
    let clone = Place::empty();
    let from = place.path().to_string_lossy().into_owned();
    done(&clone, &["-c", "core.autocrlf=true", "clone", "-q", "-c", "core.autocrlf=true", "-b", "a", &from, "."]);
    let ran = clone.spbe(&["validate", "--format", "short"]).code(1);
    assert!(!ran.stdout.contains("evidence-altered") && !ran.stdout.contains("instrument-changed"), "{}", ran.stdout);
    // The clone has a branch of its own, beside one that was begun elsewhere.
    done(&clone, &["branch", "-q", "main", "origin/main"]);
    work(&clone, "b");
    work(&place, "c");
    done(&place, &["checkout", "-q", "main"]);
    for source in [["fetch", "-q", &clone.path().to_string_lossy(), "b:b"], ["merge", "-q", "--no-edit", "a"]] {
        done(&place, &source);
    }
    done(&place, &["merge", "-q", "--no-edit", "c"]);
    done(&place, &["merge", "-q", "--no-edit", "b"]);
    assert_documents(&place, 4);
    assert_eq!(place.read("scores/b.csv").lines().count(), 6);
    assert_eq!(place.read("assignments.csv").lines().count(), 16);
    assert!(!place.read("assignments.csv").contains('\r'));
    let (_, said) = git(&place, &["status", "--short"]);
    assert_eq!(said, "", "nothing looks changed");
}

#[test]
fn two_decisions_on_one_row_stay_a_conflict_and_validate_says_so() {
    let place = committed();
    for (branch, level) in [("x", "2"), ("y", "4")] {
        done(&place, &["checkout", "-q", "-b", branch, "main"]);
        place.spbe(&["agree", "1", "--level", level, "--by", "sekda", "--reason", "rapat"]).code(0);
        done(&place, &["add", "-A"]);
        done(&place, &["commit", "-q", "-m", branch]);
    }
    let (merged, said) = git(&place, &["merge", "--no-edit", "x"]);
    assert!(!merged && said.contains("CONFLICT"), "{said}");
    let ran = place.spbe(&["validate", "--format", "short"]).code(1);
    let line = place.read("scores/final.csv").lines().position(|line| line.starts_with("<<<<<<<")).expect("a mark") + 1;
    let expected = format!("scores/final.csv:{line}:1: error[bad-syntax]: a git merge is not finished here");
    assert!(ran.stdout.contains(&expected), "{}", ran.stdout);
}

#[test]
fn a_record_that_both_sides_changed_is_found_after_the_merge() {
    let place = committed();
    place.spbe(&["assign", "1", "--to", "a", "--due", "2021-07-01"]).code(0);
    done(&place, &["add", "-A"]);
    done(&place, &["commit", "-q", "-m", "assign"]);
    for (branch, due) in [("x", "2021-08-01"), ("y", "2021-09-01")] {
        done(&place, &["checkout", "-q", "-b", branch, "main"]);
        place.spbe(&["assign", "1", "--to", "a", "--due", due]).code(0);
        done(&place, &["commit", "-q", "-a", "-m", branch]);
    }
    done(&place, &["merge", "-q", "--no-edit", "x"]);
    let ran = place.spbe(&["validate", "--format", "short"]).code(1);
    assert!(ran.stdout.contains("error[duplicate-assignment]"), "{}\n{}", ran.stdout, place.read("assignments.csv"));
}

#[test]
fn a_branch_with_a_new_column_merges_with_one_that_has_the_old_header() {
    let place = committed();
    let old = "indicator,level,date,decided_by,reason\n";
    let rows: String = (1..=30).map(|row| format!("{row},3,2021-08-01,sekda,Rapat pleno\n")).collect();
    place.write("scores/final.csv", format!("{old}{rows}"));
    done(&place, &["add", "-A"]);
    done(&place, &["commit", "-q", "-m", "decided"]);
    done(&place, &["checkout", "-q", "-b", "answers"]);
    place.spbe(&["agree", "12", "--explanation", "Sudah ada SK"]).code(0);
    done(&place, &["commit", "-q", "-am", "answers"]);
    done(&place, &["checkout", "-q", "-b", "levels", "main"]);
    let decided = ["agree", "28", "--level", "2", "--reason", "Ditinjau lagi", "--by", "sekda", "--date", "2021-08-02"];
    place.spbe(&decided).code(0);
    assert!(place.read("scores/final.csv").starts_with(old), "the old header stays until it is needed");
    done(&place, &["commit", "-q", "-am", "levels"]);
    done(&place, &["merge", "-q", "-m", "merged", "answers"]);
    let shown = place.spbe(&["show", "12", "28", "--format", "json"]).code(0);
    assert_eq!(shown.stderr, "", "nothing of the table is in question");
    let shown = shown.json();
    assert_eq!((&shown["rows"][0]["answer"], &shown["rows"][1]["level"]), (&"Sudah ada SK".into(), &"2".into()));
    assert_eq!(place.read("scores/final.csv").lines().count(), 31);
}
