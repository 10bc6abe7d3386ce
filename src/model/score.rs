//! Scores: each evaluator's judgement, the agreed level, and the ministry's result (`scores/`).

use jiff::civil::Date;

use crate::diagnostic::place::{Located, Place};
use crate::model::decimal::Decimal;
use crate::model::id::Id;
use crate::model::row::RowId;
use crate::text::word::{Vocabulary, Word};

/// One evaluator's judgement of one row (`scores/<member>.csv`).
#[derive(Clone, Debug)]
pub struct Score {
    /// Whose judgement it is: the name of the file.
    pub by: Id,
    /// The row of the evaluation.
    pub row: Located<RowId>,
    /// The level.
    pub level: Located<Decimal>,
    /// How it was assessed.
    pub methods: Vec<Method>,
    /// When.
    pub date: Option<Located<Date>>,
    /// The ids of the evidence it rests on.
    pub evidence: Vec<Located<String>>,
    /// Facts, analysis, justification; empty where nothing is said.
    pub explanation: Located<String>,
    /// Where the record stands.
    pub place: Place,
}

/// How an indicator is assessed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Method {
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
pub struct FinalScore {
    /// The row of the evaluation.
    pub row: Located<RowId>,
    /// The level.
    pub level: Located<Decimal>,
    /// When it was agreed.
    pub date: Option<Located<Date>>,
    /// The id of the member who settled it; empty where that is not known.
    pub decided_by: Option<Located<String>>,
    /// Why; empty where nothing is said.
    pub reason: Located<String>,
    /// Where the record stands.
    pub place: Place,
}

/// The ministry's level of a row at one stage (`scores/external.csv`).
#[derive(Clone, Debug)]
pub struct ExternalScore {
    /// The row of the evaluation.
    pub row: Located<RowId>,
    /// The stage of the external evaluation.
    pub stage: ExternalStage,
    /// The level.
    pub level: Located<Decimal>,
    /// What the ministry noted.
    pub note: String,
    /// Where the record stands.
    pub place: Place,
}

/// The stages of an external evaluation, in order; the latest that is present counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ExternalStage {
    /// The assessment of documents.
    Document,
    /// The interview.
    Interview,
    /// The field visit.
    Visit,
}

impl Vocabulary for ExternalStage {
    const WORDS: &'static [(Self, Word)] = &[
        (Self::Document, Word { code: "document", id: "dokumen", en: "document" }),
        (Self::Interview, Word { code: "interview", id: "wawancara", en: "interview" }),
        (Self::Visit, Word { code: "visit", id: "visitasi", en: "visit" }),
    ];
}
