//! Which files a bag may name: none that leads elsewhere, and none that two systems take for two files and a third for one.

use std::collections::BTreeSet;

use icu_normalizer::ComposingNormalizerBorrowed;

use crate::bilingual;
use crate::store::archive::is_unsafe;
use crate::text::bilingual::Bilingual;
use crate::text::fold::folded;
use crate::text::visible::on_one_line;

/// The most files of a bag.
pub(super) const MOST_FILES: usize = 100_000;

/// The names of a bag while they are looked at.
#[derive(Debug, Default)]
pub(super) struct Names {
    seen: BTreeSet<String>,
}

impl Names {
    /// Takes the name of a file, with `/` between folders.
    ///
    /// # Errors
    /// Why no bag may hold it.
    pub(super) fn take(&mut self, name: &str) -> Result<(), Bilingual> {
        let shown = on_one_line(name);
        if self.seen.len() >= MOST_FILES {
            return Err(bilingual!("berisi lebih dari {MOST_FILES} berkas", "it holds more than {MOST_FILES} files"));
        }
        if name.split('/').any(is_unsafe) {
            return Err(bilingual!("nama `{shown}` di dalamnya tidak aman", "the name `{shown}` in it is not safe"));
        }
        if !ComposingNormalizerBorrowed::new_nfc().is_normalized(name) {
            return Err(bilingual!(
                "nama `{shown}` di dalamnya tidak dalam bentuk NFC",
                "the name `{shown}` in it is not in the form NFC"
            ));
        }
        if !self.seen.insert(folded(name)) {
            return Err(bilingual!("`{shown}` ada dua kali di dalamnya", "`{shown}` stands in it twice"));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Names;

    #[test]
    fn a_name_that_leads_out_or_is_another_one_elsewhere_is_refused() {
        for name in ["../a", "/a", "a//b", "a/./b", "a\\b", "C:a", "a\u{1}", "a.", "nul ", "cafe\u{301}.pdf", ""] {
            assert!(Names::default().take(name).is_err(), "{name:?}");
        }
        let mut names = Names::default();
        for name in ["data/a.pdf", "data/B.pdf", "data/caf\u{e9}.pdf"] {
            assert!(names.take(name).is_ok(), "{name}");
        }
        assert!(names.take("data/b.PDF").is_err(), "one file on Windows");
    }
}
