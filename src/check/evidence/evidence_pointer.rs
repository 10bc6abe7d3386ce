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
    severity: Severity::Warning,
    stage: Stage::Planning,
    summary: Bilingual::fixed("penunjuk Git LFS, bukan dokumennya", "a Git LFS pointer stands in place of a document"),
    why: Bilingual::fixed(
        "Dokumennya belum diambil dari penyimpanan LFS, maka isinya tidak dapat diperiksa. Sidik di penunjuknya tetap \
         dibandingkan dengan indeks (`evidence-altered`).",
        "The document was not fetched from the LFS store, so its content cannot be checked. The digest in the pointer is \
         compared with the index all the same (`evidence-altered`).",
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
        let (FileState::Pointer(_), path) = (state, &file.value) else { continue };
        let id = &evidence.id.value;
        let message = bilingual!(
            "isi `{path}` (`{id}`) tidak ada di sini: yang ada penunjuk Git LFS",
            "the content of `{path}` (`{id}`) is not here: it is a Git LFS pointer"
        );
        let help = bilingual!(
            "ambil dokumennya dengan `git lfs pull`; penerima yang cukup dengan sidiknya memakai `--evidence pointers`",
            "fetch the document with `git lfs pull`; a receiver to whom its digest is enough says `--evidence pointers`"
        );
        findings.push(Finding::at(RULE.id, file.place.clone(), message).help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::sound;
    use crate::model::disk::FileState;

    #[test]
    fn a_pointer_is_found() {
        let mut case = sound();
        let pointer = FileState::Pointer("cd34".to_owned());
        case.disk.evidence.insert("evidence/perbup.pdf".to_owned(), pointer);
        assert_eq!(
            case.says(check),
            ["evidence.csv:2 the content of `evidence/perbup.pdf` (`perbup`) is not here: it is a Git LFS pointer"]
        );
    }

    #[test]
    fn a_document_is_silent() {
        assert!(sound().says(check).is_empty());
    }
}
