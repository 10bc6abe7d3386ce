//! How a command ended, and its exit code.

use std::process::ExitCode;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// It did what it was asked: 0.
    Done,
    /// It found errors in the files: 1.
    Findings,
    /// It could not work, or was asked wrongly: 2.
    Failed,
    /// There is no workspace: 3.
    NoWorkspace,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(match outcome {
            Outcome::Done => 0,
            Outcome::Findings => 1,
            Outcome::Failed => 2,
            Outcome::NoWorkspace => 3,
        })
    }
}
