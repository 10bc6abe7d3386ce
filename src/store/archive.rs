//! ZIP archives that were handed in: unpacked into a folder of their own, and never beyond it.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use zip::ZipArchive;
use zip::read::ZipFile;
use zip::result::ZipError;

use crate::bilingual;
use crate::store::{handed_in, held};
use crate::text::bilingual::Bilingual;
use crate::text::fold::folded;

/// The most entries of an archive.
const MOST_ENTRIES: usize = 10_000;
/// The most bytes that an archive may hold when it is unpacked.
const MOST_BYTES: u64 = 2 * 1024 * 1024 * 1024;
/// How many times as large as packed a file may be; documents are never packed so well, bombs are.
const MOST_TIMES: u64 = 200;
/// Up to how many bytes a file may be as well packed as it likes: a small text can be.
const SMALL: u64 = 8 * 1024 * 1024;
/// The folder that a Mac puts beside what is packed.
const OF_A_MAC: &str = "__MACOSX";

/// What an archive holds, in a folder that is gone with this value.
#[derive(Debug)]
pub(crate) struct Unpacked {
    folder: TempDir,
}

impl Unpacked {
    /// Unpacks an archive, of which only what is wanted by its path is written.
    ///
    /// # Errors
    /// What can't be used of it: it is damaged or locked, names a place outside, links elsewhere, or is far too large.
    pub(crate) fn of(path: &Path, wanted: &dyn Fn(&Path) -> bool) -> Result<Self, Bilingual> {
        let file = held::open(path).map_err(|error| unreadable(&error))?;
        let mut archive = ZipArchive::new(file).map_err(|error| unfit(&error))?;
        if archive.len() > MOST_ENTRIES {
            return Err(bilingual!(
                "berisi lebih dari {MOST_ENTRIES} berkas",
                "it holds more than {MOST_ENTRIES} files"
            ));
        }
        if archive.has_duplicate_names() {
            return Err(bilingual!("ada nama yang berdiri dua kali di dalamnya", "a name stands in it twice"));
        }
        let unpacked = Self { folder: TempDir::new().map_err(|error| unreadable(&error))? };
        let (mut seen, mut left) = (BTreeSet::new(), MOST_BYTES);
        for index in 0..archive.len() {
            let mut entry = archive.by_index(index).map_err(|error| unfit(&error))?;
            let name = checked(&entry)?;
            if entry.is_dir() || is_noise(&name) {
                continue;
            }
            if !seen.insert(folded(&name.to_string_lossy())) {
                let name = name.display();
                return Err(bilingual!("`{name}` ada dua kali di dalamnya", "`{name}` stands in it twice"));
            }
            if wanted(&name) {
                left -= unpacked.write(&name, &mut entry, left)?;
            }
        }
        Ok(unpacked)
    }

    /// Lists the files that were unpacked by name, each with its path within the archive.
    ///
    /// # Errors
    /// The folder can't be read.
    pub(crate) fn files(&self) -> Result<Vec<(PathBuf, String)>, crate::store::error::Error> {
        let files = handed_in::files(self.folder.path())?;
        let within = |file: &Path| {
            let parts = file.strip_prefix(self.folder.path()).unwrap_or(file).components();
            parts.map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
        };
        Ok(files.into_iter().map(|file| (file.clone(), within(&file))).collect())
    }

    /// Writes a file of the archive and returns how many bytes it has; what it claims to have is not believed.
    fn write<R: Read>(&self, name: &Path, entry: &mut ZipFile<'_, R>, left: u64) -> Result<u64, Bilingual> {
        let most = left.min(entry.compressed_size().saturating_mul(MOST_TIMES).max(SMALL));
        let path = self.folder.path().join(name);
        let written = || -> io::Result<u64> {
            fs::create_dir_all(path.parent().unwrap_or(self.folder.path()))?;
            io::copy(&mut entry.take(most + 1), &mut fs::File::create(&path)?)
        }();
        let shown = name.display();
        match written {
            Ok(bytes) if bytes <= most => Ok(bytes),
            Ok(_) => Err(bilingual!(
                "`{shown}` di dalamnya terlalu besar untuk lembar kerja dan dokumennya",
                "`{shown}` in it is too large for a work sheet and its documents"
            )),
            Err(error) => Err(bilingual!(
                "`{shown}` di dalamnya rusak: {error}; minta dikirim ulang",
                "`{shown}` in it is damaged: {error}; ask for it again"
            )),
        }
    }
}

/// Tells whether a file is a ZIP archive by its name.
pub(crate) fn is_archive(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("zip"))
}

/// Returns the path of an entry where it stays within the archive; a link, a locked entry and a name that leads elsewhere
/// are refused, and the archive with them.
fn checked<R: Read>(entry: &ZipFile<'_, R>) -> Result<PathBuf, Bilingual> {
    let name = entry.name().map_err(|error| unfit(&error))?.replace('\\', "/");
    if entry.encrypted() {
        return Err(locked());
    }
    if entry.is_symlink() {
        return Err(bilingual!("`{name}` di dalamnya adalah tautan", "`{name}` in it is a link"));
    }
    let trimmed = name.trim_end_matches('/');
    if trimmed.split('/').any(is_unsafe) {
        return Err(bilingual!("nama `{name}` di dalamnya tidak aman", "the name `{name}` in it is not safe"));
    }
    Ok(trimmed.split('/').collect())
}

