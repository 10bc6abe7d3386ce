//! How long loading, validating and reporting take on every example: `cargo bench`.

#![allow(missing_docs, reason = "criterion makes public functions of its own")]

use std::hint::black_box;
use std::path::PathBuf;
use std::process::Command;

use criterion::{Criterion, criterion_group, criterion_main};
use spbe::check::policy::Policy;
use spbe::check::{Facts, check};
use spbe::diagnostic::rule::Stage;
use spbe::format::reading::Reading;
use spbe::format::{evidence, instrument};
use spbe::report::result::Report;
use spbe::report::text;
use spbe::store::load::{load, load_with_evidence};
use spbe::store::{bundled, evidence_files};
use spbe::text::language::Language;

const EXAMPLES: [&str; 4] = ["bandar-lampung-2024", "denpasar-2018", "pemalang-2018", "pemdi-2026"];

fn folder(example: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("examples").join(example)
}

fn road(criterion: &mut Criterion) {
    for example in EXAMPLES {
        let root = folder(example);
        criterion.bench_function(&format!("load/{example}"), |bencher| bencher.iter(|| load(black_box(&root))));
        criterion.bench_function(&format!("validate/{example}"), |bencher| {
            bencher.iter(|| {
                let loaded = load_with_evidence(black_box(&root));
                let facts = Facts {
                    workspace: &loaded.workspace,
                    disk: &loaded.disk,
                    instrument_places: loaded.instrument_places.as_ref(),
                };
                let policy = Policy::of(loaded.workspace.manifest.as_ref());
                check(&facts, loaded.findings.clone(), &policy, Stage::Submission)
            });
        });
        criterion.bench_function(&format!("report/{example}"), |bencher| {
            bencher.iter(|| {
                let loaded = load(black_box(&root));
                Report::of(&loaded.workspace, bundled::benchmarks())
                    .map(|report| text::render(&report, Language::Indonesian, 100))
            });
        });
    }
}

/// What it would cost to parse an instrument that is not a byte-for-byte copy of a bundled one.
fn parsing(criterion: &mut Criterion) {
    for known in bundled::all() {
        criterion.bench_function(&format!("parse/{}", known.instrument.id), |bencher| {
            bencher.iter(|| instrument::read(black_box(known.text), &Reading::new("instrument.yaml")));
        });
    }
}

/// Hashing the evidence of a large evaluation: 300 files of 1 MiB, as `sha256sum` would.
fn hashing(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(folder.path().join("evidence")).expect("a folder");
    let mut index = evidence::SCHEMA.header() + "\n";
    for number in 0..300_u32 {
        let file = format!("evidence/d{number}.pdf");
        std::fs::write(folder.path().join(&file), number.to_le_bytes().repeat(256 * 1024)).expect("written");
        index += &format!("d{number},document,D,,,{file},00\n");
    }
    let index = evidence::read(&index, &Reading::new("evidence.csv"));
    criterion.bench_function("hash/300-files-of-1-MiB", |bencher| {
        bencher.iter(|| evidence_files::states(folder.path(), black_box(&index)));
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

criterion_group!(benches, road, parsing, hashing, files);
criterion_main!(benches);
