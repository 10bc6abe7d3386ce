//! The team: its decree, members, owning units and briefings (`team.toml`).

use jiff::civil::Date;

use crate::diagnostic::place::{Located, Place};
use crate::model::id::Id;
use crate::model::selector::Selector;
use crate::text::word::{Vocabulary, Word};

/// What `team.toml` says.
#[derive(Clone, Debug, Default)]
pub struct Team {
    /// The decree that set the team up.
    pub decree: Option<Decree>,
    /// The members.
    pub members: Vec<Member>,
    /// The units that own indicators and answer for them.
    pub units: Vec<Unit>,
    /// The socialisations that took place.
    pub briefings: Vec<Briefing>,
}

impl Team {
    /// Finds a member by id; of two with the same id, the first.
    pub fn member(&self, id: &str) -> Option<&Member> {
        self.members.iter().find(|member| member.id.value.as_str() == id)
    }

    /// Returns the ids of all members, as they stand.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.members.iter().map(|member| member.id.value.as_str())
    }
}

/// A decree.
#[derive(Clone, Debug)]
pub struct Decree {
    /// The number.
    pub number: String,
    /// The day it was signed.
    pub date: Option<Date>,
}

/// A member of the team.
#[derive(Clone, Debug)]
pub struct Member {
    /// The id, also the name of the score file.
    pub id: Located<Id>,
    /// The name, or the office that stands for it.
    pub name: String,
    /// The position.
    pub position: Option<String>,
    /// The unit.
    pub unit: Located<String>,
    /// The role in the team.
    pub role: Located<Role>,
    /// The functions of government that the member comes from.
    pub functions: Vec<Located<String>>,
    /// Where the member stands.
    pub place: Place,
}

/// The roles in a team (PermenPANRB 59/2020).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
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
    pub fn decides(self) -> bool {
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
pub struct Unit {
    /// The name.
    pub name: Located<String>,
    /// The indicators.
    pub indicators: Vec<Located<Selector>>,
}

/// A socialisation.
#[derive(Clone, Debug)]
pub struct Briefing {
    /// The day.
    pub date: Located<Date>,
    /// The venue.
    pub venue: Option<String>,
    /// What it was about.
    pub topic: Option<String>,
    /// The members who attended.
    pub attended: Vec<Located<String>>,
}
