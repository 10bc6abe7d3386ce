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

impl ExitStatus {
    /// Returns the exit code.
    pub(super) fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Findings => 1,
            Self::Failed => 2,
            Self::NoWorkspace => 3,
        }
    }
}

impl From<ExitStatus> for ExitCode {
    fn from(status: ExitStatus) -> Self {
        Self::from(status.code())
    }
}
