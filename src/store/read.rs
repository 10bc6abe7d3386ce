//! Reading one text file: what is there, or a finding that says why it can't be read.

use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;

use encoding_rs::WINDOWS_1252;

use crate::bilingual;
use crate::diagnostic::file_rules::{BAD_SYNTAX, ENCODING, TOO_LARGE};
use crate::diagnostic::finding::Finding;
use crate::diagnostic::place::Place;
use crate::store::bag::Packed;
use crate::store::error::reason;
use crate::store::held;
use crate::text::bilingual::Bilingual;

/// The most bytes that a text file can have; the largest evaluation has less than one hundredth of it.
const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// What stands where a text file may be.
#[derive(Debug)]
pub(crate) enum TextFile {
    /// Nothing.
    Absent,
    /// A text.
    Read(String),
    /// A text in another encoding, as it can be understood; it must not be written back.
    Foreign(String, Box<Finding>),
    /// Something that can't be read as text.
    Refused(Box<Finding>),
}

/// Reads a file of the workspace; one that a link leads out of it to is somebody else's, and is not read.
pub(super) fn of_workspace(root: &Path, file: &str) -> TextFile {
    let path = root.join(file);
    let linked = |path: &Path| path.symlink_metadata().is_ok_and(|metadata| metadata.is_symlink());
    let by_links = path.ancestors().take_while(|above| *above != root).any(linked);
    let leaves = || match (root.canonicalize(), path.canonicalize()) {
        (Ok(root), Ok(path)) => !path.starts_with(root),
        // What leads nowhere is told as such below.
        _ => false,
    };
    if by_links && leaves() {
        let message = bilingual!(
            "tautan ini keluar dari ruang kerja; isinya tidak dibaca",
            "this is a link that leads out of the workspace; it is not read"
        );
        let help = bilingual!("ganti dengan berkas biasa", "put an ordinary file in its place");
        return refused(BAD_SYNTAX, file, message, help);
    }
    text(root, file)
}

/// Reads a file, by its name in a folder.
pub(crate) fn text(folder: &Path, file: &str) -> TextFile {
    let path = folder.join(file);
    let size = match path.metadata() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return TextFile::Absent,
        Err(error) => return unreadable(file, &error),
        // A pipe would block and a device would never end.
        Ok(metadata) if !metadata.is_file() => {
            let message = bilingual!("bukan berkas biasa", "this is no ordinary file");
            return refused(BAD_SYNTAX, file, message, mend());
        }
        Ok(metadata) if metadata.len() > MOST_BYTES => return too_large(file, metadata.len()),
        Ok(metadata) => metadata.len(),
    };
    // One byte more than may be: a file that grows while it is read is told like a large one.
    match held::open(&path).and_then(|opened| whole(opened, size, MOST_BYTES + 1)) {
        Ok(bytes) if bytes.len() as u64 > MOST_BYTES => too_large(file, bytes.len() as u64),
        Ok(bytes) => decode(bytes, file),
        Err(error) => unreadable(file, &error),
    }
}

/// Reads a file of a workspace that is packed.
pub(super) fn packed_text(packed: &Packed, file: &str) -> TextFile {
    let read = |source: &mut dyn Read, size| match size > MOST_BYTES {
        true => Ok((Vec::new(), size)),
        false => Ok((whole(source, size, MOST_BYTES + 1)?, size)),
    };
    match packed.read_of_workspace(file, read) {
        None => TextFile::Absent,
        Some(Err(error)) => unreadable(file, &error),
        Some(Ok((_, size))) if size > MOST_BYTES => too_large(file, size),
        Some(Ok((bytes, _))) => decode(bytes, file),
    }
}

