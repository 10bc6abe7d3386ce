//! What checking a bundle came to.

use crate::index::exact::Exact;
use crate::text::bilingual::Bilingual;

/// What checking a bundle came to.
#[derive(Clone, Debug, Default)]
pub(crate) struct Verified {
    /// The bundle, as it was named.
    pub(crate) bundle: String,
    /// The digest of the bag, by which both sides know that they speak of the same one; empty where it is none.
    pub(crate) receipt: String,
    /// What made it, as it says itself.
    pub(crate) agent: String,
    /// What is wrong with the bundle itself.
    pub(crate) faults: Vec<Bilingual>,
    /// How many findings at error level its workspace has.
    pub(crate) errors: usize,
    /// How many at warning level.
    pub(crate) warnings: usize,
    /// How many files are what they must be.
    pub(crate) remade: usize,
    /// The documents of another version of the tool, which can't be made again here and are only the sender's word.
    pub(crate) unverified: Vec<String>,
    /// The index that follows from the workspace in it; absent while rows are open, and where nothing can be computed.
    pub(crate) index: Option<Computed>,
}

/// An index as it was computed here.
#[derive(Clone, Debug)]
pub(crate) struct Computed {
    /// The exact value.
    pub(crate) exact: Exact,
    /// The predicate.
    pub(crate) predicate: String,
}

impl Verified {
    /// Tells whether nothing is wrong with the bundle, and nothing at error level with its workspace.
    pub(crate) fn is_sound(&self) -> bool {
        self.faults.is_empty() && self.errors == 0
    }
}
