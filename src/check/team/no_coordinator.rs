//! The rule `no-coordinator`.

use crate::check::Facts;
use crate::check::team::roles::too_few;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::model::role::Role;
use crate::text::bilingual::Bilingual;

/// Nobody coordinates, assures the quality and signs.
pub(crate) static RULE: Rule = Rule {
    id: "no-coordinator",
    severity: Severity::Error,
    stage: Stage::Planning,
    summary: Bilingual::fixed("tim tidak memiliki koordinator", "the team has no coordinator"),
    why: Bilingual::fixed(
        "Koordinator SPBE menjamin mutu, menandatangani berita acara, dan menyampaikan hasilnya ke kementerian.",
        "The coordinator assures the quality, signs the minutes and sends the result to the ministry.",
    ),
    example: Bilingual::fixed(
        concat!(
            "team.toml:  role = \"responsible\"\n",
            "            role = \"member\"\n",
            "tidak ada `role = \"coordinator\"`",
        ),
        concat!(
            "team.toml:  role = \"responsible\"\n",
            "            role = \"member\"\n",
            "no `role = \"coordinator\"`",
        ),
    ),
    mend: Bilingual::fixed(
        "Daftarkan koordinator, biasanya sekretaris daerah, dengan `spbe team add … --role coordinator`.",
        "Add the coordinator, usually the regional secretary, with `spbe team add … --role coordinator`.",
    ),
};

/// Finds a team without the coordinator that the instrument asks for.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    findings.extend(too_few(RULE.id, facts, Role::Coordinator));
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::sound;

    #[test]
    fn a_team_without_its_coordinator_is_found() {
        let mut case = sound();
        case.workspace.team.members.remove(0);
        assert_eq!(case.says(check), ["team.toml:- members with the role `coordinator`: 0, expected at least 1"]);
    }

    #[test]
    fn an_instrument_that_asks_for_none_gets_none() {
        let mut case = sound();
        case.workspace.team.members.remove(0);
        case.instrument().roles.to_mut()[0].least = 0;
        assert!(case.says(check).is_empty());
    }
}
