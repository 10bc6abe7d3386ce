//! Recommendations: what to improve, by whom, until when (`recommendations.csv`).

use jiff::civil::Date;

use crate::diagnostic::place::{Located, Place};
use crate::model::decimal::Decimal;
use crate::model::row::RowId;
use crate::text::word::{Vocabulary, Word};

/// One recommendation.
#[derive(Clone, Debug)]
pub struct Recommendation {
    /// The row of the evaluation.
    pub row: Located<RowId>,
    /// The level that it leads to.
    pub to_level: Option<Located<Decimal>>,
    /// What to do.
    pub action: Located<String>,
    /// The unit that does it.
    pub unit: Option<String>,
    /// The day until which it is due.
    pub due: Option<Located<Date>>,
    /// How urgent it is.
    pub priority: Option<String>,
    /// Who gave it; the agency itself unless something else is said.
    pub source: Source,
    /// What has become of it; open unless something else is said.
    pub state: State,
    /// Where the record stands.
    pub place: Place,
}

/// A recommendation that is still to be written and stands nowhere yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The row of the evaluation.
    pub row: RowId,
    /// The level that it leads to.
    pub to_level: Option<Decimal>,
    /// What to do, on one line.
    pub action: String,
    /// The unit that does it.
    pub unit: Option<String>,
    /// The day until which it is due.
    pub due: Option<Date>,
    /// How urgent it is.
    pub priority: Option<String>,
    /// Who gave it.
    pub source: Source,
    /// What has become of it.
    pub state: State,
}

/// How urgent a drafted recommendation is; people may write other words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Priority {
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
pub enum Source {
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
pub enum State {
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
