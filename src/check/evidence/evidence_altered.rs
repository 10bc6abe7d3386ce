//! The rule `evidence-altered`.

use crate::bilingual;
use crate::check::Facts;
use crate::check::evidence::files;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::model::disk::{FileState, SoundFile};
use crate::text::bilingual::Bilingual;
use crate::text::shell::quoted;

/// A file of evidence is not the one that was indexed.
pub(crate) static RULE: Rule = Rule {
    id: "evidence-altered",
    severity: Severity::Error,
    stage: Stage::Planning,
    summary: Bilingual::fixed(
        "berkas data dukung berubah sejak dicatat di indeks",
        "a file of evidence changed after it was indexed",
    ),
    why: Bilingual::fixed(
        "Nilai diberikan atas isi dokumen saat itu. Bila isinya berubah, nilainya tidak lagi berdasar.",
        "A level was given for what the document said then. When that changes, the level rests on nothing.",
    ),
    example: Bilingual::fixed(
        "evidence/perbup-12-2018-2929b2.pdf disimpan ulang setelah dicatat di evidence.csv",
        "evidence/perbup-12-2018-2929b2.pdf, saved again after evidence.csv noted its digest",
    ),
    mend: Bilingual::fixed(
        "Kembalikan berkas semula, atau catat berkas yang baru dengan `spbe evidence replace` lalu tinjau nilainya.",
        "Restore the former file, or record the new one with `spbe evidence replace` and review the levels.",
    ),
};

/// Compares the digest of every file with the one in the index.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    for (evidence, file, state) in files(facts) {
        // A pointer says which content belongs here, whether or not it was fetched.
        let (FileState::Sound(SoundFile { sha256: now, .. }) | FileState::Pointer(now)) = state else { continue };
        let (id, path) = (&evidence.id.value, &file.value);
        let Some(noted) = &evidence.sha256 else {
            let message = bilingual!(
                "berkas `{path}` tidak memiliki sidik (digest) di indeks, sehingga perubahannya tidak akan ketahuan",
                "the file `{path}` has no digest in the index, so a change would go unseen"
            );
            let help = bilingual!("tulis `{now}` di kolom `sha256`", "write `{now}` into the column `sha256`");
            findings.push(Finding::at(RULE.id, file.place.clone(), message).help(help));
            continue;
        };
        if noted.value.eq_ignore_ascii_case(now) {
            continue;
        }
        let message = bilingual!(
            "berkas `{path}` berubah sejak dicatat di indeks: sidiknya sekarang `{now}`",
            "the file `{path}` changed after it was indexed: its digest is now `{now}`"
        );
        let shown = quoted(path);
        let help = bilingual!(
            "kembalikan dengan `git checkout -- {shown}`, atau catat perubahannya dengan `spbe evidence replace {id} {shown}`",
            "restore it with `git checkout -- {shown}`, or record the change with `spbe evidence replace {id} {shown}`"
        );
        findings.push(Finding::at(RULE.id, noted.place.clone(), message).help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::{at, file, sound};
    use crate::model::disk::FileState;

    #[test]
    fn a_file_that_changed_is_found_at_its_digest() {
        let mut case = sound();
        let changed = FileState::Sound(file("ef56"));
        case.disk.evidence.insert("evidence/perbup.pdf".to_owned(), changed);
        assert_eq!(
            case.says(check),
            ["evidence.csv:2 the file `evidence/perbup.pdf` changed after it was indexed: its digest is now `ef56`"]
        );
    }

    #[test]
    fn a_file_without_a_digest_is_told_which_one_to_write() {
        let mut case = sound();
        case.workspace.evidence[0].sha256 = None;
        assert_eq!(case.says(check).len(), 1);
        assert_eq!(case.advises(check), ["write `cd34` into the column `sha256`"]);
    }

    #[test]
    fn an_unchanged_file_is_silent_and_a_missing_one_is_left_to_its_own_rule() {
        let mut case = sound();
        case.workspace.evidence[0].sha256 = Some(at("evidence.csv", 2, "CD34".to_owned()));
        assert!(case.says(check).is_empty());
        case.workspace.evidence[0].sha256 = None;
        case.disk.evidence.insert("evidence/perbup.pdf".to_owned(), FileState::Missing);
        assert!(case.says(check).is_empty());
    }
}
