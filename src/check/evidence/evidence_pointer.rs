//! The rule `evidence-pointer`.

use crate::bilingual;
use crate::check::Facts;
use crate::check::evidence::files;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::model::disk::FileState;
use crate::text::bilingual::Bilingual;

/// A Git LFS pointer stands where the document should.
pub(crate) static RULE: Rule = Rule {
    id: "evidence-pointer",
    severity: Severity::Error,
    stage: Stage::Planning,
    summary: Bilingual::fixed("penunjuk Git LFS, bukan dokumennya", "a Git LFS pointer stands in place of a document"),
    why: Bilingual::fixed(
        "Dokumennya belum diambil dari penyimpanan LFS, maka isinya tidak dapat diperiksa.",
        "The document was not fetched from the LFS store, so its content cannot be checked.",
    ),
    example: Bilingual::same(concat!(
        "evidence/perbup-12-2018-2929b2.pdf:  version https://git-lfs.github.com/spec/v1\n",
        "                                     oid sha256:2929b2…\n",
        "                                     size 48213",
    )),
    mend: Bilingual::fixed("Jalankan `git lfs pull`, lalu periksa lagi.", "Run `git lfs pull`, then check again."),
};

/// Looks at what was seen of every file.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    for (evidence, file, state) in files(facts) {
        let FileState::Sound(seen) = state else { continue };
        let path = &file.value;
        if !seen.head.starts_with(POINTER) {
            continue;
        }
        let id = &evidence.id.value;
        let message = bilingual!(
            "berkas `{path}` (`{id}`) adalah penunjuk Git LFS",
            "the file `{path}` (`{id}`) is a Git LFS pointer"
        );
        let help = bilingual!("ambil dokumennya dengan `git lfs pull`", "fetch the document with `git lfs pull`");
        findings.push(Finding::at(RULE.id, file.place.clone(), message).help(help));
    }
}

/// How a Git LFS pointer begins.
pub(super) const POINTER: &[u8] = b"version https://git-lfs.github.com/spec/v";

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::{file, sound};
    use crate::model::disk::{FileState, SoundFile};

    #[test]
    fn a_pointer_is_found() {
        let mut case = sound();
        let pointer = SoundFile { head: b"version https://git-lfs.github.com/spec/v1\noid".to_vec(), ..file("cd34") };
        case.disk.evidence.insert("evidence/perbup.pdf".to_owned(), FileState::Sound(pointer));
        assert_eq!(case.says(check), ["evidence.csv:2 the file `evidence/perbup.pdf` (`perbup`) is a Git LFS pointer"]);
    }

    #[test]
    fn a_document_is_silent() {
        assert!(sound().says(check).is_empty());
    }
}
