//! Strengths and weaknesses per aspect, as the report tells them (`findings.toml`).

use crate::diagnostic::place::{Located, Place};

/// What was found about one aspect.
#[derive(Clone, Debug)]
pub struct AspectFindings {
    /// The number of the aspect.
    pub aspect: Located<u32>,
    /// What is good.
    pub strengths: Vec<String>,
    /// What is weak.
    pub weaknesses: Vec<String>,
    /// Where it stands.
    pub place: Place,
}
