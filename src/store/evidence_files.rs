//! The files of the evidence: hashing what is there, and taking in what is added.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{self, Read, Seek};
use std::path::{Component, Path, PathBuf};

use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use crate::model::disk::FileState;
use crate::model::evidence::{Evidence, EvidenceKind};
use crate::model::files::EVIDENCE_FOLDER;
use crate::store::error::{Error, reason};
use crate::store::hash;

/// From how many bytes on it is worth starting threads: hashing less takes under a millisecond.
const WORTH_THREADS: u64 = 1024 * 1024;

/// Looks at every file of the index and hashes it anew, on all cores.
pub(crate) fn states(root: &Path, evidence: &[Evidence]) -> BTreeMap<String, FileState> {
    let files: BTreeSet<&str> = files(evidence).collect();
    // A workspace without evidence, and one with little of it, must not pay for threads.
    let files: Vec<&str> = files.into_iter().collect();
    let look = |file: &&str| ((*file).to_owned(), state(root, file));
    if size_of_all(root, &files) < WORTH_THREADS {
        return files.iter().map(look).collect();
    }
    files.par_iter().map(look).collect()
}

/// Lists the files below `evidence/` that the index does not name; what begins with a dot is nobody's evidence.
pub(crate) fn unindexed(root: &Path, evidence: &[Evidence]) -> Vec<String> {
    let known: BTreeSet<String> = files(evidence).map(|file| file.trim_start_matches("./").to_owned()).collect();
    let walk = WalkDir::new(root.join(EVIDENCE_FOLDER)).sort_by_file_name().into_iter();
    let seen = walk.filter_entry(|entry| entry.depth() == 0 || !hidden(entry)).flatten();
    let files = seen.filter(|entry| !entry.file_type().is_dir());
    let relative = files.filter_map(|entry| {
        let parts = entry.path().strip_prefix(root).ok()?.components();
        let parts: Vec<_> = parts.map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
        Some(parts.join("/"))
    });
    relative.filter(|file| !known.contains(file)).collect()
}

fn files(evidence: &[Evidence]) -> impl Iterator<Item = &str> {
    let kept = evidence.iter().filter(|entry| entry.kind != EvidenceKind::Link);
    kept.filter_map(|entry| entry.file.as_ref()).map(|file| file.value.as_str())
}

fn hidden(entry: &DirEntry) -> bool {
    entry.file_name().to_string_lossy().starts_with('.')
}

fn size_of_all(root: &Path, files: &[&str]) -> u64 {
    files.iter().filter_map(|file| root.join(file).metadata().ok()).map(|metadata| metadata.len()).sum()
}

fn state(root: &Path, file: &str) -> FileState {
    let path = match inside(root, file) {
        Ok(path) => path,
        Err(Error::Outside(_)) => return FileState::Outside,
        Err(Error::Io { source, .. }) if source.kind() == io::ErrorKind::NotFound => return FileState::Missing,
        Err(error) => return FileState::Unreadable(error.message()),
    };
    // A pipe would block and a device would never end.
    match path.metadata() {
        Ok(metadata) if !metadata.is_file() => return FileState::NotAFile,
        _ => {}
    }
    match File::open(&path).and_then(|mut opened| hash::file(&mut opened)) {
        Ok(hashed) => FileState::Sound(hashed),
        Err(error) => FileState::Unreadable(reason(&error)),
    }
}

/// Resolves a path of the index; one that leaves the workspace, by itself or through a link, is refused.
///
/// # Errors
/// The path leaves the workspace, or nothing stands there.
pub(crate) fn inside(root: &Path, file: &str) -> Result<PathBuf, Error> {
    let relative = Path::new(file);
    let plain = relative.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    if !plain || file.contains('\\') {
        return Err(Error::Outside(relative.to_owned()));
    }
    let mut path = root.to_owned();
    for part in relative.components() {
        path.push(part);
        let metadata = path.symlink_metadata().map_err(|error| Error::io(&path, error))?;
        if metadata.is_symlink() {
            return behind_links(root, relative);
        }
    }
    Ok(path)
}

/// Resolves a path with links in it; one that leaves the workspace is refused.
fn behind_links(root: &Path, relative: &Path) -> Result<PathBuf, Error> {
    let canonical = |path: &Path| path.canonicalize().map_err(|error| Error::io(path, error));
    let (root, path) = (canonical(root)?, canonical(&root.join(relative))?);
    if path.starts_with(&root) { Ok(path) } else { Err(Error::Outside(relative.to_owned())) }
}

/// A file that is about to become evidence.
#[derive(Debug)]
pub(crate) struct Incoming {
    /// Where it comes from.
    pub(crate) path: PathBuf,
    /// Its digest, in lower-case hexadecimal.
    pub(crate) sha256: String,
    /// How many bytes it has.
    pub(crate) size: u64,
}

/// Hashes a file that is about to become evidence.
///
/// # Errors
/// The file can't be read, or is no ordinary file.
pub(crate) fn incoming(path: &Path) -> Result<Incoming, Error> {
    let metadata = path.metadata().map_err(|error| Error::io(path, error))?;
    if !metadata.is_file() {
        return Err(Error::NotAFile(path.to_owned()));
    }
    let mut file = File::open(path).map_err(|error| Error::io(path, error))?;
    let hashed = hash::file(&mut file).map_err(|error| Error::io(path, error))?;
    Ok(Incoming { path: path.to_owned(), sha256: hashed.sha256, size: hashed.size })
}

/// Refuses a name that a file with other content has: the index does not know that file, and it would be lost.
///
/// # Errors
/// The name is taken, or what has it can't be read.
pub(crate) fn vacant(root: &Path, file: &str, new: &Incoming) -> Result<(), Error> {
    let path = root.join(file);
    if path.symlink_metadata().is_err() {
        return Ok(());
    }
    if incoming(&path)?.sha256 == new.sha256 { Ok(()) } else { Err(Error::Occupied(path)) }
}

/// Copies an incoming file into an open one; a file that changed since it was hashed is refused.
///
/// # Errors
/// The copy fails, or the file is no longer what was hashed.
pub(crate) fn copy(incoming: &Incoming, target: &mut File) -> Result<(), Error> {
    let broken = |error| Error::io(&incoming.path, error);
    let mut source = File::open(&incoming.path).map_err(broken)?;
    // One byte more than expected tells a file that grows; without an end to it, the disk would be filled.
    io::copy(&mut source.by_ref().take(incoming.size + 1), target).map_err(broken)?;
    target.rewind().map_err(broken)?;
    let hashed = hash::file(target).map_err(broken)?;
    if hashed.sha256 == incoming.sha256 { Ok(()) } else { Err(Error::Moving(incoming.path.clone())) }
}
