//! The logo of a report.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use crate::model::disk::{LARGEST_LOGO, LogoState};
use crate::store::evidence_files::inside;

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

/// Reads the logo at a path of the workspace.
pub(super) fn read(root: &Path, file: &str) -> LogoState {
    let Ok(path) = inside(root, file) else { return LogoState::Absent };
    let Ok(metadata) = path.metadata() else { return LogoState::Absent };
    if !metadata.is_file() {
        return LogoState::Absent;
    }
    let mut bytes = Vec::new();
    match File::open(&path).and_then(|opened| opened.take(LARGEST_LOGO + 1).read_to_end(&mut bytes)) {
        Err(_) => LogoState::Absent,
        Ok(read) if read as u64 > LARGEST_LOGO => LogoState::TooLarge(metadata.len().max(read as u64)),
        Ok(_) => kind(bytes),
    }
}

fn kind(bytes: Vec<u8>) -> LogoState {
    if bytes.starts_with(PNG) {
        return LogoState::Png(bytes.into());
    }
    match String::from_utf8(bytes) {
        Ok(text) if text.contains("<svg") => LogoState::Svg(text.into()),
        _ => LogoState::Other,
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::read;
    use crate::model::disk::LogoState;

    #[test]
    fn a_logo_is_known_by_what_it_holds() {
        let folder = tempfile::tempdir().expect("a folder");
        let put = |name: &str, bytes: &[u8]| fs::write(folder.path().join(name), bytes).expect("a file");
        put("a.png", b"\x89PNG\r\n\x1a\nrest");
        put("a.svg", b"<?xml version=\"1.0\"?><svg/>");
        put("a.jpg", b"\xff\xd8\xff");
        put("large.svg", "<svg>".repeat(200_000).as_bytes());
        assert!(matches!(read(folder.path(), "a.png"), LogoState::Png(_)));
        assert!(matches!(read(folder.path(), "a.svg"), LogoState::Svg(_)));
        assert_eq!(read(folder.path(), "a.jpg"), LogoState::Other);
        assert_eq!(read(folder.path(), "large.svg"), LogoState::TooLarge(1_000_000));
    }

    #[test]
    fn nothing_outside_of_the_workspace_is_read() {
        let folder = tempfile::tempdir().expect("a folder");
        for file in ["../a.png", "/etc/passwd", "none.png", "."] {
            assert_eq!(read(folder.path(), file), LogoState::Absent, "{file}");
        }
    }
}