/// Reads a file that should have a size, to its end but not much beyond `most` bytes.
///
/// One byte more than the size is asked for: where exactly the size comes, the file ends there and need not be asked again.
pub(crate) fn whole(mut file: impl Read, size: u64, most: u64) -> io::Result<Vec<u8>> {
    let size = usize::try_from(size.min(most)).map_err(io::Error::other)?;
    let mut bytes = vec![0; size + 1];
    let read = loop {
        match file.read(&mut bytes) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            read => break read?,
        }
    };
    bytes.truncate(read);
    if read != size {
        // It has changed, is of a kind that tells no size, or comes piece by piece.
        file.take(most.saturating_sub(read as u64)).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

/// Refuses a file as a whole, at no line of it.
fn refused(rule: &'static str, file: &str, message: Bilingual, help: Bilingual) -> TextFile {
    TextFile::Refused(Box::new(Finding::at(rule, Place::file(file), message).help(help)))
}

/// Refuses a file that can't be read, with the system's reason.
fn unreadable(file: &str, error: &io::Error) -> TextFile {
    let Bilingual { id, en } = reason(error);
    let help = if held::may_be_held(error) { held::close_it() } else { mend() };
    refused(BAD_SYNTAX, file, bilingual!("tidak dapat dibaca: {id}", "can't be read: {en}"), help)
}

/// Says the next step for what can't be read at all.
fn mend() -> Bilingual {
    bilingual!("perbaiki atau hapus, lalu ulangi", "mend or remove it, then try again")
}

/// Refuses a file of more than [`MOST_BYTES`]; sizes are told in whole mebibytes.
fn too_large(file: &str, size: u64) -> TextFile {
    let (found, most) = (size / (1024 * 1024), MOST_BYTES / (1024 * 1024));
    let message =
        bilingual!("{found} MiB, paling besar {most} MiB; tidak dibaca", "{found} MiB, {most} MiB at most; not read");
    refused(TOO_LARGE, file, message, bilingual!("periksa asal berkas ini", "check where this file comes from"))
}

/// Takes a text for UTF-8, or else for the encoding of a western Windows; one with zero bytes is no text.
fn decode(bytes: Vec<u8>, file: &str) -> TextFile {
    let error = match String::from_utf8(bytes) {
        Ok(text) => return TextFile::Read(text),
        Err(error) => error,
    };
    let (bytes, start) = (error.as_bytes(), error.utf8_error().valid_up_to());
    let help = bilingual!(
        "simpan ulang sebagai UTF-8 (di Excel: \"CSV UTF-8\")",
        "save it as UTF-8 (in Excel: \"CSV UTF-8\")"
    );
    if bytes.contains(&0) {
        let message = bilingual!("berkas ini bukan teks UTF-8", "this file is no UTF-8 text");
        return refused(BAD_SYNTAX, file, message, help);
    }
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
    // Foreign bytes become longer on the way, so the place of the first one is counted anew.
    let (before, _) = WINDOWS_1252.decode_without_bom_handling(&bytes[..start]);
    let place = Place::new(&Arc::from(file), before.len()..before.len() + 1);
    let message = bilingual!(
        "berkas ini bukan UTF-8; dibaca sebagai Windows-1252",
        "this file is not UTF-8; it is read as Windows-1252"
    );
    TextFile::Foreign(text.into_owned(), Box::new(Finding::at(ENCODING, place, message).help(help)))
}

#[cfg(test)]
mod tests {
    use std::io::{self, Read};

    use super::whole;

    /// A file that gives so many bytes at a time, and counts how often it is asked.
    struct Drop<'a> {
        rest: &'a [u8],
        most: usize,
        asked: usize,
    }

    impl Read for &mut Drop<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            self.asked += 1;
            let most = buffer.len().min(self.most);
            self.rest.read(&mut buffer[..most])
        }
    }

    #[test]
    fn a_file_of_its_size_is_read_at_once_and_any_other_to_its_end() {
        let text = b"indicator,level\n";
        let read = |most, size: usize, limit| {
            let mut file = Drop { rest: text, most, asked: 0 };
            (whole(&mut file, size as u64, limit).expect("read"), file.asked)
        };
        assert_eq!(read(1000, text.len(), 100), (text.to_vec(), 1), "asked once");
        for most in [1, 3, 1000] {
            for size in [0, 2, 5, text.len(), text.len() + 5, 1000] {
                assert_eq!(read(most, size, 100).0, text, "{size} bytes, {most} at a time");
                let cut = read(most, size, 10).0.len();
                assert!((10..=11).contains(&cut), "{size} bytes, {most} at a time: {cut}");
            }
        }
    }
}
