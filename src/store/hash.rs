//! SHA-256 digests, as `sha256sum` prints them.

use std::fs::File;
use std::io::{self, Read};

use sha2::{Digest, Sha256};

use crate::model::disk::{HEAD, SoundFile};

/// How much is read at a time; memory stays flat whatever the size of a file.
const CHUNK: usize = 128 * 1024;

/// Returns the digest of some bytes, in lower-case hexadecimal.
pub(crate) fn bytes(content: &[u8]) -> String {
    hexadecimal(&Sha256::digest(content))
}

/// Returns what is seen of a file from where it stands to its end.
///
/// # Errors
/// The file can't be read.
pub(crate) fn file(file: &mut File) -> io::Result<SoundFile> {
    let mut hasher = Sha256::new();
    // A small file needs no large buffer; one byte more tells its end.
    let expected = file.metadata().map_or(CHUNK as u64, |metadata| metadata.len() + 1);
    let mut chunk = vec![0; CHUNK.min(usize::try_from(expected).unwrap_or(CHUNK)).max(HEAD)];
    let (mut size, mut head) = (0, Vec::new());
    loop {
        let read = file.read(&mut chunk)?;
        if read == 0 {
            return Ok(SoundFile { sha256: hexadecimal(&hasher.finalize()), size, head });
        }
        hasher.update(&chunk[..read]);
        head.extend_from_slice(&chunk[..read.min(HEAD - head.len())]);
        size += read as u64;
    }
}

fn hexadecimal(digest: &[u8]) -> String {
    use std::fmt::Write as _;
    digest.iter().fold(String::with_capacity(64), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_digest_is_what_sha256sum_prints() {
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(super::bytes(b""), empty);
    }
}
