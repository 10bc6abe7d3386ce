//! The workspace lock: two commands that write take turns.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::model::files::{GIT_IGNORE, PRIVATE_FOLDER};
use crate::store::error::Error;
use crate::store::write::{self, Changes};

/// How long a waiting command sleeps between two tries.
const PAUSE: Duration = Duration::from_millis(20);

/// The right to write to a workspace; it ends with this value.
#[derive(Debug)]
pub(crate) struct Lock {
    _file: File,
}

impl Lock {
    /// Waits for the workspace at most `patience`; calls `waiting` once if it has to.
    ///
    /// # Errors
    /// The lock can't be made, or another command still holds it at the end.
    pub(crate) fn acquire(root: &Path, patience: Duration, waiting: impl FnOnce()) -> Result<Self, Error> {
        let path = lock_file(root)?;
        let broken = |error| Error::io(&path, error);
        let file = OpenOptions::new().create(true).truncate(false).write(true).open(&path).map_err(broken)?;
        let begun = Instant::now();
        let mut waiting = Some(waiting);
        loop {
            match file.try_lock() {
                Ok(()) => {
                    hide_from_git(root)?;
                    return Ok(Self { _file: file });
                }
                Err(TryLockError::Error(error)) => return Err(Error::io(&path, error)),
                Err(TryLockError::WouldBlock) if begun.elapsed() >= patience => {
                    return Err(Error::Locked(root.to_owned()));
                }
                Err(TryLockError::WouldBlock) => {
                    if let Some(waiting) = waiting.take() {
                        waiting();
                    }
                    sleep(PAUSE);
                }
            }
        }
    }
}

/// Finds the file to lock; what would be made elsewhere, or would never open, is refused.
fn lock_file(root: &Path) -> Result<PathBuf, Error> {
    let folder = root.join(PRIVATE_FOLDER);
    if folder.is_symlink() {
        return Err(Error::Outside(folder));
    }
    write::make_folder(&folder)?;
    let path = folder.join("lock");
    match path.symlink_metadata() {
        Ok(metadata) if metadata.is_symlink() => Err(Error::Outside(path)),
        Ok(metadata) if !metadata.is_file() => Err(Error::NotAFile(path)),
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(Error::io(&path, error)),
        _ => Ok(path),
    }
}

/// Keeps the lock out of git, also where the workspace has a `.gitignore` of its own that does not say so.
fn hide_from_git(root: &Path) -> Result<(), Error> {
    let file = format!("{PRIVATE_FOLDER}/{GIT_IGNORE}");
    if root.join(&file).symlink_metadata().is_ok() {
        return Ok(());
    }
    let mut changes = Changes::default();
    changes.text(file, "*\n".to_owned());
    changes.apply(root)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::time::Duration;

    use super::Lock;
    use crate::store::error::Error;

    fn acquire(root: &std::path::Path) -> Result<Lock, Error> {
        Lock::acquire(root, Duration::ZERO, || ())
    }

    #[test]
    fn one_at_a_time_holds_the_workspace_and_git_sees_nothing_of_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let lock = acquire(folder.path()).expect("the first one");
        assert!(matches!(acquire(folder.path()), Err(Error::Locked(_))));
        drop(lock);
        acquire(folder.path()).expect("the next one");
        assert_eq!(fs::read_to_string(folder.path().join(".spbe/.gitignore")).expect("read"), "*\n");
    }

    #[cfg(unix)]
    #[test]
    fn a_lock_that_leads_elsewhere_or_is_no_file_is_refused() {
        use std::os::unix::fs::symlink;
        let (folder, outside) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
        fs::create_dir(folder.path().join(".spbe")).expect("a folder");
        let path = folder.path().join(".spbe/lock");
        symlink(outside.path().join("made"), &path).expect("linked");
        assert!(matches!(acquire(folder.path()), Err(Error::Outside(_))));
        assert_eq!(fs::read_dir(outside.path()).expect("listed").count(), 0);
        fs::remove_file(&path).expect("removed");
        fs::create_dir(&path).expect("a folder");
        assert!(matches!(acquire(folder.path()), Err(Error::NotAFile(_))));
    }
}
