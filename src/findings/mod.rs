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

use crate::check::Judged;
use crate::check::policy::Policy;
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
    /// Counts the findings of all workspaces.
    pub(crate) fn of(checked: &[Checked<'_>]) -> Self {
        let weighs = |severity| {
            let all = checked.iter().flat_map(|checked| checked.findings);
            all.filter(|judged| judged.severity == severity).count()
        };
        Self { errors: weighs(Severity::Error), warnings: weighs(Severity::Warning) }
    }
}

/// Workspaces in the order of their names.
fn by_name<'a>(checked: &[Checked<'a>]) -> Vec<Checked<'a>> {
    let mut ordered = checked.to_vec();
    ordered.sort_by_key(|checked| checked.workspace);
    ordered
}
