//! The team: its decree, members, owning units and briefings (`team.toml`).

use jiff::civil::Date;

use crate::diagnostic::place::Located;
use crate::model::id::Id;
use crate::model::role::Role;
use crate::model::selector::Selector;

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
    /// Whether a member stands there who could not be read.
    pub(crate) lacks_members: bool,
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
