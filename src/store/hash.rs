//! SHA-256 digests, as `sha256sum` prints them.

use std::io::{self, Read};

use sha2::{Digest, Sha256};

use crate::model::disk::{HEAD, SoundFile};
use crate::text::digest::{self, hexadecimal};

/// How much is read at a time; memory stays flat whatever the size of a file.
const CHUNK: usize = 128 * 1024;

/// Returns the digest of some bytes, in lower-case hexadecimal.
pub(crate) fn bytes(content: &[u8]) -> String {
    digest::of(content)
}

/// Returns what is seen of a file, which should have a size, from where it stands to its end.
///
/// # Errors
/// The file can't be read.
pub(crate) fn file(file: &mut impl Read, expected: u64) -> io::Result<SoundFile> {
    let mut hasher = Sha256::new();
    // A small file needs no large buffer, but one byte more: where it does not come, the file ends there.
    let room = usize::try_from(expected.saturating_add(1)).unwrap_or(CHUNK);
    let mut chunk = vec![0; CHUNK.min(room).max(HEAD)];
    let (mut size, mut head) = (0, Vec::new());
    loop {
        let read = match file.read(&mut chunk) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            read => read?,
        };
        hasher.update(&chunk[..read]);
        head.extend_from_slice(&chunk[..read.min(HEAD - head.len())]);
        size += read as u64;
        if read == 0 || (size == expected && read < chunk.len()) {
            return Ok(SoundFile { sha256: hexadecimal(&hasher.finalize()), size, head, flaw: None });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::HEAD;

    #[test]
    fn a_digest_is_what_sha256sum_prints() {
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(super::bytes(b""), empty);
    }

    #[test]
    fn a_file_is_hashed_to_its_end_whatever_size_was_expected() {
        let content: Vec<u8> = (0..super::CHUNK * 2 + 7).map(|number| number.to_le_bytes()[0]).collect();
        for length in [0, 1, HEAD - 1, HEAD, HEAD + 1, super::CHUNK - 1, super::CHUNK, super::CHUNK + 1, content.len()]
        {
            let content = &content[..length];
            for expected in [0, 1, HEAD, length.saturating_sub(1), length, length + 1, usize::MAX] {
                let seen = super::file(&mut &*content, expected as u64).expect("read");
                assert_eq!(seen.sha256, super::bytes(content), "{length} bytes, {expected} expected");
                assert_eq!((seen.size, &*seen.head), (length as u64, &content[..length.min(HEAD)]));
            }
        }
    }
}
