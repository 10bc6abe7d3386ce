//! Folders that a program keeps alike on several computers: how one is known, and files that it has not brought here yet.

use std::fs::Metadata;
use std::path::Path;

/// What such programs call their folders, as the beginning of the name of one on the way to a workspace.
const FOLDERS: [(&str, &str); 12] = [
    ("onedrive", "OneDrive"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("my drive", "Google Drive"),
    ("drive saya", "Google Drive"),
    ("dropbox", "Dropbox"),
    ("icloud drive", "iCloud Drive"),
    ("com~apple~clouddocs", "iCloud Drive"),
    ("nextcloud", "Nextcloud"),
    ("owncloud", "ownCloud"),
    ("box sync", "Box"),
    ("synologydrive", "Synology Drive"),
];

/// What programs add to the name of a file that they have not brought here yet.
const PLACEHOLDERS: [&str; 2] = ["nextcloud", "owncloud"];

/// What Windows notes of a file whose content is elsewhere: offline, recalled on opening, recalled on reading.
#[cfg(windows)]
const ELSEWHERE: u32 = 0x1000 | 0x4_0000 | 0x40_0000;

/// Names the program that keeps the folder of a workspace alike on several computers, by the folders on the way to it.
pub(crate) fn program(root: &Path) -> Option<&'static str> {
    let root = root.canonicalize().unwrap_or_else(|_| root.to_owned());
    let named = |folder: &str| {
        let folder = folder.to_lowercase();
        let begins = |name: &str| {
            let rest = folder.strip_prefix(name)?;
            // `OneDrive - Pemkab Pemalang` and `Dropbox (Personal)` are folders of theirs, `dropbox-api` is not.
            (rest.is_empty() || rest.starts_with(" (") || rest.starts_with(" - ")).then_some(())
        };
        FOLDERS.iter().find(|(name, _)| begins(name).is_some()).map(|(_, program)| *program)
    };
    root.components().find_map(|part| named(&part.as_os_str().to_string_lossy()))
}

/// Tells whether something stands in the place of a file that is not there, until its program brings it.
pub(super) fn is_promised(path: &Path) -> bool {
    let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else { return false };
    let name = name.to_string_lossy();
    let of_apple = folder.join(format!(".{name}.icloud"));
    of_apple.exists() || PLACEHOLDERS.iter().any(|ending| folder.join(format!("{name}.{ending}")).exists())
}

/// Returns the name of the file in whose place one stands until its program brings it.
pub(super) fn promised(file: &str) -> Option<&str> {
    PLACEHOLDERS.iter().find_map(|ending| file.strip_suffix(ending)?.strip_suffix('.'))
}

/// Tells whether a file that can't be read is one that its program has not brought here yet.
pub(super) fn is_elsewhere(path: &Path) -> bool {
    path.metadata().is_ok_and(|metadata| recalled(&metadata))
}

/// Tells whether Windows must fetch the content of a file from elsewhere.
#[cfg(windows)]
fn recalled(metadata: &Metadata) -> bool {
    use std::os::windows::fs::MetadataExt;

    metadata.file_attributes() & ELSEWHERE != 0
}

/// Tells whether a file has a size and yet nothing on the disk, as one that is to be fetched from elsewhere.
#[cfg(unix)]
fn recalled(metadata: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;

    metadata.len() > 0 && metadata.blocks() == 0
}

/// Tells nothing where the system does not say it.
#[cfg(not(any(windows, unix)))]
fn recalled(_: &Metadata) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::{is_promised, program, promised};

    #[test]
    fn a_folder_of_a_drive_is_known_by_its_name() {
        let known = |path: &str| program(Path::new(path));
        assert_eq!(known("/home/a/OneDrive - Pemkab Pemalang/spbe-2018"), Some("OneDrive"));
        assert_eq!(known("/Volumes/GoogleDrive/Drive Saya/spbe"), Some("Google Drive"));
        assert_eq!(known("/home/a/Dropbox (Personal)/spbe"), Some("Dropbox"));
        assert_eq!(known("/home/a/dropbox-api/spbe"), None);
        assert_eq!(known("/home/a/spbe-2018"), None);
    }

    #[test]
    fn what_stands_in_the_place_of_a_file_promises_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = |name: &str| folder.path().join(name);
        fs::write(file(".perbup.pdf.icloud"), "x").expect("written");
        fs::write(file("sk.pdf.nextcloud"), "").expect("written");
        assert!(is_promised(&file("perbup.pdf")) && is_promised(&file("sk.pdf")));
        assert!(!is_promised(&file("surat.pdf")));
        assert_eq!(promised("evidence/sk.pdf.nextcloud"), Some("evidence/sk.pdf"));
        assert_eq!(promised("evidence/nextcloud"), None);
    }
}
