//! The rule `recommendation-incomplete`.

use crate::bilingual;
use crate::check::Facts;
use crate::check::wording::lacking;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::model::recommendation::State;
use crate::text::bilingual::Bilingual;

/// A recommendation does not say how far, by whom or until when.
pub(crate) static RULE: Rule = Rule {
    id: "recommendation-incomplete",
    severity: Severity::Warning,
    stage: Stage::Reporting,
    summary: Bilingual::fixed(
        "rekomendasi tanpa level, unit atau tenggat",
        "a recommendation has no level, unit or date",
    ),
    why: Bilingual::fixed(
        "Rekomendasi yang tidak menyebut siapa dan sampai kapan tidak dikerjakan siapa pun.",
        "A recommendation that does not say who and until when is done by nobody.",
    ),
    example: Bilingual::same("recommendations.csv:  12,,Susun kebijakan,,,,internal,open"),
    mend: Bilingual::fixed("Lengkapi dengan `spbe recommend set`.", "Complete it with `spbe recommend set`."),
};

/// Finds open recommendations that lack a level, a unit or a day.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    for advice in facts.workspace.recommendations.iter().filter(|advice| advice.state == State::Open) {
        let (columns, options): (Vec<&str>, Vec<&str>) = lacking(&[
            (("to_level", "--to-level N"), advice.to_level.is_none()),
            (("unit", "--unit UNIT"), advice.unit.is_none()),
            (("due", "--due YYYY-MM-DD"), advice.due.is_none()),
        ])
        .into_iter()
        .unzip();
        if columns.is_empty() {
            continue;
        }
        let row = advice.row.value;
        let (columns, options) = (columns.join("`, `"), options.join(" "));
        let message = bilingual!(
            "rekomendasi untuk indikator `{row}` tanpa `{columns}`",
            "the recommendation for indicator `{row}` has no `{columns}`"
        );
        let help = bilingual!(
            "lengkapi: `spbe recommend set {row} {options}`",
            "complete it: `spbe recommend set {row} {options}`"
        );
        findings.push(Finding::at(RULE.id, advice.row.place.clone(), message).help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::{advice, sound};
    use crate::model::recommendation::State;

    #[test]
    fn what_is_left_open_is_named() {
        let mut case = sound();
        let mut one = advice("1", State::Open);
        (one.to_level, one.due) = (None, None);
        case.workspace.recommendations = vec![one.clone()];
        assert_eq!(case.says(check).len(), 1);
        assert!(case.says(check)[0].ends_with("the recommendation for indicator `1` has no `to_level`, `due`"));
        one.state = State::Done;
        case.workspace.recommendations = vec![one];
        assert!(case.says(check).is_empty());
    }

    #[test]
    fn a_whole_one_is_silent() {
        let mut case = sound();
        case.workspace.recommendations = vec![advice("1", State::Open)];
        assert!(case.says(check).is_empty());
    }
}
