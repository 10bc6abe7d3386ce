//! What an instrument says before its indicators: title, scale, predicates, functions, roles, mapping.

use crate::bilingual;
use crate::diagnostic::place::Place;
use crate::format::fields::Fields;
use crate::format::instrument::tree::by_level;
use crate::format::instrument::{both_languages, name, text};
use crate::format::node::RawNode;
use crate::format::reading::Reading;
use crate::format::scalar;
use crate::format::shape;
use crate::model::decimal::Decimal;
use crate::model::instrument::{Capability, Function, MappedIndicator, Mapping, Predicate, RoleCount, Scale, Years};
use crate::model::role::Role;
use crate::text::bilingual::Bilingual;

/// The most decimals that an index can be shown with.
const MOST_DECIMALS: u32 = 6;

/// All that an instrument says beside its tree, and where the predicates stand.
pub(super) struct Head {
    pub(super) id: String,
    pub(super) title: Bilingual,
    pub(super) regulation: String,
    pub(super) gazette: Option<String>,
    pub(super) years: Years,
    pub(super) criteria_note: Option<String>,
    pub(super) subject: Bilingual,
    pub(super) evaluator: Bilingual,
    pub(super) scale: Scale,
    pub(super) predicates: Vec<Predicate>,
    pub(super) predicate_places: Vec<Place>,
    pub(super) predicate_from_shown: Vec<u32>,
    pub(super) decimals: u32,
    pub(super) functions: Vec<Function>,
    pub(super) roles: Vec<RoleCount>,
    pub(super) maps_from: Option<Mapping>,
}

impl Head {
    /// Reads every field for its findings before it gives up; without `rounding` an index has two decimals.
    pub(super) fn read(fields: &Fields<'_>, reading: &Reading) -> Option<Self> {
        let id = text(fields, "id", reading);
        let title = fields.take("title").and_then(|node| both_languages(node, reading));
        let regulation = text(fields, "regulation", reading);
        let gazette = text(fields, "gazette", reading);
        let years = fields.take("years").and_then(|node| years(node, reading));
        // The language is that of the criteria; it is documented for readers and not used yet.
        let _ = text(fields, "language", reading);
        let criteria_note = text(fields, "criteria_note", reading);
        let terms = fields.take("terms").and_then(|node| terms(node, reading));
        let scale = fields.take("scale").and_then(|node| scale(node, reading));
        let predicates = fields.take("predicates").map(|node| predicates(node, reading)).unwrap_or_default();
        let (predicates, predicate_places) = predicates.into_iter().unzip();
        let predicate_from_shown = shown_years(fields.take("predicate_from"), reading);
        let decimals = fields.take("rounding").and_then(|node| decimals(node, reading));
        let functions = fields.list("functions").iter().filter_map(|node| function(node, reading)).collect();
        let roles = fields.list("roles").iter().filter_map(|node| role(node, reading)).collect();
        let maps_from = fields.take("maps_from").and_then(|node| mapping(node, reading));
        let (subject, evaluator) = terms?;
        Some(Self {
            id: id?,
            title: title?,
            regulation: regulation?,
            gazette,
            years: years?,
            criteria_note,
            subject,
            evaluator,
            scale: scale?,
            predicates,
            predicate_places,
            predicate_from_shown,
            decimals: decimals.unwrap_or(2),
            functions,
            roles,
            maps_from,
        })
    }
}

/// Reads the years in which the instrument is used; without a last one it still is.
fn years(node: &RawNode, reading: &Reading) -> Option<Years> {
    let fields = Fields::open(node, &shape::YEARS, reading)?;
    let from = fields.take("from").and_then(|node| scalar::whole(node, reading));
    let to = fields.take("to").and_then(|node| scalar::whole(node, reading));
    fields.close();
    Some(Years { from: from?.value, to: to.map(|to| to.value) })
}

/// Reads what is evaluated and what a person who evaluates is called.
fn terms(node: &RawNode, reading: &Reading) -> Option<(Bilingual, Bilingual)> {
    let fields = Fields::open(node, &shape::TERMS, reading)?;
    let subject = fields.take("subject").and_then(|node| both_languages(node, reading));
    let evaluator = fields.take("evaluator").and_then(|node| both_languages(node, reading));
    fields.close();
    Some((subject.unwrap_or(Bilingual::same("SPBE")), evaluator?))
}

/// Reads the scale of values; its step must fit its kind, whole levels or fractions of them.
fn scale(node: &RawNode, reading: &Reading) -> Option<Scale> {
    let fields = Fields::open(node, &shape::SCALE, reading)?;
    let kind = fields.take("kind").and_then(|node| scalar::text(node, reading));
    let number = |key| fields.take(key).and_then(|node| scalar::decimal(node, reading)).map(|found| found.value);
    let (lowest, highest) = (number("lowest"), number("highest"));
    let step = fields.take("step").and_then(|node| scalar::decimal(node, reading));
    let nothing_shown = number("nothing_shown");
    let capabilities: Vec<_> =
        fields.list("capabilities").iter().filter_map(|node| capability(node, reading)).collect();
    fields.close();
    let (kind, step) = (kind?, step?);
    let whole = step.value.places() == 0;
    let fits = match kind.value.as_str() {
        "whole" => whole && step.value.units() > 0,
        "decimal" => !whole,
        _ => {
            let expected = bilingual!("`whole` atau `decimal`", "`whole` or `decimal`");
            return scalar::refuse_text(&kind.value, kind.place.span.unwrap_or_default(), reading, &expected);
        }
    };
    if !fits {
        let expected = bilingual!(
            "langkah dari skala ini (bulat dari 1 untuk `whole`, pecahan untuk `decimal`)",
            "a step of this scale (whole from 1 for `whole`, below 1 for `decimal`)"
        );
        let span = step.place.span.unwrap_or_default();
        return scalar::refuse_text(&step.value.to_string(), span, reading, &expected);
    }
    Some(Scale {
        lowest: lowest?,
        highest: highest?,
        step: step.value,
        nothing_shown: nothing_shown?,
        capabilities: capabilities.into(),
    })
}

