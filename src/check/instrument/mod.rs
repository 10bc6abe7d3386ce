//! Rules on the instrument: that it is the one that was frozen, and that its parts add up.

pub(crate) mod criteria_missing;
pub(crate) mod instrument_changed;
pub(crate) mod instrument_ids;
pub(crate) mod instrument_year;
pub(crate) mod predicates_broken;
pub(crate) mod weights_not_100;
