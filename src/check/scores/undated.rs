//! The rule `undated`.

use crate::bilingual;
use crate::check::Facts;
use crate::check::wording::lacking;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::place::Place;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::model::row::RowId;
use crate::text::bilingual::Bilingual;

/// A score or a decision does not say when, or a score not how.
pub(crate) static RULE: Rule = Rule {
    id: "undated",
    severity: Severity::Warning,
    stage: Stage::Execution,
    summary: Bilingual::fixed(
        "nilai atau keputusan tanpa tanggal atau metode",
        "a score or a decision has no day or no method",
    ),
    why: Bilingual::fixed(
        "Tanpa hari dan cara menilai, asesor tidak tahu apakah penilaian ini dari tahun ini, dan dari apa.",
        "Without the day and the method an assessor does not know whether a judgement is of this year, and of what.",
    ),
    example: Bilingual::same("scores/hukum.csv:  12,3,,,perbup-12-2018-2929b2,Berlaku di semua unit"),
    mend: Bilingual::fixed("Isi kolom `date` dan `method`.", "Fill in the columns `date` and `method`."),
};

/// Finds scores without day or method, and decisions and approvals without day.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    for score in &facts.workspace.scores {
        let lacking = lacking(&[("date", score.date.is_none()), ("method", score.methods.is_empty())]);
        if !lacking.is_empty() {
            findings.push(without(score.row.value, &lacking.join("`, `"), score.row.place.clone()));
        }
    }
    let decided = facts.workspace.finals.iter().filter(|decided| decided.date.is_none());
    findings.extend(decided.map(|decided| without(decided.row.value, "date", decided.row.place.clone())));
    let approved = facts.workspace.approvals.iter().filter(|word| word.date.is_none());
    findings.extend(approved.map(|word| without(word.row.value, "date", word.row.place.clone())));
}

/// Says what a record lacks.
fn without(row: RowId, lacking: &str, place: Place) -> Finding {
    let message = bilingual!("indikator `{row}` tanpa `{lacking}`", "indicator `{row}` has no `{lacking}`");
    let help = bilingual!("isi kolom `{lacking}` di baris ini", "fill in `{lacking}` on this line");
    Finding::at(RULE.id, place, message).help(help)
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::sound;

    #[test]
    fn what_has_no_day_or_method_is_found() {
        let mut case = sound();
        (case.workspace.scores[0].date, case.workspace.scores[0].methods) = (None, Vec::new());
        case.workspace.scores[1].methods.clear();
        case.settle(2, "1", "2");
        let said = case.says(check);
        assert_eq!(said[0], "scores/hukum.csv:2 indicator `1` has no `date`, `method`");
        assert_eq!(said[1], "scores/hukum.csv:3 indicator `2` has no `method`");
        assert_eq!(said[2..], ["scores/final.csv:2 indicator `1` has no `date`"]);
    }

    #[test]
    fn what_has_both_is_silent() {
        assert!(sound().says(check).is_empty());
    }
}
