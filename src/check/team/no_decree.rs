//! The rule `no-decree`.

use crate::bilingual;
use crate::check::Facts;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::place::Place;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::model::files::TEAM;
use crate::text::bilingual::Bilingual;

/// Nothing says who set the team up.
pub(crate) static RULE: Rule = Rule {
    id: "no-decree",
    severity: Severity::Warning,
    stage: Stage::Reporting,
    summary: Bilingual::fixed(
        "keputusan pembentukan tim tidak disebut",
        "the decree that set the team up is not named",
    ),
    why: Bilingual::fixed(
        "Tim Asesor Internal dibentuk dengan keputusan; asesor eksternal memintanya lebih dahulu.",
        "An internal team is set up by a decree; an external assessor asks for it first.",
    ),
    example: Bilingual::fixed("team.toml: tidak ada `decree`", "team.toml: no `decree`"),
    mend: Bilingual::fixed(
        "Tulis `decree = { number = \"…\", date = … }` di team.toml.",
        "Write `decree = { number = \"…\", date = … }` into team.toml.",
    ),
};

/// Finds a team without a decree, or one whose decree has no day.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let message = match &facts.workspace.team.decree {
        Some(decree) if decree.date.is_some() => return,
        Some(_) => bilingual!("keputusan pembentukan tim tanpa tanggal", "the decree that set the team up has no day"),
        None => bilingual!("tidak ada keputusan pembentukan tim", "no decree sets the team up"),
    };
    let help = bilingual!(
        "tulis di baris pertama: `decree = {{ number = \"480/112/2018\", date = 2018-04-02 }}`",
        "write on the first line: `decree = {{ number = \"480/112/2018\", date = 2018-04-02 }}`"
    );
    findings.push(Finding::at(RULE.id, Place::file(TEAM), message).help(help));
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::sound;
    use crate::model::team::Decree;
    use jiff::civil::date;

    #[test]
    fn a_team_that_nobody_set_up_is_found() {
        let mut case = sound();
        let mut said = |decree| {
            case.workspace.team.decree = decree;
            case.says(check)
        };
        let number = || "480".to_owned();
        assert_eq!(said(None), ["team.toml:- no decree sets the team up"]);
        assert_eq!(said(Some(Decree { number: number(), date: None })).len(), 1);
        assert!(said(Some(Decree { number: number(), date: Some(date(2018, 4, 2)) })).is_empty());
    }
}
