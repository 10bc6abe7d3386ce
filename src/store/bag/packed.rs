//! A bag in a ZIP archive, read as it is packed.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use zip::ZipArchive;

use crate::bilingual;
use crate::store::archive::{is_archive, locked, unfit, unreadable};
use crate::store::bag::names::{MOST_FILES, Names};
use crate::store::bag::{DECLARATION, workspace_prefix};
use crate::store::held;
use crate::text::bilingual::Bilingual;

/// How many times as large as packed a file may be: what is packed here is texts at most a tenth of their size.
const MOST_TIMES: u64 = 400;
/// Up to how many bytes a file may be as well packed as it likes.
const SMALL: u64 = 16 * 1024 * 1024;

/// A bag in a ZIP archive, of which the names were looked at.
#[derive(Debug)]
pub(crate) struct Packed {
    path: PathBuf,
    /// The place and the size of each file, by its name within the bag.
    entries: BTreeMap<String, (usize, u64)>,
    archive: Mutex<ZipArchive<File>>,
}

/// Tells whether a file may be a packed bag, by its name.
pub(crate) fn is_packed(path: &Path) -> bool {
    is_archive(path) && path.is_file()
}

impl Packed {
    /// Opens a bag; nothing of its files is read yet.
    ///
    /// # Errors
    /// Why it can't be read as a bag: it is damaged or locked, names a place outside, links elsewhere, holds a workspace too
    /// many or none.
    pub(crate) fn open(path: &Path) -> Result<Self, Bilingual> {
        let file = held::open(path).map_err(|error| unreadable(&error))?;
        let mut archive = ZipArchive::new(file).map_err(|error| unfit(&error))?;
        if archive.len() > MOST_FILES {
            return Err(bilingual!("berisi lebih dari {MOST_FILES} berkas", "it holds more than {MOST_FILES} files"));
        }
        // Names that stand twice, files that overlap, and files that the list at the end does not name.
        archive.validate_header_consistency().map_err(|error| unfit(&error))?;
        let mut entries = BTreeMap::new();
        let mut names = Names::default();
        let mut tops = BTreeSet::new();
        for index in 0..archive.len() {
            let entry = archive.by_index_data(index).map_err(|error| unfit(&error))?;
            let name = entry.name().map_err(|error| unfit(&error))?.into_owned();
            if entry.encrypted() {
                return Err(locked());
            }
            if entry.is_symlink() {
                return Err(bilingual!("`{name}` di dalamnya adalah tautan", "`{name}` in it is a link"));
            }
            if entry.is_dir() {
                names.take(name.trim_end_matches('/'))?;
                continue;
            }
            names.take(&name)?;
            if entry.size() > SMALL.max(entry.compressed_size().saturating_mul(MOST_TIMES)) {
                return Err(bilingual!(
                    "`{name}` di dalamnya dikemas {MOST_TIMES} kali lebih kecil daripada isinya; tidak dibaca",
                    "`{name}` in it is packed to less than a {MOST_TIMES}th of its size; it is not read"
                ));
            }
            let (top, within) = name.split_once('/').ok_or_else(no_bag)?;
            tops.insert(top.to_owned());
            entries.insert(within.to_owned(), (index, entry.size()));
        }
        if tops.len() != 1 || !entries.contains_key(DECLARATION) {
            return Err(no_bag());
        }
        Ok(Self { path: path.to_owned(), entries, archive: Mutex::new(archive) })
    }

    /// Returns the archive.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Returns the names of all files within the bag, each with its size.
    pub(super) fn files(&self) -> impl Iterator<Item = (&str, u64)> {
        self.entries.iter().map(|(name, (_, size))| (name.as_str(), *size))
    }

    /// Returns the names of the files of the workspace, each with its size.
    pub(crate) fn of_workspace(&self) -> impl Iterator<Item = (&str, u64)> {
        let prefix = workspace_prefix();
        self.files().filter_map(move |(name, size)| Some((name.strip_prefix(prefix.as_str())?, size)))
    }

    /// Reads a file of the workspace; nothing where there is none of that name.
    pub(crate) fn read_of_workspace<T>(
        &self,
        file: &str,
        read: impl FnOnce(&mut dyn Read, u64) -> io::Result<T>,
    ) -> Option<io::Result<T>> {
        self.read(&format!("{}{file}", workspace_prefix()), read)
    }

    /// Reads a file of the bag, of which no more comes than its size says; nothing where there is none of that name.
    pub(super) fn read<T>(
        &self,
        name: &str,
        read: impl FnOnce(&mut dyn Read, u64) -> io::Result<T>,
    ) -> Option<io::Result<T>> {
        let (index, size) = *self.entries.get(name)?;
        // A reader that panicked left nothing behind that the next one takes up.
        let mut archive = self.archive.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let entry = archive.by_index(index).map_err(io::Error::other);
        Some(entry.and_then(|entry| {
            // One byte more tells a file that claims to be smaller than it is.
            let mut counted = entry.take(size + 1);
            let read = read(&mut counted, size)?;
            if counted.limit() == 0 {
                return Err(io::Error::other("it is larger than it says"));
            }
            Ok(read)
        }))
    }
}

/// Says that an archive is no bag.
fn no_bag() -> Bilingual {
    bilingual!(
        "bukan bundel: tidak ada satu folder dengan `bagit.txt` di dalamnya",
        "it is no bundle: there is no single folder with a `bagit.txt` in it"
    )
}
