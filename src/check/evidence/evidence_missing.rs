//! The rule `evidence-missing`.

use crate::bilingual;
use crate::check::Facts;
use crate::check::evidence::files;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::place::Located;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::model::disk::FileState;
use crate::model::evidence::Evidence;
use crate::text::bilingual::Bilingual;
use crate::text::shell::quoted;

/// The index names a file that can't be shown to anybody.
pub(crate) static RULE: Rule = Rule {
    id: "evidence-missing",
    severity: Severity::Error,
    stage: Stage::Planning,
    summary: Bilingual::fixed("berkas data dukung tidak ada", "a file of evidence is missing"),
    why: Bilingual::fixed(
        "Data dukung yang tidak dapat ditunjukkan tidak diterima: sebuah kota pernah hanya diterima data dukungnya pada 4 dari 47 \
         indikator.",
        "Evidence that can't be shown is not accepted: one city had its evidence accepted for 4 of 47 indicators.",
    ),
    example: Bilingual::fixed(
        concat!(
            "evidence.csv:  sk-tim,document,SK Tim,2018-02-01,Bagian Hukum,evidence/sk-tim.pdf,…\n",
            "evidence/sk-tim.pdf tidak ada",
        ),
        concat!(
            "evidence.csv:  sk-tim,document,SK Tim,2018-02-01,Bagian Hukum,evidence/sk-tim.pdf,…\n",
            "there is no evidence/sk-tim.pdf",
        ),
    ),
    mend: Bilingual::fixed(
        "Kembalikan berkasnya, ganti dengan `spbe evidence replace`, atau hapus dari indeks dengan \
         `spbe evidence remove`.",
        "Restore the file, replace it with `spbe evidence replace`, or take it off the index with \
         `spbe evidence remove`.",
    ),
};

/// Finds documents without a file that can be read.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    for (evidence, file, state) in files(facts) {
        if let Some(message) = complaint(&file.value, state) {
            let id = &evidence.id.value;
            if let Some(now) = facts.disk.moved.get(&file.value) {
                findings.push(moved(RULE.id, evidence, file, now));
                continue;
            }
            let help = bilingual!(
                "kembalikan berkasnya, atau ganti dengan `spbe evidence replace {id} BERKAS`",
                "restore the file, or replace it with `spbe evidence replace {id} FILE`"
            );
            findings.push(Finding::at(RULE.id, file.place.clone(), message).help(help));
        }
    }
    let bare = facts.workspace.evidence.iter().filter(|evidence| evidence.kind.needs_file() && evidence.file.is_none());
    findings.extend(bare.map(without_file));
}

/// Says where the content of a document lies that is not where the index says.
pub(super) fn moved(rule: &'static str, evidence: &Evidence, file: &Located<String>, now: &str) -> Finding {
    let (id, was, shown) = (&evidence.id.value, &file.value, quoted(now));
    let message = bilingual!(
        "berkas `{was}` tidak ada; isinya kini di `{now}`",
        "the file `{was}` is missing; its content lies at `{now}` now"
    );
    let help = bilingual!(
        "catat tempatnya yang baru: `spbe evidence set {id} --file {shown}`",
        "write its new place down: `spbe evidence set {id} --file {shown}`"
    );
    Finding::at(rule, file.place.clone(), message).help(help)
}

/// Says why a file can't be shown; one outside of the workspace has a rule of its own.
fn complaint(file: &str, state: &FileState) -> Option<Bilingual> {
    match state {
        FileState::Missing => Some(bilingual!("berkas `{file}` tidak ada", "the file `{file}` is missing")),
        FileState::NotAFile => Some(bilingual!("`{file}` bukan berkas biasa", "`{file}` is not a regular file")),
        FileState::Unreadable(reason) => {
            let (id, en) = (&reason.id, &reason.en);
            Some(bilingual!("berkas `{file}` tidak dapat dibaca: {id}", "the file `{file}` can't be read: {en}"))
        }
        FileState::Sound(_) | FileState::Pointer(_) | FileState::NotHere | FileState::Outside => None,
    }
}

/// Complains of evidence whose kind needs a file, and whose line of the index names none.
fn without_file(evidence: &Evidence) -> Finding {
    let id = &evidence.id.value;
    let message = bilingual!("data dukung `{id}` tidak memiliki berkas", "the evidence `{id}` has no file");
    let help = bilingual!(
        "tambahkan berkasnya dengan `spbe evidence replace {id} BERKAS`",
        "add its file with `spbe evidence replace {id} FILE`"
    );
    Finding::at(RULE.id, evidence.id.place.clone(), message).help(help)
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::sound;
    use crate::model::disk::FileState;
    use crate::text::bilingual::Bilingual;

    #[test]
    fn each_way_of_not_being_there_is_named() {
        let mut case = sound();
        let path = "evidence/perbup.pdf";
        let mut with = |state| {
            case.disk.evidence.insert(path.to_owned(), state);
            case.says(check)
        };
        assert_eq!(with(FileState::Missing), ["evidence.csv:2 the file `evidence/perbup.pdf` is missing"]);
        assert_eq!(with(FileState::NotAFile), ["evidence.csv:2 `evidence/perbup.pdf` is not a regular file"]);
        assert_eq!(
            with(FileState::Unreadable(Bilingual::fixed("tidak diizinkan", "permission denied"))),
            ["evidence.csv:2 the file `evidence/perbup.pdf` can't be read: permission denied"]
        );
    }

    #[test]
    fn a_document_that_was_moved_is_told_with_its_new_place() {
        let mut case = sound();
        let (was, now) = ("evidence/perbup.pdf", "evidence/indikator-1/Peraturan Bupati.pdf");
        case.disk.evidence.insert(was.to_owned(), FileState::Missing);
        case.disk.moved.insert(was.to_owned(), now.to_owned());
        let said = [format!("evidence.csv:2 the file `{was}` is missing; its content lies at `{now}` now")];
        assert_eq!(case.says(check), said);
        let help = format!("write its new place down: `spbe evidence set perbup --file '{now}'`");
        assert_eq!(case.advises(check), [help]);
    }

    #[test]
    fn a_document_needs_a_file_and_an_interview_does_not() {
        let mut case = sound();
        assert!(case.says(check).is_empty());
        case.workspace.evidence[0].file = None;
        assert_eq!(case.says(check), ["evidence.csv:2 the evidence `perbup` has no file"]);
    }
}
