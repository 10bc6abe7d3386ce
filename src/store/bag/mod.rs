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

use std::path::Path;

pub(crate) use crate::store::bag::files::BagFiles;
pub(crate) use crate::store::bag::packed::Packed;
use crate::store::bag::packed::is_packed;
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

/// Tells whether a path is that of a bag: an archive, or a folder that says so and has a workspace.
pub(crate) fn is_bag(path: &Path) -> bool {
    let workspace = || path.join(PAYLOAD).join(WORKSPACE).join(crate::model::files::MANIFEST);
    is_packed(path) || path.join(DECLARATION).is_file() && workspace().is_file()
}

/// Returns where the workspace lies within a bag, with a final `/`.
fn workspace_prefix() -> String {
    format!("{PAYLOAD}/{WORKSPACE}/")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::fs;
    use std::path::{Path, PathBuf};

    use tempfile::TempDir;

    use super::{Bag, BagFiles, Piece, sealed};
    use crate::store::evidence_files::incoming;

    /// A bag with a workspace that is one file, a text and a copied document.
    fn bag(folder: &Path) -> Bag {
        let document = folder.join("sk.pdf");
        fs::write(&document, b"%PDF-1.4 a document of some length, told again and again and again\n%%EOF\n")
            .expect("written");
        let made = |text: &str| Piece::made(text.as_bytes().to_vec());
        let pieces = BTreeMap::from([
            ("ruang-kerja/spbe.toml".to_owned(), made("schema = 1\n")),
            ("Indikator1/isian.txt".to_owned(), made(&"Jawaban yang panjang. ".repeat(20))),
            ("Indikator1/sk 100%.pdf".to_owned(), Piece::copied(incoming(&document).expect("a document"))),
        ]);
        Bag { name: "kab-2018".to_owned(), info: vec![("Source-Organization", "Kabupaten\nA".to_owned())], pieces }
    }

    /// A bag that is packed, and the same in a folder.
    fn written() -> (TempDir, PathBuf, PathBuf) {
        let folder = tempfile::tempdir().expect("a folder");
        let (packed, laid_out) = (folder.path().join("a.zip"), folder.path().join("a"));
        let bag = bag(folder.path());
        bag.pack(&packed, &|| ()).expect("packed");
        bag.lay_out(&laid_out, &|| ()).expect("laid out");
        (folder, packed, laid_out)
    }

    #[test]
    fn a_bag_is_whole_packed_or_not_and_has_one_receipt() {
        let (folder, packed, laid_out) = written();
        let receipt = bag(folder.path()).receipt();
        for path in [packed, laid_out] {
            let sealed = sealed(&BagFiles::open(&path).expect("a bag"), &|| ());
            assert!(sealed.faults.is_empty(), "{:?}", sealed.faults);
            assert_eq!(sealed.receipt, receipt);
            assert_eq!(sealed.digests.len(), 3);
            assert_eq!(sealed.info["Source-Organization"], "Kabupaten A");
        }
    }

    #[test]
    fn what_only_begins_like_the_folder_of_the_payload_is_not_counted_with_it() {
        let (_folder, _, laid_out) = written();
        fs::write(laid_out.join("data.txt"), "beside the payload\n").expect("written");
        let sealed = sealed(&BagFiles::open(&laid_out).expect("a bag"), &|| ());
        let faults: Vec<&str> = sealed.faults.iter().map(|fault| fault.en.as_ref()).collect();
        assert_eq!(faults, ["`tagmanifest-sha256.txt` does not name `data.txt`"]);
    }

    #[test]
    fn whatever_byte_of_an_archive_changes_it_is_found_or_changes_nothing() {
        let (folder, packed, _) = written();
        let bytes = fs::read(&packed).expect("a bag");
        let whole = sealed(&BagFiles::open(&packed).expect("a bag"), &|| ());
        let other = folder.path().join("other.zip");
        for at in 0..bytes.len() {
            let mut changed = bytes.clone();
            changed[at] ^= 0x41;
            fs::write(&other, changed).expect("written");
            let Ok(files) = BagFiles::open(&other) else { continue };
            let sealed = sealed(&files, &|| ());
            let same = sealed.digests == whole.digests && sealed.receipt == whole.receipt;
            assert!(!sealed.faults.is_empty() || same, "byte {at} of {}", bytes.len());
        }
        for end in (0..bytes.len()).step_by(7) {
            fs::write(&other, &bytes[..end]).expect("written");
            assert!(BagFiles::open(&other).is_err(), "cut at {end}");
        }
    }

    #[test]
    fn a_document_that_changes_while_it_is_packed_leaves_no_bag_behind() {
        let folder = tempfile::tempdir().expect("a folder");
        let bag = bag(folder.path());
        fs::write(folder.path().join("sk.pdf"), b"%PDF-1.4 another\n%%EOF\n").expect("written");
        assert!(bag.pack(&folder.path().join("a.zip"), &|| ()).is_err());
        assert!(bag.lay_out(&folder.path().join("a"), &|| ()).is_err());
        let left: Vec<_> =
            folder.path().read_dir().expect("a folder").flatten().map(|entry| entry.file_name()).collect();
        assert_eq!(left, ["sk.pdf"]);
    }
}
