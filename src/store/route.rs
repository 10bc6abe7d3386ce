//! The way to a file of a workspace: links are followed, and none that leaves it.

use std::path::{Path, PathBuf};

use crate::store::error::Error;

/// Returns the folder that a path stands in.
pub(super) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Follows links, so that a linked file is changed where it is; one that leaves the workspace is refused.
pub(super) fn resolved(root: &Path, path: &Path) -> Result<PathBuf, Error> {
    let resolved = within(root, path)?;
    match resolved.metadata() {
        Ok(metadata) if !metadata.is_file() => Err(Error::NotAFile(path.to_owned())),
        _ => Ok(resolved),
    }
}

/// Follows the links above a file but not the file itself: of a link, the link is removed.
pub(super) fn entry(root: &Path, path: &Path) -> Result<PathBuf, Error> {
    let name = path.file_name().ok_or_else(|| Error::NotAFile(path.to_owned()))?;
    Ok(within(root, folder_of(path))?.join(name))
}

/// Follows links as far as something stands there; a path that leaves the workspace is refused.
fn within(root: &Path, path: &Path) -> Result<PathBuf, Error> {
    let root = root.canonicalize().map_err(|error| Error::io(root, error))?;
    let known = path.ancestors().find(|ancestor| ancestor.symlink_metadata().is_ok()).unwrap_or(path);
    let real = known.canonicalize().map_err(|error| Error::io(known, error))?;
    if !real.starts_with(&root) {
        return Err(Error::Outside(path.to_owned()));
    }
    let rest = path.strip_prefix(known).unwrap_or(Path::new(""));
    Ok(if rest.as_os_str().is_empty() { real } else { real.join(rest) })
}
