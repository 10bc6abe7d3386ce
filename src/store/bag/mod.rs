//! Bags (BagIt, RFC 8493): how an evaluation is handed over. A folder or a ZIP archive with a manifest of every file.
//!
//! A bag comes from anybody. So nothing of it is believed: names are looked at before anything is read, what is read is
//! counted, and a packed bag is never unpacked.

mod files;
mod manifest;
mod names;
mod packed;
mod seal;
mod write;

use std::path::{Path, PathBuf};

pub(crate) use crate::store::bag::files::BagFiles;
pub(crate) use crate::store::bag::packed::{Packed, is_packed};
pub(crate) use crate::store::bag::seal::{Sealed, sealed};
pub(crate) use crate::store::bag::write::{Bag, Piece, vacant};

/// The declaration that makes a folder a bag.
pub(super) const DECLARATION: &str = "bagit.txt";
/// What it says.
const DECLARED: &str = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
/// What is said about the bag.
const INFO: &str = "bag-info.txt";
/// The manifest of the payload.
const MANIFEST: &str = "manifest-sha256.txt";
/// The manifest of the files above.
const TAG_MANIFEST: &str = "tagmanifest-sha256.txt";
/// The folder of the payload.
pub(crate) const PAYLOAD: &str = "data";
/// The folder of the workspace within the payload.
pub(crate) const WORKSPACE: &str = "ruang-kerja";

/// Returns the folder of the workspace in a bag that is a folder.
pub(crate) fn workspace_of(folder: &Path) -> Option<PathBuf> {
    let root = folder.join(PAYLOAD).join(WORKSPACE);
    (folder.join(DECLARATION).is_file() && root.join(crate::model::files::MANIFEST).is_file()).then_some(root)
}

/// Returns where the workspace lies within a bag, with a final `/`.
fn workspace_prefix() -> String {
    format!("{PAYLOAD}/{WORKSPACE}/")
}
