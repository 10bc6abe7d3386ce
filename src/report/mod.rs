//! From values to bytes: one result, and one file per format that says it.
//!
//! Every renderer is a pure function of the result and a language. What is serialised has structs of its own, so that
//! a change inside never changes a published format.

pub mod averages;
pub mod csv;
pub mod json;
pub(crate) mod label;
pub(crate) mod numbers;
pub mod result;
#[cfg(test)]
pub(crate) mod testing;
