//! Findings as bytes: for people in `text`, for editors in `short`, for machines in the other formats.

mod excerpt;
pub(crate) mod format;
mod github;
mod json;
mod junit;
mod sarif;
mod short;
#[cfg(test)]
mod testing;
mod text;
mod told;

use std::iter::Sum;

use crate::check::Judged;
use crate::check::policy::Policy;
use crate::check::relaxed::Relaxed;
use crate::diagnostic::rule::Severity;
use crate::diagnostic::source::Sources;

/// The findings of one workspace, or of one file that was checked alone.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Checked<'a> {
    /// The folder, as it was given.
    pub(crate) workspace: &'a str,
    /// Where the workspace is in its git repository, with a final `/`; empty at its top, absent outside of one.
    pub(crate) within: Option<&'a str>,
    /// What the rules weigh in it.
    pub(crate) policy: &'a Policy,
    /// The texts that the findings point into.
    pub(crate) sources: &'a Sources,
    /// The findings, sorted.
    pub(crate) findings: &'a [Judged],
    /// What the sender itself relaxed.
    pub(crate) relaxed: &'a [Relaxed],
}

/// How many findings weigh how much.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    /// Findings at error level.
    pub(crate) errors: usize,
    /// Findings at warning level.
    pub(crate) warnings: usize,
}

impl Counts {
    /// Counts findings.
    fn of(findings: &[Judged]) -> Self {
        let of = |severity| findings.iter().filter(move |judged| judged.severity == severity);
        let weighs = |severity| of(severity).map(|judged| judged.finding.stands_for).sum();
        Self { errors: weighs(Severity::Error), warnings: weighs(Severity::Warning) }
    }
}

impl Sum for Counts {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |sum, counts| Self {
            errors: sum.errors + counts.errors,
            warnings: sum.warnings + counts.warnings,
        })
    }
}