/// Tells whether a part of a path leads elsewhere, or is none on some system.
pub(super) fn is_unsafe(part: &str) -> bool {
    let odd = |letter: char| letter.is_control() || "\\:*?\"<>|".contains(letter);
    part.is_empty() || part == "." || part == ".." || part.contains(odd) || part.ends_with(['.', ' '])
}

/// Tells whether a file is what systems put beside what people pack.
fn is_noise(name: &Path) -> bool {
    let hidden = |part: &str| part.starts_with('.') || part == OF_A_MAC;
    name.components().any(|part| hidden(&part.as_os_str().to_string_lossy()))
}

/// Says why an archive can't be used.
pub(super) fn unfit(error: &ZipError) -> Bilingual {
    match error {
        ZipError::UnsupportedArchive(why) if *why == ZipError::PASSWORD_REQUIRED => locked(),
        ZipError::Io(error) => unreadable(error),
        ZipError::CompressionMethodNotSupported(_) | ZipError::UnsupportedArchive(_) => Bilingual::fixed(
            "dikemas dengan cara yang tidak dikenal; minta dikirim sebagai ZIP biasa",
            "it is packed in a way that is not known; ask for an ordinary ZIP",
        ),
        _ => Bilingual::fixed("bukan ZIP yang utuh; minta dikirim ulang", "it is no whole ZIP; ask for it again"),
    }
}

/// Says of an archive that it wants a password.
pub(super) fn locked() -> Bilingual {
    Bilingual::fixed(
        "terkunci kata sandi; minta dikirim tanpa kata sandi",
        "it is locked by a password; ask for it without one",
    )
}

/// Says what the disk refused.
pub(super) fn unreadable(error: &io::Error) -> Bilingual {
    bilingual!("tidak dapat dibaca: {error}", "it can't be read: {error}")
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::{Cursor, Write};

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::Unpacked;

    type Entries<'a> = &'a [(&'a str, &'a [u8])];

    /// Packs files and unpacks them again.
    fn unpacked(entries: Entries<'_>) -> Result<Vec<(String, Vec<u8>)>, String> {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("a.zip");
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in entries {
            writer.start_file(*name, SimpleFileOptions::default()).expect("begun");
            writer.write_all(bytes).expect("written");
        }
        fs::write(&file, writer.finish().expect("packed").into_inner()).expect("written");
        let unpacked = Unpacked::of(&file, &|_| true).map_err(|why| why.en.into_owned())?;
        let files = unpacked.files().expect("files");
        Ok(files.into_iter().map(|(path, name)| (name, fs::read(path).expect("a file"))).collect())
    }

    #[test]
    fn files_come_out_under_their_names_without_what_systems_add() {
        let entries: Entries<'_> = &[
            ("hukum/isian-hukum.xlsx", b"sheet"),
            ("hukum\\12\\perbup é.pdf", b"document"),
            ("__MACOSX/hukum/._isian-hukum.xlsx", b"noise"),
            ("hukum/.DS_Store", b"noise"),
        ];
        let files = unpacked(entries).expect("files");
        let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["hukum/12/perbup é.pdf", "hukum/isian-hukum.xlsx"]);
        assert_eq!(files[0].1, b"document");
    }

    #[test]
    fn a_name_that_leads_out_is_refused_with_the_archive() {
        for name in ["../a.xlsx", "/etc/a.xlsx", "12/../../a", "C:\\a.xlsx", "a\u{1}.pdf", "12//a", "a/./b", "nul. "] {
            let said = unpacked(&[("ok.xlsx", b"x"), (name, b"x")]).expect_err(name);
            assert!(said.contains("is not safe"), "{name}: {said}");
        }
        let said = unpacked(&[("a/B.pdf", b"x"), ("a/b.PDF", b"y")]).expect_err("one on most disks");
        assert!(said.contains("stands in it twice"), "{said}");
    }

    #[test]
    fn a_name_that_stands_twice_is_refused_for_only_one_of_them_would_be_read() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for name in ["12/one.pdf", "12/two.pdf"] {
            writer.start_file(name, SimpleFileOptions::default()).expect("begun");
            writer.write_all(name.as_bytes()).expect("written");
        }
        let mut bytes = writer.finish().expect("packed").into_inner();
        while let Some(at) = bytes.windows(10).position(|part| part == b"12/two.pdf") {
            bytes[at..at + 10].copy_from_slice(b"12/one.pdf");
        }
        let file = folder.path().join("a.zip");
        fs::write(&file, bytes).expect("written");
        let said = Unpacked::of(&file, &|_| true).expect_err("two of one name").en.into_owned();
        assert_eq!(said, "a name stands in it twice");
    }

    #[test]
    fn a_bomb_and_a_broken_archive_are_refused() {
        let said = unpacked(&[("bom.pdf", &vec![0; 64 * 1024 * 1024])]).expect_err("a bomb");
        assert!(said.contains("too large"), "{said}");
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("a.zip");
        fs::write(&file, b"PK\x03\x04 and no more").expect("written");
        let said = Unpacked::of(&file, &|_| true).expect_err("no archive").en.into_owned();
        assert!(said.contains("no whole ZIP"), "{said}");
    }
}
