//! Approvals: the word of the coordinator or the responsible officer on an answer (`approvals/<member>.csv`).

use jiff::civil::Date;

use crate::diagnostic::place::Located;
use crate::model::id::Id;
use crate::model::row::RowId;
use crate::text::word::{Vocabulary, Word};

/// One officer's word on one row.
#[derive(Clone, Debug)]
pub(crate) struct Approval {
    /// Whose word it is: the name of the file.
    pub(crate) by: Id,
    /// The row of the evaluation.
    pub(crate) row: Located<RowId>,
    /// The word.
    pub(crate) verdict: Verdict,
    /// The digest of what was judged, in lower-case hexadecimal.
    pub(crate) digest: Located<String>,
    /// When.
    pub(crate) date: Option<Located<Date>>,
    /// What is to be mended, or whatever else there was to say; empty where nothing was.
    pub(crate) note: String,
}

/// What an officer says of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// It may be handed in.
    Accepted,
    /// It goes back to who wrote it.
    Returned,
}

impl Vocabulary for Verdict {
    const WORDS: &'static [(Self, Word)] = &[
        (Self::Accepted, Word { code: "accepted", id: "disetujui", en: "approved" }),
        (Self::Returned, Word { code: "returned", id: "dikembalikan", en: "returned" }),
    ];
}
