//! Why a command could not work, in both languages, with the next step.

use std::fmt;

use crate::cli::outcome::Outcome;
use crate::text::bilingual::Bilingual;

/// A failure that the person can do something about.
#[derive(Debug)]
pub(super) struct Failure {
    /// What happened.
    pub(super) message: Bilingual,
    /// What to do next.
    pub(super) help: Option<Bilingual>,
    /// How the command ends.
    pub(super) outcome: Outcome,
}

impl Failure {
    /// Makes a failure that ends with exit code 2.
    pub(super) fn new(message: Bilingual) -> Self {
        Self { message, help: None, outcome: Outcome::Failed }
    }

    /// Adds what to do next.
    pub(super) fn help(mut self, help: Bilingual) -> Self {
        self.help = Some(help);
        self
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message.en)
    }
}

impl std::error::Error for Failure {}
