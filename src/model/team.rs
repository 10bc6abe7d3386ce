//! The team: its decree, members, owning units and briefings (`team.toml`).

use jiff::civil::Date;
use serde::Deserialize;

use crate::diagnostic::place::Located;
use crate::model::id::Id;
use crate::model::selector::Selector;
use crate::text::word::{Vocabulary, Word};

/// What `team.toml` says.
#[derive(Clone, Debug, Default)]
pub(crate) struct Team {
    /// The decree that set the team up.
    pub(crate) decree: Option<Decree>,
    /// The members.
    pub(crate) members: Vec<Member>,
    /// The units that own indicators and answer for them.
    pub(crate) units: Vec<Unit>,
    /// The socialisations that took place.
    pub(crate) briefings: Vec<Briefing>,
}

impl Team {
    /// Finds a member by id; of two with the same id, the first.
    pub(crate) fn member(&self, id: &str) -> Option<&Member> {
        self.members.iter().find(|member| member.id.value.as_str() == id)
    }

    /// Returns the ids of all members, as they stand.
    pub(crate) fn ids(&self) -> impl Iterator<Item = &str> {
        self.members.iter().map(|member| member.id.value.as_str())
    }
}

/// A decree.
#[derive(Clone, Debug)]
pub(crate) struct Decree {
    /// The number.
    pub(crate) number: String,
    /// The day it was signed.
    pub(crate) date: Option<Date>,
}

/// A member of the team.
#[derive(Clone, Debug)]
pub(crate) struct Member {
    /// The id, also the name of the score file.
    pub(crate) id: Located<Id>,
    /// The name, or the office that stands for it.
    pub(crate) name: String,
    /// The position.
    pub(crate) position: Option<String>,
    /// The unit.
    pub(crate) unit: Located<String>,
    /// The role in the team.
    pub(crate) role: Located<Role>,
    /// The functions of government that the member comes from.
    pub(crate) functions: Vec<Located<String>>,
}

/// The roles in a team (PermenPANRB 59/2020).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[cfg_attr(test, derive(serde::Serialize))]
pub(crate) enum Role {
    /// Coordinates, assures quality, signs.
    Coordinator,
    /// Leads, checks completeness, verifies and approves.
    Responsible,
    /// Enters the data.
    DataEntry,
    /// Prepares evidence, assesses, joins interviews and visits.
    Member,
}

impl Role {
    /// Tells whether this role settles differences between evaluators.
    pub(crate) fn decides(self) -> bool {
        matches!(self, Self::Coordinator | Self::Responsible)
    }
}

impl Vocabulary for Role {
    const WORDS: &'static [(Self, Word)] = &[
        (Self::Coordinator, Word { code: "coordinator", id: "koordinator", en: "coordinator" }),
        (Self::Responsible, Word { code: "responsible", id: "penanggung jawab", en: "responsible officer" }),
        (Self::DataEntry, Word { code: "data-entry", id: "petugas entri data", en: "data-entry officer" }),
        (Self::Member, Word { code: "member", id: "anggota", en: "member" }),
    ];
}

/// A unit and the indicators that it owns.
#[derive(Clone, Debug)]
pub(crate) struct Unit {
    /// The name.
    pub(crate) name: Located<String>,
    /// The indicators.
    pub(crate) indicators: Vec<Located<Selector>>,
}

/// A socialisation.
#[derive(Clone, Debug)]
pub(crate) struct Briefing {
    /// The day.
    pub(crate) date: Located<Date>,
    /// The venue.
    pub(crate) venue: Option<String>,
    /// What it was about.
    pub(crate) topic: Option<String>,
    /// The members who attended.
    pub(crate) attended: Vec<Located<String>>,
}
