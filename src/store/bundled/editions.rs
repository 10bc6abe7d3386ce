//! The editions of the bundled instruments: every file that a release, or the main branch, ever carried.
//!
//! A workspace freezes its instrument, so an edition is met long after the tool carries a later one. Lines are only ever
//! added here.

/// The id of an instrument and the SHA-256 digest of its file, oldest edition first.
const EDITIONS: [(&str, &str); 5] = [
    ("spbe-2018", "1d6744d2319d8dee40cf886d278e1de9de6fad221d47a4accb601c4c5a619184"),
    ("spbe-2020", "1c2ff69957817df55a1d4695f641ce9440b557d71bd3a5f8a5e78b8c82bb554e"),
    ("pemdi-2026", "9fe2e72bf4dcdcd62818b90910d759d009872c125b3437ebbc87bbc45ee7251d"),
    ("pemdi-2026", "6f6ff4940f86c1295fbd0039fa49a2ab770cca933f7f582bfac621c2f8a3e973"),
    ("pemdi-2026", "64c348d86e39c9eab94162853e0d4612519a4f83014ce0b86d725ca185168009"),
];

/// Returns the digest of the newest edition of an instrument.
pub(super) fn newest(id: &str) -> Option<&'static str> {
    EDITIONS.iter().rev().find(|(known, _)| *known == id).map(|(_, sha256)| *sha256)
}

/// Tells whether a digest is that of an edition of an instrument.
pub(super) fn is_edition(id: &str, sha256: &str) -> bool {
    EDITIONS.contains(&(id, sha256))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{EDITIONS, newest};
    use crate::store::bundled::all;
    use crate::store::hash;

    #[test]
    fn the_newest_edition_is_the_file_of_today() {
        for bundled in all() {
            let now = hash::bytes(bundled.text.as_bytes());
            let line = format!("(\"{}\", \"{now}\"),", bundled.id);
            assert_eq!(newest(bundled.id), Some(now.as_str()), "add {line} to the end of EDITIONS");
        }
    }

    #[test]
    fn every_edition_is_another_file_of_a_bundled_instrument() {
        let digests: BTreeSet<&str> = EDITIONS.iter().map(|(_, sha256)| *sha256).collect();
        assert_eq!(digests.len(), EDITIONS.len());
        for (id, sha256) in EDITIONS {
            assert!(all().iter().any(|bundled| bundled.id == id), "{id}");
            assert!(sha256.len() == 64 && sha256.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')));
        }
    }
}
