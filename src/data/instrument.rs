//! Instruments as JSON, version 1: texts in both languages, numbers as plain decimals.

use serde::Serialize;

use crate::data::csv::{harmless, written};
use crate::model::decimal::Decimal;
use crate::model::instrument::{
    Aspect, Capability, Domain, Function, Indicator, Instrument, Predicate, RoleCount, Scale, Wording,
};
use crate::result::instrument::levels;
use crate::text::bilingual::Bilingual;
use crate::text::json::json_text;
use crate::text::word::Vocabulary;

/// Lists instruments as JSON.
pub(crate) fn list_json(instruments: &[&Instrument]) -> String {
    let instruments = instruments.iter().map(|instrument| SummaryV1::of(instrument)).collect();
    json_text(&ListV1 { version: 1, instruments })
}

/// Renders instruments as CSV: a record for each.
pub(crate) fn list_csv(instruments: &[&Instrument]) -> String {
    let head = ["id", "title", "regulation", "indicators"].map(str::to_owned);
    let records = instruments.iter().map(|instrument| {
        let (title, regulation) = (harmless(&instrument.title.id), harmless(&instrument.regulation));
        [instrument.id.to_string(), title, regulation, instrument.indicators.len().to_string()]
    });
    written(std::iter::once(head).chain(records))
}

/// Renders an instrument as JSON.
pub(crate) fn json(instrument: &Instrument) -> String {
    json_text(&InstrumentV1 {
        version: 1,
        summary: SummaryV1::of(instrument),
        gazette: instrument.gazette.as_deref(),
        evaluator: (&instrument.evaluator).into(),
        scale: ScaleV1::of(&instrument.scale),
        predicates: instrument.predicates.iter().map(PredicateV1::of).collect(),
        predicate_from_shown: &instrument.predicate_from_shown,
        decimals: instrument.decimals,
        functions: instrument.functions.iter().map(FunctionV1::of).collect(),
        roles: instrument.roles.iter().map(RoleV1::of).collect(),
        domains: instrument.domains.iter().map(DomainV1::of).collect(),
        aspects: instrument.aspects.iter().map(AspectV1::of).collect(),
        indicators: instrument.indicators.iter().map(|indicator| IndicatorV1::of(instrument, indicator)).collect(),
    })
}

/// Renders an indicator as JSON.
pub(crate) fn indicator_json(instrument: &Instrument, indicator: &Indicator) -> String {
    json_text(&OneV1 { version: 1, instrument: &instrument.id, indicator: IndicatorV1::of(instrument, indicator) })
}

/// The instruments that are known, each in short.
#[derive(Serialize)]
struct ListV1<'a> {
    version: u32,
    instruments: Vec<SummaryV1<'a>>,
}

/// One indicator, with the id of the instrument that asks it.
#[derive(Serialize)]
struct OneV1<'a> {
    version: u32,
    instrument: &'a str,
    indicator: IndicatorV1<'a>,
}

/// A whole instrument; its gazette is null where the place of publication is not told.
#[derive(Serialize)]
struct InstrumentV1<'a> {
    version: u32,
    #[serde(rename = "instrument")]
    summary: SummaryV1<'a>,
    gazette: Option<&'a str>,
    evaluator: NameV1<'a>,
    scale: ScaleV1<'a>,
    predicates: Vec<PredicateV1<'a>>,
    predicate_from_shown: &'a [u32],
    decimals: u32,
    functions: Vec<FunctionV1<'a>>,
    roles: Vec<RoleV1<'a>>,
    domains: Vec<DomainV1<'a>>,
    aspects: Vec<AspectV1<'a>>,
    indicators: Vec<IndicatorV1<'a>>,
}

/// A name in both languages: the official Indonesian one, and the English one for those who read along.
#[derive(Serialize)]
struct NameV1<'a> {
    id: &'a str,
    en: &'a str,
}

impl<'a> From<&'a Bilingual> for NameV1<'a> {
    fn from(name: &'a Bilingual) -> Self {
        Self { id: &name.id, en: &name.en }
    }
}

/// What tells instruments apart at a glance: regulation, years, size, and the ends of the scale.
#[derive(Serialize)]
struct SummaryV1<'a> {
    id: &'a str,
    title: NameV1<'a>,
    regulation: &'a str,
    years: YearsV1,
    domains: usize,
    aspects: usize,
    indicators: usize,
    lowest: String,
    highest: String,
}

/// The years in which an instrument is used; the last is null while it is in use.
#[derive(Serialize)]
struct YearsV1 {
    from: u32,
    to: Option<u32>,
}

