//! A file for a moment, for the fuzz targets: what they throw at readers of files must stand in one.

use std::io::Write;

use tempfile::NamedTempFile;

/// Puts bytes into an archive that is gone with the value.
///
/// # Panics
/// Where no temporary file can be written, nothing can be tried.
pub(crate) fn archive(bytes: &[u8]) -> NamedTempFile {
    let mut file = tempfile::Builder::new().suffix(".zip").tempfile().expect("a temporary file");
    file.write_all(bytes).expect("a temporary file can be written");
    file
}
