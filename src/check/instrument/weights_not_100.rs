//! The rule `weights-not-100`.

use crate::bilingual;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::place::Place;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::index::exact::Exact;
use crate::index::weights::{weight_of_aspect, weight_of_domain};
use crate::model::decimal::Decimal;
use crate::model::instrument::{Instrument, InstrumentPlaces, NodePlaces};
use crate::text::bilingual::Bilingual;

/// Weights do not add up: to 100 at the top, or to the weight of what they divide.
pub(crate) static RULE: Rule = Rule {
    id: "weights-not-100",
    severity: Severity::Error,
    stage: Stage::Planning,
    summary: Bilingual::fixed("jumlah bobot tidak sesuai", "weights do not add up"),
    why: Bilingual::fixed(
        "Indeks adalah jumlah nilai kali bobot dibagi 100. Bila bobot tidak genap, indeksnya salah.",
        "The index is the sum of values times weights, divided by 100. With weights that don't add up it is wrong.",
    ),
    example: Bilingual::fixed(
        concat!(
            "instrument.yaml:  weight: 17\n",
            "                  weight: 28\n",
            "                  weight: 54\n",
            "tiga domain yang jumlahnya 99",
        ),
        concat!(
            "instrument.yaml:  weight: 17\n",
            "                  weight: 28\n",
            "                  weight: 54\n",
            "three domains that add up to 99",
        ),
    ),
    mend: Bilingual::fixed(
        "Samakan bobot dengan peraturan: domain (atau aspek) berjumlah 100, aspek berjumlah bobot domainnya, indikator \
         berjumlah bobot aspeknya.",
        "Take the weights from the regulation: domains (or aspects) sum to 100, aspects to the weight of their domain, \
         indicators to the weight of their aspect.",
    ),
};

/// A weight and where it stands; absent where the parts of a whole weigh the same.
type Part<'a> = (Option<Decimal>, &'a NodePlaces);

/// Adds up the weights of every level of the instrument.
pub(crate) fn check(instrument: &Instrument, places: &InstrumentPlaces, findings: &mut Vec<Finding>) {
    let domains: Vec<Part<'_>> = instrument.domains.iter().map(|domain| domain.weight).zip(&places.domains).collect();
    let aspects: Vec<Part<'_>> = instrument.aspects.iter().map(|aspect| aspect.weight).zip(&places.aspects).collect();
    let known = &places.differing;
    if let Some(top) = &places.top {
        let parts = if domains.is_empty() { &aspects } else { &domains };
        let whole = Bilingual::fixed("seluruh instrumen", "the whole instrument");
        findings.extend(compare(&Exact::from(100), parts, top.clone(), &whole, known));
    }
    for (domain, (_, place)) in instrument.domains.iter().zip(&domains) {
        let of_domain = instrument.aspects.iter().zip(&aspects).filter(|(aspect, _)| aspect.domain == Some(domain.id));
        let parts: Vec<Part<'_>> = of_domain.map(|(_, part)| *part).collect();
        let id = domain.id;
        let weight = weight_of_domain(instrument, domain);
        findings.extend(compare(&weight, &parts, place_of(place), &bilingual!("domain {id}", "domain {id}"), known));
    }
    for (aspect, (_, place)) in instrument.aspects.iter().zip(&aspects) {
        let of_aspect = instrument.indicators.iter().zip(&places.indicators);
        let parts: Vec<Part<'_>> = of_aspect
            .filter(|(indicator, _)| indicator.aspect == aspect.id)
            .map(|(indicator, place)| (indicator.weight, place))
            .collect();
        let id = aspect.id;
        let weight = weight_of_aspect(instrument, aspect);
        findings.extend(compare(&weight, &parts, place_of(place), &bilingual!("aspek {id}", "aspect {id}"), known));
    }
}

