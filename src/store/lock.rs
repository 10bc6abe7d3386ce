//! The workspace lock: two commands that write take turns.

use std::fs::{File, OpenOptions, TryLockError, create_dir_all};
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::store::error::Error;
use crate::store::layout::PRIVATE_FOLDER;

/// How long a waiting command sleeps between two tries.
const PAUSE: Duration = Duration::from_millis(20);

/// The right to write to a workspace; it ends with this value.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

impl Lock {
    /// Waits for the workspace at most `patience`; calls `waiting` once if it has to.
    ///
    /// # Errors
    /// The lock can't be made, or another command still holds it at the end.
    pub fn acquire(root: &Path, patience: Duration, waiting: impl FnOnce()) -> Result<Self, Error> {
        let folder = root.join(PRIVATE_FOLDER);
        if folder.is_symlink() {
            return Err(Error::Outside(folder));
        }
        create_dir_all(&folder).map_err(|error| Error::io(&folder, error))?;
        let path = folder.join("lock");
        let broken = |error| Error::io(&path, error);
        let file = OpenOptions::new().create(true).truncate(false).write(true).open(&path).map_err(broken)?;
        let begun = Instant::now();
        let mut waiting = Some(waiting);
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(Self { _file: file }),
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
