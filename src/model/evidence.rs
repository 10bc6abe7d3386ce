//! Evidence: the documents, and what each supports (`evidence.csv`, `evidence-links.csv`).

use jiff::civil::Date;

use crate::diagnostic::place::Located;
use crate::model::decimal::Decimal;
use crate::model::id::Id;
use crate::model::row::RowId;
use crate::text::word::{Vocabulary, Word};

/// One document of the index.
#[derive(Clone, Debug)]
pub(crate) struct Evidence {
    /// The id.
    pub(crate) id: Located<Id>,
    /// The kind.
    pub(crate) kind: EvidenceKind,
    /// The title.
    pub(crate) title: String,
    /// The day of the document.
    pub(crate) date: Option<Located<Date>>,
    /// The unit that handed it over.
    pub(crate) unit: Option<String>,
    /// The file, relative to the workspace, or the address of a link.
    pub(crate) file: Option<Located<String>>,
    /// The SHA-256 digest of the file, in lower-case hexadecimal.
    pub(crate) sha256: Option<Located<String>>,
}

/// The kinds of evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum EvidenceKind {
    /// A document.
    Document,
    /// A picture of a screen.
    Screenshot,
    /// An interview.
    Interview,
    /// A field observation.
    Observation,
    /// An address.
    Link,
}

impl EvidenceKind {
    /// Tells whether evidence of this kind is a file with a digest.
    pub(crate) fn needs_file(self) -> bool {
        matches!(self, Self::Document | Self::Screenshot)
    }
}

impl Vocabulary for EvidenceKind {
    const WORDS: &'static [(Self, Word)] = &[
        (Self::Document, Word { code: "document", id: "dokumen", en: "document" }),
        (Self::Screenshot, Word { code: "screenshot", id: "tangkapan layar", en: "screenshot" }),
        (Self::Interview, Word { code: "interview", id: "wawancara", en: "interview" }),
        (Self::Observation, Word { code: "observation", id: "observasi", en: "observation" }),
        (Self::Link, Word { code: "link", id: "tautan", en: "link" }),
    ];
}

/// Which row a document supports, and at which level.
#[derive(Clone, Debug)]
pub(crate) struct EvidenceLink {
    /// The row of the evaluation.
    pub(crate) row: Located<RowId>,
    /// The id of the document.
    pub(crate) evidence: Located<String>,
    /// The level that it supports there.
    pub(crate) level: Option<Located<Decimal>>,
}
