//! What a finding is: a value that says what is wrong, where, and what to do.
//!
//! Findings are collected, never thrown: loading and checking go on after each. Places are spans of a file's bytes
//! and become line and column only when a finding is shown.

pub mod file_rules;
pub mod finding;
pub mod place;
pub mod rule;
pub mod source;
