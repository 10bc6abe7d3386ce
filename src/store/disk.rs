//! What is asked of the disk when files are put in place. Tests put a disk in between that fails.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use tempfile::{Builder, NamedTempFile, PersistError, TempDir};

use crate::store::held;

/// How the name of a temporary file begins and ends.
const TEMPORARY: (&str, &str) = (".spbe-", ".tmp");

/// A disk; what is not said otherwise is done for good.
pub(super) trait Disk {
    /// Makes one folder.
    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        fs::create_dir(folder)
    }

    /// Makes a temporary file that everyone may read whom the process's mask allows, and holds it against [`sweep`].
    fn create(&self, folder: &Path) -> io::Result<NamedTempFile> {
        loop {
            let file = temporary(folder)?;
            // Where a file system knows no locks, nothing is swept either.
            let _ = file.as_file().lock();
            // Before it was held, another command may have swept it away.
            if file.path().exists() {
                return Ok(file);
            }
        }
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
        let mut target = Some(target);
        held::patiently(|| {
            let persisted = target.take().map_or(Ok(()), |target| target.persist(path).map(drop));
            persisted.map_err(|PersistError { error, file }| {
                target = Some(file);
                error
            })
        })
    }

    /// Removes a file.
    fn remove(&self, path: &Path) -> io::Result<()> {
        held::patiently(|| fs::remove_file(path))
    }

    /// Removes a file that this command made and nothing names yet.
    fn take_back(&self, path: &Path) -> io::Result<()> {
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

/// Makes a temporary file, readable as the process's mask allows.
fn temporary(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(TEMPORARY.0).suffix(TEMPORARY.1);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

/// Makes a temporary folder, open to whom the process's mask allows.
pub(super) fn temporary_folder(above: &Path) -> io::Result<TempDir> {
    let mut builder = Builder::new();
    builder.prefix(TEMPORARY.0).suffix(TEMPORARY.1);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o777));
    }
    builder.tempdir_in(above)
}

/// The disk of this machine.
pub(super) struct Real;

impl Disk for Real {}

/// Removes what commands that were killed left in a folder; what a command that lives still holds is left to it.
pub(super) fn sweep(folder: &Path) {
    let Ok(entries) = folder.read_dir() else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with(TEMPORARY.0)
            && name.ends_with(TEMPORARY.1)
            && entry.file_type().is_ok_and(|kind| kind.is_file())
        {
            // What can't be removed now will be tried again by the next command.
            let held = File::open(entry.path()).map_or(true, |file| file.try_lock().is_err());
            let _ = if held { Ok(()) } else { fs::remove_file(entry.path()) };
        }
    }
}

#[cfg(test)]
pub(super) mod testing {
    use std::cell::Cell;
    use std::fs::File;
    use std::io;
    use std::path::Path;

    use tempfile::NamedTempFile;

    use super::{Disk, Real};

    /// A disk that is full after some steps, and stays full.
    pub(in crate::store) struct Full {
        steps_left: Cell<usize>,
    }

    impl Full {
        pub(in crate::store) fn after(steps: usize) -> Self {
            Self { steps_left: Cell::new(steps) }
        }

        fn step(&self) -> io::Result<()> {
            let left = self.steps_left.get().checked_sub(1).ok_or(io::ErrorKind::StorageFull)?;
            self.steps_left.set(left);
            Ok(())
        }
    }

    impl Disk for Full {
        fn make_folder(&self, folder: &Path) -> io::Result<()> {
            self.step().and_then(|()| Real.make_folder(folder))
        }

        fn create(&self, folder: &Path) -> io::Result<NamedTempFile> {
            self.step().and_then(|()| Real.create(folder))
        }

        fn write(&self, file: &mut File, text: &[u8]) -> io::Result<()> {
            // Half of it is there before it is known that the rest has no room.
            Real.write(file, &text[..text.len() / 2])?;
            self.step().and_then(|()| Real.write(file, &text[text.len() / 2..]))
        }

        fn sync(&self, file: &File) -> io::Result<()> {
            self.step().and_then(|()| Real.sync(file))
        }

        fn rename(&self, target: NamedTempFile, path: &Path) -> io::Result<()> {
            self.step().and_then(|()| Real.rename(target, path))
        }

        fn remove(&self, path: &Path) -> io::Result<()> {
            self.step().and_then(|()| Real.remove(path))
        }

        fn flush(&self, folder: &Path) -> io::Result<()> {
            self.step().and_then(|()| Real.flush(folder))
        }
    }
}
