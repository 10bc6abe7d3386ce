//! An instrument: what is evaluated, on which scale, and how the index follows.
//!
//! Every number of a regulation is data here. Bundled instruments are statics, so nothing is built at start-up; lists
//! and texts are therefore borrowed or owned.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::diagnostic::place::Place;
use crate::model::decimal::Decimal;
use crate::model::row::RowId;
use crate::model::team::Role;
use crate::text::bilingual::Bilingual;

/// A text of an instrument.
pub type Text = Cow<'static, str>;
/// A list of an instrument.
pub type List<T> = Cow<'static, [T]>;

/// An instrument of evaluation, as its regulation sets it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instrument {
    /// The id, such as `spbe-2018`.
    pub id: Text,
    /// The title.
    pub title: Bilingual,
    /// The regulation that sets the instrument.
    pub regulation: Text,
    /// Where the regulation was published.
    pub gazette: Option<Text>,
    /// The years in which it is used.
    pub years: Years,
    /// What the criteria's wording is, where it is not the regulation's own.
    pub criteria_note: Option<Text>,
    /// What is evaluated, in a word: `SPBE` unless the instrument says something else.
    pub subject: Bilingual,
    /// The word for a person who evaluates.
    pub evaluator: Bilingual,
    /// The values that an indicator can take.
    pub scale: Scale,
    /// The predicates, best first.
    pub predicates: List<Predicate>,
    /// The years in which the predicate was taken from the shown index; in all others it follows the exact one.
    pub predicate_from_shown: List<u32>,
    /// How many decimals of the index are shown; the last is rounded half up.
    pub decimals: u32,
    /// The functions of government that members come from.
    pub functions: List<Function>,
    /// The roles in the team.
    pub roles: List<RoleCount>,
    /// The mapping to the indicators of an older instrument.
    pub maps_from: Option<Mapping>,
    /// The domains; empty where the instrument has none.
    pub domains: List<Domain>,
    /// The aspects, in order.
    pub aspects: List<Aspect>,
    /// The indicators, in order.
    pub indicators: List<Indicator>,
}

/// The years in which an instrument is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Years {
    /// The first year.
    pub from: u32,
    /// The last year; absent while the instrument is in use.
    pub to: Option<u32>,
}

impl Years {
    /// Tells whether the instrument is used in a year.
    pub fn contains(self, year: u32) -> bool {
        self.from <= year && self.to.is_none_or(|to| year <= to)
    }
}

/// The scale of values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scale {
    /// The lowest value.
    pub lowest: Decimal,
    /// The highest value.
    pub highest: Decimal,
    /// The step between values: 1 for whole levels.
    pub step: Decimal,
    /// The value of an indicator for which nothing is shown.
    pub nothing_shown: Decimal,
    /// The names of the levels, by capability.
    pub capabilities: List<Capability>,
}

impl Scale {
    /// Tells whether an indicator can have this value.
    pub fn allows(&self, value: Decimal) -> bool {
        self.lowest <= value && value <= self.highest && value.on_grid(self.lowest, self.step)
    }

    /// Tells whether values are whole levels.
    pub fn is_whole(&self) -> bool {
        self.step.places() == 0
    }
}

/// A kind of maturity, with names for its levels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Capability {
    /// The id, such as `process`.
    pub id: Text,
    /// The name.
    pub name: Bilingual,
    /// The levels that have a name, lowest first.
    pub levels: List<(Decimal, Text)>,
}

/// A predicate and the indices that it covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Predicate {
    /// The name.
    pub name: Text,
    /// A second name that the instrument gives it.
    pub also: Option<Bilingual>,
    /// The lowest index; included.
    pub from: Decimal,
    /// Where the next predicate begins; the highest value of the scale is included.
    pub to: Decimal,
}

/// A function of government that knows some indicators.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Function {
    /// The id, such as `law`.
    pub id: Text,
    /// The name.
    pub name: Bilingual,
}

/// How many members of the team have a role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleCount {
    /// The role.
    pub role: Role,
    /// The name.
    pub name: Bilingual,
    /// The least number of members.
    pub least: u32,
    /// The most; absent where there is no limit.
    pub most: Option<u32>,
}

/// Which indicators of an older instrument the indicators of this one continue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mapping {
    /// The older instrument.
    pub instrument: Text,
    /// The pairs.
    pub indicators: List<MappedIndicator>,
}

/// One pair of a mapping.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MappedIndicator {
    /// The indicator here.
    pub id: u32,
    /// The indicator of the older instrument.
    pub from: u32,
    /// What the pair rests on: `official` or `names`.
    pub basis: Text,
}

/// A domain: the widest group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Domain {
    /// The number.
    pub id: u32,
    /// The name.
    pub name: Bilingual,
    /// The weight, in per cent of the index.
    pub weight: Decimal,
}

