//! The rule `unknown-member`.

use std::collections::BTreeSet;

use crate::bilingual;
use crate::check::Facts;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::place::Located;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::text::bilingual::Bilingual;
use crate::text::nearest::did_you_mean;

/// Someone is named who is not in the team.
pub(crate) static RULE: Rule = Rule {
    id: "unknown-member",
    severity: Severity::Error,
    stage: Stage::Planning,
    summary: Bilingual::fixed("orang yang disebut bukan anggota tim", "someone is named who is not in the team"),
    why: Bilingual::fixed(
        "Penugasan kepada id yang salah tulis tidak pernah sampai kepada siapa pun.",
        "An assignment to a mistyped id reaches nobody.",
    ),
    example: Bilingual::same(concat!("assignments.csv:  12,hukm,2018-08-31\n", "team.toml:  id = \"hukum\"",)),
    mend: Bilingual::fixed(
        "Perbaiki id-nya, atau daftarkan anggotanya dengan `spbe team add`.",
        "Correct the id, or add the member with `spbe team add`.",
    ),
};

/// Finds members in assignments, briefings, agreed levels and replacements who are not in the team.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let workspace = facts.workspace;
    let members: BTreeSet<&str> = workspace.team.ids().collect();
    let assigned = workspace.assignments.iter().map(|assignment| &assignment.member);
    let briefed = workspace.team.briefings.iter().flat_map(|briefing| &briefing.attended);
    let decided = workspace.finals.iter().filter_map(|score| score.decided_by.as_ref());
    let replacing = workspace.team.members.iter().filter_map(|member| member.replaced_by.as_ref());
    let named = assigned.chain(briefed).chain(decided).chain(replacing);
    findings.extend(named.filter(|id| !members.contains(id.value.as_str())).map(|id| unknown(id, facts)));
}

/// Complains of an id that no member has, with the nearest one or how to add the member.
fn unknown(id: &Located<String>, facts: &Facts<'_>) -> Finding {
    let name = &id.value;
    let message = bilingual!("`{name}` bukan anggota tim", "`{name}` is not a member of the team");
    let help = did_you_mean(name, facts.workspace.team.ids()).unwrap_or_else(|| {
        bilingual!(
            "daftarkan dengan `spbe team add {name} --name NAMA --unit UNIT --role member`",
            "add the member with `spbe team add {name} --name NAME --unit UNIT --role member`"
        )
    });
    Finding::at(RULE.id, id.place.clone(), message).help(help)
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::{assignment, at, sound};

    #[test]
    fn strangers_are_found_wherever_they_are_named() {
        let mut case = sound();
        case.workspace.assignments.push(assignment(7, "1", "hukm"));
        case.workspace.team.briefings[0].attended.push(at("team.toml", 90, "budi".to_owned()));
        case.settle(2, "1", "2");
        case.workspace.finals[0].decided_by = Some(at("scores/final.csv", 2, "sekd".to_owned()));
        assert_eq!(
            case.says(check),
            [
                "assignments.csv:7 `hukm` is not a member of the team",
                "team.toml:90 `budi` is not a member of the team",
                "scores/final.csv:2 `sekd` is not a member of the team"
            ]
        );
        assert_eq!(case.advises(check)[0], "did you mean `hukum`?");
    }

    #[test]
    fn members_are_known_and_a_decision_may_name_nobody() {
        let mut case = sound();
        case.settle(2, "1", "2");
        case.workspace.finals[0].decided_by = None;
        assert!(case.says(check).is_empty());
    }
}
