//! The canonical form of the files that commands write: one way to write each thing, for quiet diffs.
//!
//! Pure functions from text to text. A file that is no table or no TOML is refused; values that are wrong stay as they
//! are, for the rules to tell.

mod fixes;
mod table;
mod toml;

pub(crate) use self::table::{Order, table};
pub(crate) use self::toml::{aspect_findings, manifest, presentation, team};

use crate::diagnostic::finding::Finding;

/// The text in canonical form, or what stands in the way.
pub(crate) type Canonical = Result<String, Vec<Finding>>;
