//! How long the road from the disk to a report takes, on the build that is handed out.
//!
//! What each command measures, on every example unless it says otherwise:
//!
//! - `cargo bench --profile dist -- 'load/|validate/|report/'`: reading a workspace; reading, hashing and checking it;
//!   reading it and writing the report for a terminal. Without the start of a process.
//! - `cargo bench --profile dist -- many/`: the whole process of `spbe validate` for 100 folders, on all cores.
//! - `cargo bench --profile dist -- parse/`: an instrument that is no byte-for-byte copy of a bundled one.
//! - `cargo bench --profile dist -- hash/`: 300 files of evidence of 1 MiB each.
//! - `cargo bench --profile dist -- 'html/|pdf/|docx/|xlsx/|md/'`: the whole process that writes a file.
//!
//! `cargo bench --profile dist` measures all of it. A nation of workspaces, beside a pandas script that does the same,
//! is in `benches/nation/`, with its commands in the scripts.

#![allow(missing_docs, reason = "criterion makes public functions of its own")]

use std::hint::black_box;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use criterion::{Criterion, criterion_group, criterion_main};
use spbe::probe::bench::{hash, index, instruments, load, parse, report, validate};

/// The evaluations that come along.
const EXAMPLES: [&str; 4] = ["bandar-lampung-2024", "denpasar-2018", "pemalang-2018", "pemdi-2026"];

/// Returns the folder of an example.
fn folder(example: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("examples").join(example)
}

/// From the disk to the findings and to the report, without the start of a process.
fn road(criterion: &mut Criterion) {
    for example in EXAMPLES {
        let root = folder(example);
        criterion.bench_function(&format!("load/{example}"), |bencher| bencher.iter(|| load(black_box(&root))));
        criterion.bench_function(&format!("validate/{example}"), |bencher| bencher.iter(|| validate(black_box(&root))));
        criterion.bench_function(&format!("report/{example}"), |bencher| bencher.iter(|| report(black_box(&root))));
    }
}

/// What it would cost to parse an instrument that is not a byte-for-byte copy of a bundled one.
fn parsing(criterion: &mut Criterion) {
    for id in instruments() {
        criterion.bench_function(&format!("parse/{id}"), |bencher| bencher.iter(|| parse(black_box(id))));
    }
}

/// Hashing the evidence of a large evaluation: 300 files of 1 MiB, as `sha256sum` would.
fn hashing(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(folder.path().join("evidence")).expect("a folder");
    let files: Vec<String> = (0..300_u32).map(|number| format!("evidence/d{number}.pdf")).collect();
    for (number, file) in (0_u32..).zip(&files) {
        std::fs::write(folder.path().join(file), number.to_le_bytes().repeat(256 * 1024)).expect("written");
    }
    let index = index(files.iter().map(String::as_str));
    criterion.bench_function("hash/300-files-of-1-MiB", |bencher| {
        bencher.iter(|| hash(folder.path(), black_box(&index)));
    });
}

/// The whole process of checking many folders: the examples in turn.
fn many(criterion: &mut Criterion) {
    let folders: Vec<PathBuf> = (0..100).map(|number| folder(EXAMPLES[number % EXAMPLES.len()])).collect();
    criterion.bench_function("many/validate-100-folders", |bencher| {
        bencher.iter(|| {
            let ran = Command::new(env!("CARGO_BIN_EXE_spbe"))
                .args(["validate", "--format", "json"])
                .args(&folders)
                .stdout(Stdio::null())
                .status();
            // The examples have findings, so that the exit code tells them.
            assert!(ran.expect("the binary runs").code().is_some());
        });
    });
}

/// The whole process, from the command line to the file on disk, for every format that people open.
fn files(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().expect("a folder");
    for example in EXAMPLES {
        for format in ["html", "pdf", "docx", "xlsx", "md"] {
            let file = folder.path().join(example).with_extension(format);
            criterion.bench_function(&format!("{format}/{example}"), |bencher| {
                bencher.iter(|| {
                    let ran = Command::new(env!("CARGO_BIN_EXE_spbe"))
                        .arg("-C")
                        .arg(self::folder(example))
                        .args(["--quiet", "report", "-o"])
                        .arg(&file)
                        .status();
                    assert!(ran.expect("the binary runs").success());
                });
            });
        }
    }
}

criterion_group!(benches, road, many, parsing, hashing, files);
criterion_main!(benches);
