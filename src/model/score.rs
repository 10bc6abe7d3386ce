//! Scores: each evaluator's judgement, the agreed level, and the ministry's result (`scores/`).

use jiff::civil::Date;

use crate::diagnostic::place::Located;
use crate::model::decimal::Decimal;
use crate::model::id::Id;
use crate::model::row::RowId;
use crate::text::word::{Vocabulary, Word};

/// One evaluator's judgement of one row (`scores/<member>.csv`).
#[derive(Clone, Debug)]
pub(crate) struct Score {
    /// Whose judgement it is: the name of the file.
    pub(crate) by: Id,
    /// The row of the evaluation.
    pub(crate) row: Located<RowId>,
    /// The level.
    pub(crate) level: Located<Decimal>,
    /// How it was assessed.
    pub(crate) methods: Vec<Method>,
    /// When.
    pub(crate) date: Option<Located<Date>>,
    /// The ids of the evidence it rests on.
    pub(crate) evidence: Vec<Located<String>>,
    /// Facts, analysis, justification; empty where nothing is said.
    pub(crate) explanation: Located<String>,
}

/// How an indicator is assessed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Method {
    /// By its documents.
    Document,
    /// By an interview.
    Interview,
    /// By an observation in the field.
    Observation,
}

impl Vocabulary for Method {
    const WORDS: &'static [(Self, Word)] = &[
        (Self::Document, Word { code: "document", id: "dokumen", en: "document" }),
        (Self::Interview, Word { code: "interview", id: "wawancara", en: "interview" }),
        (Self::Observation, Word { code: "observation", id: "observasi", en: "observation" }),
    ];
}

/// The agreed level of a row (`scores/final.csv`).
#[derive(Clone, Debug)]
pub(crate) struct FinalScore {
    /// The row of the evaluation.
    pub(crate) row: Located<RowId>,
    /// The level.
    pub(crate) level: Located<Decimal>,
    /// When it was agreed.
    pub(crate) date: Option<Located<Date>>,
    /// The id of the member who settled it; empty where that is not known.
    pub(crate) decided_by: Option<Located<String>>,
    /// Why; empty where nothing is said.
    pub(crate) reason: Located<String>,
}

/// The agency's own answer for a row: the text that goes into the ministry's application (`scores/final.csv`).
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    /// The row of the evaluation.
    pub(crate) row: Located<RowId>,
    /// The text.
    pub(crate) text: Located<String>,
    /// Whether its record settles no level beside.
    pub(crate) alone: bool,
}

/// The ministry's level of a row at one stage (`scores/external.csv`).
#[derive(Clone, Debug)]
pub(crate) struct ExternalScore {
    /// The row of the evaluation.
    pub(crate) row: Located<RowId>,
    /// The stage of the external evaluation.
    pub(crate) stage: ExternalStage,
    /// The level.
    pub(crate) level: Located<Decimal>,
    /// What the ministry noted.
    pub(crate) note: String,
}

/// The stages of an external evaluation, in order; the latest that is present counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum ExternalStage {
    /// The assessment of documents.
    Document,
    /// The interview.
    Interview,
    /// The field visit.
    Visit,
    /// The review of what came before, where the ministry tells it apart.
    Review,
    /// The one level that was published, or the last one.
    Result,
}

impl Vocabulary for ExternalStage {
    const WORDS: &'static [(Self, Word)] = &[
        (Self::Document, Word { code: "document", id: "dokumen", en: "document" }),
        (Self::Interview, Word { code: "interview", id: "wawancara", en: "interview" }),
        (Self::Visit, Word { code: "visit", id: "visitasi", en: "visit" }),
        (Self::Review, Word { code: "review", id: "reviu", en: "review" }),
        (Self::Result, Word { code: "result", id: "hasil", en: "result" }),
    ];
}
