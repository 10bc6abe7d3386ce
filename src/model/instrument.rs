//! An instrument: what is evaluated, on which scale, and how the index follows.
//!
//! Every number of a regulation is data here. The texts of a bundled instrument are borrowed from the binary and those of
//! another one are owned; `snapshot` says why this model knows serde.

use std::borrow::Cow;
use std::collections::BTreeSet;

use serde::Deserialize;

use crate::diagnostic::place::Place;
use crate::model::decimal::Decimal;
use crate::model::role::Role;
use crate::model::row::RowId;
use crate::model::snapshot;
use crate::text::bilingual::Bilingual;

/// A text of an instrument.
pub(crate) type Wording = Cow<'static, str>;
/// A list of an instrument.
pub(crate) type List<T> = Cow<'static, [T]>;

/// An instrument of evaluation, as its regulation sets it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(serde::Serialize))]
#[serde(bound(deserialize = "'de: 'static"))]
pub(crate) struct Instrument {
    /// The id, such as `spbe-2018`.
    #[serde(deserialize_with = "snapshot::text")]
    pub(crate) id: Wording,
    /// The title.
    pub(crate) title: Bilingual,
    /// The regulation that sets the instrument.
    #[serde(deserialize_with = "snapshot::text")]
    pub(crate) regulation: Wording,
    /// Where the regulation was published.
    #[serde(deserialize_with = "snapshot::optional_text")]
    pub(crate) gazette: Option<Wording>,
    /// The years in which it is used.
    pub(crate) years: Years,
    /// What the criteria's wording is, where it is not the regulation's own.
    #[serde(deserialize_with = "snapshot::optional_text")]
    pub(crate) criteria_note: Option<Wording>,
    /// What is evaluated, in a word: `SPBE` unless the instrument says something else.
    pub(crate) subject: Bilingual,
    /// The word for a person who evaluates.
    pub(crate) evaluator: Bilingual,
    /// The values that an indicator can take.
    pub(crate) scale: Scale,
    /// The predicates, best first.
    pub(crate) predicates: List<Predicate>,
    /// The years in which the predicate was taken from the shown index; in all others it follows the exact one.
    pub(crate) predicate_from_shown: List<u32>,
    /// How many decimals of the index are shown; the last is rounded half up.
    pub(crate) decimals: u32,
    /// The functions of government that members come from.
    pub(crate) functions: List<Function>,
    /// The roles in the team.
    pub(crate) roles: List<RoleCount>,
    /// The mapping to the indicators of an older instrument.
    pub(crate) maps_from: Option<Mapping>,
    /// The domains; empty where the instrument has none.
    pub(crate) domains: List<Domain>,
    /// The aspects, in order.
    pub(crate) aspects: List<Aspect>,
    /// The indicators, in order.
    pub(crate) indicators: List<Indicator>,
}

/// The years in which an instrument is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(serde::Serialize))]
#[serde(bound(deserialize = "'de: 'static"))]
pub(crate) struct Years {
    /// The first year.
    pub(crate) from: u32,
    /// The last year; absent while the instrument is in use.
    pub(crate) to: Option<u32>,
}

impl Years {
    /// Tells whether the instrument is used in a year.
    pub(crate) fn contains(self, year: u32) -> bool {
        self.from <= year && self.to.is_none_or(|to| year <= to)
    }
}

/// The scale of values.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(serde::Serialize))]
#[serde(bound(deserialize = "'de: 'static"))]
pub(crate) struct Scale {
    /// The lowest value.
    pub(crate) lowest: Decimal,
    /// The highest value.
    pub(crate) highest: Decimal,
    /// The step between values: 1 for whole levels.
    pub(crate) step: Decimal,
    /// The value of an indicator for which nothing is shown.
    pub(crate) nothing_shown: Decimal,
    /// The names of the levels, by capability.
    pub(crate) capabilities: List<Capability>,
}

impl Scale {
    /// Tells whether an indicator can have this value.
    pub(crate) fn allows(&self, value: Decimal) -> bool {
        self.lowest <= value && value <= self.highest && value.on_grid(self.lowest, self.step)
    }

    /// Tells whether values are whole levels.
    pub(crate) fn is_whole(&self) -> bool {
        self.step.places() == 0
    }
}

/// A kind of maturity, with names for its levels.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(serde::Serialize))]
#[serde(bound(deserialize = "'de: 'static"))]
pub(crate) struct Capability {
    /// The id, such as `process`.
    #[serde(deserialize_with = "snapshot::text")]
    pub(crate) id: Wording,
    /// The name.
    pub(crate) name: Bilingual,
    /// The levels that have a name, lowest first.
    #[serde(deserialize_with = "snapshot::texts_by_level")]
    pub(crate) levels: List<(Decimal, Wording)>,
}

