//! The rule `evidence-outside`.

use crate::bilingual;
use crate::check::Facts;
use crate::check::evidence::evidence_missing::moved;
use crate::check::evidence::files;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::model::disk::FileState;
use crate::text::bilingual::Bilingual;

/// The index names a file that does not travel with the workspace.
pub(crate) static RULE: Rule = Rule {
    id: "evidence-outside",
    severity: Severity::Error,
    stage: Stage::Planning,
    summary: Bilingual::fixed(
        "berkas data dukung berada di luar folder evaluasi",
        "a file of evidence lies outside the workspace",
    ),
    why: Bilingual::fixed(
        "Berkas di luar folder tidak ikut ke git dan tidak ada pada anggota lain; tautan ke luar tidak diikuti.",
        "A file outside does not go into git, and no other member has it; links that lead out are not followed.",
    ),
    example: Bilingual::same(
        "evidence.csv:  sk-tim,document,SK Tim,2018-02-01,Bagian Hukum,../../dokumen/sk-tim.pdf,…",
    ),
    mend: Bilingual::fixed(
        "Salin berkasnya ke dalam dengan `spbe evidence add`.",
        "Copy the file in with `spbe evidence add`.",
    ),
};

/// Finds documents whose path leaves the workspace.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    for (evidence, file, _) in files(facts).filter(|(_, _, state)| **state == FileState::Outside) {
        if let Some(now) = facts.disk.moved.get(&file.value) {
            // A path with `\` leads nowhere on other systems, while the content is here.
            findings.push(moved(RULE.id, evidence, file, now));
            continue;
        }
        let (id, path) = (&evidence.id.value, &file.value);
        let message = bilingual!(
            "`{path}` berada di luar folder evaluasi; berkas itu tidak dibaca",
            "`{path}` lies outside the workspace; it was not read"
        );
        let help = bilingual!(
            "salin berkasnya ke dalam dengan `spbe evidence replace {id} BERKAS`",
            "copy the file in with `spbe evidence replace {id} FILE`"
        );
        findings.push(Finding::at(RULE.id, file.place.clone(), message).help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::{at, sound};
    use crate::model::disk::FileState;

    #[test]
    fn a_path_that_leaves_the_workspace_is_found() {
        let mut case = sound();
        let path = "../secret.pdf".to_owned();
        case.workspace.evidence[0].file = Some(at("evidence.csv", 2, path.clone()));
        case.disk.evidence.insert(path, FileState::Outside);
        assert_eq!(case.says(check), ["evidence.csv:2 `../secret.pdf` lies outside the workspace; it was not read"]);
    }

    #[test]
    fn a_file_inside_is_silent() {
        assert!(sound().says(check).is_empty());
    }
}
