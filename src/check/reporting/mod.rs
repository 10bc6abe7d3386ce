//! Rules on what the report is to say: recommendations, strengths and weaknesses.

pub(crate) mod aspect_without_findings;
pub(crate) mod duplicate_recommendation;
pub(crate) mod logo_unusable;
pub(crate) mod no_recommendation;
pub(crate) mod no_target;
pub(crate) mod recommendation_incomplete;
pub(crate) mod unknown_aspect;
