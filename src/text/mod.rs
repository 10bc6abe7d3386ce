//! Languages: the bilingual text type, words of value columns, numbers and dates as people write them.
//!
//! The lowest layer; it knows nothing of evaluations.

pub(crate) mod bilingual;
pub(crate) mod clean;
pub(crate) mod colour;
pub(crate) mod date;
pub(crate) mod digest;
pub(crate) mod fold;
pub(crate) mod json;
pub(crate) mod language;
pub(crate) mod nearest;
pub(crate) mod number;
pub(crate) mod shell;
pub(crate) mod slug;
pub(crate) mod visible;
pub(crate) mod word;
pub(crate) mod wrap;
pub(crate) mod xml;
