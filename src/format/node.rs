//! One tree for TOML and YAML: scalars as they were written, lists and tables, each with its place.

use std::ops::Range;

/// A value and the bytes that it takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RawNode {
    /// The bytes of the file.
    pub(crate) span: Range<usize>,
    /// The value.
    pub(crate) value: Value,
}

/// A value of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    /// Nothing (YAML's null).
    Null,
    /// A scalar.
    Scalar(Scalar),
    /// A list.
    List(Vec<RawNode>),
    /// A table, in the order of the file.
    Table(Vec<Pair>),
}

/// A scalar, exactly as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Scalar {
    /// The text: of a string its content, of a number or date what stands in the file.
    pub(crate) text: String,
    /// How it was written.
    pub(crate) style: Style,
}

/// How a scalar was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    /// A string in quotes.
    Quoted,
    /// A TOML number, date or boolean.
    Bare,
    /// A YAML word without quotes: text, number and date alike.
    Plain,
}

/// A key and its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Pair {
    /// The key.
    pub(crate) key: String,
    /// The bytes of the key.
    pub(crate) key_span: Range<usize>,
    /// The value.
    pub(crate) node: RawNode,
}

impl RawNode {
    /// Names what this is, for messages.
    pub(crate) fn kind(&self) -> Kind {
        match &self.value {
            Value::Null => Kind::Nothing,
            Value::Scalar(scalar) if scalar.style == Style::Bare => Kind::Bare,
            Value::Scalar(_) => Kind::Text,
            Value::List(_) => Kind::List,
            Value::Table(_) => Kind::Table,
        }
    }
}

/// What a node is, for messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Null.
    Nothing,
    /// A number, date or boolean without quotes.
    Bare,
    /// A text.
    Text,
    /// A list.
    List,
    /// A table.
    Table,
}
