//! The manifest: which agency is evaluated, when, with which instrument and targets (`spbe.toml`).

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::diagnostic::place::{Located, Place};
use crate::diagnostic::rule::Severity;
use crate::model::decimal::Decimal;
use crate::model::row::RowId;
use crate::text::language::Language;
use crate::text::word::{Vocabulary, Word};

/// What `spbe.toml` says.
#[derive(Clone, Debug)]
pub struct Manifest {
    /// The agency that is evaluated.
    pub agency: Agency,
    /// The year of the evaluation.
    pub year: Located<u32>,
    /// The id of the instrument.
    pub instrument: Located<String>,
    /// The SHA-256 digest of `instrument.yaml` at `init`, in lower-case hexadecimal.
    pub instrument_sha256: Option<Located<String>>,
    /// The language of messages and reports.
    pub language: Option<Language>,
    /// The index that the agency wants to reach.
    pub target_index: Option<Located<Decimal>>,
    /// The level that the agency wants to reach on every indicator.
    pub target_level: Option<Located<Decimal>>,
    /// The services that are assessed, one per row.
    pub services: Vec<Service>,
    /// When each stage takes place.
    pub schedule: Schedule,
    /// The severities that the agency sets.
    pub rules: Vec<(Located<String>, Severity)>,
}

impl Manifest {
    /// Returns the rows of the services that are assessed.
    pub fn service_rows(&self) -> BTreeSet<RowId> {
        self.services.iter().map(|service| service.row.value).collect()
    }
}

/// An agency.
#[derive(Clone, Debug)]
pub struct Agency {
    /// The official name.
    pub name: String,
    /// The kind of agency.
    pub kind: AgencyKind,
    /// The region's official code.
    pub code: Option<String>,
}

/// The kinds of agency that results are compared within.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgencyKind {
    /// A ministry (*kementerian*).
    Ministry,
    /// A non-ministerial agency (*lembaga pemerintah nonkementerian*).
    Agency,
    /// Another state institution.
    Institution,
    /// A province.
    Province,
    /// A regency (*kabupaten*).
    Regency,
    /// A city (*kota*).
    City,
}

impl Vocabulary for AgencyKind {
    const WORDS: &'static [(Self, Word)] = &[
        (Self::Ministry, Word { code: "ministry", id: "kementerian", en: "ministry" }),
        (Self::Agency, Word { code: "agency", id: "lpnk", en: "agency" }),
        (Self::Institution, Word { code: "institution", id: "lembaga lain", en: "institution" }),
        (Self::Province, Word { code: "province", id: "provinsi", en: "province" }),
        (Self::Regency, Word { code: "regency", id: "kabupaten", en: "regency" }),
        (Self::City, Word { code: "city", id: "kota", en: "city" }),
    ];
}

/// A service that is a row of an indicator assessed per service.
#[derive(Clone, Debug)]
pub struct Service {
    /// The row.
    pub row: Located<RowId>,
    /// The name of the service.
    pub name: Option<String>,
    /// The unit that runs it.
    pub unit: Option<String>,
    /// Where the service stands.
    pub place: Place,
}

/// The days of each stage.
#[derive(Clone, Copy, Debug, Default)]
pub struct Schedule {
    /// Instrument, team, socialisation.
    pub planning: Option<Period>,
    /// Collecting data and assessing.
    pub execution: Option<Period>,
    /// Results and recommendations.
    pub reporting: Option<Period>,
}

/// A span of days, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    pub start: Date,
    /// The last day.
    pub end: Date,
}
