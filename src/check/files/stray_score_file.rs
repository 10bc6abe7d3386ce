//! The rule `stray-score-file`.

use crate::bilingual;
use crate::check::Facts;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::place::Place;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::text::bilingual::Bilingual;
use crate::text::nearest::did_you_mean;

/// A file in `scores/` or `approvals/` names no member, so that it counts for nobody.
pub(crate) static RULE: Rule = Rule {
    id: "stray-score-file",
    severity: Severity::Warning,
    stage: Stage::Planning,
    summary: Bilingual::fixed(
        "berkas di `scores/` atau `approvals/` bukan milik anggota mana pun",
        "a file in `scores/` or `approvals/` belongs to no member",
    ),
    why: Bilingual::fixed(
        "Nilai atau persetujuan di dalamnya tidak ikut dihitung. Biasanya ini salinan dari peramban atau surel, seperti \
         `hukum (1).csv`.",
        "The scores or approvals in it do not count. Usually it is a copy made by a browser or a mail program, such as \
         `hukum (1).csv`.",
    ),
    example: Bilingual::fixed(
        concat!("scores/hukum (1).csv\n", "salinan di samping scores/hukum.csv",),
        concat!("scores/hukum (1).csv\n", "a copy beside scores/hukum.csv",),
    ),
    mend: Bilingual::fixed(
        "Ganti nama berkas menjadi id anggotanya, daftarkan anggotanya, atau hapus salinannya.",
        "Rename the file after its member, add the member, or delete the copy.",
    ),
};

/// Finds files in `scores/` and `approvals/` that belong to no member.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    for file in &facts.disk.stray_files {
        let message =
            bilingual!("`{file}` bukan milik anggota tim mana pun", "`{file}` belongs to no member of the team");
        let near = did_you_mean(leading_name(file), facts.workspace.team.ids());
        let folder = file.split('/').next().unwrap_or_default();
        let help = near.unwrap_or_else(|| {
            bilingual!(
                "ganti namanya menjadi `{folder}/<id anggota>.csv`, atau daftarkan anggotanya dengan `spbe team add`",
                "rename it to `{folder}/<member id>.csv`, or add the member with `spbe team add`"
            )
        });
        findings.push(Finding::at(RULE.id, Place::file(file.as_str()), message).help(help));
    }
}

/// The part of a file's name that copies keep: `hukum` of `scores/hukum (1).csv`.
fn leading_name(file: &str) -> &str {
    let name = file.rsplit('/').next().unwrap_or(file);
    name.split([' ', '(', '.', '_']).next().unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::sound;

    #[test]
    fn a_copy_is_traced_back_to_its_member() {
        let mut case = sound();
        case.disk.stray_files = vec!["scores/hukum (1).csv".to_owned(), "scores/budi.csv".to_owned()];
        assert_eq!(
            case.says(check),
            [
                "scores/hukum (1).csv:- `scores/hukum (1).csv` belongs to no member of the team",
                "scores/budi.csv:- `scores/budi.csv` belongs to no member of the team"
            ]
        );
        assert_eq!(case.advises(check)[0], "did you mean `hukum`?");
    }

    #[test]
    fn the_files_of_members_are_not_stray() {
        assert!(sound().says(check).is_empty());
    }
}
