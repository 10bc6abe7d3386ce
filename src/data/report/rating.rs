//! The index or its range, as every document writes it.

use serde::Serialize;

use crate::index::evaluation::{Outcome, Rated};

/// An index and its predicate.
#[derive(Serialize)]
pub(crate) struct IndexV1 {
    exact: String,
    shown: String,
    predicate: Option<String>,
}

/// The ends between which the index lies while rows are open.
#[derive(Serialize)]
pub(crate) struct RangeV1 {
    lowest: IndexV1,
    highest: IndexV1,
}

/// Writes the index, where there is one.
pub(crate) fn index_of(outcome: &Outcome, decimals: u32) -> Option<IndexV1> {
    outcome.rated().map(|rated| IndexV1::of(rated, decimals))
}

/// Writes the range, where there is no index yet.
pub(crate) fn range_of(outcome: &Outcome, decimals: u32) -> Option<RangeV1> {
    match outcome {
        Outcome::Index(_) => None,
        Outcome::Range { lowest, highest } => {
            Some(RangeV1 { lowest: IndexV1::of(lowest, decimals), highest: IndexV1::of(highest, decimals) })
        }
    }
}

impl IndexV1 {
    /// Takes an index; its predicate is null where the instrument has none for it.
    fn of(rated: &Rated, decimals: u32) -> Self {
        let Rated { exact, predicate } = rated;
        Self { exact: exact.fraction(), shown: exact.shown(decimals), predicate: predicate.clone() }
    }
}
