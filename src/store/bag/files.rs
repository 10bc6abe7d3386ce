//! The files of a bag, wherever it lies: packed, or in a folder.

use std::collections::BTreeMap;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use walkdir::WalkDir;

use crate::bilingual;
use crate::model::files::MANIFEST;
use crate::store::archive::unreadable;
use crate::store::bag::names::Names;
use crate::store::bag::packed::{Packed, is_packed};
use crate::store::bag::{DECLARATION, PAYLOAD, WORKSPACE};
use crate::store::held;
use crate::store::tree::Tree;
use crate::text::bilingual::Bilingual;

/// The files of a bag, of which the names were looked at.
#[derive(Clone, Debug)]
pub(crate) enum BagFiles {
    /// Packed.
    Packed(Arc<Packed>),
    /// In a folder, with their sizes.
    Folder(PathBuf, BTreeMap<String, u64>),
}

impl BagFiles {
    /// Looks at the names of a bag.
    ///
    /// # Errors
    /// Why it is none, or none that anybody should read.
    pub(crate) fn open(path: &Path) -> Result<Self, Bilingual> {
        let files = if is_packed(path) {
            Self::Packed(Arc::new(Packed::open(path)?))
        } else {
            Self::Folder(path.to_owned(), in_folder(path)?)
        };
        let manifests: Vec<&str> = files.names().map(|(name, _)| name).filter(|name| is_manifest(name)).collect();
        let usual = format!("{PAYLOAD}/{WORKSPACE}/{MANIFEST}");
        match manifests.as_slice() {
            [one] if *one == usual => Ok(files),
            [] => Err(bilingual!(
                "tidak ada ruang kerja di dalamnya (`{usual}`)",
                "there is no workspace in it (`{usual}`)"
            )),
            several => {
                let several = several.join("`, `");
                Err(bilingual!(
                    "harus ada satu `{MANIFEST}`, di `{usual}`; ditemukan: `{several}`",
                    "there must be one `{MANIFEST}`, at `{usual}`; found: `{several}`"
                ))
            }
        }
    }

    /// Returns where the workspace of the bag lies.
    pub(crate) fn workspace(&self) -> Tree {
        match self {
            Self::Packed(packed) => Tree::Packed(Arc::clone(packed)),
            Self::Folder(root, _) => Tree::Folder(root.join(PAYLOAD).join(WORKSPACE)),
        }
    }

    /// Returns the names of the files, each with its size, in order.
    pub(crate) fn names(&self) -> Box<dyn Iterator<Item = (&str, u64)> + '_> {
        match self {
            Self::Packed(packed) => Box::new(packed.files()),
            Self::Folder(_, files) => Box::new(files.iter().map(|(name, size)| (name.as_str(), *size))),
        }
    }

    /// Reads a file; nothing where there is none of that name.
    pub(crate) fn read<T>(
        &self,
        name: &str,
        read: impl FnOnce(&mut dyn Read, u64) -> io::Result<T>,
    ) -> Option<io::Result<T>> {
        match self {
            Self::Packed(packed) => packed.read(name, read),
            Self::Folder(root, files) => {
                let size = *files.get(name)?;
                Some(held::open(&root.join(name)).and_then(|mut file| read(&mut file, size)))
            }
        }
    }
}

/// Tells whether a file is the manifest of a workspace, by its name.
fn is_manifest(name: &str) -> bool {
    name.rsplit('/').next().is_some_and(|name| name.eq_ignore_ascii_case(MANIFEST))
}

/// Lists the files of a bag in a folder; a link is refused, wherever it leads.
fn in_folder(root: &Path) -> Result<BTreeMap<String, u64>, Bilingual> {
    if !root.join(DECLARATION).is_file() {
        return Err(bilingual!(
            "bukan bundel: tidak ada `{DECLARATION}` di dalamnya",
            "it is no bundle: there is no `{DECLARATION}` in it"
        ));
    }
    let (mut files, mut names) = (BTreeMap::new(), Names::default());
    for entry in WalkDir::new(root).min_depth(1).sort_by_file_name() {
        let entry = entry.map_err(|error| unreadable(&error.into()))?;
        let parts = entry.path().strip_prefix(root).unwrap_or(entry.path()).components();
        let name = parts.map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
        names.take(&name)?;
        let kind = entry.file_type();
        if kind.is_file() {
            let metadata = entry.metadata().map_err(|error| unreadable(&error.into()))?;
            files.insert(name, metadata.len());
        } else if !kind.is_dir() {
            return Err(bilingual!(
                "`{name}` di dalamnya adalah tautan atau bukan berkas biasa",
                "`{name}` in it is a link or no ordinary file"
            ));
        }
    }
    Ok(files)
}
