//! Why a command could not work, in both languages, with the next step.

use std::fmt;

use crate::bilingual;
use crate::cli::exit_status::ExitStatus;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::source::Sources;
use crate::text::bilingual::Bilingual;

/// A failure that the person can do something about.
#[derive(Debug)]
pub(super) struct Failure {
    /// What happened.
    pub(super) message: Bilingual,
    /// What to do next.
    pub(super) help: Option<Bilingual>,
    /// How the command ends.
    pub(super) outcome: ExitStatus,
}

impl Failure {
    /// Makes a failure that ends with exit code 2.
    pub(super) fn new(message: Bilingual) -> Self {
        Self { message, help: None, outcome: ExitStatus::Failed }
    }

    /// Makes a failure of a finding that stands in the way, with its place.
    pub(super) fn of_finding(finding: &Finding, sources: &Sources) -> Self {
        let place = finding.place.as_ref();
        let file = place.map(|place| place.file.to_string()).unwrap_or_default();
        let at = place.and_then(|place| place.span.as_ref()).and_then(|span| sources.line_column(&file, span));
        let at = at.map(|at| format!(":{}:{}", at.line, at.column)).unwrap_or_default();
        let (id, en) = (&finding.message.id, &finding.message.en);
        let message = bilingual!("`{file}{at}`: {id}", "`{file}{at}`: {en}");
        Self { help: finding.help.clone(), ..Self::new(message) }
    }

    /// Adds what to do next where nothing is said yet.
    pub(super) fn or_help(self, help: Bilingual) -> Self {
        Self { help: self.help.or(Some(help)), ..self }
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
