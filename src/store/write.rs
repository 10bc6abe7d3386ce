//! Changes to a workspace: whole files, each put in place at once and durably.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use crate::store::disk::{Disk, Real, sweep};
use crate::store::error::Error;
use crate::store::evidence_files::{self, Incoming};
use crate::store::journal;
use crate::store::route::{entry, folder_of, resolved};

/// The changes of one command, in the order in which they are made.
///
/// Evidence comes before the index that names it and goes after it, so that whatever stands on disk in between is
/// either the old state or the new one with a file too many.
#[derive(Debug, Default)]
pub(crate) struct Changes {
    steps: Vec<(String, Step)>,
}

/// What happens to a file.
#[derive(Debug)]
pub(crate) enum Step {
    /// It holds this text from now on.
    Text(String),
    /// It is a copy of a file from elsewhere.
    Copy(Incoming),
    /// It is gone.
    Remove,
}

impl Changes {
    /// Puts a text into a file, named relative to the workspace.
    pub(crate) fn text(&mut self, file: impl Into<String>, text: String) {
        self.steps.push((file.into(), Step::Text(text)));
    }

    /// Copies a file from elsewhere.
    pub(crate) fn copy(&mut self, file: impl Into<String>, incoming: Incoming) {
        self.steps.push((file.into(), Step::Copy(incoming)));
    }

    /// Removes a file.
    pub(crate) fn remove(&mut self, file: impl Into<String>) {
        self.steps.push((file.into(), Step::Remove));
    }

    /// Returns the changes in order.
    pub(crate) fn steps(&self) -> &[(String, Step)] {
        &self.steps
    }

    /// Lists the files that exist already.
    pub(crate) fn existing(&self, root: &Path) -> Vec<String> {
        let exists = |file: &&String| root.join(file).symlink_metadata().is_ok();
        self.steps.iter().map(|(file, _)| file).filter(exists).cloned().collect()
    }

    /// Leaves a file out of the changes.
    pub(crate) fn drop(&mut self, file: &str) {
        self.steps.retain(|(named, _)| named != file);
    }

    /// Leaves out the texts and copies that stand there already, as an interrupted command of the same kind leaves them.
    pub(crate) fn leave_out_what_is_done(&mut self, root: &Path) {
        let done = |file: &str, step: &Step| match step {
            Step::Text(text) => fs::read(root.join(file)).is_ok_and(|there| there == text.as_bytes()),
            Step::Copy(new) => {
                evidence_files::incoming(&root.join(file)).is_ok_and(|there| there.seen.sha256 == new.seen.sha256)
            }
            Step::Remove => false,
        };
        self.steps.retain(|(file, step)| !done(file, step));
    }

    /// Makes the changes; the caller holds the lock.
    ///
    /// # Errors
    /// The disk refuses; the changes before the refused one are made, each whole, but for copies that nothing names yet:
    /// those are taken back.
    pub(crate) fn apply(&self, root: &Path) -> Result<(), Error> {
        self.apply_on(root, &Real, &|| ())
    }

    /// Makes the changes as [`Self::apply`] does, and keeps what was there before so that it can be taken back; `step` is
    /// called behind each of them.
    ///
    /// # Errors
    /// As those of [`Self::apply`].
    pub(crate) fn apply_kept(&self, root: &Path, step: &dyn Fn()) -> Result<(), Error> {
        let keeping = journal::keep(root, self);
        let applied = self.apply_on(root, &Real, step);
        keeping.end(applied.is_ok());
        applied
    }

    /// Makes the changes as [`Self::apply`] does, on any disk: tests take one that fails.
    fn apply_on(&self, root: &Path, disk: &dyn Disk, step: &dyn Fn()) -> Result<(), Error> {
        let mut unnamed = Vec::new();
        let applied = self.apply_noting(root, disk, &mut unnamed, step);
        if applied.is_err() {
            // What can't be taken back is named by `validate` as a file that the index does not know.
            unnamed.iter().for_each(|copy| drop(disk.take_back(copy)));
        }
        applied
    }

