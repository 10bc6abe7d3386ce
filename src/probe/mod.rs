//! What benches, fuzz targets and the integration tests ask of the inside, one function each.
//!
//! These doors are the whole public surface beside [`crate::cli::run`]: whatever they need stays the crate's own.

pub mod bench;
pub mod fuzz;

use crate::check::registry;
use crate::data;
use crate::store::hash;

/// Returns the id of every rule, in the order of the README.
pub fn rule_ids() -> Vec<&'static str> {
    registry::rules().map(|rule| rule.id).collect()
}

/// Writes the table of rules into a README, between its marks; none where the marks are missing.
pub fn with_table_of_rules(readme: &str) -> Option<String> {
    let (before, rest) = readme.split_once(data::rules::TABLE_BEGINS)?;
    let (_, after) = rest.split_once(data::rules::TABLE_ENDS)?;
    Some(format!("{before}{}{after}", data::rules::markdown(registry::rules())))
}

/// Returns the SHA-256 digest of some bytes, in lower-case hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    hash::bytes(bytes)
}