/// Reads a kind of maturity and the names that it has for levels.
fn capability(node: &RawNode, reading: &Reading) -> Option<Capability> {
    let fields = Fields::open(node, &shape::CAPABILITY, reading)?;
    let id = text(&fields, "id", reading);
    let name = name(&fields, reading);
    let levels = fields.take("levels").map(|node| by_level(node, reading)).unwrap_or_default();
    fields.close();
    Some(Capability { id: id?.into(), name: name?, levels: levels.into() })
}

/// Reads the predicates, each with its place; one that can't be read is left out.
fn predicates(node: &RawNode, reading: &Reading) -> Vec<(Predicate, Place)> {
    let list = crate::format::fields::items(node, reading);
    list.iter().filter_map(|node| Some((predicate(node, reading)?, reading.place(node.span.clone())))).collect()
}

/// Reads a predicate and the indices that it covers; whether these meet the next one's is for the rules to say.
fn predicate(node: &RawNode, reading: &Reading) -> Option<Predicate> {
    let fields = Fields::open(node, &shape::PREDICATE, reading)?;
    let name = text(&fields, "name", reading);
    let bound = |key| fields.take(key).and_then(|node| scalar::decimal(node, reading)).map(|found| found.value);
    let (from, to): (Option<Decimal>, Option<Decimal>) = (bound("from"), bound("to"));
    let also = fields.take("also").and_then(|node| both_languages(node, reading));
    fields.close();
    Some(Predicate { name: name?.into(), also, from: from?, to: to? })
}

/// Reads the years in which the predicate follows the shown index; in all others it follows the exact one.
fn shown_years(node: Option<&RawNode>, reading: &Reading) -> Vec<u32> {
    let Some(fields) = node.and_then(|node| Fields::open(node, &shape::PREDICATE_FROM, reading)) else {
        return Vec::new();
    };
    if let Some(default) = fields.take("default").and_then(|node| scalar::text(node, reading))
        && default.value != "exact"
    {
        let expected = bilingual!("`exact`", "`exact`");
        let span = default.place.span.unwrap_or_default();
        let _: Option<()> = scalar::refuse_text(&default.value, span, reading, &expected);
    }
    let shown = fields.list("shown").iter().filter_map(|node| scalar::whole(node, reading)).map(|year| year.value);
    let shown = shown.collect();
    fields.close();
    shown
}

/// Reads how many decimals an index is shown with; ties are rounded up, and no other way is known.
fn decimals(node: &RawNode, reading: &Reading) -> Option<u32> {
    let fields = Fields::open(node, &shape::ROUNDING, reading)?;
    let decimals = fields.take("decimals").and_then(|node| scalar::whole(node, reading));
    let ties = fields.take("ties").and_then(|node| scalar::text(node, reading));
    fields.close();
    let (decimals, ties) = (decimals?, ties?);
    if ties.value != "half-up" {
        let expected = bilingual!("`half-up`", "`half-up`");
        return scalar::refuse_text(&ties.value, ties.place.span.unwrap_or_default(), reading, &expected);
    }
    if decimals.value > MOST_DECIMALS {
        let expected = bilingual!("0 sampai {MOST_DECIMALS}", "0 to {MOST_DECIMALS}");
        let span = decimals.place.span.unwrap_or_default();
        return scalar::refuse_text(&decimals.value.to_string(), span, reading, &expected);
    }
    Some(decimals.value)
}

/// Reads a function of government that members of the team come from.
fn function(node: &RawNode, reading: &Reading) -> Option<Function> {
    let fields = Fields::open(node, &shape::FUNCTION, reading)?;
    let id = text(&fields, "id", reading);
    let name = name(&fields, reading);
    fields.close();
    Some(Function { id: id?.into(), name: name? })
}

/// Reads how many members have a role: its id is one that all instruments share, its name is the instrument's own.
fn role(node: &RawNode, reading: &Reading) -> Option<RoleCount> {
    let fields = Fields::open(node, &shape::ROLE, reading)?;
    let role = fields.take("id").and_then(|node| scalar::word::<Role>(node, reading));
    let name = name(&fields, reading);
    let least = fields.take("least").and_then(|node| scalar::whole(node, reading));
    let most = fields.take("most").and_then(|node| scalar::whole(node, reading));
    fields.close();
    Some(RoleCount { role: role?.value, name: name?, least: least?.value, most: most.map(|most| most.value) })
}

/// Reads which indicators of an older instrument are continued here.
fn mapping(node: &RawNode, reading: &Reading) -> Option<Mapping> {
    let fields = Fields::open(node, &shape::MAPPING, reading)?;
    let instrument = text(&fields, "instrument", reading);
    let pairs: Vec<_> = fields.list("indicators").iter().filter_map(|node| mapped(node, reading)).collect();
    fields.close();
    Some(Mapping { instrument: instrument?.into(), indicators: pairs.into() })
}

/// Reads which indicator continues which, and what that rests on.
fn mapped(node: &RawNode, reading: &Reading) -> Option<MappedIndicator> {
    let fields = Fields::open(node, &shape::MAPPED, reading)?;
    let id = fields.take("id").and_then(|node| scalar::whole(node, reading));
    let from = fields.take("from").and_then(|node| scalar::whole(node, reading));
    let basis = text(&fields, "basis", reading);
    fields.close();
    Some(MappedIndicator { id: id?.value, from: from?.value, basis: basis?.into() })
}