    /// Makes the changes, and notes the copies that no text names yet.
    fn apply_noting(
        &self,
        root: &Path,
        disk: &dyn Disk,
        unnamed: &mut Vec<PathBuf>,
        done: &dyn Fn(),
    ) -> Result<(), Error> {
        let mut swept = BTreeSet::new();
        for (file, step) in &self.steps {
            let named = root.join(file);
            // Only where the links of the path are known to stay within the workspace, anything is touched.
            let path = if matches!(step, Step::Remove) { entry(root, &named)? } else { resolved(root, &named)? };
            let folder = folder_of(&path);
            if swept.insert(folder.to_owned()) {
                sweep(folder);
            }
            match step {
                Step::Text(text) => {
                    let written = put(&path, disk, |target| {
                        disk.write(target, text.as_bytes()).map_err(|error| Error::io(&named, error))
                    });
                    // It may stand there although the disk could not promise to keep it.
                    if written.is_ok() || fs::read(&path).is_ok_and(|there| there == text.as_bytes()) {
                        unnamed.clear();
                    }
                    written?;
                }
                Step::Copy(incoming) => {
                    // What was there before is never taken away.
                    unnamed.extend((!path.exists()).then(|| path.clone()));
                    put(&path, disk, |target| evidence_files::copy(incoming, target))?;
                }
                Step::Remove => remove(&path, disk)?,
            }
            done();
        }
        Ok(())
    }
}

/// Writes a file that the person named, inside or outside of a workspace, whole or not at all.
///
/// # Errors
/// The disk refuses.
pub(crate) fn output(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let broken = |error| Error::io(path, error);
    if ["/dev", "/proc"].iter().any(|streams| path.starts_with(streams)) {
        // What stands behind /dev/stdout is somebody's open file, pipe or terminal: it is written on and not replaced.
        let stream = fs::OpenOptions::new().append(true).open(path);
        return stream.and_then(|mut stream| stream.write_all(bytes)).map_err(broken);
    }
    let folder = folder_of(path);
    // A link is written through, and one that leads nowhere is not put out of the way.
    let target = if path.is_symlink() { path.canonicalize().map_err(broken)? } else { path.to_owned() };
    if target.metadata().is_ok_and(|metadata| !metadata.is_file()) {
        // A pipe or a device is written to and not replaced.
        return fs::write(&target, bytes).map_err(broken);
    }
    if !folder.is_dir() {
        return Err(Error::io(folder, io::ErrorKind::NotFound.into()));
    }
    sweep(folder);
    put(&target, &Real, |file| Real.write(file, bytes).map_err(broken))
}

/// Makes a folder and those above it, durably.
///
/// # Errors
/// The disk refuses, or something else has the name.
pub(crate) fn make_folder(folder: &Path) -> Result<(), Error> {
    make_folder_on(folder, &Real)
}

/// Makes a folder as [`make_folder`] does, on any disk: tests take one that fails.
fn make_folder_on(folder: &Path, disk: &dyn Disk) -> Result<(), Error> {
    if folder.is_dir() {
        return Ok(());
    }
    let above = folder_of(folder);
    make_folder_on(above, disk)?;
    match disk.make_folder(folder) {
        // Another command may have been faster.
        Err(error) if !folder.is_dir() => Err(Error::io(folder, error)),
        _ => disk.flush(above).map_err(|error| Error::io(above, error)),
    }
}

/// Replaces a file at once: written beside it, flushed to the disk, renamed over it.
fn put(path: &Path, disk: &dyn Disk, write: impl FnOnce(&mut File) -> Result<(), Error>) -> Result<(), Error> {
    let broken = |error| Error::io(path, error);
    let folder = folder_of(path);
    make_folder_on(folder, disk)?;
    let mut target = disk.create(folder).map_err(|error| Error::io(folder, error))?;
    if let Ok(metadata) = path.metadata() {
        target.as_file().set_permissions(metadata.permissions()).map_err(broken)?;
    }
    write(target.as_file_mut())?;
    disk.sync(target.as_file()).map_err(broken)?;
    disk.rename(target, path).map_err(broken)?;
    disk.flush(folder).map_err(|error| Error::io(folder, error))
}

