//! Why no command came out of the arguments: what the parser finds and the voice tells.

use crate::cli::failure::Failure;

/// Why no command came out of the arguments.
#[derive(Debug)]
pub(super) enum UsageError {
    /// Help or the version was asked for.
    Help(String),
    /// Nothing was asked for: help, and no success.
    Nothing(String),
    /// The arguments are wrong; and how the command is used.
    Wrong(Box<Failure>, Option<String>),
}
