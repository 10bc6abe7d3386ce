//! Rules on levels and on what they rest on.

pub(crate) mod answer_missing;
pub(crate) mod date_outside_schedule;
pub(crate) mod decided_by_member;
pub(crate) mod disagreement;
pub(crate) mod duplicate_score;
pub(crate) mod evidence_level;
pub(crate) mod evidence_of_other_indicator;
pub(crate) mod final_above_scores;
pub(crate) mod final_without_reason;
pub(crate) mod level_out_of_range;
pub(crate) mod level_without_support;
pub(crate) mod no_evidence;
pub(crate) mod no_explanation;
pub(crate) mod not_linked;
pub(crate) mod published_value;
pub(crate) mod score_missing;
pub(crate) mod score_not_assigned;
pub(crate) mod self_inflated;
pub(crate) mod service_missing;
pub(crate) mod service_unnamed;
pub(crate) mod undated;
pub(crate) mod undecided;
pub(crate) mod unknown_evidence;
pub(crate) mod unknown_indicator;
pub(crate) mod unscored_level;
pub(crate) mod wrong_year;
