//! Assignments: who evaluates what, until when (`assignments.csv`).

use jiff::civil::Date;

use crate::diagnostic::place::{Located, Place};
use crate::model::row::RowId;

/// One row of `assignments.csv`.
#[derive(Clone, Debug)]
pub(crate) struct Assignment {
    /// The row of the evaluation.
    pub(crate) row: Located<RowId>,
    /// The id of the member.
    pub(crate) member: Located<String>,
    /// The day until which it is due.
    pub(crate) due: Option<Date>,
    /// Where the record stands.
    pub(crate) place: Place,
}
