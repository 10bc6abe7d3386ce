//! What was seen on disk beside the texts: digests and files, as plain facts for the rules.

use std::collections::BTreeMap;

use crate::text::bilingual::Bilingual;

/// The facts about the files of a workspace that no text says.
#[derive(Clone, Debug, Default)]
pub struct Disk {
    /// The SHA-256 digest of `instrument.yaml` as it is now, in lower-case hexadecimal.
    pub instrument_sha256: Option<String>,
    /// What stands where the evidence index says a file is, by the path in the index.
    pub evidence: BTreeMap<String, FileState>,
    /// Files in `scores/` that belong to no member, relative to the workspace.
    pub stray_score_files: Vec<String>,
}

/// What stands at a path of the evidence index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileState {
    /// A file, with the SHA-256 digest of what it holds now.
    Sound {
        /// The digest, in lower-case hexadecimal.
        sha256: String,
    },
    /// Nothing.
    Missing,
    /// A path that leaves the workspace, by itself or through a link; it was not followed.
    Outside,
    /// A folder, a pipe or a device.
    NotAFile,
    /// A file that could not be read, with the system's reason.
    Unreadable(Bilingual),
}
