//! Reading one text file: what is there, or a finding that says why it can't be read.

use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

use encoding_rs::WINDOWS_1252;

use crate::bilingual;
use crate::diagnostic::file_rules::{BAD_SYNTAX, ENCODING, TOO_LARGE};
use crate::diagnostic::finding::Finding;
use crate::diagnostic::place::Place;
use crate::store::error::reason;
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

/// Reads a file of the workspace.
pub(crate) fn text(root: &Path, file: &str) -> TextFile {
    let path = root.join(file);
    match path.metadata() {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return TextFile::Absent,
        Err(error) => return unreadable(file, &reason(&error)),
        // A pipe would block and a device would never end.
        Ok(metadata) if !metadata.is_file() => {
            let message = bilingual!("bukan berkas biasa", "this is no ordinary file");
            return refused(BAD_SYNTAX, file, message, mend());
        }
        Ok(metadata) if metadata.len() > MOST_BYTES => return too_large(file, metadata.len()),
        Ok(_) => {}
    }
    let mut bytes = Vec::new();
    // One byte more than may be: a file that grows while it is read is told like a large one.
    match File::open(&path).and_then(|opened| opened.take(MOST_BYTES + 1).read_to_end(&mut bytes)) {
        Ok(read) if read as u64 > MOST_BYTES => too_large(file, read as u64),
        Ok(_) => decode(bytes, file),
        Err(error) => unreadable(file, &reason(&error)),
    }
}

fn refused(rule: &'static str, file: &str, message: Bilingual, help: Bilingual) -> TextFile {
    TextFile::Refused(Box::new(Finding::at(rule, Place::file(file), message).help(help)))
}

fn unreadable(file: &str, reason: &Bilingual) -> TextFile {
    let (id, en) = (&reason.id, &reason.en);
    refused(BAD_SYNTAX, file, bilingual!("tidak dapat dibaca: {id}", "can't be read: {en}"), mend())
}

fn mend() -> Bilingual {
    bilingual!("perbaiki atau hapus, lalu ulangi", "mend or remove it, then try again")
}

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
