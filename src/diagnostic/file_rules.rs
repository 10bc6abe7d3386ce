//! The names of the rules that speak while files are read.
//!
//! Readers push findings under these names; severity and documentation stand with the other rules, in `check`.

/// The file can't be read as what it is.
pub(crate) const BAD_SYNTAX: &str = "bad-syntax";
/// Something required is absent.
pub(crate) const MISSING_FIELD: &str = "missing-field";
/// Something is there that nobody reads.
pub(crate) const UNKNOWN_FIELD: &str = "unknown-field";
/// A column that no reader asks for, as people add for themselves.
pub(crate) const OWN_COLUMN: &str = "own-column";
/// The same key stands twice.
pub(crate) const DUPLICATE_KEY: &str = "duplicate-key";
/// A value is not one that this field can hold.
pub(crate) const BAD_VALUE: &str = "bad-value";
/// A text says nothing where something is asked.
pub(crate) const BLANK: &str = "blank";
/// An id has characters that ids don't have.
pub(crate) const BAD_ID: &str = "bad-id";
/// A file is larger than any evaluation needs; it is read no further.
pub(crate) const TOO_LARGE: &str = "too-large";
/// A file is not UTF-8.
pub(crate) const ENCODING: &str = "encoding";
/// A character that nobody sees, or that would act on a terminal.
pub(crate) const CONTROL_CHARACTER: &str = "control-character";
/// A value is understood, but is not written the usual way.
pub(crate) const NOT_CANONICAL: &str = "not-canonical";

/// The rules by which a file could not be read whole: the cause of what seems to be missing.
pub(crate) const UNREADABLE: [&str; 2] = [BAD_SYNTAX, TOO_LARGE];
