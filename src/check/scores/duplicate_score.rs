//! The rule `duplicate-score`.

use crate::bilingual;
use crate::check::Facts;
use crate::check::repeated::repeated;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::text::bilingual::Bilingual;
use crate::text::word::Vocabulary;

/// One file gives an indicator two levels.
pub(crate) static RULE: Rule = Rule {
    id: "duplicate-score",
    severity: Severity::Error,
    stage: Stage::Planning,
    summary: Bilingual::fixed(
        "indikator dinilai dua kali dalam satu berkas",
        "an indicator is scored twice in one file",
    ),
    why: Bilingual::fixed(
        "Dua nilai dari satu penilai saling membatalkan: tidak jelas mana yang dimaksud.",
        "Two levels from one evaluator cancel each other: which was meant is not clear.",
    ),
    example: Bilingual::same(concat!(
        "scores/hukum.csv:  12,3,document,2018-07-02,perbup-12-2018-2929b2,Berlaku di semua unit\n",
        "                   12,2,document,2018-07-09,perbup-12-2018-2929b2,Sebagian unit",
    )),
    mend: Bilingual::fixed(
        "Hapus baris yang tidak berlaku lagi. `spbe score` mengganti baris yang ada, bukan menambahkannya.",
        "Remove the row that no longer holds. `spbe score` replaces a row instead of adding one.",
    ),
};

/// Finds rows that stand before: in a member's file of scores or approvals, among the agreed levels, or at one stage of the ministry's.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let workspace = facts.workspace;
    let scores = workspace.scores.iter();
    for again in repeated(scores.map(|score| ((&score.by, score.row.value), &score.row.place))) {
        let (member, row) = again.key;
        let message = bilingual!(
            "indikator `{row}` dinilai dua kali oleh `{member}`",
            "indicator `{row}` is scored twice by `{member}`"
        );
        findings.push(again.finding(RULE.id, message));
    }
    let answered = workspace.answers.iter().filter(|answer| answer.alone).map(|answer| &answer.row);
    let settled = workspace.finals.iter().map(|score| &score.row).chain(answered);
    for again in repeated(settled.map(|row| (row.value, &row.place))) {
        let row = again.key;
        let message = bilingual!("indikator `{row}` disepakati dua kali", "indicator `{row}` is agreed upon twice");
        findings.push(again.finding(RULE.id, message));
    }
    let approvals = workspace.approvals.iter();
    for again in repeated(approvals.map(|word| ((&word.by, word.row.value), &word.row.place))) {
        let (member, row) = again.key;
        let message = bilingual!(
            "indikator `{row}` disetujui atau dikembalikan dua kali oleh `{member}`",
            "indicator `{row}` is approved or returned twice by `{member}`"
        );
        findings.push(again.finding(RULE.id, message));
    }
    let external = workspace.external.iter();
    for again in repeated(external.map(|score| ((score.row.value, score.stage), &score.row.place))) {
        let (row, stage) = (again.key.0, again.key.1.code());
        let message = bilingual!(
            "indikator `{row}` dinilai dua kali pada tahap `{stage}`",
            "indicator `{row}` is scored twice at the stage `{stage}`"
        );
        findings.push(again.finding(RULE.id, message));
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::{score, sound};
    use crate::model::score::ExternalStage;

    #[test]
    fn the_second_score_of_a_row_in_one_file_is_found() {
        let mut case = sound();
        case.workspace.scores.push(score(9, "hukum", "1", "2", &["perbup"]));
        case.settle(2, "1", "2");
        case.settle(3, "1", "3");
        case.judge(2, "1", ExternalStage::Document, "2");
        case.judge(3, "1", ExternalStage::Document, "2");
        assert_eq!(
            case.says(check),
            [
                "scores/hukum.csv:9 indicator `1` is scored twice by `hukum`",
                "scores/final.csv:3 indicator `1` is agreed upon twice",
                "scores/external.csv:3 indicator `1` is scored twice at the stage `document`"
            ]
        );
    }

    #[test]
    fn several_evaluators_and_several_stages_are_no_duplicates() {
        let mut case = sound();
        case.judge(2, "1", ExternalStage::Document, "2");
        case.judge(3, "1", ExternalStage::Visit, "2");
        assert!(case.says(check).is_empty());
    }
}