/// An aspect: a group of indicators.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aspect {
    /// The number.
    pub id: u32,
    /// The domain that it belongs to, where there are domains.
    pub domain: Option<u32>,
    /// The name.
    pub name: Bilingual,
    /// The weight, in per cent of the index.
    pub weight: Decimal,
}

/// An indicator: what is scored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indicator {
    /// The number.
    pub id: u32,
    /// The aspect that it belongs to.
    pub aspect: u32,
    /// The official name and its English one.
    pub name: Bilingual,
    /// A shorter name, where there is one.
    pub short: Option<Text>,
    /// The weight, in per cent of the index; absent where the rows of an aspect weigh the same.
    pub weight: Option<Decimal>,
    /// The id of its capability.
    pub capability: Option<Text>,
    /// The functions that know it best, the best first.
    pub functions: List<Text>,
    /// How many services are assessed, where the indicator is assessed per service.
    pub repeat: Option<Repeat>,
    /// What each level asks, lowest first; a level without a known criterion is absent.
    pub criteria: List<(Decimal, Text)>,
    /// The evidence accepted at any level.
    pub evidence: List<Text>,
    /// The evidence accepted for a level, lowest first.
    pub evidence_by_level: List<(Decimal, Text)>,
    /// What an evaluator should know.
    pub note: Option<Text>,
}

/// How many services an indicator is assessed for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Repeat {
    /// The least.
    pub least: u32,
    /// The most.
    pub most: u32,
}

impl Instrument {
    /// Finds an indicator by its number.
    pub fn indicator(&self, id: u32) -> Option<&Indicator> {
        self.indicators.iter().find(|indicator| indicator.id == id)
    }

    /// Finds an aspect by its number.
    pub fn aspect(&self, id: u32) -> Option<&Aspect> {
        self.aspects.iter().find(|aspect| aspect.id == id)
    }

    /// Finds a domain by its number.
    pub fn domain(&self, id: u32) -> Option<&Domain> {
        self.domains.iter().find(|domain| domain.id == id)
    }

    /// Finds a capability by its id.
    pub fn capability(&self, id: &str) -> Option<&Capability> {
        self.scale.capabilities.iter().find(|capability| capability.id == id)
    }

    /// Returns the name of a level of an indicator, where it has one.
    pub fn level_name(&self, indicator: &Indicator, level: Decimal) -> Option<&str> {
        let capability = self.capability(indicator.capability.as_deref()?)?;
        capability.levels.iter().find(|(named, _)| *named == level).map(|(_, name)| name.as_ref())
    }

    /// Returns every row that this instrument allows, all services included.
    pub fn all_rows(&self) -> BTreeSet<RowId> {
        self.indicators.iter().flat_map(Indicator::rows).collect()
    }

    /// Returns the rows of an evaluation: the services that stand in the manifest, and every other indicator.
    pub fn rows(&self, services: &BTreeSet<RowId>) -> BTreeSet<RowId> {
        let stands = |row: &RowId| row.service.is_none() || services.contains(row);
        self.all_rows().into_iter().filter(stands).collect()
    }
}

impl Indicator {
    /// Returns the rows of this indicator, all services included.
    pub fn rows(&self) -> Vec<RowId> {
        match self.repeat {
            None => vec![RowId::whole(self.id)],
            Some(repeat) => (1..=repeat.most).map(|service| RowId::service(self.id, service)).collect(),
        }
    }

    /// Returns what a level asks, where that is known.
    pub fn criterion(&self, level: Decimal) -> Option<&str> {
        self.criteria.iter().find(|(asked, _)| *asked == level).map(|(_, text)| text.as_ref())
    }

    /// Returns the shorter name where there is one, else the official name.
    pub fn short_name(&self) -> &str {
        self.short.as_deref().unwrap_or(&self.name.id)
    }
}

/// Where the parts of an instrument stand in its file: one entry per element of the list of the same name.
#[derive(Clone, Debug, Default)]
pub struct InstrumentPlaces {
    /// The domains.
    pub domains: Vec<NodePlaces>,
    /// The aspects.
    pub aspects: Vec<NodePlaces>,
    /// The indicators.
    pub indicators: Vec<NodePlaces>,
    /// The predicates.
    pub predicates: Vec<Place>,
    /// The list whose weights make up the whole: of domains, or of aspects where there are none.
    pub top: Option<Place>,
    /// The weights that differ from the bundled instrument of the same id, each with the weight there.
    pub differing: Vec<(Place, Decimal)>,
}

impl InstrumentPlaces {
    /// Notes which weights differ from those of another instrument of the same shape.
    pub fn note_differences(&mut self, own: &Instrument, other: &Instrument) {
        let domains = own.domains.iter().map(|own| (Some(own.weight), other.domain(own.id).map(|other| other.weight)));
        let aspects = own.aspects.iter().map(|own| (Some(own.weight), other.aspect(own.id).map(|other| other.weight)));
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
pub struct NodePlaces {
    /// Its number.
    pub id: Place,
    /// Its weight, where it has one.
    pub weight: Option<Place>,
}
