//! The rule `not-briefed`.

use std::collections::BTreeSet;

use crate::bilingual;
use crate::check::Facts;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::text::bilingual::Bilingual;

/// A member attended no socialisation.
pub(crate) static RULE: Rule = Rule {
    id: "not-briefed",
    severity: Severity::Warning,
    stage: Stage::Planning,
    summary: Bilingual::fixed("anggota belum mengikuti sosialisasi", "a member attended no briefing"),
    why: Bilingual::fixed(
        "Tahap perencanaan mencakup sosialisasi: setiap penilai perlu memahami instrumen dengan cara yang sama.",
        "Planning includes the socialisation: every evaluator must understand the instrument in the same way.",
    ),
    example: Bilingual::fixed(
        concat!(
            "team.toml:  [[briefing]]\n",
            "            date = 2018-04-17\n",
            "            attended = [\"sekda\"]\n",
            "`hukum` tidak pernah hadir",
        ),
        concat!(
            "team.toml:  [[briefing]]\n",
            "            date = 2018-04-17\n",
            "            attended = [\"sekda\"]\n",
            "`hukum` never attended",
        ),
    ),
    mend: Bilingual::fixed(
        "Catat kehadirannya dengan `spbe brief ANGGOTA --date TANGGAL`.",
        "Record the attendance with `spbe brief MEMBER --date DATE`.",
    ),
};

/// Finds members who attended no briefing.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let team = &facts.workspace.team;
    let briefed: BTreeSet<&str> =
        team.briefings.iter().flat_map(|briefing| &briefing.attended).map(|member| member.value.as_str()).collect();
    for member in team.present().filter(|member| !briefed.contains(member.id.value.as_str())) {
        let id = &member.id.value;
        let message = bilingual!("`{id}` belum mengikuti sosialisasi", "`{id}` attended no briefing");
        let help = bilingual!(
            "catat kehadirannya dengan `spbe brief {id} --date YYYY-MM-DD`",
            "record the attendance with `spbe brief {id} --date YYYY-MM-DD`"
        );
        findings.push(Finding::at(RULE.id, member.id.place.clone(), message).help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::sound;

    #[test]
    fn a_member_who_attended_no_briefing_is_found() {
        let mut case = sound();
        case.workspace.team.briefings[0].attended.pop();
        assert_eq!(case.says(check), ["team.toml:50 `ict` attended no briefing"]);
    }

    #[test]
    fn a_later_briefing_makes_up_for_the_first() {
        let mut case = sound();
        let mut later = case.workspace.team.briefings[0].clone();
        case.workspace.team.briefings[0].attended.clear();
        later.attended.rotate_left(1);
        case.workspace.team.briefings.push(later);
        assert!(case.says(check).is_empty());
    }
}
