//! The canonical form of the files that commands write: one way to write each thing, for quiet diffs.
//!
//! Pure functions from text to text. A file that can't be read whole is refused, for half of it would be lost.

mod fixes;
mod table;
mod toml;

pub use self::table::table;
pub use self::toml::{aspect_findings, manifest, team};

use crate::diagnostic::finding::Finding;
use crate::format::reading::Reading;

/// The text in canonical form, or what stands in the way.
pub type Canonical = Result<String, Vec<Finding>>;

/// Returns the text, unless reading found that it can't be read whole.
fn unless_broken(text: String, reading: Reading) -> Canonical {
    if reading.is_broken() { Err(reading.finish()) } else { Ok(text) }
}
