//! The manifest: which agency is evaluated, when, with which instrument and targets (`spbe.toml`).

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::Deserialize;

use crate::diagnostic::place::Located;
use crate::diagnostic::rule::Severity;
use crate::model::decimal::Decimal;
use crate::model::row::RowId;
use crate::text::language::Language;
use crate::text::word::{Vocabulary, Word};

/// What `spbe.toml` says.
#[derive(Clone, Debug)]
pub(crate) struct Manifest {
    /// The agency that is evaluated.
    pub(crate) agency: Agency,
    /// The year of the evaluation.
    pub(crate) year: Located<u32>,
    /// The id of the instrument.
    pub(crate) instrument: Located<String>,
    /// The SHA-256 digest of `instrument.yaml` at `init`, in lower-case hexadecimal.
    pub(crate) instrument_sha256: Option<Located<String>>,
    /// The language of messages and reports.
    pub(crate) language: Option<Language>,
    /// The index that the agency wants to reach.
    pub(crate) target_index: Option<Located<Decimal>>,
    /// The level that the agency wants to reach on every indicator.
    pub(crate) target_level: Option<Located<Decimal>>,
    /// The services that are assessed, one per row.
    pub(crate) services: Vec<Service>,
    /// When each stage takes place.
    pub(crate) schedule: Schedule,
    /// The severities that the agency sets.
    pub(crate) rules: Vec<(Located<String>, Severity)>,
}

impl Manifest {
    /// Returns the rows of the services that are assessed.
    pub(crate) fn service_rows(&self) -> BTreeSet<RowId> {
        self.services.iter().map(|service| service.row.value).collect()
    }
}

/// An agency.
#[derive(Clone, Debug)]
pub(crate) struct Agency {
    /// The official name.
    pub(crate) name: String,
    /// The kind of agency.
    pub(crate) kind: AgencyKind,
    /// The region's official code.
    pub(crate) code: Option<String>,
}

/// The kinds of agency that results are compared within.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(serde::Serialize))]
pub(crate) enum AgencyKind {
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
pub(crate) struct Service {
    /// The row.
    pub(crate) row: Located<RowId>,
    /// The name of the service.
    pub(crate) name: Option<String>,
    /// The unit that runs it.
    pub(crate) unit: Option<String>,
}

/// The days of each stage.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Schedule {
    /// Instrument, team, socialisation.
    pub(crate) planning: Option<Period>,
    /// Collecting data and assessing.
    pub(crate) execution: Option<Period>,
    /// Results and recommendations.
    pub(crate) reporting: Option<Period>,
}

/// A span of days, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Period {
    /// The first day.
    pub(crate) start: Date,
    /// The last day.
    pub(crate) end: Date,
}
