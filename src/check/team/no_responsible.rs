//! The rule `no-responsible`.

use crate::check::Facts;
use crate::check::team::roles::too_few;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::model::role::Role;
use crate::text::bilingual::Bilingual;

/// Nobody leads, checks completeness and approves the answers.
pub(crate) static RULE: Rule = Rule {
    id: "no-responsible",
    severity: Severity::Warning,
    stage: Stage::Planning,
    summary: Bilingual::fixed("tim tidak memiliki penanggung jawab", "the team has no responsible officer"),
    why: Bilingual::fixed(
        "Penanggung jawab memimpin tim, memeriksa kelengkapan, dan menyetujui jawaban sebelum dikirim.",
        "The responsible officer leads the team, checks completeness and approves the answers before they are sent.",
    ),
    example: Bilingual::fixed(
        concat!(
            "team.toml:  role = \"coordinator\"\n",
            "            role = \"member\"\n",
            "tidak ada `role = \"responsible\"`",
        ),
        concat!(
            "team.toml:  role = \"coordinator\"\n",
            "            role = \"member\"\n",
            "no `role = \"responsible\"`",
        ),
    ),
    mend: Bilingual::fixed(
        "Daftarkan penanggung jawab dengan `spbe team add … --role responsible`.",
        "Add the responsible officer with `spbe team add … --role responsible`.",
    ),
};

/// Finds a team without the responsible officer that the instrument asks for.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    findings.extend(too_few(RULE.id, facts, Role::Responsible));
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::sound;

    #[test]
    fn a_team_without_its_responsible_officer_is_found() {
        let mut case = sound();
        case.workspace.team.members.remove(1);
        assert_eq!(case.says(check), ["team.toml:- members with the role `responsible`: 0, expected at least 1"]);
    }

    #[test]
    fn a_team_with_one_is_silent() {
        assert!(sound().says(check).is_empty());
    }
}
