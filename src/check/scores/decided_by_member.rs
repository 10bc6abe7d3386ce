//! The rule `decided-by-member`.

use std::collections::BTreeSet;

use crate::bilingual;
use crate::check::Facts;
use crate::check::wording::quoted;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::place::Place;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::model::files::approval_file;
use crate::model::id::Id;
use crate::model::team::Team;
use crate::text::bilingual::Bilingual;

/// An agreed level was settled by someone whose role does not settle levels.
pub(crate) static RULE: Rule = Rule {
    id: "decided-by-member",
    severity: Severity::Warning,
    stage: Stage::Reporting,
    summary: Bilingual::fixed(
        "keputusan atau persetujuan oleh anggota yang tidak berwenang",
        "a level was settled, or an answer approved, by a member who does not decide",
    ),
    why: Bilingual::fixed(
        "Perbedaan penilaian diputuskan, dan jawaban disetujui, oleh koordinator atau penanggung jawab; `spbe agree` dan `spbe approve` menolak yang lain, dan persetujuannya tidak dihitung.",
        "Where evaluators differ, the coordinator or the responsible officer decides, and they approve the answers; `spbe agree` and `spbe approve` refuse anyone else, and the approval does not count.",
    ),
    example: Bilingual::same(concat!(
        "scores/final.csv:  12,3,2018-08-29,hukum,Disepakati tim\n",
        "team.toml:  id = \"hukum\"\n",
        "            role = \"member\"",
    )),
    mend: Bilingual::fixed(
        "Mintalah koordinator atau penanggung jawab menetapkannya dengan `spbe agree`, atau menyetujuinya dengan `spbe approve`.",
        "Have the coordinator or the responsible officer settle it with `spbe agree`, or approve it with `spbe approve`.",
    ),
};

/// Finds agreed levels that a member settled, and files of approvals of those who may not approve; who is not in the team
/// is found elsewhere.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let (team, finals) = (&facts.workspace.team, &facts.workspace.finals);
    let may_not = |id: &str| team.member(id).is_some_and(|member| !member.role.value.decides());
    let decided = finals.iter().filter_map(|score| Some((score, score.decided_by.as_ref()?)));
    for (score, by) in decided.filter(|(_, by)| may_not(&by.value)) {
        let (row, name) = (score.row.value, &by.value);
        let message = bilingual!(
            "level indikator `{row}` ditetapkan oleh `{name}`, yang tidak berwenang",
            "the level of indicator `{row}` was settled by `{name}`, who does not decide"
        );
        findings.push(Finding::at(RULE.id, by.place.clone(), message).help(help(team)));
    }
    let approved: BTreeSet<&Id> = facts.workspace.approvals.iter().map(|word| &word.by).collect();
    for by in approved.into_iter().filter(|by| may_not(by.as_str())) {
        let message = bilingual!(
            "`{by}` tidak berwenang menyetujui; persetujuannya tidak dihitung",
            "`{by}` may not approve; none of these approvals counts"
        );
        findings.push(Finding::at(RULE.id, Place::file(approval_file(by.as_str())), message).help(help(team)));
    }
}

/// Says who may decide.
fn help(team: &Team) -> Bilingual {
    let deciders = quoted(team.members.iter().filter(|one| one.role.value.decides()).map(|member| &member.id.value));
    if deciders.is_empty() {
        return bilingual!("tim belum memiliki koordinator", "the team has no coordinator yet");
    }
    bilingual!("yang berwenang: {deciders}", "{deciders} can do so")
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::{at, sound};

    #[test]
    fn a_level_that_a_member_settled_is_found() {
        let mut case = sound();
        case.settle(2, "1", "2");
        case.workspace.finals[0].decided_by = Some(at("scores/final.csv", 2, "hukum".to_owned()));
        assert_eq!(
            case.says(check),
            ["scores/final.csv:2 the level of indicator `1` was settled by `hukum`, who does not decide"]
        );
        assert_eq!(case.advises(check), ["`sekda`, `asisten` can do so"]);
    }

    #[test]
    fn the_coordinator_decides_and_a_stranger_is_found_elsewhere() {
        let mut case = sound();
        case.settle(2, "1", "2");
        assert!(case.says(check).is_empty());
        case.workspace.finals[0].decided_by = Some(at("scores/final.csv", 2, "budi".to_owned()));
        assert!(case.says(check).is_empty());
    }
}
