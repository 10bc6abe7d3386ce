//! How a command ended, and its exit code.

use std::process::ExitCode;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ExitStatus {
    /// It did what it was asked: 0.
    Done,
    /// It found errors in the files: 1.
    Findings,
    /// It could not work, or was asked wrongly: 2.
    Failed,
    /// There is no workspace: 3.
    NoWorkspace,
}

impl From<ExitStatus> for ExitCode {
    fn from(outcome: ExitStatus) -> Self {
        Self::from(match outcome {
            ExitStatus::Done => 0,
            ExitStatus::Findings => 1,
            ExitStatus::Failed => 2,
            ExitStatus::NoWorkspace => 3,
        })
    }
}
