//! The rule `duplicate-recommendation`.

use crate::bilingual;
use crate::check::Facts;
use crate::check::repeated::repeated;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::text::bilingual::Bilingual;

/// The same recommendation stands twice.
pub(crate) static RULE: Rule = Rule {
    id: "duplicate-recommendation",
    severity: Severity::Error,
    stage: Stage::Planning,
    summary: Bilingual::fixed("rekomendasi yang sama ditulis dua kali", "the same recommendation stands twice"),
    why: Bilingual::fixed(
        "Biasanya dua cabang mengubah rekomendasi yang sama; tenggat dan keadaan mana yang berlaku tidak jelas.",
        "Usually two branches changed the same recommendation; which due date and state hold is not clear.",
    ),
    example: Bilingual::same(concat!(
        "recommendations.csv:  12,3,Susun SOP pusat data,Dinas Kominfo,2019-06-30,high,internal,open\n",
        "                      12,3,Susun SOP pusat data,Dinas Kominfo,2019-06-30,high,internal,done",
    )),
    mend: Bilingual::fixed("Hapus baris yang tidak berlaku lagi.", "Remove the row that no longer holds."),
};

/// Finds recommendations whose row, level and action stand before.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let keyed = facts.workspace.recommendations.iter().map(|advice| {
        let to_level = advice.to_level.as_ref().map(|level| level.value);
        ((advice.row.value, to_level, advice.action.value.trim()), &advice.row.place)
    });
    for again in repeated(keyed) {
        let row = again.key.0;
        let message = bilingual!(
            "rekomendasi ini untuk indikator `{row}` sudah ada",
            "this recommendation for indicator `{row}` is there already"
        );
        let help = bilingual!("hapus yang tidak berlaku lagi", "remove the one that no longer holds");
        findings.push(again.finding(RULE.id, message).help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::{advice, sound};
    use crate::model::recommendation::State;

    #[test]
    fn two_states_of_one_recommendation_are_found() {
        let mut case = sound();
        case.workspace.recommendations.push(advice("1", State::Done));
        assert_eq!(case.says(check), ["recommendations.csv:2 this recommendation for indicator `1` is there already"]);
    }

    #[test]
    fn several_recommendations_for_one_indicator_are_silent() {
        let mut case = sound();
        let mut another = advice("1", State::Open);
        another.action.value = "latih".to_owned();
        case.workspace.recommendations.push(another);
        assert!(case.says(check).is_empty());
    }
}
