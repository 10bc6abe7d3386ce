//! What people hand in from outside of the workspace: files as they are named, and all that lie in a folder.

use std::io;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use crate::store::error::Error;
use crate::store::{held, read};

/// The most bytes that a work sheet may have.
const MOST_BYTES: u64 = 32 * 1024 * 1024;
/// How deep folders are looked through.
const DEEPEST: usize = 6;

/// Lists the files of a folder and those below it by name, or names the file itself; nothing where nothing stands there.
/// Links are not followed.
///
/// # Errors
/// A folder can't be read.
pub(crate) fn files(path: &Path) -> Result<Vec<PathBuf>, Error> {
    let mut files = Vec::new();
    for entry in WalkDir::new(path).max_depth(DEEPEST).sort_by_file_name() {
        match entry {
            Ok(entry) if entry.file_type().is_file() => files.push(entry.into_path()),
            Ok(_) => {}
            Err(error) if error.io_error().is_some_and(|error| error.kind() == io::ErrorKind::NotFound) => {}
            Err(error) => return Err(Error::io(path, error.into())),
        }
    }
    Ok(files)
}

/// Reads a file whole; one larger than any work sheet is refused.
///
/// # Errors
/// It can't be read, or is too large.
pub(crate) fn bytes(path: &Path) -> Result<Vec<u8>, Error> {
    let broken = |error| Error::io(path, error);
    let size = path.metadata().map_err(broken)?.len();
    if size > MOST_BYTES {
        return Err(Error::io(path, io::ErrorKind::FileTooLarge.into()));
    }
    held::open(path).and_then(|file| read::whole(file, size, MOST_BYTES)).map_err(broken)
}