/// Compares a sum with what it must be. Where the bundled instrument has another weight among these, that one is the
/// place of the finding.
fn compare(
    expected: &Exact,
    parts: &[Part<'_>],
    place: Place,
    whole: &Bilingual,
    known: &[(Place, Decimal)],
) -> Option<Finding> {
    let stated: Vec<(Decimal, &NodePlaces)> =
        parts.iter().filter_map(|(weight, place)| Some(((*weight)?, *place))).collect();
    let sum: Exact = stated.iter().map(|(weight, _)| Exact::from(*weight)).sum();
    // Parts that weigh the same share the whole; nothing can fail to add up there.
    if stated.is_empty() || sum == *expected {
        return None;
    }
    let (sum, expected) = (sum.in_digits(), expected.in_digits());
    let message = Bilingual::new(
        format!("bobot bagian-bagian {} berjumlah `{sum}`, seharusnya `{expected}`", whole.id),
        format!("the weights of the parts of {} sum to `{sum}`, expected `{expected}`", whole.en),
    );
    let among = |named: &Place| *named == place || stated.iter().any(|(_, part)| place_of(part) == *named);
    let (place, help) = match known.iter().find(|(named, _)| among(named)) {
        Some((named, usual)) => {
            let help = bilingual!(
                "instrumen bawaan dengan id ini memuat `{usual}` di sini",
                "the bundled instrument of this id has `{usual}` here"
            );
            (named.clone(), help)
        }
        None => {
            let help = Bilingual::fixed(
                "bandingkan setiap bobot yang ditunjuk dengan lampiran peraturannya",
                "compare every weight that is shown with the annex of the regulation",
            );
            (place, help)
        }
    };
    let finding = Finding::at(RULE.id, place, message).help(help);
    Some(stated.iter().fold(finding, |finding, (weight, place)| {
        finding.also(place_of(place), bilingual!("bobot `{weight}`", "weight `{weight}`"))
    }))
}

/// Returns where a weight is written; without one, where its domain, aspect or indicator begins.
fn place_of(place: &NodePlaces) -> Place {
    place.weight.as_ref().unwrap_or(&place.id).clone()
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::{instrument, number, places, says};

    #[test]
    fn the_top_must_make_a_hundred_and_each_part_its_whole() {
        let mut broken = instrument();
        broken.domains.to_mut()[0].weight = Some(number("99.5"));
        assert_eq!(
            says(check, &broken),
            [
                "instrument.yaml:9 the weights of the parts of the whole instrument sum to `99.5`, expected `100`",
                "instrument.yaml:101 the weights of the parts of domain 1 sum to `100`, expected `99.5`"
            ]
        );
    }

    #[test]
    fn indicators_with_weights_of_their_own_make_up_their_aspect() {
        let mut broken = instrument();
        broken.indicators.to_mut()[1].weight = Some(number("34.9"));
        assert_eq!(
            says(check, &broken),
            ["instrument.yaml:201 the weights of the parts of aspect 1 sum to `59.9`, expected `60`"]
        );
    }

    #[test]
    fn without_domains_the_aspects_make_the_hundred() {
        let mut flat = instrument();
        flat.domains = Vec::new().into();
        assert!(says(check, &flat).is_empty());
        flat.aspects.to_mut()[1].weight = Some(number("41"));
        assert_eq!(
            says(check, &flat),
            ["instrument.yaml:9 the weights of the parts of the whole instrument sum to `101`, expected `100`"]
        );
    }

    #[test]
    fn a_weight_that_the_bundled_instrument_has_otherwise_is_the_place() {
        let usual = instrument();
        let mut broken = instrument();
        broken.indicators.to_mut()[1].weight = Some(number("34.9"));
        let mut places = places(&broken);
        places.note_differences(&broken, &usual);
        let mut findings = Vec::new();
        check(&broken, &places, &mut findings);
        let place = findings[0].place.clone();
        assert_eq!(place, places.indicators[1].weight, "{findings:?}");
    }

    #[test]
    fn weights_that_add_up_are_silent() {
        assert!(says(check, &instrument()).is_empty());
    }
}
