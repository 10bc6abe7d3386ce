//! Recommendations: what to improve, by whom, until when (`recommendations.csv`).

use jiff::civil::Date;

use crate::diagnostic::place::{Located, Place};
use crate::model::decimal::Decimal;
use crate::model::row::RowId;
use crate::text::word::{Vocabulary, Word};

/// One recommendation.
#[derive(Clone, Debug)]
pub(crate) struct Recommendation {
    /// The row of the evaluation.
    pub(crate) row: Located<RowId>,
    /// The level that it leads to.
    pub(crate) to_level: Option<Located<Decimal>>,
    /// What to do.
    pub(crate) action: Located<String>,
    /// The unit that does it.
    pub(crate) unit: Option<String>,
    /// The day until which it is due.
    pub(crate) due: Option<Located<Date>>,
    /// How urgent it is.
    pub(crate) priority: Option<String>,
    /// Who gave it; the agency itself unless something else is said.
    pub(crate) source: Source,
    /// What has become of it; open unless something else is said.
    pub(crate) state: State,
    /// Where the record stands.
    pub(crate) place: Place,
}

/// A recommendation that is still to be written and stands nowhere yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Draft {
    /// The row of the evaluation.
    pub(crate) row: RowId,
    /// The level that it leads to.
    pub(crate) to_level: Option<Decimal>,
    /// What to do, on one line.
    pub(crate) action: String,
    /// The unit that does it.
    pub(crate) unit: Option<String>,
    /// The day until which it is due.
    pub(crate) due: Option<Date>,
    /// How urgent it is.
    pub(crate) priority: Option<String>,
    /// Who gave it.
    pub(crate) source: Source,
    /// What has become of it.
    pub(crate) state: State,
}

/// How urgent a drafted recommendation is; people may write other words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Priority {
    /// Among those that add most to the index.
    High,
    /// In between.
    Medium,
    /// Among those that add least.
    Low,
}

impl Vocabulary for Priority {
    const WORDS: &'static [(Self, Word)] = &[
        (Self::High, Word { code: "high", id: "tinggi", en: "high" }),
        (Self::Medium, Word { code: "medium", id: "sedang", en: "medium" }),
        (Self::Low, Word { code: "low", id: "rendah", en: "low" }),
    ];
}

/// Who gave a recommendation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Source {
    /// The agency's own team.
    #[default]
    Internal,
    /// The ministry's assessors.
    External,
}

impl Vocabulary for Source {
    const WORDS: &'static [(Self, Word)] = &[
        (Self::Internal, Word { code: "internal", id: "internal", en: "internal" }),
        (Self::External, Word { code: "external", id: "eksternal", en: "external" }),
    ];
}

/// What has become of a recommendation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum State {
    /// It is still to be done.
    #[default]
    Open,
    /// It was done.
    Done,
    /// It was given up.
    Dropped,
}

impl Vocabulary for State {
    const WORDS: &'static [(Self, Word)] = &[
        (Self::Open, Word { code: "open", id: "terbuka", en: "open" }),
        (Self::Done, Word { code: "done", id: "selesai", en: "done" }),
        (Self::Dropped, Word { code: "dropped", id: "dibatalkan", en: "dropped" }),
    ];
}
