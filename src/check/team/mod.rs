//! Rules on the team and on who evaluates what.

pub(crate) mod due_outside_schedule;
pub(crate) mod duplicate_assignment;
pub(crate) mod duplicate_member;
pub(crate) mod function_uncovered;
pub(crate) mod indicator_unassigned;
pub(crate) mod no_coordinator;
pub(crate) mod no_decree;
pub(crate) mod no_responsible;
pub(crate) mod not_briefed;
pub(crate) mod own_unit;
pub(crate) mod replacement_unclear;
pub(crate) mod role_count;
mod roles;
pub(crate) mod same_unit_twice;
pub(crate) mod unknown_member;
