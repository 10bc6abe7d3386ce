//! What served as evidence last year: a wish list, and no evidence of this year (`wanted.csv`).

use crate::diagnostic::place::Located;
use crate::model::decimal::Decimal;
use crate::model::evidence::EvidenceKind;
use crate::model::row::RowId;

/// A document that served last year.
#[derive(Clone, Debug)]
pub(crate) struct Served {
    /// The row of this evaluation that it would serve again.
    pub(crate) row: Located<RowId>,
    /// The level that it supported there.
    pub(crate) level: Option<Located<Decimal>>,
    /// The kind; absent where nobody said it.
    pub(crate) kind: Option<EvidenceKind>,
    /// The title.
    pub(crate) title: String,
    /// The unit that handed it over.
    pub(crate) unit: Option<String>,
}
