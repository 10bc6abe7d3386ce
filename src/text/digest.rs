//! SHA-256 digests as text, as `sha256sum` prints them.

use sha2::{Digest, Sha256};

/// Returns the digest of some bytes, in lower-case hexadecimal.
pub(crate) fn of(content: &[u8]) -> String {
    hexadecimal(&Sha256::digest(content))
}

/// Writes a digest in lower-case hexadecimal, two digits a byte.
pub(crate) fn hexadecimal(digest: &[u8]) -> String {
    use std::fmt::Write as _;
    digest.iter().fold(String::with_capacity(64), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Tells whether a text is a digest as [`of`] writes it.
pub(crate) fn is_digest(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// Writes a digest in groups of four, so that an eye can hold it against another.
pub(crate) fn in_fours(digest: &str) -> String {
    let digits: Vec<char> = digest.chars().collect();
    digits.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{in_fours, is_digest, of};

    #[test]
    fn a_digest_is_what_sha256sum_prints() {
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(of(b""), empty);
        assert!(is_digest(empty) && !is_digest(&empty.to_uppercase()) && !is_digest(&empty[1..]));
        assert!(in_fours(empty).starts_with("e3b0 c442 98fc ") && in_fours(empty).ends_with(" b855"));
    }
}
