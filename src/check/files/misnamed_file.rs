//! The rule `misnamed-file`.

use crate::bilingual;
use crate::check::Facts;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::place::Place;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::text::bilingual::Bilingual;
use crate::text::shell::quoted;

/// A file is named almost like one that is read.
pub(crate) static RULE: Rule = Rule {
    id: "misnamed-file",
    severity: Severity::Warning,
    stage: Stage::Planning,
    summary: Bilingual::fixed(
        "nama berkas hampir sama dengan yang dibaca",
        "a file is named almost like one that is read",
    ),
    why: Bilingual::fixed(
        "`finding.toml`, `Team.toml` atau folder `score` tidak dibaca siapa pun; isinya hilang dari laporan.",
        "Nobody reads `finding.toml`, `Team.toml` or a folder `score`; what they hold is missing from the report.",
    ),
    example: Bilingual::same("finding.toml"),
    mend: Bilingual::fixed("Ganti nama berkasnya, atau hapus.", "Rename the file, or delete it."),
};

/// Finds names at the top of the workspace that were meant for another one.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    for (file, meant) in &facts.disk.misnamed {
        let shown = quoted(file);
        let message =
            bilingual!("`{file}` tidak dibaca; yang dibaca `{meant}`", "`{file}` is not read, but `{meant}` is");
        let help = bilingual!("ganti namanya: `mv {shown} {meant}`", "rename it: `mv {shown} {meant}`");
        findings.push(Finding::at(RULE.id, Place::file(file.as_str()), message).help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::sound;

    #[test]
    fn a_name_that_was_meant_for_another_is_found() {
        let mut case = sound();
        assert!(case.says(check).is_empty());
        case.disk.misnamed.push(("finding.toml".to_owned(), "findings.toml".to_owned()));
        assert_eq!(case.says(check), ["finding.toml:- `finding.toml` is not read, but `findings.toml` is"]);
    }
}
