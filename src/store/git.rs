//! What git says of a workspace, where there is git. No command needs it.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::store::layout;

/// Returns what git is configured with in a folder; nothing where it is not, or git is not to be had.
pub(crate) fn configured(folder: &Path, key: &str) -> Option<String> {
    let mut git = Command::new("git");
    git.current_dir(folder).stdin(Stdio::null()).args(["config", "--get", key]);
    let told = git.output().ok().filter(|output| output.status.success())?;
    let value = String::from_utf8(told.stdout).ok()?.trim().to_owned();
    (!value.is_empty()).then_some(value)
}

/// Lists the files of a workspace that git does not hold as they are: changed, new, removed or moved; nothing where the
/// workspace is in no repository, or git is not to be had.
///
/// Git is asked to write nothing, not even its own index, and to start no program that the repository names.
pub(crate) fn uncommitted(root: &Path) -> Option<Vec<String>> {
    let above = layout::within_repository(root)?;
    let mut git = Command::new("git");
    git.current_dir(root).stdin(Stdio::null()).env("LC_ALL", "C");
    git.args(["--no-optional-locks", "-c", "core.fsmonitor=false", "status", "--porcelain=v1", "-z"]);
    git.args(["--untracked-files=all", "--no-renames", "--", "."]);
    let told = git.output().ok().filter(|output| output.status.success())?;
    let told = String::from_utf8_lossy(&told.stdout);
    // Each entry is two letters, a space and a path from the top of the repository.
    let paths = told.split('\0').filter_map(|entry| entry.get(3..));
    Some(paths.map(|path| path.strip_prefix(&above).unwrap_or(path).to_owned()).collect())
}
