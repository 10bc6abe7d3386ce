//! What the ministry publishes of a result beside the levels, or without them: the index, the domains, the aspects
//! (`external-nodes.csv`).

use crate::diagnostic::place::Located;
use crate::model::benchmark::BenchmarkNode;
use crate::model::decimal::Decimal;

/// A value that the ministry published.
#[derive(Clone, Debug)]
pub(crate) struct PublishedValue {
    /// What it is the value of.
    pub(crate) node: Located<BenchmarkNode>,
    /// The value, with as many decimals as were published.
    pub(crate) value: Located<Decimal>,
}
