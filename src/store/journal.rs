//! What the last command changed, kept so that it can be taken back: `.spbe/undo/`.
//!
//! Files are replaced by renaming and never written into, so a second name for the old one keeps it at no cost.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::model::files::PRIVATE_FOLDER;
use crate::store::error::Error;
use crate::store::evidence_files::incoming;
use crate::store::hash;
use crate::store::write::{Changes, Step};

/// The folder of the old files, within the private one.
const FOLDER: &str = "undo";
/// The folder in which they are gathered.
const NEW: &str = "undo.new";
/// The list of what was changed, written last: without it there is nothing to take back.
const LIST: &str = "list";

/// What the last command did to a file.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Entry {
    /// The file.
    file: String,
    /// Where its old content is kept; nothing where it did not exist.
    old: Option<PathBuf>,
    /// The digest of its new content; nothing where it is gone.
    new: Option<String>,
}

/// What the last command changed.
#[derive(Clone, Debug)]
pub(crate) struct Journal {
    folder: PathBuf,
    entries: Vec<Entry>,
}

/// What is kept while a command makes its changes: it counts once they are made.
pub(super) struct Keeping {
    private: PathBuf,
    kept: bool,
    /// Whether anything will be other than it is.
    differs: bool,
}

/// Keeps what is about to be changed. Where that fails there is nothing to take back, and the command goes on.
pub(super) fn keep(root: &Path, changes: &Changes) -> Keeping {
    let private = root.join(PRIVATE_FOLDER);
    let stands = |file: &str, text: &str| fs::read(root.join(file)).is_ok_and(|there| there == text.as_bytes());
    let differs = |(file, step): &(String, Step)| !matches!(step, Step::Text(text) if stands(file, text));
    if !changes.steps().iter().any(differs) {
        // Who changes nothing takes nothing away from what can be taken back.
        return Keeping { private, kept: false, differs: false };
    }
    let new = private.join(NEW);
    let _ = fs::remove_dir_all(&new);
    let kept = kept(root, &new, changes).is_ok();
    if !kept {
        let _ = fs::remove_dir_all(&new);
    }
    Keeping { private, kept, differs: true }
}

impl Keeping {
    /// Takes it for what can be taken back, in place of what was kept before; of changes that failed, nothing is.
    pub(super) fn end(self, made: bool) {
        if !self.differs {
            return;
        }
        let (folder, new) = (self.private.join(FOLDER), self.private.join(NEW));
        if made {
            let _ = fs::remove_dir_all(&folder);
        }
        let _ = if made && self.kept { fs::rename(new, folder) } else { fs::remove_dir_all(new) };
    }
}

/// Keeps the old files, and then the list of them.
fn kept(root: &Path, folder: &Path, changes: &Changes) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let mut list = String::new();
    for (number, (file, step)) in changes.steps().iter().enumerate() {
        let path = root.join(file);
        let had = path.symlink_metadata().is_ok_and(|metadata| metadata.is_file());
        if had {
            let kept = folder.join(number.to_string());
            fs::hard_link(&path, &kept).or_else(|_| fs::copy(&path, &kept).map(drop))?;
        }
        let new = match step {
            Step::Text(text) => hash::bytes(text.as_bytes()),
            Step::Copy(incoming) => incoming.seen.sha256.clone(),
            Step::Remove => "-".to_owned(),
        };
        let old = if had { "+" } else { "-" };
        list += &format!("{old} {new} {file}\n");
    }
    fs::write(folder.join(LIST), list)
}

impl Journal {
    /// Reads what the last command changed; nothing where none did, or where it was taken back already.
    pub(crate) fn last(root: &Path) -> Option<Self> {
        // A command that was cut short changed something else since.
        if root.join(PRIVATE_FOLDER).join(NEW).exists() {
            return None;
        }
        let folder = root.join(PRIVATE_FOLDER).join(FOLDER);
        let list = fs::read_to_string(folder.join(LIST)).ok()?;
        let entry = |(number, line): (usize, &str)| {
            let mut parts = line.splitn(3, ' ');
            let (old, new, file) = (parts.next()?, parts.next()?, parts.next()?);
            Some(Entry {
                file: file.to_owned(),
                old: (old == "+").then(|| folder.join(number.to_string())),
                new: (new != "-").then(|| new.to_owned()),
            })
        };
        let entries: Option<Vec<Entry>> = list.lines().enumerate().map(entry).collect();
        Some(Self { entries: entries?, folder })
    }

    /// Lists the files that it changed.
    pub(crate) fn files(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|entry| entry.file.as_str())
    }

    /// Finds a file that is no longer as that command left it.
    pub(crate) fn changed_since(&self, root: &Path) -> Option<&str> {
        let now = |file: &str| incoming(&root.join(file)).ok().map(|incoming| incoming.seen.sha256);
        self.entries.iter().find(|entry| now(&entry.file) != entry.new).map(|entry| entry.file.as_str())
    }

    /// Plans to put everything back, the last change first.
    ///
    /// # Errors
    /// What was kept can't be read.
    pub(crate) fn back(&self) -> Result<Changes, Error> {
        let mut changes = Changes::default();
        for entry in self.entries.iter().rev() {
            match &entry.old {
                Some(old) => changes.copy(entry.file.as_str(), incoming(old)?),
                None => changes.remove(entry.file.as_str()),
            }
        }
        Ok(changes)
    }

    /// Forgets it: it was taken back.
    pub(crate) fn forget(self) {
        let _ = fs::remove_dir_all(self.folder);
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::Journal;
    use crate::store::write::Changes;

    #[test]
    fn what_was_changed_made_and_removed_comes_back() {
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path();
        for (file, text) in [("a.csv", "old"), ("gone.csv", "kept")] {
            fs::write(root.join(file), text).expect("written");
        }
        let mut changes = Changes::default();
        changes.text("a.csv", "new".to_owned());
        changes.text("made.csv", "made".to_owned());
        changes.remove("gone.csv");
        changes.apply_kept(root, &|| ()).expect("applied");
        let mut nothing = Changes::default();
        nothing.text("a.csv", "new".to_owned());
        nothing.apply_kept(root, &|| ()).expect("applied");
        let journal = Journal::last(root).expect("a journal");
        assert_eq!(journal.files().collect::<Vec<_>>(), ["a.csv", "made.csv", "gone.csv"]);
        assert_eq!(journal.changed_since(root), None);
        journal.back().expect("planned").apply(root).expect("applied");
        assert_eq!(fs::read_to_string(root.join("a.csv")).expect("read"), "old");
        assert_eq!(fs::read_to_string(root.join("gone.csv")).expect("read"), "kept");
        assert!(!root.join("made.csv").exists());
        assert_eq!(journal.changed_since(root), Some("a.csv"), "what was taken back is not taken back again");
        journal.forget();
        assert!(Journal::last(root).is_none());
    }
}
