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

    /// Returns the members who have not left.
    pub(crate) fn present(&self) -> impl Iterator<Item = &Member> {
        self.members.iter().filter(|member| !member.has_left())
    }

    /// Returns the ids of those who came in a member's place, one after the other; a circle ends where it closes.
    pub(crate) fn successors<'t>(&'t self, id: &str) -> Vec<&'t str> {
        let mut successors: Vec<&str> = Vec::new();
        let mut at = self.member(id);
        while let Some(next) = at.and_then(|member| member.replaced_by.as_ref()) {
            if next.value == id || successors.contains(&next.value.as_str()) {
                break;
            }
            successors.push(&next.value);
            at = self.member(&next.value);
        }
        successors
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
    /// The first day on which the member is in the team no more; absent while they are.
    pub(crate) until: Option<Located<Date>>,
    /// The id of the member who came in their place.
    pub(crate) replaced_by: Option<Located<String>>,
}

impl Member {
    /// Tells whether the member has left the team. What they scored stays valid.
    pub(crate) fn has_left(&self) -> bool {
        self.until.is_some()
    }
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
