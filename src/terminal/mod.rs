//! What a person reads in a terminal: tables and pages.

pub(crate) mod agreement;
pub(crate) mod approvals;
pub(crate) mod bundle;
pub(crate) mod evidence;
pub(crate) mod explain;
pub(crate) mod external;
pub(crate) mod grid;
pub(crate) mod guide;
pub(crate) mod instrument;
pub(crate) mod intake;
pub(crate) mod page;
pub(crate) mod recommendations;
pub(crate) mod report;
pub(crate) mod risk;
pub(crate) mod rules;
pub(crate) mod schema;
pub(crate) mod screen;
pub(crate) mod status;
pub(crate) mod tasks;
pub(crate) mod team;
pub(crate) mod units;
pub(crate) mod uploads;
