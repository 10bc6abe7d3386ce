//! The evidence of a workspace that is packed: digested as it is unpacked in passing, and never written anywhere.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Read};

use crate::model::disk::{FileState, SoundFile};
use crate::model::evidence::Evidence;
use crate::model::files::EVIDENCE_FOLDER;
use crate::store::bag::Packed;
use crate::store::error::reason;
use crate::store::evidence_files::{files, flaw, is_plain, of_seen};
use crate::store::hash;

/// Looks at every file of the index and digests it.
pub(super) fn states(packed: &Packed, evidence: &[Evidence]) -> BTreeMap<String, FileState> {
    let files: BTreeSet<&str> = files(evidence).collect();
    files.into_iter().map(|file| (file.to_owned(), state(packed, file))).collect()
}

/// Lists the files below `evidence/` that the index does not name.
pub(super) fn unindexed(packed: &Packed, evidence: &[Evidence]) -> Vec<String> {
    let known: BTreeSet<&str> = files(evidence).map(|file| file.trim_start_matches("./")).collect();
    let below =
        packed.of_workspace().map(|(name, _)| name).filter(|name| name.split('/').next() == Some(EVIDENCE_FOLDER));
    below.filter(|name| !known.contains(name)).map(str::to_owned).collect()
}

/// Looks at one file.
fn state(packed: &Packed, file: &str) -> FileState {
    if !is_plain(file) {
        return FileState::Outside;
    }
    let name = file.trim_start_matches("./");
    match packed.read_of_workspace(name, |mut source, size| hash::file(&mut source, size)) {
        None => FileState::Missing,
        Some(seen) => match seen.and_then(|seen| looked_at(packed, name, seen)) {
            Ok(seen) => of_seen(seen),
            Err(error) => FileState::Unreadable(reason(&error)),
        },
    }
}

/// Looks at whether a file will open as what its name says.
fn looked_at(packed: &Packed, name: &str, seen: SoundFile) -> io::Result<SoundFile> {
    let part = |from: u64, most: u64| {
        let read = |source: &mut dyn Read, _| {
            io::copy(&mut source.take(from), &mut io::sink())?;
            let mut bytes = Vec::new();
            source.take(most).read_to_end(&mut bytes)?;
            Ok(bytes)
        };
        packed.read_of_workspace(name, read).unwrap_or_else(|| Err(io::ErrorKind::NotFound.into()))
    };
    let flaw = flaw(&seen, name, part)?;
    Ok(SoundFile { flaw, ..seen })
}
