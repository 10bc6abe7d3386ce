//! The rule `role-count`.

use crate::bilingual;
use crate::check::Facts;
use crate::check::team::roles::{counted, too_few};
use crate::diagnostic::finding::Finding;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::model::instrument::RoleCount;
use crate::model::role::Role;
use crate::model::team::Member;
use crate::text::bilingual::Bilingual;
use crate::text::word::Vocabulary;

/// A role has more or fewer members than the instrument allows.
pub(crate) static RULE: Rule = Rule {
    id: "role-count",
    severity: Severity::Error,
    stage: Stage::Planning,
    summary: Bilingual::fixed(
        "jumlah anggota dengan suatu peran tidak sesuai instrumen",
        "a role has more or fewer members than the instrument allows",
    ),
    why: Bilingual::fixed(
        "Peraturan menetapkan susunan tim, misalnya tepat satu petugas entri data.",
        "The regulation sets how the team is made up, such as exactly one data-entry officer.",
    ),
    example: Bilingual::same(concat!(
        "team.toml:  [[member]]\n",
        "            id = \"kominfo\"\n",
        "            role = \"data-entry\"\n",
        "            [[member]]\n",
        "            id = \"bappeda\"\n",
        "            role = \"data-entry\"",
    )),
    mend: Bilingual::fixed(
        "Ubah peran anggota di `team.toml`, atau tambahkan anggota dengan `spbe team add`.",
        "Change the roles in `team.toml`, or add a member with `spbe team add`.",
    ),
};

/// Finds roles beyond their limits; a missing coordinator or responsible officer has a rule of its own.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    for (count, holders) in counted(facts) {
        if !matches!(count.role, Role::Coordinator | Role::Responsible) {
            findings.extend(too_few(RULE.id, facts, count.role));
        }
        findings.extend(too_many(count, &holders));
    }
}

/// Points at the first member beyond the most that a role can have.
fn too_many(count: &RoleCount, holders: &[&Member]) -> Option<Finding> {
    let most = count.most?;
    let beyond = holders.get(most as usize)?;
    let (found, code) = (holders.len(), count.role.code());
    let message = bilingual!(
        "anggota dengan peran `{code}`: {found}, seharusnya paling banyak {most}",
        "members with the role `{code}`: {found}, expected at most {most}"
    );
    let help = Bilingual::fixed("beri anggota ini peran lain", "give this member another role");
    let finding = Finding::at(RULE.id, beyond.role.place.clone(), message).help(help);
    let others = holders.iter().filter(|other| other.role.place != beyond.role.place);
    Some(others.fold(finding, |finding, other| {
        let name = &other.id.value;
        finding.also(other.role.place.clone(), bilingual!("peran `{name}`", "the role of `{name}`"))
    }))
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::{member, sound};
    use crate::model::role::Role;

    #[test]
    fn a_second_data_entry_officer_is_one_too_many() {
        let mut case = sound();
        case.workspace.team.members.push(member(60, "entri-2", Role::DataEntry, &[]));
        assert_eq!(case.says(check), ["team.toml:61 members with the role `data-entry`: 2, expected at most 1"]);
    }

    #[test]
    fn a_role_that_nobody_has_is_one_too_few() {
        let mut case = sound();
        case.workspace.team.members.remove(2);
        assert_eq!(case.says(check), ["team.toml:- members with the role `data-entry`: 0, expected at least 1"]);
    }

    #[test]
    fn a_missing_coordinator_is_left_to_its_own_rule() {
        let mut case = sound();
        case.workspace.team.members.remove(0);
        assert!(case.says(check).is_empty());
    }
}