/// A predicate and the indices that it covers.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(serde::Serialize))]
#[serde(bound(deserialize = "'de: 'static"))]
pub(crate) struct Predicate {
    /// The name.
    #[serde(deserialize_with = "snapshot::text")]
    pub(crate) name: Wording,
    /// A second name that the instrument gives it.
    pub(crate) also: Option<Bilingual>,
    /// The lowest index; included.
    pub(crate) from: Decimal,
    /// Where the next predicate begins; the highest value of the scale is included.
    pub(crate) to: Decimal,
}

/// A function of government that knows some indicators.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(serde::Serialize))]
#[serde(bound(deserialize = "'de: 'static"))]
pub(crate) struct Function {
    /// The id, such as `law`.
    #[serde(deserialize_with = "snapshot::text")]
    pub(crate) id: Wording,
    /// The name.
    pub(crate) name: Bilingual,
}

/// How many members of the team have a role.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(serde::Serialize))]
#[serde(bound(deserialize = "'de: 'static"))]
pub(crate) struct RoleCount {
    /// The role.
    pub(crate) role: Role,
    /// The name.
    pub(crate) name: Bilingual,
    /// The least number of members.
    pub(crate) least: u32,
    /// The most; absent where there is no limit.
    pub(crate) most: Option<u32>,
}

/// Which indicators of an older instrument the indicators of this one continue.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(serde::Serialize))]
#[serde(bound(deserialize = "'de: 'static"))]
pub(crate) struct Mapping {
    /// The older instrument.
    #[serde(deserialize_with = "snapshot::text")]
    pub(crate) instrument: Wording,
    /// The pairs.
    pub(crate) indicators: List<MappedIndicator>,
}

/// One pair of a mapping.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(serde::Serialize))]
#[serde(bound(deserialize = "'de: 'static"))]
pub(crate) struct MappedIndicator {
    /// The indicator here.
    pub(crate) id: u32,
    /// The indicator of the older instrument.
    pub(crate) from: u32,
    /// What the pair rests on: `official` or `names`.
    #[serde(deserialize_with = "snapshot::text")]
    pub(crate) basis: Wording,
}

/// A domain: the widest group.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(serde::Serialize))]
#[serde(bound(deserialize = "'de: 'static"))]
pub(crate) struct Domain {
    /// The number.
    pub(crate) id: u32,
    /// The name.
    pub(crate) name: Bilingual,
    /// The weight, in per cent of the index; absent where the domains weigh the same.
    pub(crate) weight: Option<Decimal>,
}

/// An aspect: a group of indicators.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(serde::Serialize))]
#[serde(bound(deserialize = "'de: 'static"))]
pub(crate) struct Aspect {
    /// The number.
    pub(crate) id: u32,
    /// The domain that it belongs to, where there are domains.
    pub(crate) domain: Option<u32>,
    /// The name.
    pub(crate) name: Bilingual,
    /// The weight, in per cent of the index; absent where the aspects of a domain weigh the same.
    pub(crate) weight: Option<Decimal>,
}

/// An indicator: what is scored.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(serde::Serialize))]
#[serde(bound(deserialize = "'de: 'static"))]
pub(crate) struct Indicator {
    /// The number.
    pub(crate) id: u32,
    /// The aspect that it belongs to.
    pub(crate) aspect: u32,
    /// The official name and its English one.
    pub(crate) name: Bilingual,
    /// A shorter name, where there is one.
    #[serde(deserialize_with = "snapshot::optional_text")]
    pub(crate) short: Option<Wording>,
    /// The weight, in per cent of the index; absent where the rows of an aspect weigh the same.
    pub(crate) weight: Option<Decimal>,
    /// The id of its capability.
    #[serde(deserialize_with = "snapshot::optional_text")]
    pub(crate) capability: Option<Wording>,
    /// The functions that know it best, the best first.
    #[serde(deserialize_with = "snapshot::texts")]
    pub(crate) functions: List<Wording>,
    /// How many services are assessed, where the indicator is assessed per service.
    pub(crate) repeat: Option<Repeat>,
    /// What each level asks, lowest first; a level without a known criterion is absent.
    #[serde(deserialize_with = "snapshot::texts_by_level")]
    pub(crate) criteria: List<(Decimal, Wording)>,
    /// The evidence accepted at any level.
    #[serde(deserialize_with = "snapshot::texts")]
    pub(crate) evidence: List<Wording>,
    /// The evidence accepted for a level, lowest first.
    #[serde(deserialize_with = "snapshot::texts_by_level")]
    pub(crate) evidence_by_level: List<(Decimal, Wording)>,
    /// What an evaluator should know.
    #[serde(deserialize_with = "snapshot::optional_text")]
    pub(crate) note: Option<Wording>,
}

/// How many services an indicator is assessed for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(serde::Serialize))]
#[serde(bound(deserialize = "'de: 'static"))]
pub(crate) struct Repeat {
    /// The least.
    pub(crate) least: u32,
    /// The most.
    pub(crate) most: u32,
}

impl Instrument {
    /// Tells whether SPBE is evaluated, of which the tool knows the full name and what it is; of any other subject it
    /// knows only what the instrument says.
    pub(crate) fn is_of_spbe(&self) -> bool {
        self.subject.id == "SPBE"
    }

