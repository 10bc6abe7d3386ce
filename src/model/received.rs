//! What came in: which work sheet was handed in by whom, and when (`received.csv`).

use jiff::civil::Date;

/// A work sheet that came in.
#[derive(Clone, Debug)]
pub(crate) struct Received {
    /// Whose sheet it is, by the member's id.
    pub(crate) member: String,
    /// The day on which it was taken in.
    pub(crate) date: Option<Date>,
    /// The SHA-256 digest of the file.
    pub(crate) sha256: String,
}