impl<'a> SummaryV1<'a> {
    /// Takes an instrument in short; of domains, aspects and indicators only the numbers.
    fn of(instrument: &'a Instrument) -> Self {
        Self {
            id: &instrument.id,
            title: (&instrument.title).into(),
            regulation: &instrument.regulation,
            years: YearsV1 { from: instrument.years.from, to: instrument.years.to },
            domains: instrument.domains.len(),
            aspects: instrument.aspects.len(),
            indicators: instrument.indicators.len(),
            lowest: instrument.scale.lowest.to_string(),
            highest: instrument.scale.highest.to_string(),
        }
    }
}

/// The values that an indicator can take, and the one that it has when nothing is shown for it.
#[derive(Serialize)]
struct ScaleV1<'a> {
    lowest: String,
    highest: String,
    step: String,
    nothing_shown: String,
    capabilities: Vec<CapabilityV1<'a>>,
}

impl<'a> ScaleV1<'a> {
    /// Takes a scale with the names of its levels, by capability.
    fn of(scale: &'a Scale) -> Self {
        Self {
            lowest: scale.lowest.to_string(),
            highest: scale.highest.to_string(),
            step: scale.step.to_string(),
            nothing_shown: scale.nothing_shown.to_string(),
            capabilities: scale.capabilities.iter().map(CapabilityV1::of).collect(),
        }
    }
}

/// A kind of maturity; levels to which it gives no name are left out.
#[derive(Serialize)]
struct CapabilityV1<'a> {
    id: &'a str,
    name: NameV1<'a>,
    levels: Vec<LevelV1<'a>>,
}

/// A level and a text that belongs to it: its name, or evidence that is accepted for it.
#[derive(Serialize)]
struct LevelV1<'a> {
    level: String,
    text: &'a str,
}

impl<'a> LevelV1<'a> {
    /// Takes the levels that have a text, lowest first.
    fn all(levels: &'a [(Decimal, Wording)]) -> Vec<Self> {
        levels.iter().map(|(level, text)| Self { level: level.to_string(), text }).collect()
    }
}

impl<'a> CapabilityV1<'a> {
    /// Takes a capability with the levels that it names.
    fn of(capability: &'a Capability) -> Self {
        Self { id: &capability.id, name: (&capability.name).into(), levels: LevelV1::all(&capability.levels) }
    }
}

/// A predicate; the lower bound is included, the upper one only at the end of the scale.
#[derive(Serialize)]
struct PredicateV1<'a> {
    name: &'a str,
    also: Option<NameV1<'a>>,
    from: String,
    to: String,
}

impl<'a> PredicateV1<'a> {
    /// Takes a predicate with both bounds as the regulation writes them; a second name is null where there is none.
    fn of(predicate: &'a Predicate) -> Self {
        let Predicate { name, also, from, to } = predicate;
        Self { name, also: also.as_ref().map(NameV1::from), from: from.to_string(), to: to.to_string() }
    }
}

/// A function of government that members of the team come from.
#[derive(Serialize)]
struct FunctionV1<'a> {
    id: &'a str,
    name: NameV1<'a>,
}

impl<'a> FunctionV1<'a> {
    /// Takes a function with its names in both languages.
    fn of(function: &'a Function) -> Self {
        Self { id: &function.id, name: (&function.name).into() }
    }
}

/// A role and how many members have it; the most is null where there is no limit.
#[derive(Serialize)]
struct RoleV1<'a> {
    id: &'static str,
    name: NameV1<'a>,
    least: u32,
    most: Option<u32>,
}

impl<'a> RoleV1<'a> {
    /// Takes a role with the name that the instrument gives it.
    fn of(role: &'a RoleCount) -> Self {
        Self { id: role.role.code(), name: (&role.name).into(), least: role.least, most: role.most }
    }
}

/// A domain, whose weight is in per cent of the index; null where the domains weigh the same.
#[derive(Serialize)]
struct DomainV1<'a> {
    id: String,
    name: NameV1<'a>,
    weight: Option<String>,
}

impl<'a> DomainV1<'a> {
    /// Takes a domain; its number is written as a text, as are those of aspects and rows.
    fn of(domain: &'a Domain) -> Self {
        Self {
            id: domain.id.to_string(),
            name: (&domain.name).into(),
            weight: domain.weight.map(|weight| weight.to_string()),
        }
    }
}

