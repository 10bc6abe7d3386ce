//! The rule `evidence-empty`.

use crate::bilingual;
use crate::check::Facts;
use crate::check::evidence::files;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::model::disk::FileState;
use crate::text::bilingual::Bilingual;

/// A file of evidence holds nothing.
pub(crate) static RULE: Rule = Rule {
    id: "evidence-empty",
    severity: Severity::Error,
    stage: Stage::Planning,
    summary: Bilingual::fixed("berkas data dukung kosong", "a file of evidence is empty"),
    why: Bilingual::fixed(
        "Berkas nol bita, atau di bawah 16 bita, biasanya unduhan atau salinan yang gagal; ia tidak membuktikan apa pun.",
        "A file of no bytes, or of less than 16, usually is a download or copy that failed; it shows nothing.",
    ),
    example: Bilingual::fixed(
        "evidence/perbup-12-2018-2929b2.pdf berukuran 0 byte",
        "evidence/perbup-12-2018-2929b2.pdf with 0 bytes",
    ),
    mend: Bilingual::fixed(
        "Ambil lagi dokumennya dan ganti dengan `spbe evidence replace`.",
        "Get the document again and replace it with `spbe evidence replace`.",
    ),
};

/// How many bytes the smallest document has: a name, a date and a sentence take more.
const LEAST_BYTES: u64 = 16;

/// Looks at what was seen of every file.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    for (evidence, file, state) in files(facts) {
        let FileState::Sound(seen) = state else { continue };
        let Some(message) = says(&file.value, seen.size) else { continue };
        let id = &evidence.id.value;
        let help = bilingual!(
            "ganti dengan `spbe evidence replace {id} BERKAS`",
            "replace it with `spbe evidence replace {id} FILE`"
        );
        findings.push(Finding::at(RULE.id, file.place.clone(), message).help(help));
    }
}

/// Says that a file is too small for a document; nothing where it is not.
pub(super) fn says(path: &str, size: u64) -> Option<Bilingual> {
    match size {
        0 => Some(bilingual!("berkas `{path}` kosong", "the file `{path}` is empty")),
        1..LEAST_BYTES => Some(bilingual!(
            "berkas `{path}` hanya {size} bita, terlalu kecil untuk dokumen",
            "the file `{path}` has {size} bytes, too few for any document"
        )),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::{file, sound};
    use crate::model::disk::{FileState, SoundFile};

    #[test]
    fn a_file_without_a_byte_is_found() {
        let mut case = sound();
        let empty = SoundFile { size: 0, head: Vec::new(), ..file("cd34") };
        case.disk.evidence.insert("evidence/perbup.pdf".to_owned(), FileState::Sound(empty));
        assert_eq!(case.says(check), ["evidence.csv:2 the file `evidence/perbup.pdf` is empty"]);
    }

    #[test]
    fn a_file_with_content_is_silent() {
        assert!(sound().says(check).is_empty());
    }
}
