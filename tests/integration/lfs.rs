//! Evidence that git keeps elsewhere: a receiver checks digests without fetching a document.

use std::fs;
use std::process::Command;

use crate::harness::Place;
use crate::tools;

/// A repository of an evaluation whose evidence is in Git LFS, and beside it a clone in `clone` that fetched none of it.
fn cloned() -> Place {
    let place = Place::empty();
    let whole = Place::example("pemalang-2018");
    let git = |arguments: &[&str]| {
        let done = Command::new("git")
            .args(["-c", "user.name=A", "-c", "user.email=a@example.go.id", "-c", "commit.gpgsign=false"])
            .args(arguments)
            .current_dir(whole.path())
            .env("HOME", whole.path().join("nowhere"))
            .env("GIT_CONFIG_SYSTEM", "/dev/null")
            .env("GIT_LFS_SKIP_SMUDGE", "1")
            .output()
            .expect("git runs");
        assert!(done.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
    };
    whole.write(".gitattributes", "evidence/** filter=lfs diff=lfs merge=lfs -text\n");
    let clone = place.path().join("clone");
    git(&["init", "-q", "-b", "main"]);
    git(&["lfs", "install", "--local"]);
    git(&["add", "-A"]);
    git(&["commit", "-q", "-m", "begin"]);
    git(&[
        "-c",
        "filter.lfs.smudge=cat",
        "-c",
        "filter.lfs.required=false",
        "clone",
        "-q",
        ".",
        &clone.to_string_lossy(),
    ]);
    place
}

#[test]
fn a_pointer_is_known_by_its_digest_and_whether_it_will_do_is_for_the_receiver_to_say() {
    if tools::run(Command::new("git-lfs").arg("version")).is_none() {
        return;
    }
    let place = cloned();
    let validate = |more: &[&str], code| {
        let arguments = [&["-C", "clone", "validate", "--format", "short", "--lang", "en"], more].concat();
        place.spbe(&arguments).code(code).stdout
    };
    let told = validate(&[], 1);
    assert!(told.contains("error[evidence-pointer]") && !told.contains("evidence-altered"), "{told}");
    let pointers = told.matches("evidence-pointer").count();
    let early = validate(&["--stage", "execution"], 0);
    assert_eq!(early.matches("warning[evidence-pointer]").count(), pointers, "{early}");
    for option in [&["--evidence", "pointers"][..], &["--evidence", "pointers", "--strict"]] {
        let told = validate(option, 0);
        assert!(told.contains(&format!("note[relaxed]: {pointers} documents are not here")), "{told}");
    }
    // A pointer to another document is another document.
    let folder = place.path().join("clone/evidence");
    let mut files = fs::read_dir(&folder).expect("listed").flatten().map(|entry| entry.path());
    let file = files.find(|path| path.is_file()).expect("a document");
    let pointer = fs::read_to_string(&file).expect("a pointer");
    let digest = pointer.lines().find_map(|line| line.strip_prefix("oid sha256:")).expect("a digest");
    fs::write(&file, pointer.replace(digest, &digest.chars().rev().collect::<String>())).expect("written");
    let told = validate(&["--evidence", "pointers"], 1);
    assert_eq!(told.matches("error[evidence-altered]").count(), 1, "{told}");
    let name = file.to_string_lossy().into_owned();
    let ran = place.spbe(&["-C", "clone", "evidence", "add", &name, "--for", "1", "--lang", "en"]).code(2);
    assert!(ran.stderr.contains("is a Git LFS pointer") && ran.stderr.contains("git lfs pull"), "{}", ran.stderr);
}
