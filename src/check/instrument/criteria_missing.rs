//! The rule `criteria-missing`.

use crate::bilingual;
use crate::check::wording::{quoted, whole_levels};
use crate::diagnostic::finding::Finding;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::model::decimal::Decimal;
use crate::model::instrument::{Indicator, Instrument, InstrumentPlaces, Scale};
use crate::text::bilingual::Bilingual;

/// A level says nowhere what it asks.
pub(crate) static RULE: Rule = Rule {
    id: "criteria-missing",
    severity: Severity::Warning,
    stage: Stage::Planning,
    summary: Bilingual::fixed("level tanpa kriteria", "a level has no criterion"),
    why: Bilingual::fixed(
        "Tanpa kriteria, penilai tidak tahu apa yang dituntut suatu level, dan dua penilai akan menilai berbeda.",
        "Without a criterion evaluators can't know what a level asks, and two of them will judge differently.",
    ),
    example: Bilingual::fixed(
        concat!("instrument.yaml:  criteria: {1: …, 2: …, 4: …, 5: …}\n", "tidak ada kriteria level 3",),
        concat!("instrument.yaml:  criteria: {1: …, 2: …, 4: …, 5: …}\n", "no criterion for level 3",),
    ),
    mend: Bilingual::fixed(
        "Tulis kriteria dari lampiran peraturan untuk setiap level.",
        "Write the criterion of the regulation's annex for every level.",
    ),
};

/// Finds indicators that lack the criterion of a whole level.
pub(crate) fn check(instrument: &Instrument, places: &InstrumentPlaces, findings: &mut Vec<Finding>) {
    let levels = asked_levels(&instrument.scale);
    for (indicator, place) in instrument.indicators.iter().zip(&places.indicators) {
        let missing = missing(indicator, &levels);
        if missing.is_empty() {
            continue;
        }
        let (id, listed) = (indicator.id, quoted(missing));
        let message = bilingual!(
            "indikator `{id}` tidak memiliki kriteria untuk level {listed}",
            "indicator `{id}` has no criterion for level {listed}"
        );
        findings.push(Finding::at(RULE.id, place.id.clone(), message));
    }
}

/// The levels that need a criterion: the whole ones, and on a scale of decimals those from 1.
fn asked_levels(scale: &Scale) -> Vec<Decimal> {
    let mut levels = whole_levels(scale);
    if !scale.is_whole() {
        levels.retain(|level| *level >= Decimal::from(1));
    }
    levels
}

/// Returns the levels of which an indicator does not say what they ask.
fn missing(indicator: &Indicator, levels: &[Decimal]) -> Vec<Decimal> {
    levels.iter().copied().filter(|level| indicator.criterion(*level).is_none()).collect()
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::{instrument, number, says};

    #[test]
    fn the_levels_without_a_criterion_are_named_once_per_indicator() {
        let mut broken = instrument();
        broken.indicators.to_mut()[1].criteria.to_mut().truncate(2);
        assert_eq!(says(check, &broken), ["instrument.yaml:310 indicator `2` has no criterion for level `2`, `3`"]);
    }

    #[test]
    fn a_scale_of_decimals_asks_for_its_whole_levels_from_one() {
        let mut fine = instrument();
        fine.scale.step = number("0.01");
        for indicator in fine.indicators.to_mut() {
            indicator.criteria.to_mut().remove(0);
        }
        assert!(says(check, &fine).is_empty());
    }

    #[test]
    fn complete_criteria_are_silent() {
        assert!(says(check, &instrument()).is_empty());
    }
}
