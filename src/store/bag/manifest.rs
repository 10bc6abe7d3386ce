//! Manifests: a line a file, its digest first.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::bilingual;
use crate::text::bilingual::Bilingual;
use crate::text::digest::is_digest;
use crate::text::visible::on_one_line;

/// Writes a manifest.
pub(super) fn written<'a>(files: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let mut text = String::new();
    for (name, digest) in files {
        // A path can't end a line, so that what would is written as RFC 8493 has it.
        let name = name.replace('%', "%25").replace('\n', "%0A").replace('\r', "%0D");
        let _ = writeln!(text, "{digest}  {name}");
    }
    text
}

/// Reads a manifest: the digest of each file, by its name.
///
/// # Errors
/// The line that is none.
pub(super) fn read(text: &str) -> Result<BTreeMap<String, String>, Bilingual> {
    let mut files = BTreeMap::new();
    for (line, number) in text.lines().zip(1..) {
        let shown = on_one_line(line);
        let wrong = || {
            bilingual!(
                "baris {number} manifes bukan sidik dan nama berkas: `{shown}`",
                "line {number} of the manifest is no digest and file: `{shown}`"
            )
        };
        let (digest, name) = line.split_once([' ', '\t']).ok_or_else(wrong)?;
        let (digest, name) = (digest.to_lowercase(), name.trim_start());
        let name = name.replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%");
        if !is_digest(&digest) || name.is_empty() || files.insert(name, digest).is_some() {
            return Err(wrong());
        }
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::{read, written};

    #[test]
    fn a_manifest_comes_back_as_it_was_written() {
        let digest = "0".repeat(64);
        let text = written([("data/a b.pdf", digest.as_str()), ("data/100%25.pdf", digest.as_str())].into_iter());
        assert_eq!(text, format!("{digest}  data/a b.pdf\n{digest}  data/100%2525.pdf\n"));
        let names: Vec<String> = read(&text).expect("a manifest").into_keys().collect();
        assert_eq!(names, ["data/100%25.pdf", "data/a b.pdf"]);
        for wrong in ["abc  data/a\n", "\n", &format!("{digest}\n"), &format!("{digest}  a\n{digest}  a\n")] {
            assert!(read(wrong).is_err(), "{wrong:?}");
        }
    }
}
