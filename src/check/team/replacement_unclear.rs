//! The rule `replacement-unclear`.

use crate::bilingual;
use crate::check::Facts;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::text::bilingual::Bilingual;

/// It is not clear who came in the place of a member who left.
pub(crate) static RULE: Rule = Rule {
    id: "replacement-unclear",
    severity: Severity::Error,
    stage: Stage::Planning,
    summary: Bilingual::fixed("pergantian anggota tidak jelas", "the replacement of a member is not clear"),
    why: Bilingual::fixed(
        "Berita acara menyebut siapa menggantikan siapa dan sejak kapan; nilai pengganti menggantikan nilai pendahulunya.",
        "The minutes name who replaced whom and from when; a successor's score takes the place of the predecessor's.",
    ),
    example: Bilingual::same("team.toml:  [[member]]\n            id = \"hukum\"\n            replaced_by = \"hukum\""),
    mend: Bilingual::fixed(
        "Tulis `until` dan `replaced_by` dengan `spbe team replace LAMA --by BARU --from TANGGAL`.",
        "Write `until` and `replaced_by` with `spbe team replace OLD --by NEW --from DATE`.",
    ),
};

/// Finds members who are replaced without a day, by themselves, or in a circle.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let team = &facts.workspace.team;
    for member in &team.members {
        let Some(next) = &member.replaced_by else { continue };
        let id = member.id.value.as_str();
        let last = team.successors(id).last().copied().unwrap_or(id);
        let closes = team.member(last).is_some_and(|last| last.replaced_by.is_some());
        let message = if closes {
            bilingual!("pergantian `{id}` berputar kembali", "the replacement of `{id}` goes round in a circle")
        } else if member.until.is_none() {
            bilingual!("`{id}` diganti tanpa `until`", "`{id}` is replaced without `until`")
        } else {
            continue;
        };
        let help = bilingual!(
            "sebut penggantinya dan tanggalnya: `spbe team replace {id} --by ID --from TANGGAL`",
            "name the successor and the day: `spbe team replace {id} --by ID --from DATE`"
        );
        findings.push(Finding::at(RULE.id, next.place.clone(), message).help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::{at, sound};

    #[test]
    fn a_circle_and_a_replacement_without_a_day_are_found() {
        let mut case = sound();
        assert!(case.says(check).is_empty());
        let members = &mut case.workspace.team.members;
        let (first, second) = (members[0].id.value.to_string(), members[1].id.value.to_string());
        members[0].replaced_by = Some(at("team.toml", 9, second.clone()));
        assert_eq!(case.says(check), [format!("team.toml:9 `{first}` is replaced without `until`")]);
        let members = &mut case.workspace.team.members;
        members[0].until = Some(at("team.toml", 8, jiff::civil::date(2018, 7, 1)));
        members[1].replaced_by = Some(at("team.toml", 19, first.clone()));
        let said = case.says(check);
        assert_eq!(said[0], format!("team.toml:9 the replacement of `{first}` goes round in a circle"));
        assert_eq!(said[1], format!("team.toml:19 the replacement of `{second}` goes round in a circle"));
    }
}
