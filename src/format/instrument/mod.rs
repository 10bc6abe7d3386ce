//! `instrument.yaml` and the bundled instruments: YAML to the instrument and the places of its parts.

mod head;
mod tree;

use crate::diagnostic::place::Place;
use crate::format::fields::Fields;
use crate::format::instrument::head::Head;
use crate::format::instrument::tree::Tree;
use crate::format::manifest;
use crate::format::node::RawNode;
use crate::format::reading::Reading;
use crate::format::{scalar, shape, yaml};
use crate::model::instrument::{Instrument, InstrumentPlaces};
use crate::text::bilingual::Bilingual;

/// Reads an instrument; with anything missing or wrong nothing comes back, for an index of a part would be a guess.
pub(crate) fn read(text: &str, reading: &Reading) -> Option<(Instrument, InstrumentPlaces)> {
    let root = yaml::parse(text, reading)?;
    let fields = Fields::open(&root, &shape::INSTRUMENT, reading)?;
    manifest::schema(&fields, reading);
    let head = Head::read(&fields, reading);
    let tree = Tree::read(&fields, reading);
    fields.close();
    let (head, tree) = (head?, tree?);
    if reading.is_broken() {
        return None;
    }
    let places = InstrumentPlaces {
        domains: tree.domain_places,
        aspects: tree.aspect_places,
        indicators: tree.indicator_places,
        predicates: head.predicate_places,
        top: Some(tree.top),
        differing: Vec::new(),
    };
    let instrument = Instrument {
        id: head.id.into(),
        title: head.title,
        regulation: head.regulation.into(),
        gazette: head.gazette.map(Into::into),
        years: head.years,
        criteria_note: head.criteria_note.map(Into::into),
        subject: head.subject,
        evaluator: head.evaluator,
        scale: head.scale,
        predicates: head.predicates.into(),
        predicate_from_shown: head.predicate_from_shown.into(),
        decimals: head.decimals,
        functions: head.functions.into(),
        roles: head.roles.into(),
        maps_from: head.maps_from,
        domains: tree.domains.into(),
        aspects: tree.aspects.into(),
        indicators: tree.indicators.into(),
    };
    Some((instrument, places))
}

/// Reads a text in both languages: `{id: …, en: …}`.
fn both_languages(node: &RawNode, reading: &Reading) -> Option<Bilingual> {
    let fields = Fields::open(node, &shape::BOTH_LANGUAGES, reading)?;
    let id = fields.take("id").and_then(|node| scalar::text(node, reading));
    let en = fields.take("en").and_then(|node| scalar::text(node, reading));
    fields.close();
    Some(Bilingual::new(id?.value, en?.value))
}

/// Reads a text in the one language that it has.
fn text(fields: &Fields<'_>, key: &'static str, reading: &Reading) -> Option<String> {
    fields.take(key).and_then(|node| scalar::text(node, reading)).map(|text| text.value)
}

/// Reads `name`, which every part of an instrument has in both languages.
fn name(fields: &Fields<'_>, reading: &Reading) -> Option<Bilingual> {
    fields.take("name").and_then(|node| both_languages(node, reading))
}

/// Returns the place of a field, or of the table that lacks it.
fn place_of(fields: &Fields<'_>, node: Option<&RawNode>, reading: &Reading) -> Place {
    reading.place(node.map_or_else(|| fields.span(), |node| node.span.clone()))
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::format::reading::Reading;
    use crate::model::decimal::Decimal;

    const BUNDLED: [(&str, &str, [usize; 3]); 3] = [
        ("spbe-2018", include_str!("../../../instruments/spbe-2018.yaml"), [3, 7, 35]),
        ("spbe-2020", include_str!("../../../instruments/spbe-2020.yaml"), [4, 8, 47]),
        ("pemdi-2026", include_str!("../../../instruments/pemdi-2026.yaml"), [0, 7, 20]),
    ];

    #[test]
    fn the_bundled_instruments_read_whole_and_without_a_finding() {
        for (id, text, counts) in BUNDLED {
            let reading = Reading::new("instrument.yaml");
            let read = read(text, &reading);
            assert_eq!(reading.finish(), [], "{id}");
            let (instrument, places) = read.expect("an instrument");
            assert_eq!(instrument.id, id);
            let found = [instrument.domains.len(), instrument.aspects.len(), instrument.indicators.len()];
            assert_eq!(found, counts, "{id}");
            assert_eq!(places.indicators.len(), counts[2], "{id}");
        }
    }

    #[test]
    fn a_criterion_that_is_not_known_is_absent() {
        let reading = Reading::new("instrument.yaml");
        let (instrument, _) = read(BUNDLED[2].1, &reading).expect("an instrument");
        let satisfaction = instrument.indicator(20).expect("indicator 20");
        assert_eq!(satisfaction.criterion(Decimal::from(5)), None);
        assert!(satisfaction.criterion(Decimal::from(4)).is_some());
    }

    #[test]
    fn every_fault_of_an_instrument_is_found_in_one_pass() {
        let text = BUNDLED[0].1;
        let broken = text
            .replacen("weight: 17", "weight: -17", 1)
            .replacen("weights: equal", "weights: even", 1)
            .replacen("capability: process", "capabilty: process", 1)
            .replacen("most: 3}", "most: 0}", 1)
            .replacen("step: 1", "step: 0.5", 1);
        let reading = Reading::new("instrument.yaml");
        let _ = read(&broken, &reading);
        let mut rules: Vec<_> = reading.finish().into_iter().map(|finding| finding.rule).collect();
        rules.sort_unstable();
        rules.dedup();
        assert_eq!(rules, ["bad-value", "missing-field", "unknown-field"]);
    }
}
