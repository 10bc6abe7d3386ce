//! Reading one text file: what is there, or a finding that says why it can't be read.

use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

use crate::bilingual;
use crate::diagnostic::file_rules::BAD_SYNTAX;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::place::Place;
use crate::store::error::reason;

/// What stands where a text file may be.
#[derive(Debug)]
pub enum Text {
    /// Nothing.
    Absent,
    /// A text.
    Read(String),
    /// Something that can't be read as text; of a broken text, what can be shown.
    Refused(Box<Finding>, Option<String>),
}

/// Reads a file of the workspace.
pub fn text(root: &Path, file: &str) -> Text {
    let path = root.join(file);
    let refused =
        |message, help| Text::Refused(Box::new(Finding::at(BAD_SYNTAX, Place::file(file), message).help(help)), None);
    let mend = || bilingual!("perbaiki atau hapus, lalu ulangi", "mend or remove it, then try again");
    match path.metadata() {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Text::Absent,
        Err(error) => {
            let reason = reason(&error);
            return refused(said("tidak dapat dibaca", "can't be read", &reason), mend());
        }
        // A pipe would block and a device would never end.
        Ok(metadata) if !metadata.is_file() => {
            return refused(bilingual!("bukan berkas biasa", "this is no ordinary file"), mend());
        }
        Ok(_) => {}
    }
    let mut bytes = Vec::new();
    match File::open(&path).and_then(|mut opened| opened.read_to_end(&mut bytes)) {
        Err(error) => refused(said("tidak dapat dibaca", "can't be read", &reason(&error)), mend()),
        Ok(_) => decode(bytes, file),
    }
}

fn said(id: &str, en: &str, reason: &crate::text::bilingual::Bilingual) -> crate::text::bilingual::Bilingual {
    let (why_id, why_en) = (&reason.id, &reason.en);
    bilingual!("{id}: {why_id}", "{en}: {why_en}")
}

fn decode(bytes: Vec<u8>, file: &str) -> Text {
    match String::from_utf8(bytes) {
        Ok(text) => Text::Read(text),
        Err(error) => {
            let start = error.utf8_error().valid_up_to();
            let message = bilingual!("berkas ini bukan UTF-8", "this file is not UTF-8");
            let help = bilingual!(
                "simpan ulang sebagai UTF-8 (di Excel: \"CSV UTF-8\")",
                "save it as UTF-8 (in Excel: \"CSV UTF-8\")"
            );
            let place = Place::new(&Arc::from(file), start..start + 1);
            let shown = String::from_utf8_lossy(error.as_bytes()).into_owned();
            Text::Refused(Box::new(Finding::at(BAD_SYNTAX, place, message).help(help)), Some(shown))
        }
    }
}
