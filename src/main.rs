//! The entry: arguments in, exit code out.

use std::process::ExitCode;

/// Runs the command line.
fn main() -> ExitCode {
    spbe::cli::run(std::env::args_os().collect())
}
