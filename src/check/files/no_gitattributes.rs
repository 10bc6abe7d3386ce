//! The rule `no-gitattributes`.

use crate::bilingual;
use crate::check::Facts;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::place::Place;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::model::files::GIT_ATTRIBUTES;
use crate::text::bilingual::Bilingual;

/// Git is told nothing about line ends and merges of the workspace.
pub(crate) static RULE: Rule = Rule {
    id: "no-gitattributes",
    severity: Severity::Warning,
    stage: Stage::Planning,
    summary: Bilingual::fixed("`.gitattributes` tidak ada", "there is no `.gitattributes`"),
    why: Bilingual::fixed(
        "Tanpa berkas itu git di Windows mengubah akhir baris data dukung, sehingga sidiknya tidak cocok, dan gabungan \
         cabang berbenturan.",
        "Without it git on Windows changes the line ends of evidence, whose digests then differ, and merges of branches \
         conflict.",
    ),
    example: Bilingual::same(".gitattributes"),
    mend: Bilingual::fixed(
        "Buat `.gitattributes` seperti yang ditulis `spbe init`, di sini atau di folder atasnya.",
        "Make a `.gitattributes` as `spbe init` writes it, here or in a folder above.",
    ),
};

/// Asks whether git is told anything, where it keeps the workspace.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    if !facts.disk.lacks_git_attributes {
        return;
    }
    let message = bilingual!("`.gitattributes` tidak ada", "there is no `.gitattributes`");
    let help = bilingual!(
        "tulis sekurangnya baris `evidence/** -text -merge` ke dalamnya",
        "write at least the line `evidence/** -text -merge` into it"
    );
    findings.push(Finding::at(RULE.id, Place::file(GIT_ATTRIBUTES), message).help(help));
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::sound;

    #[test]
    fn git_that_is_told_nothing_is_found() {
        let mut case = sound();
        assert!(case.says(check).is_empty());
        case.disk.lacks_git_attributes = true;
        assert_eq!(case.says(check), [".gitattributes:- there is no `.gitattributes`"]);
    }
}
