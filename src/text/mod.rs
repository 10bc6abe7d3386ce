//! Languages: the bilingual text type, words of value columns, numbers and dates as people write them.
//!
//! The lowest layer; it knows nothing of evaluations.

pub mod bilingual;
pub mod date;
pub mod language;
pub mod nearest;
pub mod number;
pub mod slug;
pub mod visible;
pub mod word;
