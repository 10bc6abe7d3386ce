//! Programs of others that judge what the tool writes.
//!
//! Where one is missing, that fails on a CI server and is let pass on a newcomer's machine.

use std::io::ErrorKind;
use std::path::PathBuf;
use std::process::{Command, Output};

use crate::harness::repository;

/// Tells whether a missing program is a failure.
#[expect(clippy::disallowed_methods, reason = "only a CI server must have every program")]
fn demanded() -> bool {
    std::env::var_os("CI").is_some()
}

/// Runs a program; none where it is not installed and need not be.
#[track_caller]
pub(crate) fn run(command: &mut Command) -> Option<Output> {
    match command.output() {
        Ok(output) => Some(output),
        Err(error) if error.kind() == ErrorKind::NotFound && !demanded() => None,
        Err(error) => panic!("{command:?}: {error}"),
    }
}

/// Runs a program and returns what it printed; none where it is not installed and need not be.
#[track_caller]
pub(crate) fn printed(command: &mut Command) -> Option<String> {
    let output = run(command)?;
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Returns the script of axe-core, which `.ci/run` fetches; none where it is not there and need not be.
pub(crate) fn axe() -> Option<String> {
    let file: PathBuf = repository().join("target/axe/axe.min.js");
    let script = std::fs::read_to_string(&file);
    assert!(script.is_ok() || !demanded(), "{} is missing", file.display());
    script.ok()
}

/// Returns the program that carries Microsoft's Open XML SDK, which `.ci/run` fetches; none where it is not there and
/// need not be.
pub(crate) fn open_xml_validator() -> Option<PathBuf> {
    let program = repository().join("target/open-xml/node_modules/.bin/ooxml-validator");
    assert!(program.exists() || !demanded(), "{} is missing", program.display());
    program.exists().then_some(program)
}

/// Returns a program of the Python packages that `.ci/run` fetches; none where it is not there and need not be.
pub(crate) fn python(program: &str) -> Option<PathBuf> {
    let program = repository().join("target/python/bin").join(program);
    assert!(program.exists() || !demanded(), "{} is missing", program.display());
    program.exists().then_some(program)
}
