//! Where the files of a workspace lie: in a folder, or packed in a bag that is only read.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::model::disk::{Disk, FileState, LogoState};
use crate::model::evidence::Evidence;
use crate::model::files;
use crate::store::bag::Packed;
use crate::store::evidence_files;
use crate::store::packed_evidence;
use crate::store::read::{TextFile, of_workspace, packed_text};
use crate::store::{beside, logo};

/// Where the files of a workspace lie.
#[derive(Clone, Debug)]
pub(crate) enum Tree {
    /// A folder.
    Folder(PathBuf),
    /// A bag in a ZIP archive.
    Packed(Arc<Packed>),
}

impl Tree {
    /// Returns the folder, or the archive.
    pub(crate) fn path(&self) -> &Path {
        match self {
            Self::Folder(root) => root,
            Self::Packed(packed) => packed.path(),
        }
    }

    /// Returns the folder, where it is one.
    pub(crate) fn folder(&self) -> Option<&Path> {
        match self {
            Self::Folder(root) => Some(root),
            Self::Packed(_) => None,
        }
    }

    /// Reads a text file.
    pub(super) fn text(&self, file: &str) -> TextFile {
        match self {
            Self::Folder(root) => of_workspace(root, file),
            Self::Packed(packed) => packed_text(packed, file),
        }
    }

    /// Lists the files in a folder of the workspace by name, without those below it.
    pub(super) fn names(&self, folder: &str) -> Vec<String> {
        let mut names: Vec<String> = match self {
            Self::Folder(root) => {
                let entries = root.join(folder).read_dir().into_iter().flatten().flatten();
                entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
            }
            Self::Packed(packed) => {
                let below = packed.of_workspace().filter_map(|(name, _)| name.strip_prefix(folder)?.strip_prefix('/'));
                below.filter(|name| !name.contains('/')).map(str::to_owned).collect()
            }
        };
        names.sort();
        names
    }

    /// Looks at every file of the evidence index and digests it anew.
    pub(super) fn states(&self, evidence: &[Evidence]) -> BTreeMap<String, FileState> {
        match self {
            Self::Folder(root) => evidence_files::states(root, evidence),
            Self::Packed(packed) => packed_evidence::states(packed, evidence),
        }
    }

    /// Looks at the logo.
    pub(super) fn logo(&self, file: &str) -> LogoState {
        match self {
            Self::Folder(root) => logo::read(root, file),
            Self::Packed(packed) => logo::packed(packed, file),
        }
    }

    /// Notes what stands beside the files of the workspace, and what the index does not name.
    pub(super) fn look(&self, evidence: &[Evidence], disk: &mut Disk) {
        let Self::Folder(root) = self else {
            let Self::Packed(packed) = self else { return };
            disk.unindexed = packed_evidence::unindexed(packed, evidence);
            return;
        };
        beside::look(root, disk);
        let unindexed = evidence_files::unindexed(root, evidence);
        (disk.litter, disk.unindexed) = unindexed.into_iter().partition(|file| files::is_litter(file));
        disk.moved = evidence_files::moved(root, evidence, &disk.evidence, &disk.unindexed);
    }
}
