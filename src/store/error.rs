//! What the disk refused, said in both languages.

use std::io;
use std::path::{Path, PathBuf};

use crate::bilingual;
use crate::store::held::{close_it, is_held, may_be_held};
use crate::text::bilingual::Bilingual;

/// A failure of the disk.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Error {
    /// A file or folder could not be used.
    #[error("{}: {source}", path.display())]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A path leads out of the workspace, by itself or through a link.
    #[error("{} leads out of the workspace", .0.display())]
    Outside(PathBuf),
    /// A folder, pipe or device stands where a file is expected.
    #[error("{} is no file", .0.display())]
    NotAFile(PathBuf),
    /// Another command holds the workspace.
    #[error("another command is writing to {}", .0.display())]
    Locked(PathBuf),
    /// A file with other content has the name already.
    #[error("{} exists with other content", .0.display())]
    Occupied(PathBuf),
    /// The file changed while it was read.
    #[error("{} changed while it was read", .0.display())]
    Moving(PathBuf),
}

impl Error {
    /// Makes the error of a path.
    pub(crate) fn io(path: &Path, source: io::Error) -> Self {
        Self::Io { path: path.to_owned(), source }
    }

    /// Says what to do next, where that is not plain.
    pub(crate) fn help(&self) -> Option<Bilingual> {
        match self {
            Self::Locked(_) => Some(bilingual!(
                "ulangi sesudah perintah itu selesai, atau tunggu lebih lama dengan `--lock-timeout`",
                "try again when it has ended, or wait longer with `--lock-timeout`"
            )),
            Self::Io { source, .. } if no_room(source.kind()) => Some(bilingual!(
                "tidak ada yang hilang; kosongkan ruang, lalu ulangi perintah ini",
                "nothing is lost; make room, then repeat this command"
            )),
            Self::Io { source, .. } if may_be_held(source) => Some(close_it()),
            Self::Outside(_) => Some(bilingual!(
                "ganti tautannya dengan berkas atau folder biasa",
                "put an ordinary file or folder in place of the link"
            )),
            Self::Occupied(_) => Some(bilingual!(
                "pilih id lain dengan `--id`, atau pindahkan berkas itu dahulu",
                "choose another id with `--id`, or move that file away first"
            )),
            Self::Io { .. } | Self::NotAFile(_) | Self::Moving(_) => None,
        }
    }

    /// Says what happened.
    pub(crate) fn message(&self) -> Bilingual {
        match self {
            Self::Io { path, source } => {
                let (path, reason) = (shown(path), reason(source));
                let (id, en) = (&reason.id, &reason.en);
                bilingual!("{path}: {id}", "{path}: {en}")
            }
            Self::Outside(path) => {
                let path = shown(path);
                bilingual!("{path} mengarah ke luar ruang kerja", "{path} leads out of the workspace")
            }
            Self::NotAFile(path) => {
                let path = shown(path);
                bilingual!("{path} bukan berkas biasa", "{path} is no ordinary file")
            }
            Self::Locked(path) => {
                let path = shown(path);
                bilingual!("perintah lain sedang menulis ke {path}", "another command is writing to {path}")
            }
            Self::Occupied(path) => {
                let path = shown(path);
                bilingual!("{path} sudah ada dengan isi lain", "{path} exists already, with other content")
            }
            Self::Moving(path) => {
                let path = shown(path);
                bilingual!("{path} berubah selagi dibaca", "{path} changed while it was read")
            }
        }
    }
}

/// Writes a path as people know it: without the mark of the long names of Windows.
fn shown(path: &Path) -> String {
    let text = path.display().to_string();
    match text.strip_prefix(r"\\?\UNC\") {
        Some(share) => format!(r"\\{share}"),
        None => text.strip_prefix(r"\\?\").unwrap_or(&text).to_owned(),
    }
}

/// Tells whether there was no room for what was to be written.
fn no_room(kind: io::ErrorKind) -> bool {
    matches!(kind, io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded)
}

/// Says the common reasons of the system in both languages; a rare one is quoted as it is.
pub(crate) fn reason(error: &io::Error) -> Bilingual {
    usual_reason(error).unwrap_or_else(|| Bilingual::new(error.to_string(), error.to_string()))
}

/// Says the common reasons of the system in both languages.
pub(crate) fn usual_reason(error: &io::Error) -> Option<Bilingual> {
    Some(match error.kind() {
        io::ErrorKind::NotFound => bilingual!("tidak ada", "does not exist"),
        _ if is_held(error) => bilingual!("sedang dibuka program lain", "another program has it open"),
        io::ErrorKind::PermissionDenied => bilingual!("tidak diizinkan", "permission denied"),
        io::ErrorKind::AlreadyExists => bilingual!("sudah ada", "exists already"),
        io::ErrorKind::StorageFull => bilingual!("penyimpanan penuh", "the disk is full"),
        io::ErrorKind::QuotaExceeded => bilingual!("kuota penyimpanan habis", "the disk quota is used up"),
        io::ErrorKind::FileTooLarge => bilingual!("berkas terlalu besar", "the file is too large"),
        io::ErrorKind::ReadOnlyFilesystem => {
            bilingual!("penyimpanan hanya dapat dibaca", "the disk is read-only")
        }
        io::ErrorKind::IsADirectory => bilingual!("adalah folder", "is a folder"),
        io::ErrorKind::NotADirectory => bilingual!("bukan folder", "is no folder"),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use std::io;
    use std::path::Path;

    use super::Error;

    #[test]
    fn a_file_that_is_open_elsewhere_is_told_with_what_to_do_and_by_the_path_that_people_know() {
        let held = Error::io(Path::new(r"\\?\C:\ruang\scores\hukum.csv"), io::ErrorKind::ResourceBusy.into());
        assert_eq!(held.message().en, r"C:\ruang\scores\hukum.csv: another program has it open");
        let help = held.help().expect("a next step").en;
        assert!(help.starts_with("close it in the program that has it open"), "{help}");
        let shared = Error::Outside(r"\\?\UNC\server\spbe".into());
        assert_eq!(shared.message().en, r"\\server\spbe leads out of the workspace");
    }
}
