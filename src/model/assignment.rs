//! Assignments: who evaluates what, until when (`assignments.csv`).

use jiff::civil::Date;

use crate::diagnostic::place::{Located, Place};
use crate::model::row::RowId;

/// One row of `assignments.csv`.
#[derive(Clone, Debug)]
pub struct Assignment {
    /// The row of the evaluation.
    pub row: Located<RowId>,
    /// The id of the member.
    pub member: Located<String>,
    /// The day until which it is due.
    pub due: Option<Date>,
    /// Where the record stands.
    pub place: Place,
}
