//! The rule `undecided`.

use crate::bilingual;
use crate::check::Facts;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::text::bilingual::Bilingual;

/// A decision does not say who took it.
pub(crate) static RULE: Rule = Rule {
    id: "undecided",
    severity: Severity::Warning,
    stage: Stage::Execution,
    summary: Bilingual::fixed("keputusan tanpa pemutus", "a decision does not say who took it"),
    why: Bilingual::fixed(
        "Level yang mengesampingkan penilaian anggota harus dapat ditanyakan kepada yang memutuskan.",
        "A level that overrides the evaluators must have somebody who can be asked about it.",
    ),
    example: Bilingual::same("scores/final.csv:  12,3,2018-08-29,,Sesuai kriteria"),
    mend: Bilingual::fixed(
        "Tulis pemutusnya dengan `spbe agree … --by ANGGOTA`.",
        "Write who decided with `spbe agree … --by MEMBER`.",
    ),
};

/// Finds decisions without a decider.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    for decided in facts.workspace.finals.iter().filter(|decided| decided.decided_by.is_none()) {
        let (row, level) = (decided.row.value, decided.level.value);
        let message = bilingual!(
            "tidak disebut siapa yang memutuskan level `{level:#}` untuk indikator `{row}`",
            "it is not said who decided on level `{level}` for indicator `{row}`"
        );
        let decider = facts.workspace.team.members.iter().find(|member| member.role.value.decides());
        let by = decider.map_or("ID", |member| member.id.value.as_str());
        let help = bilingual!(
            "tulis pemutusnya, misalnya `spbe agree {row} --level {level} --by {by}`",
            "write who did, such as `spbe agree {row} --level {level} --by {by}`"
        );
        findings.push(Finding::at(RULE.id, decided.row.place.clone(), message).help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::sound;

    #[test]
    fn a_decision_of_nobody_is_found() {
        let mut case = sound();
        case.settle(2, "1", "2");
        assert!(case.says(check).is_empty());
        case.workspace.finals[0].decided_by = None;
        assert_eq!(case.says(check), ["scores/final.csv:2 it is not said who decided on level `2` for indicator `1`"]);
    }
}
