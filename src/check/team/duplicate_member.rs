//! The rule `duplicate-member`.

use crate::bilingual;
use crate::check::Facts;
use crate::check::repeated::repeated;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::text::bilingual::Bilingual;

/// Two members share an id, and thereby a score file.
pub(crate) static RULE: Rule = Rule {
    id: "duplicate-member",
    severity: Severity::Error,
    stage: Stage::Planning,
    summary: Bilingual::fixed("dua anggota memakai id yang sama", "two members have the same id"),
    why: Bilingual::fixed(
        "Id menentukan berkas nilai; dua orang dalam satu berkas tidak dapat dibedakan.",
        "The id names the score file; two people in one file can't be told apart.",
    ),
    example: Bilingual::same(concat!(
        "team.toml:  [[member]]\n",
        "            id = \"hukum\"\n",
        "            [[member]]\n",
        "            id = \"hukum\"",
    )),
    mend: Bilingual::fixed(
        "Beri salah satu anggota id lain, atau hapus catatan gandanya.",
        "Give one of them another id, or remove the second record.",
    ),
};

/// Finds members whose id stands before.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let members = facts.workspace.team.members.iter();
    for member in repeated(members.map(|member| (&member.id.value, &member.id.place))) {
        let id = member.key;
        let message = bilingual!("anggota `{id}` ditulis dua kali", "the member `{id}` stands twice");
        findings.push(member.finding(RULE.id, message));
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::{member, sound};
    use crate::model::role::Role;

    #[test]
    fn the_second_of_two_members_with_one_id_is_found() {
        let mut case = sound();
        case.workspace.team.members.push(member(60, "hukum", Role::Member, &[]));
        assert_eq!(case.says(check), ["team.toml:60 the member `hukum` stands twice"]);
    }

    #[test]
    fn members_with_ids_of_their_own_are_silent() {
        assert!(sound().says(check).is_empty());
    }
}
