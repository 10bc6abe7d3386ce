//! The files of the evidence: hashing what is there, and taking in what is added.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Seek};
use std::path::{Component, Path, PathBuf};

use crate::model::disk::FileState;
use crate::model::evidence::{Evidence, EvidenceKind};
use crate::store::error::{Error, reason};
use crate::store::hash;

/// Looks at every file of the index and hashes it anew.
pub fn states(root: &Path, evidence: &[Evidence]) -> BTreeMap<String, FileState> {
    let files =
        evidence.iter().filter(|entry| entry.kind != EvidenceKind::Link).filter_map(|entry| entry.file.as_ref());
    files.map(|file| (file.value.clone(), state(root, &file.value))).collect()
}

fn state(root: &Path, file: &str) -> FileState {
    let path = match inside(root, file) {
        Ok(path) => path,
        Err(Error::Outside(_)) => return FileState::Outside,
        Err(Error::Io { source, .. }) if source.kind() == io::ErrorKind::NotFound => return FileState::Missing,
        Err(error) => return FileState::Unreadable(error.message()),
    };
    match path.metadata() {
        Ok(metadata) if !metadata.is_file() => return FileState::NotAFile,
        _ => {}
    }
    match File::open(&path).and_then(|mut opened| hash::file(&mut opened)) {
        Ok((sha256, _)) => FileState::Sound { sha256 },
        Err(error) => FileState::Unreadable(reason(&error)),
    }
}

/// Resolves a path of the index; one that leaves the workspace, by itself or through a link, is refused.
///
/// # Errors
/// The path leaves the workspace, or nothing stands there.
pub fn inside(root: &Path, file: &str) -> Result<PathBuf, Error> {
    let relative = Path::new(file);
    let plain = relative.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    if !plain || file.contains('\\') {
        return Err(Error::Outside(relative.to_owned()));
    }
    let canonical = |path: &Path| path.canonicalize().map_err(|error| Error::io(path, error));
    let (root, path) = (canonical(root)?, canonical(&root.join(relative))?);
    if path.starts_with(&root) { Ok(path) } else { Err(Error::Outside(relative.to_owned())) }
}

/// A file that is about to become evidence.
#[derive(Debug)]
pub struct Incoming {
    /// Where it comes from.
    pub path: PathBuf,
    /// Its digest, in lower-case hexadecimal.
    pub sha256: String,
    /// How many bytes it has.
    pub size: u64,
}

/// Hashes a file that is about to become evidence.
///
/// # Errors
/// The file can't be read, or is no ordinary file.
pub fn incoming(path: &Path) -> Result<Incoming, Error> {
    let metadata = path.metadata().map_err(|error| Error::io(path, error))?;
    if !metadata.is_file() {
        return Err(Error::NotAFile(path.to_owned()));
    }
    let mut file = File::open(path).map_err(|error| Error::io(path, error))?;
    let (sha256, size) = hash::file(&mut file).map_err(|error| Error::io(path, error))?;
    Ok(Incoming { path: path.to_owned(), sha256, size })
}

/// Copies an incoming file into an open one; a file that changed since it was hashed is refused.
///
/// # Errors
/// The copy fails, or the file is no longer what was hashed.
pub fn copy(incoming: &Incoming, target: &mut File) -> Result<(), Error> {
    let broken = |error| Error::io(&incoming.path, error);
    let mut source = File::open(&incoming.path).map_err(broken)?;
    io::copy(&mut source, target).map_err(broken)?;
    target.rewind().map_err(broken)?;
    let (sha256, _) = hash::file(target).map_err(broken)?;
    if sha256 == incoming.sha256 { Ok(()) } else { Err(Error::Moving(incoming.path.clone())) }
}
