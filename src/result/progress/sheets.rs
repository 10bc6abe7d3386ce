//! What became of the work sheets, and what git does not hold yet: what lies beside the tables of a workspace.

use jiff::civil::Date;

use crate::text::word::{Vocabulary, Word};

/// What lies beside the tables.
#[derive(Clone, Debug, Default)]
pub(crate) struct Beside {
    /// The work sheets, in the order of members; those of nobody known last.
    pub(crate) sheets: Vec<Sheet>,
    /// The files that git does not hold as they are; absent where there is no git.
    pub(crate) uncommitted: Option<Vec<String>>,
}

/// A work sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sheet {
    /// Whose it is, by the member's id; absent where it can't be told.
    pub(crate) member: Option<String>,
    /// What became of it.
    pub(crate) state: SheetState,
    /// Where it lies, while something in it is not in the workspace.
    pub(crate) file: Option<String>,
    /// The day on which it was last taken in.
    pub(crate) date: Option<Date>,
}

/// What became of a work sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SheetState {
    /// It was made, and has not come back.
    Sent,
    /// It lies here with something that is not in the workspace.
    Returned,
    /// What it says is in the workspace.
    In,
}

impl Vocabulary for SheetState {
    const WORDS: &'static [(Self, Word)] = &[
        (Self::Sent, Word { code: "sent", id: "terkirim", en: "sent" }),
        (Self::Returned, Word { code: "returned", id: "kembali", en: "returned" }),
        (Self::In, Word { code: "in", id: "masuk", en: "in" }),
    ];
}
