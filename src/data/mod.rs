//! What other programs read: JSON, version 1, and CSV.
//!
//! What is serialised has structs of its own, so that a change inside never changes a published format.

pub(crate) mod agreement;
pub(crate) mod approvals;
pub(crate) mod bundle;
pub(crate) mod csv;
pub(crate) mod evidence;
pub(crate) mod external;
pub(crate) mod instrument;
pub(crate) mod package;
pub(crate) mod recommendations;
pub(crate) mod report;
pub(crate) mod risk;
pub(crate) mod row;
pub(crate) mod rules;
pub(crate) mod schema;
pub(crate) mod status;
pub(crate) mod tasks;
pub(crate) mod team;
pub(crate) mod units;
