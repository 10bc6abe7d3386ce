//! The rule `instrument-ids`.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::finding::Finding;
use crate::diagnostic::place::Place;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::model::instrument::{Indicator, Instrument, InstrumentPlaces, NodePlaces};
use crate::text::bilingual::Bilingual;
use crate::text::nearest::did_you_mean;

/// Numbers of an instrument repeat or run backwards, or an indicator names what the instrument does not have.
pub(crate) static RULE: Rule = Rule {
    id: "instrument-ids",
    severity: Severity::Error,
    stage: Stage::Planning,
    summary: Bilingual::fixed(
        "nomor atau rujukan di dalam instrumen tidak benar",
        "numbers or references within the instrument are wrong",
    ),
    why: Bilingual::fixed(
        "Nilai, data dukung, dan penugasan merujuk indikator dengan nomornya; nomor ganda membuat rujukan itu bermakna ganda.",
        "Scores, evidence and assignments refer to indicators by number; a number that stands twice makes them \
         ambiguous.",
    ),
    example: Bilingual::same(concat!("instrument.yaml:  - id: 11\n", "                  - id: 11",)),
    mend: Bilingual::fixed(
        "Beri nomor domain, aspek, dan indikator menurut peraturan, menaik dan tanpa pengulangan.",
        "Number domains, aspects and indicators as the regulation does, rising and without repetition.",
    ),
};

/// Checks the numbers of all nodes, and what indicators refer to.
pub(crate) fn check(instrument: &Instrument, places: &InstrumentPlaces, findings: &mut Vec<Finding>) {
    let domains = instrument.domains.iter().map(|domain| domain.id).zip(&places.domains);
    rising(domains, &Bilingual::fixed("domain", "domain"), findings);
    let aspects = instrument.aspects.iter().map(|aspect| aspect.id).zip(&places.aspects);
    rising(aspects, &Bilingual::fixed("aspek", "aspect"), findings);
    let indicators = instrument.indicators.iter().map(|indicator| indicator.id).zip(&places.indicators);
    rising(indicators, &Bilingual::fixed("indikator", "indicator"), findings);

    let functions: BTreeSet<&str> = instrument.functions.iter().map(|function| function.id.as_ref()).collect();
    let capabilities: BTreeSet<&str> =
        instrument.scale.capabilities.iter().map(|capability| capability.id.as_ref()).collect();
    for (indicator, place) in instrument.indicators.iter().zip(&places.indicators) {
        let named = indicator.functions.iter().map(AsRef::as_ref);
        for function in named.filter(|function| !functions.contains(function)) {
            let what = Bilingual::fixed("fungsi", "function");
            findings.push(undefined(indicator, &place.id, &what, function, &functions));
        }
        if let Some(capability) = indicator.capability.as_deref().filter(|named| !capabilities.contains(named)) {
            let what = Bilingual::fixed("kapabilitas", "capability");
            findings.push(undefined(indicator, &place.id, &what, capability, &capabilities));
        }
    }
}

/// Finds numbers that stand twice or are smaller than the one before.
fn rising<'a>(nodes: impl Iterator<Item = (u32, &'a NodePlaces)>, what: &Bilingual, findings: &mut Vec<Finding>) {
    let mut seen: BTreeMap<u32, &Place> = BTreeMap::new();
    let mut highest = 0;
    for (id, place) in nodes {
        if let Some(first) = seen.get(&id) {
            let message = Bilingual::new(
                format!("{} `{id}` ditulis dua kali", what.id),
                format!("{} `{id}` stands twice", what.en),
            );
            let finding = Finding::at(RULE.id, place.id.clone(), message);
            findings.push(finding.also(Place::clone(first), Bilingual::fixed("pertama di sini", "first here")));
        } else if id < highest {
            let message = Bilingual::new(
                format!("{} `{id}` ditulis setelah `{highest}`", what.id),
                format!("{} `{id}` stands after `{highest}`", what.en),
            );
            let help = Bilingual::fixed("urutkan nomor secara menaik", "put the numbers in rising order");
            findings.push(Finding::at(RULE.id, place.id.clone(), message).help(help));
        }
        seen.entry(id).or_insert(&place.id);
        highest = highest.max(id);
    }
}

/// Complains of a function or capability that only an indicator names, with the nearest that the instrument has.
fn undefined(indicator: &Indicator, place: &Place, what: &Bilingual, named: &str, known: &BTreeSet<&str>) -> Finding {
    let id = indicator.id;
    let message = Bilingual::new(
        format!("indikator `{id}` menyebut {} `{named}` yang tidak ada di instrumen", what.id),
        format!("indicator `{id}` names the {} `{named}`, which the instrument does not define", what.en),
    );
    let mut finding = Finding::at(RULE.id, place.clone(), message);
    finding.help = did_you_mean(named, known.iter().copied());
    finding
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::{instrument, says};

    #[test]
    fn a_number_that_stands_twice_or_too_late_is_found() {
        let mut broken = instrument();
        broken.indicators.to_mut()[2].id = 2;
        assert_eq!(says(check, &broken), ["instrument.yaml:320 indicator `2` stands twice"]);
        let mut broken = instrument();
        broken.aspects.to_mut().swap(0, 1);
        assert_eq!(says(check, &broken), ["instrument.yaml:210 aspect `1` stands after `2`"]);
    }

    #[test]
    fn what_an_indicator_names_must_be_defined() {
        let mut broken = instrument();
        broken.indicators.to_mut()[0].functions = vec!["lwa".into()].into();
        broken.indicators.to_mut()[0].capability = Some("process".into());
        assert_eq!(
            says(check, &broken),
            [
                "instrument.yaml:300 indicator `1` names the function `lwa`, which the instrument does not define",
                "instrument.yaml:300 indicator `1` names the capability `process`, which the instrument does not define"
            ]
        );
    }

    #[test]
    fn gaps_between_numbers_are_allowed() {
        let mut sparse = instrument();
        sparse.indicators.to_mut()[2].id = 7;
        assert!(says(check, &sparse).is_empty());
    }
}
