//! Strengths and weaknesses per aspect, as the report tells them (`findings.toml`).

use crate::diagnostic::place::Located;

/// What was found about one aspect.
#[derive(Clone, Debug)]
pub(crate) struct AspectFindings {
    /// The number of the aspect.
    pub(crate) aspect: Located<u32>,
    /// What is good.
    pub(crate) strengths: Vec<String>,
    /// What is weak.
    pub(crate) weaknesses: Vec<String>,
}
