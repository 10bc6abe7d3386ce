//! The rule `litter`.

use crate::bilingual;
use crate::check::Facts;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::place::Place;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::text::bilingual::Bilingual;
use crate::text::shell::quoted;

/// A system or a program left a file of its own among the evidence.
pub(crate) static RULE: Rule = Rule {
    id: "litter",
    severity: Severity::Warning,
    stage: Stage::Planning,
    summary: Bilingual::fixed(
        "berkas sisa sistem di `evidence/`",
        "a file that a system left behind lies in `evidence/`",
    ),
    why: Bilingual::fixed(
        "Berkas seperti `Thumbs.db` dan `~$sk.docx` bukan data dukung, tetapi ikut terkirim bersama kirimannya.",
        "Files such as `Thumbs.db` and `~$sk.docx` are no evidence, but are handed in together with it.",
    ),
    example: Bilingual::same("evidence/Thumbs.db"),
    mend: Bilingual::fixed(
        "Hapus berkasnya; tutup dahulu dokumen yang sedang dibuka.",
        "Delete the file; close the document first if it is open.",
    ),
};

/// Finds what systems and programs left behind.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    for file in &facts.disk.litter {
        let shown = quoted(file);
        let message = bilingual!(
            "`{file}` adalah sisa sistem, bukan data dukung",
            "`{file}` is left by a system and no evidence"
        );
        let help = bilingual!("hapus: `rm {shown}`", "delete it: `rm {shown}`");
        findings.push(Finding::at(RULE.id, Place::file(file.as_str()), message).help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::sound;

    #[test]
    fn what_a_system_left_is_found() {
        let mut case = sound();
        assert!(case.says(check).is_empty());
        case.disk.litter.push("evidence/~$rbup.docx".to_owned());
        let said = "evidence/~$rbup.docx:- `evidence/~$rbup.docx` is left by a system and no evidence";
        assert_eq!(case.says(check), [said]);
        assert_eq!(case.advises(check), ["delete it: `rm 'evidence/~$rbup.docx'`"]);
    }
}
