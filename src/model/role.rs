//! The roles in a team, which instruments count and members have.

use serde::Deserialize;

use crate::text::word::{Vocabulary, Word};

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
