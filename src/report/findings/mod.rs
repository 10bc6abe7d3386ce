//! Findings as bytes: for people in `text`, for editors in `short`, for machines in the other formats.

mod excerpt;
pub mod github;
pub mod json;
pub mod junit;
pub mod sarif;
pub mod short;
#[cfg(test)]
mod testing;
pub mod text;
mod told;

use crate::check::Judged;
use crate::check::policy::Policy;
use crate::diagnostic::rule::Severity;
use crate::diagnostic::source::Sources;

/// The findings of one workspace, or of one file that was checked alone.
#[derive(Clone, Copy, Debug)]
pub struct Checked<'a> {
    /// The folder, as it was given.
    pub workspace: &'a str,
    /// Where the workspace is in its git repository, with a final `/`; empty at its top, absent outside of one.
    pub within: Option<&'a str>,
    /// What the rules weigh in it.
    pub policy: &'a Policy,
    /// The texts that the findings point into.
    pub sources: &'a Sources,
    /// The findings, sorted.
    pub findings: &'a [Judged],
}

/// How many findings weigh how much.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Findings at error level.
    pub errors: usize,
    /// Findings at warning level.
    pub warnings: usize,
}

impl Counts {
    /// Counts the findings of all workspaces.
    pub fn of(checked: &[Checked<'_>]) -> Self {
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
