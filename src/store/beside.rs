//! What stands beside the files of a workspace: names that were meant to be one of them, copies, and what git is told.

use std::path::Path;

use crate::model::disk::Disk;
use crate::model::files::{APPROVALS_FOLDER, AT_THE_TOP, EVIDENCE_FOLDER, GIT_ATTRIBUTES, SCORES_FOLDER, copied_from};
use crate::store::layout;
use crate::text::nearest::nearest;

/// Returns the files and folders that are read at the top of a workspace.
fn read() -> impl Iterator<Item = &'static str> {
    AT_THE_TOP.into_iter().chain([EVIDENCE_FOLDER, SCORES_FOLDER, APPROVALS_FOLDER])
}

/// Notes what stands beside the files of a workspace.
pub(super) fn look(root: &Path, disk: &mut Disk) {
    for name in names(root) {
        if let Some(original) = copied_from(&name) {
            if read().any(|read| read == original) {
                disk.copies.push((name, original));
            }
        } else if let Some(meant) = meant(&name) {
            disk.misnamed.push((name, meant.to_owned()));
        }
    }
    for file in std::mem::take(&mut disk.stray_files) {
        match copied_from(&file).filter(|original| root.join(original).exists()) {
            Some(original) => disk.copies.push((file, original)),
            None => disk.stray_files.push(file),
        }
    }
    disk.lacks_git_attributes = lacks_git_attributes(root);
}

/// Lists the names at the top of a workspace; what begins with a dot is somebody else's.
fn names(root: &Path) -> Vec<String> {
    let entries = root.read_dir().into_iter().flatten().flatten();
    let mut names: Vec<String> = entries
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| !name.starts_with('.') && !read().any(|read| read == *name))
        .collect();
    names.sort();
    names
}

/// Returns the file or folder that a name was meant for: it differs in case, or by a letter or two, and is of the same kind.
fn meant(name: &str) -> Option<&'static str> {
    let ending = |name: &str| name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
    nearest(name, read()).filter(|meant| ending(meant) == ending(name))
}

/// Tells whether git, where it keeps the workspace, is told nothing about line ends and merges, here or above.
fn lacks_git_attributes(root: &Path) -> bool {
    let Some(within) = layout::within_repository(root) else { return false };
    let root = root.canonicalize().unwrap_or_else(|_| root.to_owned());
    let levels = within.matches('/').count() + 1;
    !root.ancestors().take(levels).any(|folder| folder.join(GIT_ATTRIBUTES).exists())
}
