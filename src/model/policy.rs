//! What a receiver asks of every workspace, whatever its sender set.

use crate::diagnostic::place::Located;
use crate::diagnostic::rule::Severity;
use crate::model::decimal::Decimal;

/// A policy file.
#[derive(Clone, Debug, Default)]
pub(crate) struct ReceiverPolicy {
    /// How much rules weigh, by their ids.
    pub(crate) rules: Vec<(Located<String>, Severity)>,
    /// The least that a workspace must want to reach.
    pub(crate) least: Targets,
    /// The instruments that the receiver trusts beside those that the tool carries.
    pub(crate) instruments: Vec<TrustedInstrument>,
}

/// The targets of an evaluation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Targets {
    /// The index to reach.
    pub(crate) index: Option<Decimal>,
    /// The level to reach on every indicator.
    pub(crate) level: Option<Decimal>,
}

/// An instrument that is known by its content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TrustedInstrument {
    /// Its id.
    pub(crate) id: String,
    /// The SHA-256 digest of its file, in lower case.
    pub(crate) sha256: String,
}
