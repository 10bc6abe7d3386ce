//! What a finding is: a value that says what is wrong, where, and what to do.
//!
//! Findings are collected, never thrown: loading and checking go on after each. Places are spans of a file's bytes
//! and become line and column only when a finding is shown.

pub(crate) mod file_rules;
pub(crate) mod finding;
pub(crate) mod place;
pub(crate) mod rule;
pub(crate) mod source;