    /// Finds an indicator by its number.
    pub(crate) fn indicator(&self, id: u32) -> Option<&Indicator> {
        self.indicators.iter().find(|indicator| indicator.id == id)
    }

    /// Finds an aspect by its number.
    pub(crate) fn aspect(&self, id: u32) -> Option<&Aspect> {
        self.aspects.iter().find(|aspect| aspect.id == id)
    }

    /// Finds a domain by its number.
    pub(crate) fn domain(&self, id: u32) -> Option<&Domain> {
        self.domains.iter().find(|domain| domain.id == id)
    }

    /// Finds a capability by its id.
    pub(crate) fn capability(&self, id: &str) -> Option<&Capability> {
        self.scale.capabilities.iter().find(|capability| capability.id == id)
    }

    /// Returns the name of a level of an indicator, where it has one.
    pub(crate) fn level_name(&self, indicator: &Indicator, level: Decimal) -> Option<&str> {
        let capability = self.capability(indicator.capability.as_deref()?)?;
        capability.levels.iter().find(|(named, _)| *named == level).map(|(_, name)| name.as_ref())
    }

    /// Returns every row that this instrument allows, all services included.
    pub(crate) fn all_rows(&self) -> BTreeSet<RowId> {
        self.indicators.iter().flat_map(Indicator::rows).collect()
    }

    /// Returns the rows that continue one of an earlier instrument: the same one, or those that the mapping names. One of
    /// several services continues nowhere under another instrument, for nobody can say where.
    pub(crate) fn continued(&self, earlier: &str, row: RowId) -> Vec<RowId> {
        if earlier == self.id {
            return vec![row];
        }
        let mapping = self.maps_from.as_ref().filter(|mapping| mapping.instrument == earlier && row.service.is_none());
        let pairs = mapping.iter().flat_map(|mapping| mapping.indicators.iter());
        pairs.filter(|pair| pair.from == row.indicator).map(|pair| RowId::whole(pair.id)).collect()
    }

    /// Returns the rows of an evaluation: the services that stand in the manifest, and every other indicator.
    pub(crate) fn rows(&self, services: &BTreeSet<RowId>) -> BTreeSet<RowId> {
        let stands = |row: &RowId| row.service.is_none() || services.contains(row);
        self.all_rows().into_iter().filter(stands).collect()
    }
}

impl Indicator {
    /// Returns the rows of this indicator, all services included.
    pub(crate) fn rows(&self) -> Vec<RowId> {
        match self.repeat {
            None => vec![RowId::whole(self.id)],
            Some(repeat) => (1..=repeat.most).map(|service| RowId::service(self.id, service)).collect(),
        }
    }

    /// Returns what a level asks, where that is known.
    pub(crate) fn criterion(&self, level: Decimal) -> Option<&str> {
        self.criteria.iter().find(|(asked, _)| *asked == level).map(|(_, text)| text.as_ref())
    }

    /// Returns the shorter name where there is one, else the official name.
    pub(crate) fn short_name(&self) -> &str {
        self.short.as_deref().unwrap_or(&self.name.id)
    }
}

/// Where the parts of an instrument stand in its file: one entry per element of the list of the same name.
#[derive(Clone, Debug, Default)]
pub(crate) struct InstrumentPlaces {
    /// The domains.
    pub(crate) domains: Vec<NodePlaces>,
    /// The aspects.
    pub(crate) aspects: Vec<NodePlaces>,
    /// The indicators.
    pub(crate) indicators: Vec<NodePlaces>,
    /// The predicates.
    pub(crate) predicates: Vec<Place>,
    /// The list whose weights make up the whole: of domains, or of aspects where there are none.
    pub(crate) top: Option<Place>,
    /// The weights that differ from the bundled instrument of the same id, each with the weight there.
    pub(crate) differing: Vec<(Place, Decimal)>,
}

impl InstrumentPlaces {
    /// Notes which weights differ from those of another instrument of the same shape.
    pub(crate) fn note_differences(&mut self, own: &Instrument, other: &Instrument) {
        let domains = own.domains.iter().map(|own| (own.weight, other.domain(own.id).and_then(|other| other.weight)));
        let aspects = own.aspects.iter().map(|own| (own.weight, other.aspect(own.id).and_then(|other| other.weight)));
        let indicators =
            own.indicators.iter().map(|own| (own.weight, other.indicator(own.id).and_then(|other| other.weight)));
        let places = self.domains.iter().chain(&self.aspects).chain(&self.indicators);
        let weights = domains.chain(aspects).chain(indicators).zip(places);
        let differing = weights.filter_map(|((own, other), place)| {
            let other = other.filter(|_| own.is_some() && own != other)?;
            Some((place.weight.clone()?, other))
        });
        self.differing = differing.collect();
    }
}

/// Where a domain, aspect or indicator stands.
#[derive(Clone, Debug)]
pub(crate) struct NodePlaces {
    /// Its number.
    pub(crate) id: Place,
    /// Its weight, where it has one.
    pub(crate) weight: Option<Place>,
}
