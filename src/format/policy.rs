//! A policy file: the `[rules]` of a receiver, in place of the sender's own.

use crate::diagnostic::place::Located;
use crate::diagnostic::rule::Severity;
use crate::format::fields::Fields;
use crate::format::manifest::severities;
use crate::format::reading::Reading;
use crate::format::toml;

/// Reads a policy file.
pub(crate) fn read(text: &str, reading: &Reading) -> Vec<(Located<String>, Severity)> {
    let Some(root) = toml::parse(text, reading) else { return Vec::new() };
    let Some(root) = Fields::open(&root, reading) else { return Vec::new() };
    let rules = root.required("rules").map(|node| severities(node, reading)).unwrap_or_default();
    root.close();
    rules
}
