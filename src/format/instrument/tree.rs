//! The tree of an instrument: domains, aspects, indicators, flattened in order.

use crate::bilingual;
use crate::diagnostic::file_rules::{BAD_VALUE, MISSING_FIELD};
use crate::diagnostic::place::Place;
use crate::format::fields::{Fields, entries, items};
use crate::format::instrument::{name, place_of, text};
use crate::format::node::RawNode;
use crate::format::reading::Reading;
use crate::format::scalar;
use crate::format::shape;
use crate::model::decimal::{Decimal, Spelling};
use crate::model::instrument::{Aspect, Domain, Indicator, List, NodePlaces, Repeat, Wording};
use crate::text::bilingual::Bilingual;

/// The most services that an indicator can be assessed for.
const MOST_SERVICES: u32 = 100;

/// The parts of the tree in the order of the file, and where each of them stands.
pub(super) struct Tree {
    pub(super) domains: Vec<Domain>,
    pub(super) aspects: Vec<Aspect>,
    pub(super) indicators: Vec<Indicator>,
    pub(super) domain_places: Vec<NodePlaces>,
    pub(super) aspect_places: Vec<NodePlaces>,
    pub(super) indicator_places: Vec<NodePlaces>,
    pub(super) top: Place,
}

/// What a domain, aspect and indicator have in common.
struct Common {
    id: u32,
    name: Bilingual,
    weight: Option<Decimal>,
    places: NodePlaces,
}

impl Tree {
    /// Reads `domains`, or `aspects` where the instrument has no domains.
    ///
    /// Everything is read for its findings; a tree with any is not used, so that a missing number needs no stand-in.
    pub(super) fn read(fields: &Fields<'_>, reading: &Reading) -> Option<Self> {
        let (domains, aspects) = (fields.take("domains"), fields.take("aspects"));
        let Some(top) = domains.or(aspects) else {
            let message = bilingual!("`domains` atau `aspects` tidak ada", "`domains` or `aspects` is missing");
            reading.push(reading.finding(MISSING_FIELD, fields.span(), message));
            return None;
        };
        let mut tree = Self {
            domains: Vec::new(),
            aspects: Vec::new(),
            indicators: Vec::new(),
            domain_places: Vec::new(),
            aspect_places: Vec::new(),
            indicator_places: Vec::new(),
            top: reading.place(top.span.clone()),
        };
        if let (Some(_), Some(aspects)) = (domains, aspects) {
            let message = bilingual!("`aspects` di samping `domains`", "`aspects` beside `domains`");
            let help = bilingual!("letakkan tiap aspek di dalam domainnya", "put each aspect into its domain");
            reading.push(reading.finding(BAD_VALUE, aspects.span.clone(), message).help(help));
        }
        let weight = weight_below(fields, reading);
        for node in items(top, reading) {
            match domains {
                Some(_) => tree.domain(node, weight, reading),
                None => tree.aspect(node, None, weight, reading),
            }
        }
        (!tree.indicators.is_empty()).then_some(tree)
    }

    /// Reads a domain and its aspects, which are looked at even where the domain itself is wrong.
    fn domain(&mut self, node: &RawNode, weight: Weight, reading: &Reading) {
        let Some(fields) = Fields::open(node, &shape::DOMAIN, reading) else { return };
        let common = common(&fields, weight, reading);
        let weight = weight_below(&fields, reading);
        let aspects = fields.take("aspects").map_or(&[][..], |node| items(node, reading));
        fields.close();
        let id = common.as_ref().map(|common| common.id);
        for aspect in aspects {
            self.aspect(aspect, id, weight, reading);
        }
        if let Some(Common { id, name, weight, places }) = common {
            self.domains.push(Domain { id, name, weight });
            self.domain_places.push(places);
        }
    }

    /// Reads an aspect and its indicators.
    fn aspect(&mut self, node: &RawNode, domain: Option<u32>, weight: Weight, reading: &Reading) {
        let Some(fields) = Fields::open(node, &shape::INSTRUMENT_ASPECT, reading) else { return };
        let common = common(&fields, weight, reading);
        let weight = weight_below(&fields, reading);
        let indicators = fields.take("indicators").map_or(&[][..], |node| items(node, reading));
        fields.close();
        for indicator in indicators {
            self.indicator(indicator, common.as_ref().map_or(0, |common| common.id), weight, reading);
        }
        if let Some(Common { id, name, weight, places }) = common {
            self.aspects.push(Aspect { id, domain, name, weight });
            self.aspect_places.push(places);
        }
    }

