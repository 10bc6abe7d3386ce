//! The house stays as it was planned: imports run one way, and each duty has one place.

use std::fs;
use std::path::{Path, PathBuf};

use crate::harness::repository;

/// The layers and what each may import besides itself.
const LAYERS: [(&str, &[&str]); 9] = [
    ("text", &[]),
    ("diagnostic", &["text"]),
    ("model", &["diagnostic", "text"]),
    ("format", &["model", "diagnostic", "text"]),
    ("index", &["format", "model", "diagnostic", "text"]),
    ("check", &["index", "format", "model", "diagnostic", "text"]),
    ("report", &["check", "index", "format", "model", "diagnostic", "text"]),
    ("store", &["format", "model", "diagnostic", "text"]),
    ("cli", &["store", "report", "check", "index", "format", "model", "diagnostic", "text"]),
];

/// What only one layer may do, by the words that give it away, and where.
const DUTIES: [(&str, &[&str]); 6] = [
    ("std::fs", &["store/"]),
    ("File::", &["store/"]),
    ("std::env", &["cli/context.rs", "main.rs"]),
    ("DateTime::now", &["cli/context.rs"]),
    ("io::stdout", &["cli/ui.rs"]),
    ("stderr()", &["cli/ui.rs"]),
];

fn sources(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

/// Every source file relative to `src`, with what stands before its tests; a `tests.rs` is nothing but tests.
fn code() -> Vec<(String, String)> {
    let root = repository().join("src");
    let mut files = Vec::new();
    sources(&root, &mut files);
    files.sort();
    assert!(files.len() > 60, "the sources were found");
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).expect("a source file");
        let name = path.strip_prefix(&root).expect("below src").to_string_lossy().replace('\\', "/");
        let code = text.split("\n#[cfg(test)]\nmod tests").next().unwrap_or_default().to_owned();
        (name, code)
    };
    files.into_iter().filter(|path| !path.ends_with("tests.rs")).map(read).collect()
}

#[test]
fn imports_run_one_way() {
    for (file, code) in code() {
        let Some((layer, allowed)) = LAYERS.iter().find(|(layer, _)| file.starts_with(&format!("{layer}/"))) else {
            continue;
        };
        for (imported, _) in LAYERS {
            let names = code.lines().any(|line| line.contains(&format!("crate::{imported}::")));
            assert!(!names || imported == *layer || allowed.contains(&imported), "{file} imports {imported}");
        }
    }
}

#[test]
fn every_duty_has_one_place() {
    for (file, code) in code() {
        for (word, places) in DUTIES {
            let here = places.iter().any(|place| file.starts_with(place));
            let found = code.lines().find(|line| line.contains(word) && !line.trim_start().starts_with("//"));
            assert!(here || found.is_none(), "{file}: {}", found.unwrap_or_default());
        }
    }
}

#[test]
fn every_file_says_what_it_is_for_and_stays_small() {
    for (file, code) in code() {
        assert!(code.starts_with("//! "), "{file} has no module documentation");
        assert!(code.lines().count() <= 400, "{file} is too long");
    }
}

#[test]
fn the_entry_is_small_and_only_links_the_library() {
    let main = fs::read_to_string(repository().join("src/main.rs")).expect("main.rs");
    assert!(main.lines().count() <= 40);
}
