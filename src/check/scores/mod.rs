//! Rules on levels and on what they rest on.

pub(crate) mod date_outside_schedule;
pub(crate) mod decided_by_member;
pub(crate) mod disagreement;
pub(crate) mod duplicate_score;
pub(crate) mod evidence_level;
pub(crate) mod evidence_of_other_indicator;
pub(crate) mod final_without_reason;
pub(crate) mod level_out_of_range;
pub(crate) mod no_evidence;
pub(crate) mod no_explanation;
pub(crate) mod score_missing;
pub(crate) mod score_not_assigned;
pub(crate) mod self_inflated;
pub(crate) mod service_missing;
pub(crate) mod unknown_evidence;
pub(crate) mod unknown_indicator;
