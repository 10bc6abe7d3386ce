//! Where a workspace is, and which files are its own.

use std::path::{Component, Path, PathBuf};

use crate::model::files::{
    APPROVALS_FOLDER, AT_THE_TOP, EVIDENCE_FOLDER, GIT_ATTRIBUTES, GIT_IGNORE, MANIFEST, PRIVATE_FOLDER, SCORES_FOLDER,
};
use crate::store::bag::DECLARATION;

/// Where git keeps a repository.
const GIT: &str = ".git";

/// Returns the path within its workspace of a file that belongs to one, so that no report may be written over it.
pub(crate) fn own_file(path: &Path) -> Option<String> {
    const OF_GIT: [&str; 3] = [GIT_ATTRIBUTES, GIT_IGNORE, GIT];
    const FOLDERS: [&str; 5] = [APPROVALS_FOLDER, SCORES_FOLDER, EVIDENCE_FOLDER, PRIVATE_FOLDER, GIT];
    // A link is followed, and so is the folder of a file that is not there yet.
    let path = path.canonicalize().ok().or_else(|| {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        Some(folder.canonicalize().ok()?.join(path.file_name()?))
    })?;
    let root = find(path.parent()?)?.canonicalize().ok()?;
    let within: Vec<_> = path.strip_prefix(&root).ok()?.iter().map(|part| part.to_string_lossy()).collect();
    let name = within.join("/");
    let folder = within.len() > 1 && FOLDERS.contains(&&*within[0]);
    (folder || AT_THE_TOP.contains(&name.as_str()) || OF_GIT.contains(&name.as_str())).then_some(name)
}

/// Returns where a folder is in its git repository, with a final `/`; empty at the top, nothing outside of one.
///
/// Links on the way are followed first, as git does.
pub(crate) fn within_repository(folder: &Path) -> Option<String> {
    let folder = folder.canonicalize().unwrap_or_else(|_| absolute(folder));
    let top = folder.ancestors().find(|folder| folder.join(GIT).exists())?;
    let within = folder.strip_prefix(top).ok()?;
    Some(within.components().map(|part| format!("{}/", part.as_os_str().to_string_lossy())).collect())
}

/// Returns a path from the root of the disk, whether or not something stands there.
pub(crate) fn absolute(path: &Path) -> PathBuf {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let absolute: PathBuf = absolute.components().collect();
    if !absolute.components().any(|part| part == Component::ParentDir) {
        return absolute;
    }
    // What `..` leads to is the disk's to say; behind it nothing may stand yet.
    let known = absolute.ancestors().find_map(|known| Some((known, known.canonicalize().ok()?)));
    let resolved = known.and_then(|(known, real)| Some(real.join(absolute.strip_prefix(known).ok()?)));
    resolved.unwrap_or(absolute)
}

/// Tells whether anything is there.
pub(crate) fn is_there(path: &Path) -> bool {
    path.exists()
}

/// Tells whether a folder is there.
pub(crate) fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

/// Finds the workspace that a folder belongs to, walking up from it.
pub(crate) fn find(start: &Path) -> Option<PathBuf> {
    let start = absolute(start);
    let mut folder = Some(start.as_path());
    while let Some(candidate) = folder {
        if candidate.join(MANIFEST).is_file() {
            return Some(candidate.to_owned());
        }
        // A bag stands for itself: what is done in it is not meant for a workspace around it.
        if candidate.join(DECLARATION).is_file() {
            return None;
        }
        folder = candidate.parent();
    }
    None
}