/// Removes a file; one that is gone already is no failure.
fn remove(path: &Path, disk: &dyn Disk) -> Result<(), Error> {
    let folder = folder_of(path);
    match disk.remove(path) {
        Ok(()) => disk.flush(folder).map_err(|error| Error::io(folder, error)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(Error::io(path, error)),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io;
    use std::path::Path;

    use super::{Changes, output};
    use crate::store::disk::testing::Full;
    use crate::store::disk::{Disk as _, Real};
    use crate::store::error::Error;
    use crate::store::evidence_files::incoming;

    fn read(folder: &Path, file: &str) -> Option<String> {
        fs::read_to_string(folder.join(file)).ok()
    }

    /// What `evidence replace` does, on files of which each says what it belongs to.
    fn replacement(folder: &Path) -> Changes {
        fs::write(folder.join("source"), "new document").expect("written");
        fs::create_dir(folder.join("evidence")).expect("a folder");
        fs::write(folder.join("evidence/old"), "old document").expect("written");
        fs::write(folder.join("index"), "evidence/old").expect("written");
        let mut changes = Changes::default();
        changes.copy("more/new", incoming(&folder.join("source")).expect("hashed"));
        changes.text("index", "more/new".to_owned());
        changes.remove("evidence/old");
        changes
    }

    #[test]
    fn a_file_is_replaced_whole_and_nothing_else_stays_behind() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("a.csv"), "old").expect("written");
        let mut changes = Changes::default();
        changes.text("a.csv", "new".to_owned());
        changes.text("scores/b.csv", "b".to_owned());
        changes.apply(folder.path()).expect("applied");
        assert_eq!(read(folder.path(), "a.csv").as_deref(), Some("new"));
        assert_eq!(read(folder.path(), "scores/b.csv").as_deref(), Some("b"));
        assert_eq!(fs::read_dir(folder.path()).expect("listed").count(), 2);
    }

    #[test]
    fn a_disk_that_fails_at_any_step_leaves_the_old_or_the_new_state_and_a_rerun_completes_it() {
        for steps in 0.. {
            let folder = tempfile::tempdir().expect("a folder");
            let changes = replacement(folder.path());
            let result = changes.apply_on(folder.path(), &Full::after(steps), &|| ());
            let named = read(folder.path(), "index").expect("the index");
            assert!(["evidence/old", "more/new"].contains(&named.as_str()), "{steps}: {named:?} is neither");
            let document = read(folder.path(), &named).expect("the document that the index names");
            assert_eq!(document, if named == "more/new" { "new document" } else { "old document" }, "{steps}");
            let copied = read(folder.path(), "more/new").is_some();
            assert_eq!(copied, named == "more/new", "{steps}: a copy that nothing names stays");
            for inner in [".", "more", "evidence"] {
                let entries = fs::read_dir(folder.path().join(inner)).into_iter().flatten().flatten();
                let left = entries.filter(|entry| entry.file_name().to_string_lossy().contains(".tmp")).count();
                assert_eq!(left, 0, "{steps}: a temporary file stays in {inner}");
            }
            changes.apply(folder.path()).expect("a rerun completes it");
            assert_eq!(read(folder.path(), "index").as_deref(), Some("more/new"));
            assert_eq!(read(folder.path(), "evidence/old"), None);
            match result {
                Err(Error::Io { source, .. }) => assert_eq!(source.kind(), io::ErrorKind::StorageFull, "{steps}"),
                Err(error) => panic!("{steps}: {error}"),
                Ok(()) => {
                    // A folder, a copy, a text and a removal: 2 + 4 + 5 + 2 steps.
                    assert_eq!(steps, 13, "every step was made to fail once");
                    return;
                }
            }
        }
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
    fn what_a_command_that_lives_is_writing_is_left_to_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let other = Real.create(folder.path()).expect("a temporary file");
        let mut changes = Changes::default();
        changes.text("a.csv", "new".to_owned());
        changes.apply(folder.path()).expect("applied");
        Real.rename(other, &folder.path().join("b.csv")).expect("it is still there");
        output(&folder.path().join("report.csv"), b"x").expect("written");
        assert_eq!(fs::read_dir(folder.path()).expect("listed").count(), 3);
    }

    #[test]
    fn what_a_killed_report_left_goes_with_the_next() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join(".spbe-x1.tmp"), "half").expect("written");
        output(&folder.path().join("report.csv"), b"x").expect("written");
        assert_eq!(fs::read_dir(folder.path()).expect("listed").count(), 1);
    }

    #[test]
    fn a_file_that_changed_since_it_was_hashed_does_not_become_evidence() {
        for content in ["", "shorter", "a longer one than it was"] {
            let folder = tempfile::tempdir().expect("a folder");
            let source = folder.path().join("source");
            fs::write(&source, "as it was hashed").expect("written");
            let mut changes = Changes::default();
            changes.copy("evidence/a", incoming(&source).expect("hashed"));
            fs::write(&source, content).expect("written");
            assert!(matches!(changes.apply(folder.path()), Err(Error::Moving(_))));
            assert_eq!(fs::read_dir(folder.path().join("evidence")).expect("listed").count(), 0);
        }
    }

    #[cfg(unix)]
    #[test]
    fn the_mode_of_a_file_is_kept() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.csv");
        fs::write(&path, "old").expect("written");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("set");
        let mut changes = Changes::default();
        changes.text("a.csv", "new".to_owned());
        changes.apply(folder.path()).expect("applied");
        assert_eq!(path.metadata().expect("there").permissions().mode() & 0o777, 0o640);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_within_is_followed_and_one_that_leaves_is_refused() {
        use std::os::unix::fs::symlink;
        let outside = tempfile::tempdir().expect("a folder");
        let folder = tempfile::tempdir().expect("a folder");
        fs::create_dir(folder.path().join("real")).expect("a folder");
        fs::write(folder.path().join("real/a.csv"), "old").expect("written");
        fs::write(folder.path().join("real/.spbe-x.tmp"), "half").expect("written");
        fs::write(outside.path().join(".spbe-x.tmp"), "of somebody else").expect("written");
        symlink("real/a.csv", folder.path().join("a.csv")).expect("linked");
        symlink(outside.path().join("b.csv"), folder.path().join("b.csv")).expect("linked");
        symlink(outside.path(), folder.path().join("scores")).expect("linked");
        let change = |file: &str| {
            let mut changes = Changes::default();
            changes.text(file, "new".to_owned());
            changes.apply(folder.path())
        };
        change("a.csv").expect("applied");
        assert_eq!(read(folder.path(), "real/a.csv").as_deref(), Some("new"));
        assert!(!folder.path().join("real/.spbe-x.tmp").exists(), "swept where the file really is");
        assert!(folder.path().join("a.csv").is_symlink());
        assert!(matches!(change("scores/c.csv"), Err(Error::Outside(_))));
        assert!(change("b.csv").is_err());
        let mut removal = Changes::default();
        removal.remove("scores/.spbe-x.tmp");
        assert!(matches!(removal.apply(folder.path()), Err(Error::Outside(_))));
        assert_eq!(read(outside.path(), ".spbe-x.tmp").as_deref(), Some("of somebody else"));
        assert_eq!(fs::read_dir(outside.path()).expect("listed").count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn a_report_is_written_through_a_link_and_a_link_to_nowhere_stays() {
        use std::os::unix::fs::symlink;
        let folder = tempfile::tempdir().expect("a folder");
        let link = folder.path().join("link.md");
        symlink("real.md", &link).expect("linked");
        assert!(output(&link, b"report").is_err());
        fs::write(folder.path().join("real.md"), "old").expect("written");
        output(&link, b"report").expect("written");
        assert_eq!(read(folder.path(), "real.md").as_deref(), Some("report"));
        assert!(link.is_symlink());
    }
}
