//! What stands beside the files of a workspace: names that were meant to be one of them, copies, and what git is told.

use std::path::Path;

use crate::model::disk::Disk;
use crate::model::files::{
    ASPECT_FINDINGS, ASSIGNMENTS, EVIDENCE, EVIDENCE_FOLDER, EVIDENCE_LINKS, GIT_ATTRIBUTES, INSTRUMENT, MANIFEST,
    PRESENTATION, RECOMMENDATIONS, SCORES_FOLDER, TEAM, copied_from,
};
use crate::store::layout;
use crate::text::nearest::nearest;

/// The files and folders that are read at the top of a workspace.
const READ: [&str; 11] = [
    MANIFEST,
    INSTRUMENT,
    TEAM,
    ASSIGNMENTS,
    EVIDENCE,
    EVIDENCE_LINKS,
    EVIDENCE_FOLDER,
    SCORES_FOLDER,
    RECOMMENDATIONS,
    ASPECT_FINDINGS,
    PRESENTATION,
];

/// Notes what stands beside the files of a workspace.
pub(super) fn look(root: &Path, disk: &mut Disk) {
    for name in names(root) {
        if let Some(original) = copied_from(&name) {
            if READ.contains(&original.as_str()) {
                disk.copies.push((name, original));
            }
        } else if let Some(meant) = meant(&name) {
            disk.misnamed.push((name, meant.to_owned()));
        }
    }
    let (copies, strays) = std::mem::take(&mut disk.stray_score_files)
        .into_iter()
        .partition(|file| copied_from(file).is_some_and(|original| root.join(original).exists()));
    disk.stray_score_files = strays;
    let copies: Vec<String> = copies;
    disk.copies.extend(copies.into_iter().filter_map(|file| copied_from(&file).map(|original| (file, original))));
    disk.lacks_git_attributes = lacks_git_attributes(root);
}

/// Lists the names at the top of a workspace; what begins with a dot is somebody else's.
fn names(root: &Path) -> Vec<String> {
    let entries = root.read_dir().into_iter().flatten().flatten();
    let mut names: Vec<String> = entries
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| !name.starts_with('.') && !READ.contains(&name.as_str()))
        .collect();
    names.sort();
    names
}

/// Returns the file or folder that a name was meant for: it differs in case, or by a letter or two, and is of the same kind.
fn meant(name: &str) -> Option<&'static str> {
    let ending = |name: &str| name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
    nearest(name, READ).filter(|meant| ending(meant) == ending(name))
}

/// Tells whether git, where it keeps the workspace, is told nothing about line ends and merges, here or above.
fn lacks_git_attributes(root: &Path) -> bool {
    let Some(within) = layout::within_repository(root) else { return false };
    let root = root.canonicalize().unwrap_or_else(|_| root.to_owned());
    let levels = within.matches('/').count() + 1;
    !root.ancestors().take(levels).any(|folder| folder.join(GIT_ATTRIBUTES).exists())
}