/// An aspect, whose weight is in per cent of the index, and null where the aspects weigh the same; its domain is null
/// where the instrument has none.
#[derive(Serialize)]
struct AspectV1<'a> {
    id: String,
    domain: Option<String>,
    name: NameV1<'a>,
    weight: Option<String>,
}

impl<'a> AspectV1<'a> {
    /// Takes an aspect, with the number of its domain.
    fn of(aspect: &'a Aspect) -> Self {
        let domain = aspect.domain.map(|domain| domain.to_string());
        let weight = aspect.weight.map(|weight| weight.to_string());
        Self { id: aspect.id.to_string(), domain, name: (&aspect.name).into(), weight }
    }
}

/// An indicator; a criterion that is not known is null, and so is the weight where rows weigh the same.
#[derive(Serialize)]
pub(super) struct IndicatorV1<'a> {
    id: String,
    aspect: String,
    name: NameV1<'a>,
    weight: Option<String>,
    capability: Option<&'a str>,
    functions: &'a [Wording],
    services: Option<ServicesV1>,
    criteria: Vec<CriterionV1<'a>>,
    evidence: &'a [Wording],
    evidence_by_level: Vec<LevelV1<'a>>,
    note: Option<&'a str>,
}

/// How many services are assessed, for an indicator that is assessed per service.
#[derive(Serialize)]
struct ServicesV1 {
    least: u32,
    most: u32,
}

/// What one level asks, with the name that the level has there.
#[derive(Serialize)]
struct CriterionV1<'a> {
    level: String,
    name: Option<&'a str>,
    text: Option<&'a str>,
}

impl<'a> IndicatorV1<'a> {
    /// Takes an indicator with an entry for every whole level of the scale, whether its criterion is known or not.
    pub(super) fn of(instrument: &'a Instrument, indicator: &'a Indicator) -> Self {
        let criterion = |level: Decimal| CriterionV1 {
            level: level.to_string(),
            name: instrument.level_name(indicator, level),
            text: indicator.criterion(level),
        };
        Self {
            id: indicator.id.to_string(),
            aspect: indicator.aspect.to_string(),
            name: (&indicator.name).into(),
            weight: indicator.weight.map(|weight| weight.to_string()),
            capability: indicator.capability.as_deref(),
            functions: &indicator.functions,
            services: indicator.repeat.map(|repeat| ServicesV1 { least: repeat.least, most: repeat.most }),
            criteria: levels(instrument).into_iter().map(criterion).collect(),
            evidence: &indicator.evidence,
            evidence_by_level: LevelV1::all(&indicator.evidence_by_level),
            note: indicator.note.as_deref(),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{indicator_json, json, list_json};
    use crate::result::testing::instrument_of;

    fn parsed(text: &str) -> Value {
        serde_json::from_str(text).expect("JSON")
    }

    #[test]
    fn the_list_names_every_instrument() {
        let all = ["spbe-2018", "spbe-2020", "pemdi-2026"].map(instrument_of);
        let all: Vec<_> = all.iter().collect();
        let list = parsed(&list_json(&all));
        assert_eq!(list["instruments"][2]["years"], json!({"from": 2026, "to": null}));
        assert_eq!(list["instruments"][1]["indicators"], 47);
    }

    #[test]
    fn an_instrument_is_shown_whole() {
        let value = parsed(&json(&instrument_of("spbe-2018")));
        assert_eq!((&value["version"], &value["instrument"]["id"]), (&json!(1), &json!("spbe-2018")));
        assert_eq!(value["indicators"].as_array().map(Vec::len), Some(35));
        assert_eq!(value["domains"][0]["name"]["en"], "Internal SPBE policy");
    }

    #[test]
    fn an_indicator_is_shown_with_what_each_level_asks() {
        let instrument = instrument_of("spbe-2020");
        let indicator = instrument.indicator(44).expect("an indicator");
        let value = parsed(&indicator_json(&instrument, indicator));
        assert_eq!(value["indicator"]["weight"], "3");
        assert_eq!(value["indicator"]["criteria"].as_array().map(Vec::len), Some(5));
    }

    #[test]
    fn a_criterion_that_is_not_known_is_null() {
        let instrument = instrument_of("pemdi-2026");
        let missing = instrument.indicators.iter().filter(|indicator| indicator.criterion(5.into()).is_none());
        let missing: Vec<_> = missing.collect();
        assert_eq!(missing.len(), 1);
        let value = parsed(&indicator_json(&instrument, missing[0]));
        assert_eq!(value["indicator"]["criteria"][4], json!({"level": "5", "name": null, "text": null}));
    }
}
