//! The rule `bad-id`; the readers find its findings, but for members who bear a reserved name.

use crate::bilingual;
use crate::check::Facts;
use crate::diagnostic::file_rules::BAD_ID;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::model::files::{RESERVED, score_file};
use crate::text::bilingual::Bilingual;

/// An id could not be the name of a file everywhere, or is taken.
pub(crate) static RULE: Rule = Rule {
    id: BAD_ID,
    severity: Severity::Error,
    stage: Stage::Planning,
    summary: Bilingual::fixed("id tidak dapat dipakai", "an id can't be used"),
    why: Bilingual::fixed(
        "Id menjadi nama berkas, dan berkas itu harus dapat disimpan di setiap sistem.",
        "Ids become names of files, and every system must be able to keep those files.",
    ),
    example: Bilingual::same("team.toml:  id = \"Bagian Hukum\""),
    mend: Bilingual::fixed(
        "Pakai huruf kecil, angka, dan tanda hubung, diawali huruf atau angka. `final` dan `external` sudah terpakai.",
        "Use lower-case letters, digits and hyphens, beginning with a letter or digit. `final` and `external` are taken.",
    ),
};

/// Finds members whose score file would be one that belongs to nobody.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let ids = facts.workspace.team.members.iter().map(|member| &member.id);
    for id in ids.filter(|id| RESERVED.contains(&id.value.as_str())) {
        let (name, file) = (&id.value, score_file(id.value.as_str()));
        let message = bilingual!(
            "anggota tidak boleh ber-id `{name}`: `{file}` bukan milik satu orang",
            "no member can have the id `{name}`: `{file}` belongs to no one person"
        );
        let help = Bilingual::fixed("pilih id lain, misalnya nama jabatannya", "choose another id, such as the office");
        findings.push(Finding::at(RULE.id, id.place.clone(), message).help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::{member, sound};
    use crate::model::role::Role;

    #[test]
    fn a_member_cannot_take_the_name_of_a_common_file() {
        let mut case = sound();
        case.workspace.team.members.push(member(60, "final", Role::Member, &[]));
        assert_eq!(
            case.says(check),
            ["team.toml:60 no member can have the id `final`: `scores/final.csv` belongs to no one person"]
        );
    }

    #[test]
    fn other_names_are_free() {
        let mut case = sound();
        case.workspace.team.members.push(member(60, "final-2", Role::Member, &[]));
        assert!(case.says(check).is_empty());
    }
}
