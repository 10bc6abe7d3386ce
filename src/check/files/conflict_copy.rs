//! The rule `conflict-copy`.

use crate::bilingual;
use crate::check::Facts;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::place::Place;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::text::bilingual::Bilingual;
use crate::text::shell::quoted;

/// A program that keeps folders alike made a copy of a file that two people changed.
pub(crate) static RULE: Rule = Rule {
    id: "conflict-copy",
    severity: Severity::Warning,
    stage: Stage::Planning,
    summary: Bilingual::fixed(
        "salinan sebuah berkas yang diubah di dua tempat",
        "a copy of a file that was changed in two places",
    ),
    why: Bilingual::fixed(
        "Program penyelaras folder menyimpan perubahan orang kedua dalam salinan, yang tidak dibaca siapa pun.",
        "A program that keeps folders alike puts the second person's changes into a copy, which nobody reads.",
    ),
    example: Bilingual::same("scores/hukum (conflicted copy 2018-07-13).csv"),
    mend: Bilingual::fixed(
        "Pindahkan yang hanya ada di salinan ke berkas aslinya, lalu hapus salinannya.",
        "Move what stands in the copy alone into the original, then delete the copy.",
    ),
};

/// Finds copies of files that are read.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    for (file, original) in &facts.disk.copies {
        let message = bilingual!("`{file}` adalah salinan `{original}`", "`{file}` is a copy of `{original}`");
        let shown = quoted(file);
        let help = bilingual!(
            "ambil yang kurang dengan `spbe import --copy {shown}`, lalu hapus salinannya",
            "take what is lacking with `spbe import --copy {shown}`, then delete the copy"
        );
        findings.push(Finding::at(RULE.id, Place::file(file.as_str()), message).help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::sound;

    #[test]
    fn a_copy_is_found() {
        let mut case = sound();
        assert!(case.says(check).is_empty());
        case.disk.copies.push(("team (1).toml".to_owned(), "team.toml".to_owned()));
        assert_eq!(case.says(check), ["team (1).toml:- `team (1).toml` is a copy of `team.toml`"]);
    }
}
