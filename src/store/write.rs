//! Changes to a workspace: whole files, each put in place at once and durably.

use std::collections::BTreeSet;
use std::fs::{self, File, Permissions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

use crate::store::error::Error;
use crate::store::evidence_files::{self, Incoming};

/// How the name of a temporary file begins and ends.
const TEMPORARY: (&str, &str) = (".spbe-", ".tmp");

/// What the disk does last; a test puts one that fails in its place.
struct Disk {
    sync: fn(&File) -> io::Result<()>,
    rename: fn(NamedTempFile, &Path) -> io::Result<()>,
}

const DISK: Disk =
    Disk { sync: File::sync_all, rename: |target, path| target.persist(path).map(|_| ()).map_err(|error| error.error) };

/// The changes of one command, in the order in which they are made.
///
/// Evidence comes before the index that names it and goes after it, so that whatever stands on disk in between is
/// either the old state or the new one with a file too many.
#[derive(Debug, Default)]
pub struct Changes {
    steps: Vec<(String, Step)>,
}

/// What happens to a file.
#[derive(Debug)]
pub enum Step {
    /// It holds this text from now on.
    Text(String),
    /// It is a copy of a file from elsewhere.
    Copy(Incoming),
    /// It is gone.
    Remove,
}

impl Changes {
    /// Puts a text into a file, named relative to the workspace.
    pub fn text(&mut self, file: impl Into<String>, text: String) {
        self.steps.push((file.into(), Step::Text(text)));
    }

    /// Copies a file from elsewhere.
    pub fn copy(&mut self, file: impl Into<String>, incoming: Incoming) {
        self.steps.push((file.into(), Step::Copy(incoming)));
    }

    /// Removes a file.
    pub fn remove(&mut self, file: impl Into<String>) {
        self.steps.push((file.into(), Step::Remove));
    }

    /// Returns the changes in order.
    pub fn steps(&self) -> &[(String, Step)] {
        &self.steps
    }

    /// Tells whether nothing changes.
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// Lists the files that exist already.
    pub fn existing(&self, root: &Path) -> Vec<String> {
        let exists = |file: &&String| root.join(file).symlink_metadata().is_ok();
        self.steps.iter().map(|(file, _)| file).filter(exists).cloned().collect()
    }

    /// Leaves a file out of the changes.
    pub fn drop(&mut self, file: &str) {
        self.steps.retain(|(named, _)| named != file);
    }

    /// Lists the folders that are written to.
    fn folders(&self, root: &Path) -> BTreeSet<PathBuf> {
        self.steps.iter().filter_map(|(file, _)| root.join(file).parent().map(Path::to_owned)).collect()
    }

    /// Makes the folder and then the changes, for a workspace that does not exist yet.
    ///
    /// # Errors
    /// As [`Changes::apply`].
    pub fn create(&self, root: &Path) -> Result<(), Error> {
        fs::create_dir_all(root).map_err(|error| Error::io(root, error))?;
        self.apply(root)
    }

    /// Makes the changes; the caller holds the lock.
    ///
    /// # Errors
    /// The disk refuses; the changes before the refused one are made, each whole.
    pub fn apply(&self, root: &Path) -> Result<(), Error> {
        self.apply_on(root, &DISK)
    }

    fn apply_on(&self, root: &Path, disk: &Disk) -> Result<(), Error> {
        for folder in self.folders(root) {
            sweep(&folder);
        }
        for (file, step) in &self.steps {
            let path = root.join(file);
            match step {
                Step::Text(text) => replace(root, &path, disk, |target| {
                    target.write_all(text.as_bytes()).map_err(|error| Error::io(&path, error))
                })?,
                Step::Copy(incoming) => replace(root, &path, disk, |target| evidence_files::copy(incoming, target))?,
                Step::Remove => remove(&path)?,
            }
        }
        Ok(())
    }
}

/// Writes a file that the person named, inside or outside of a workspace, whole or not at all.
///
/// # Errors
/// The disk refuses.
pub fn output(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let target = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    if target.metadata().is_ok_and(|metadata| !metadata.is_file()) {
        // A pipe or a device, such as /dev/stdout, is written to and not replaced.
        return fs::write(&target, bytes).map_err(|error| Error::io(path, error));
    }
    if !folder.is_dir() {
        return Err(Error::io(folder, io::ErrorKind::NotFound.into()));
    }
    put(&target, &DISK, |file| file.write_all(bytes).map_err(|error| Error::io(path, error)))
}

/// Replaces a file at once: written beside it, flushed to the disk, renamed over it.
fn replace(
    root: &Path,
    path: &Path,
    disk: &Disk,
    write: impl FnOnce(&mut File) -> Result<(), Error>,
) -> Result<(), Error> {
    let path = resolved(root, path)?;
    let folder = path.parent().unwrap_or(root);
    fs::create_dir_all(folder).map_err(|error| Error::io(folder, error))?;
    put(&path, disk, write)
}

fn put(path: &Path, disk: &Disk, write: impl FnOnce(&mut File) -> Result<(), Error>) -> Result<(), Error> {
    let broken = |error| Error::io(path, error);
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut target = temporary(folder).map_err(|error| Error::io(folder, error))?;
    if let Ok(metadata) = path.metadata() {
        target.as_file().set_permissions(metadata.permissions()).map_err(broken)?;
    }
    write(target.as_file_mut())?;
    (disk.sync)(target.as_file()).map_err(broken)?;
    (disk.rename)(target, path).map_err(broken)?;
    flush(folder)
}

/// Follows links, so that a linked file is changed where it is; one that leaves the workspace is refused.
fn resolved(root: &Path, path: &Path) -> Result<PathBuf, Error> {
    let root = root.canonicalize().map_err(|error| Error::io(root, error))?;
    let known = path.ancestors().find(|ancestor| ancestor.symlink_metadata().is_ok()).unwrap_or(path);
    let real = known.canonicalize().map_err(|error| Error::io(known, error))?;
    if !real.starts_with(&root) {
        return Err(Error::Outside(path.to_owned()));
    }
    let rest = path.strip_prefix(known).unwrap_or(Path::new(""));
    let resolved = if rest.as_os_str().is_empty() { real } else { real.join(rest) };
    match resolved.metadata() {
        Ok(metadata) if !metadata.is_file() => Err(Error::NotAFile(path.to_owned())),
        _ => Ok(resolved),
    }
}

/// Removes what commands that were killed left in a folder; the lock says that nobody else is writing there.
fn sweep(folder: &Path) {
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

/// Makes a temporary file that everyone may read whom the process's mask allows.
fn temporary(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(TEMPORARY.0).suffix(TEMPORARY.1);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

fn remove(path: &Path) -> Result<(), Error> {
    match fs::remove_file(path) {
        Ok(()) => path.parent().map_or(Ok(()), flush),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(Error::io(path, error)),
    }
}

/// Makes a rename in a folder survive a crash.
fn flush(folder: &Path) -> Result<(), Error> {
    #[cfg(unix)]
    File::open(folder).and_then(|opened| opened.sync_all()).map_err(|error| Error::io(folder, error))?;
    #[cfg(not(unix))]
    let _ = folder;
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use std::io;

    use super::{Changes, DISK, Disk};
    use crate::store::error::Error;

    #[test]
    fn a_file_is_replaced_whole_and_nothing_else_stays_behind() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("a.csv"), "old").expect("written");
        let mut changes = Changes::default();
        changes.text("a.csv", "new".to_owned());
        changes.text("scores/b.csv", "b".to_owned());
        changes.apply(folder.path()).expect("applied");
        assert_eq!(fs::read_to_string(folder.path().join("a.csv")).expect("read"), "new");
        assert_eq!(fs::read_to_string(folder.path().join("scores/b.csv")).expect("read"), "b");
        assert_eq!(fs::read_dir(folder.path()).expect("listed").count(), 2);
    }

    #[test]
    fn what_a_killed_command_left_is_swept_away() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join(".spbe-x1.tmp"), "half").expect("written");
        fs::write(folder.path().join(".keep"), "").expect("written");
        let mut changes = Changes::default();
        changes.text("a.csv", "new".to_owned());
        changes.apply(folder.path()).expect("applied");
        assert!(!folder.path().join(".spbe-x1.tmp").exists());
        assert!(folder.path().join(".keep").exists());
    }

    #[test]
    fn a_disk_that_fails_at_the_last_moment_leaves_the_old_file_and_nothing_else() {
        let full = || io::Error::from(io::ErrorKind::StorageFull);
        let no_sync = Disk { sync: |_| Err(io::ErrorKind::StorageFull.into()), ..DISK };
        let no_rename = Disk { rename: |_, _| Err(io::ErrorKind::StorageFull.into()), ..DISK };
        for disk in [no_sync, no_rename] {
            let folder = tempfile::tempdir().expect("a folder");
            fs::write(folder.path().join("a.csv"), "old").expect("written");
            let mut changes = Changes::default();
            changes.text("a.csv", "new".to_owned());
            let error = changes.apply_on(folder.path(), &disk).expect_err("the disk fails");
            assert!(matches!(&error, Error::Io { source, .. } if source.kind() == full().kind()), "{error}");
            assert_eq!(fs::read_to_string(folder.path().join("a.csv")).expect("read"), "old");
            assert_eq!(fs::read_dir(folder.path()).expect("listed").count(), 1, "no temporary file stays");
            changes.apply(folder.path()).expect("a rerun completes it");
            assert_eq!(fs::read_to_string(folder.path().join("a.csv")).expect("read"), "new");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_within_is_followed_and_one_that_leaves_is_refused() {
        use std::os::unix::fs::symlink;
        let outside = tempfile::tempdir().expect("a folder");
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("real.csv"), "old").expect("written");
        symlink("real.csv", folder.path().join("a.csv")).expect("linked");
        symlink(outside.path().join("b.csv"), folder.path().join("b.csv")).expect("linked");
        symlink(outside.path(), folder.path().join("scores")).expect("linked");
        let change = |file: &str| {
            let mut changes = Changes::default();
            changes.text(file, "new".to_owned());
            changes.apply(folder.path())
        };
        change("a.csv").expect("applied");
        assert_eq!(fs::read_to_string(folder.path().join("real.csv")).expect("read"), "new");
        assert!(folder.path().join("a.csv").is_symlink());
        assert!(matches!(change("scores/c.csv"), Err(Error::Outside(_))));
        assert!(change("b.csv").is_err());
        assert_eq!(fs::read_dir(outside.path()).expect("listed").count(), 0);
    }
}
