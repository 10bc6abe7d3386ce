//! The rule `final-without-reason`.

use crate::bilingual;
use crate::check::Facts;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::text::bilingual::Bilingual;

/// An agreed level does not say why it was agreed.
pub(crate) static RULE: Rule = Rule {
    id: "final-without-reason",
    severity: Severity::Warning,
    stage: Stage::Reporting,
    summary: Bilingual::fixed("level yang disepakati tidak disertai alasan", "an agreed level has no reason"),
    why: Bilingual::fixed(
        "Level yang disepakati mengesampingkan penilaian para anggota; alasannya harus dapat dibaca kemudian.",
        "An agreed level overrides the evaluators; why must still be readable later.",
    ),
    example: Bilingual::same("scores/final.csv:  12,3,2018-08-29,sekda,"),
    mend: Bilingual::fixed(
        "Tulis alasannya dengan `spbe agree … --reason TEKS`.",
        "Write the reason with `spbe agree … --reason TEXT`.",
    ),
};

/// Finds agreed levels without a reason.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    for score in facts.workspace.finals.iter().filter(|score| score.reason.value.trim().is_empty()) {
        let (row, level) = (score.row.value, score.level.value);
        let by = score.decided_by.as_ref().map_or("MEMBER", |member| member.value.as_str());
        let message = bilingual!(
            "level `{level:#}` untuk indikator `{row}` disepakati tanpa alasan",
            "level `{level}` of indicator `{row}` was agreed without a reason"
        );
        let help = bilingual!(
            "tulis alasannya: `spbe agree {row} --level {level} --by {by} --reason TEKS`",
            "write the reason: `spbe agree {row} --level {level} --by {by} --reason TEXT`"
        );
        findings.push(Finding::at(RULE.id, score.reason.place.clone(), message).help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::sound;

    #[test]
    fn an_agreed_level_without_a_reason_is_found() {
        let mut case = sound();
        case.settle(2, "1", "2");
        case.workspace.finals[0].reason.value.clear();
        assert_eq!(case.says(check), ["scores/final.csv:2 level `2` of indicator `1` was agreed without a reason"]);
    }

    #[test]
    fn a_reason_is_enough() {
        let mut case = sound();
        case.settle(2, "1", "2");
        assert!(case.says(check).is_empty());
    }
}
