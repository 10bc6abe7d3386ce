//! What is asked of the disk when files are put in place. Tests put a disk in between that fails.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use tempfile::{Builder, NamedTempFile};

/// How the name of a temporary file begins and ends.
const TEMPORARY: (&str, &str) = (".spbe-", ".tmp");

/// A disk; what is not said otherwise is done for good.
pub(super) trait Disk {
    /// Makes one folder.
    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        fs::create_dir(folder)
    }

    /// Makes a temporary file that everyone may read whom the process's mask allows.
    fn create(&self, folder: &Path) -> io::Result<NamedTempFile> {
        let mut builder = Builder::new();
        builder.prefix(TEMPORARY.0).suffix(TEMPORARY.1);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            builder.permissions(fs::Permissions::from_mode(0o666));
        }
        builder.tempfile_in(folder)
    }

    /// Writes a text.
    fn write(&self, file: &mut File, text: &[u8]) -> io::Result<()> {
        file.write_all(text)
    }

    /// Makes what was written to a file survive a crash.
    fn sync(&self, file: &File) -> io::Result<()> {
        file.sync_all()
    }

    /// Puts a temporary file in place; one that can't be put is removed.
    fn rename(&self, target: NamedTempFile, path: &Path) -> io::Result<()> {
        target.persist(path).map(|_| ()).map_err(|error| error.error)
    }

    /// Removes a file.
    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    /// Makes the names in a folder survive a crash.
    fn flush(&self, folder: &Path) -> io::Result<()> {
        #[cfg(unix)]
        File::open(folder)?.sync_all()?;
        #[cfg(not(unix))]
        let _ = folder;
        Ok(())
    }
}

/// The disk of this machine.
pub(super) struct Real;

impl Disk for Real {}

/// Removes what commands that were killed left in a folder; the caller's lock says that nobody else is writing there.
pub(super) fn sweep(folder: &Path) {
    let Ok(entries) = folder.read_dir() else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with(TEMPORARY.0) && name.ends_with(TEMPORARY.1) {
            // What can't be removed now will be tried again by the next command.
            let _ = fs::remove_file(entry.path());
        }
    }
}
