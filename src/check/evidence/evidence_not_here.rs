//! The rule `evidence-not-here`.

use crate::bilingual;
use crate::check::Facts;
use crate::check::evidence::files;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::model::disk::FileState;
use crate::text::bilingual::Bilingual;

/// A shared drive shows a document that it has not brought to this computer.
pub(crate) static RULE: Rule = Rule {
    id: "evidence-not-here",
    severity: Severity::Warning,
    stage: Stage::Planning,
    summary: Bilingual::fixed(
        "dokumen masih di drive bersama, belum diunduh",
        "a document is still on the shared drive, not downloaded",
    ),
    why: Bilingual::fixed(
        "Drive menampilkan nama dokumen, tetapi isinya belum ada di komputer ini, maka sidiknya tidak dapat diperiksa.",
        "The drive shows the document's name, but its content is not on this computer, so its digest can't be checked.",
    ),
    example: Bilingual::same("evidence/.perbup-12-2018-2929b2.pdf.icloud"),
    mend: Bilingual::fixed(
        "Buka dokumennya, atau pilih “Selalu simpan di perangkat ini” untuk folder `evidence`, lalu periksa lagi.",
        "Open the document, or choose “Always keep on this device” for the folder `evidence`, then check again.",
    ),
};

/// Looks at what was seen of every file.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    for (evidence, file, state) in files(facts) {
        let (FileState::NotHere, path) = (state, &file.value) else { continue };
        let id = &evidence.id.value;
        let message = bilingual!(
            "`{path}` (`{id}`) belum diunduh oleh drive bersama",
            "`{path}` (`{id}`) was not downloaded by the shared drive yet"
        );
        let help = bilingual!(
            "buka dokumennya, atau pilih “Selalu simpan di perangkat ini” untuk folder `evidence`",
            "open the document, or choose “Always keep on this device” for the folder `evidence`"
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
    fn a_document_that_the_drive_has_not_brought_is_found_and_one_that_is_here_silent() {
        let mut case = sound();
        assert!(case.says(check).is_empty());
        case.disk.evidence.insert("evidence/perbup.pdf".to_owned(), FileState::NotHere);
        assert_eq!(
            case.says(check),
            ["evidence.csv:2 `evidence/perbup.pdf` (`perbup`) was not downloaded by the shared drive yet"]
        );
    }
}
