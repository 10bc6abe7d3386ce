//! Last cycle's result, as far as it can stand beside this one; how it is told apart is the comparison's.

use std::collections::BTreeMap;

use crate::index::evaluation::Outcome;
use crate::index::exact::Exact;
use crate::model::benchmark::BenchmarkNode;
use crate::model::decimal::Decimal;
use crate::model::row::RowId;
use crate::text::bilingual::Bilingual;

/// The result of an earlier evaluation of the same agency.
#[derive(Clone, Debug)]
pub(crate) struct Previous {
    /// Its year.
    pub(crate) year: u32,
    /// Whether it is the ministry's result: where that is whole, it is the one that was published.
    pub(crate) published: bool,
    /// Its index, or its range.
    pub(crate) outcome: Outcome,
    /// The title of its instrument, where that is another one than now.
    pub(crate) other_instrument: Option<Bilingual>,
    /// Its values of domains and aspects; none under another instrument, whose domains and aspects are others.
    pub(super) nodes: BTreeMap<BenchmarkNode, Exact>,
    /// Its levels, by the rows of now.
    pub(super) levels: BTreeMap<RowId, Decimal>,
}
