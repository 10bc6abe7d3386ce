//! The key of a record: what its cells mean, however they are spelt.

use crate::model::decimal::Decimal;
use crate::model::row::RowId;
use crate::model::score::ExternalStage;
use crate::text::word::Vocabulary;

/// A key cell: rows and levels are numbers, stages are words of either language, anything else, and what is none, is a text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Key {
    /// A row of the evaluation.
    Row(RowId),
    /// A level.
    Level(Decimal),
    /// A stage of the external evaluation.
    Stage(ExternalStage),
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
            _ => None,
        };
        known.unwrap_or_else(|| Self::Text(cell.to_owned()))
    }
}
