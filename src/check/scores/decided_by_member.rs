//! The rule `decided-by-member`.

use crate::bilingual;
use crate::check::Facts;
use crate::check::wording::quoted;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::text::bilingual::Bilingual;

/// An agreed level was settled by someone whose role does not settle levels.
pub(crate) static RULE: Rule = Rule {
    id: "decided-by-member",
    severity: Severity::Warning,
    stage: Stage::Reporting,
    summary: Bilingual::fixed(
        "level disepakati oleh anggota yang tidak berwenang",
        "an agreed level was settled by a member who does not decide",
    ),
    why: Bilingual::fixed(
        "Perbedaan penilaian diputuskan oleh koordinator atau penanggung jawab; `spbe agree` menolak yang lain.",
        "Where evaluators differ, the coordinator or the responsible officer decides; `spbe agree` refuses anyone else.",
    ),
    example: Bilingual::same(concat!(
        "scores/final.csv:  12,3,2018-08-29,hukum,Disepakati tim\n",
        "team.toml:  id = \"hukum\"\n",
        "            role = \"member\"",
    )),
    mend: Bilingual::fixed(
        "Mintalah koordinator atau penanggung jawab menetapkannya dengan `spbe agree`.",
        "Have the coordinator or the responsible officer settle it with `spbe agree`.",
    ),
};

/// Finds agreed levels that a member settled; who is not in the team is found elsewhere.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let (team, finals) = (&facts.workspace.team, &facts.workspace.finals);
    for (score, by) in finals.iter().filter_map(|score| Some((score, score.decided_by.as_ref()?))) {
        if team.member(&by.value).is_none_or(|member| member.role.value.decides()) {
            continue;
        }
        let (row, name) = (score.row.value, &by.value);
        let message = bilingual!(
            "level indikator `{row}` ditetapkan oleh `{name}`, yang tidak berwenang",
            "the level of indicator `{row}` was settled by `{name}`, who does not decide"
        );
        let deciders =
            quoted(team.members.iter().filter(|member| member.role.value.decides()).map(|member| &member.id.value));
        let help = if deciders.is_empty() {
            bilingual!("tim belum memiliki koordinator", "the team has no coordinator yet")
        } else {
            bilingual!("yang menetapkan: {deciders}", "{deciders} can settle it")
        };
        findings.push(Finding::at(RULE.id, by.place.clone(), message).help(help));
    }
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
        assert_eq!(case.advises(check), ["`sekda`, `asisten` can settle it"]);
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
