//! How the texts of an instrument are taken out of the snapshot that the binary carries: borrowed from it, not copied.
//!
//! The models are bare of serde but for this: a bundled instrument is kept as the bytes of its own model, so that a
//! field that is added to it can't be forgotten in a mirror of it. Nothing outside of the binary has this form; what
//! others read and write has structs of its own.

use std::borrow::Cow;

use serde::{Deserialize, Deserializer};

use crate::model::decimal::Decimal;
use crate::model::instrument::{List, Wording};

/// Takes a text.
pub(super) fn text<'de: 'static, D: Deserializer<'de>>(from: D) -> Result<Wording, D::Error> {
    <&str>::deserialize(from).map(Cow::Borrowed)
}

/// Takes a text that may be absent.
pub(super) fn optional_text<'de: 'static, D: Deserializer<'de>>(from: D) -> Result<Option<Wording>, D::Error> {
    Ok(<Option<&str>>::deserialize(from)?.map(Cow::Borrowed))
}

/// Takes texts.
pub(super) fn texts<'de: 'static, D: Deserializer<'de>>(from: D) -> Result<List<Wording>, D::Error> {
    Ok(<Vec<&str>>::deserialize(from)?.into_iter().map(Cow::Borrowed).collect())
}

/// Takes texts of levels.
pub(super) fn texts_by_level<'de: 'static, D: Deserializer<'de>>(
    from: D,
) -> Result<List<(Decimal, Wording)>, D::Error> {
    let texts = <Vec<(Decimal, &str)>>::deserialize(from)?;
    Ok(texts.into_iter().map(|(level, text)| (level, Cow::Borrowed(text))).collect())
}
