//! The entry: arguments in, exit code out.

use std::process::ExitCode;

fn main() -> ExitCode {
    spbe::cli::run(std::env::args_os().collect())
}
