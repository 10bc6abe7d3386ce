//! The key of a record: what its cells mean, however they are spelt.

use crate::model::benchmark::BenchmarkNode;
use crate::model::decimal::Decimal;
use crate::model::row::RowId;
use crate::model::score::ExternalStage;
use crate::text::word::Vocabulary;

/// A key cell: rows and levels are numbers, stages and parts are words of either language, anything else, and what is none,
/// is a text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Key {
    /// A row of the evaluation.
    Row(RowId),
    /// A level.
    Level(Decimal),
    /// A stage of the external evaluation.
    Stage(ExternalStage),
    /// A part of the instrument.
    Node(BenchmarkNode),
    /// Anything else.
    Text(String),
}

impl Key {
    /// Takes a cell as what its column holds.
    pub(crate) fn of(column: &str, cell: &str) -> Self {
        let known = match column {
            "indicator" => cell.parse().ok().map(Self::Row),
            "to_level" => Decimal::parse(cell).map(|(level, _)| Self::Level(level)),
            "stage" => ExternalStage::from_word(cell).map(Self::Stage),
            "node" => BenchmarkNode::parse(cell).map(Self::Node),
            _ => None,
        };
        known.unwrap_or_else(|| Self::Text(cell.to_owned()))
    }
}