    /// Reads an indicator; all but its number, its name and a weight of its own may be absent.
    fn indicator(&mut self, node: &RawNode, aspect: u32, weight: Weight, reading: &Reading) {
        let Some(fields) = Fields::open(node, &shape::INDICATOR, reading) else { return };
        let common = common(&fields, weight, reading);
        let functions = fields.list("functions").iter().filter_map(|node| scalar::text(node, reading));
        let functions: Vec<Wording> = functions.map(|text| text.value.into()).collect();
        let criteria = fields.take("criteria").map(|node| by_level(node, reading)).unwrap_or_default();
        let (evidence, evidence_by_level) =
            fields.take("evidence").map(|node| evidence(node, reading)).unwrap_or_default();
        let short = text(&fields, "short", reading).map(Into::into);
        let capability = text(&fields, "capability", reading).map(Into::into);
        let repeat = fields.take("repeat").and_then(|node| repeat(node, reading));
        let note = text(&fields, "note", reading).map(Into::into);
        fields.close();
        let Some(Common { id, name, weight, places }) = common else { return };
        self.indicators.push(Indicator {
            id,
            aspect,
            name,
            short,
            weight,
            capability,
            functions: functions.into(),
            repeat,
            criteria: criteria.into(),
            evidence,
            evidence_by_level,
            note,
        });
        self.indicator_places.push(places);
    }
}

/// Whether a node has a weight of its own.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Weight {
    Required,
    Absent,
}

/// Reads number, name and weight; a weight where none may stand is not taken, and so becomes a finding.
fn common(fields: &Fields<'_>, weight: Weight, reading: &Reading) -> Option<Common> {
    let id_node = fields.take("id");
    let id = id_node.and_then(|node| scalar::whole(node, reading));
    let name = name(fields, reading);
    let weight_node = match weight {
        Weight::Required => fields.required("weight"),
        Weight::Absent => None,
    };
    let found = weight_node.and_then(|node| scalar::decimal(node, reading));
    if weight == Weight::Required && found.is_none() {
        return None;
    }
    let places = NodePlaces {
        id: place_of(fields, id_node, reading),
        weight: weight_node.map(|node| reading.place(node.span.clone())),
    };
    Some(Common { id: id?.value, name: name?, weight: found.map(|weight| weight.value), places })
}

/// Reads whether what stands below has weights of its own: it weighs the same where `weights` says `equal`, the one word
/// that is known.
fn weight_below(fields: &Fields<'_>, reading: &Reading) -> Weight {
    let stated = fields.take("weights").and_then(|node| Some((node, scalar::text(node, reading)?)));
    let Some((node, text)) = stated else { return Weight::Required };
    if text.value == "equal" {
        return Weight::Absent;
    }
    let _: Option<()> = scalar::refuse_text(&text.value, node.span.clone(), reading, &bilingual!("`equal`", "`equal`"));
    Weight::Required
}

/// Reads for how many services an indicator is assessed; the least may be none, the most may not.
fn repeat(node: &RawNode, reading: &Reading) -> Option<Repeat> {
    let fields = Fields::open(node, &shape::REPEAT, reading)?;
    let least = fields.take("least").and_then(|node| scalar::whole(node, reading));
    let most = fields.take("most").and_then(|node| scalar::whole(node, reading));
    fields.close();
    let (least, most) = (least?, most?);
    if most.value < least.value.max(1) || most.value > MOST_SERVICES {
        let expected = bilingual!(
            "jumlah layanan, dari `least` sampai {MOST_SERVICES}",
            "a number of services from `least` to {MOST_SERVICES}"
        );
        let span = most.place.span.unwrap_or_default();
        return scalar::refuse_text(&most.value.to_string(), span, reading, &expected);
    }
    Some(Repeat { least: least.value, most: most.value })
}

/// Reads which evidence is accepted: at any level, and at a certain one.
fn evidence(node: &RawNode, reading: &Reading) -> (List<Wording>, List<(Decimal, Wording)>) {
    let Some(fields) = Fields::open(node, &shape::EVIDENCE, reading) else { return Default::default() };
    let any = fields.list("any").iter().filter_map(|node| scalar::text(node, reading));
    let any: Vec<Wording> = any.map(|text| text.value.into()).collect();
    let levels = fields.take("levels").map(|node| by_level(node, reading)).unwrap_or_default();
    fields.close();
    (any.into(), levels.into())
}

/// Reads texts by level: `{0: …, 1: …}`, lowest first.
pub(super) fn by_level(node: &RawNode, reading: &Reading) -> Vec<(Decimal, Wording)> {
    let mut levels = Vec::new();
    for entry in entries(node, reading).unwrap_or_default() {
        let Some((level, Spelling::Canonical)) = Decimal::parse(&entry.key) else {
            let expected = bilingual!("level seperti `3`", "a level such as `3`");
            let _: Option<()> = scalar::refuse_text(&entry.key, entry.key_span.clone(), reading, &expected);
            continue;
        };
        if let Some(text) = scalar::text(&entry.node, reading) {
            levels.push((level, text.value.into()));
        }
    }
    levels.sort_by_key(|(level, _)| *level);
    levels
}
