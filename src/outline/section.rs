//! The sections that a report is made of.

use crate::text::word::{Vocabulary, Word};

/// A section of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Section {
    /// The cover.
    Cover,
    /// The table of contents.
    Contents,
    /// The preface of `report.toml`.
    Preface,
    /// What the evaluation is for.
    Purpose,
    /// The result in words.
    Summary,
    /// The regulations.
    Basis,
    /// Instrument, levels, weights, stages, evidence.
    Method,
    /// The index and its predicate.
    Index,
    /// Domains and aspects, with the radar chart.
    Aspects,
    /// Strengths and weaknesses.
    Findings,
    /// What to improve.
    Recommendations,
    /// Every indicator, with the bars.
    Indicators,
    /// The ministry's result beside the agency's own.
    External,
    /// What somebody from outside looks at first: only where it is asked for.
    Risk,
    /// Who evaluated.
    Team,
    /// Who signs.
    Signatures,
    /// The documents, with their digests: an annex.
    Evidence,
    /// The sum: an annex.
    Computation,
    /// What each unit is to do, on pages that the units sign: an annex, only where it is asked for.
    FollowUp,
}

impl Section {
    /// Every section, in the order of the report.
    pub(crate) const ALL: &'static [Self] = &[
        Self::Cover,
        Self::Contents,
        Self::Preface,
        Self::Purpose,
        Self::Summary,
        Self::Basis,
        Self::Method,
        Self::Index,
        Self::Aspects,
        Self::Findings,
        Self::Recommendations,
        Self::Indicators,
        Self::External,
        Self::Risk,
        Self::Team,
        Self::Signatures,
        Self::Evidence,
        Self::Computation,
        Self::FollowUp,
    ];

    /// Returns the sections of a report that nobody asked for parts of.
    pub(crate) fn usual() -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(|section| !section.is_on_request())
    }

    /// Tells whether it is for some readers alone, and stands in no report unless it is named.
    fn is_on_request(self) -> bool {
        matches!(self, Self::Risk | Self::FollowUp)
    }

    /// Tells whether it stands behind the signatures: what is checked, not read.
    pub(crate) fn is_annex(self) -> bool {
        matches!(self, Self::Evidence | Self::Computation | Self::FollowUp)
    }
}

impl Vocabulary for Section {
    const WORDS: &'static [(Self, Word)] = &[
        (Self::Cover, Word { code: "cover", id: "sampul", en: "cover" }),
        (Self::Contents, Word { code: "contents", id: "daftar-isi", en: "contents" }),
        (Self::Preface, Word { code: "preface", id: "pengantar", en: "preface" }),
        (Self::Purpose, Word { code: "purpose", id: "tujuan", en: "purpose" }),
        (Self::Summary, Word { code: "summary", id: "ringkasan", en: "summary" }),
        (Self::Basis, Word { code: "basis", id: "dasar-hukum", en: "basis" }),
        (Self::Method, Word { code: "method", id: "metode", en: "method" }),
        (Self::Index, Word { code: "index", id: "indeks", en: "index" }),
        (Self::Aspects, Word { code: "aspects", id: "aspek", en: "aspects" }),
        (Self::Findings, Word { code: "findings", id: "temuan", en: "findings" }),
        (Self::Recommendations, Word { code: "recommendations", id: "rekomendasi", en: "recommendations" }),
        (Self::Indicators, Word { code: "indicators", id: "indikator", en: "indicators" }),
        (Self::External, Word { code: "external", id: "eksternal", en: "external" }),
        (Self::Risk, Word { code: "risk", id: "risiko", en: "risk" }),
        (Self::Team, Word { code: "team", id: "tim", en: "team" }),
        (Self::Signatures, Word { code: "signatures", id: "pengesahan", en: "signatures" }),
        (Self::Evidence, Word { code: "evidence", id: "data-dukung", en: "evidence" }),
        (Self::Computation, Word { code: "computation", id: "perhitungan", en: "computation" }),
        (Self::FollowUp, Word { code: "follow-up", id: "tindak-lanjut", en: "follow-up" }),
    ];
}
