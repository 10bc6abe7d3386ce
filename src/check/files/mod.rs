//! Rules on files as such: what can't be read, and what is not written as it should be.

pub(crate) mod bad_id;
pub(crate) mod bad_syntax;
pub(crate) mod bad_value;
pub(crate) mod blank;
pub(crate) mod conflict_copy;
pub(crate) mod control_character;
pub(crate) mod duplicate_key;
pub(crate) mod encoding;
pub(crate) mod litter;
pub(crate) mod misnamed_file;
pub(crate) mod missing_field;
pub(crate) mod no_gitattributes;
pub(crate) mod not_canonical;
pub(crate) mod own_column;
pub(crate) mod stray_score_file;
pub(crate) mod too_large;
pub(crate) mod unknown_field;
