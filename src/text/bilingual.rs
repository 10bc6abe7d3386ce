//! A text that exists in both languages or not at all.

use std::borrow::Cow;

use serde::Deserialize;

use crate::text::language::Language;

/// A text in Indonesian and English; neither can be left out.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(serde::Serialize))]
pub(crate) struct Bilingual {
    /// The Indonesian text.
    #[serde(borrow)]
    pub(crate) id: Cow<'static, str>,
    /// The English text.
    #[serde(borrow)]
    pub(crate) en: Cow<'static, str>,
}

impl Bilingual {
    /// Makes a fixed text, usable in statics.
    pub(crate) const fn fixed(id: &'static str, en: &'static str) -> Self {
        Self { id: Cow::Borrowed(id), en: Cow::Borrowed(en) }
    }

    /// Makes a text that reads the same in both: a line of a file, a path. Usable in statics.
    pub(crate) const fn same(text: &'static str) -> Self {
        Self::fixed(text, text)
    }

    /// Makes a text from two composed strings.
    pub(crate) fn new(id: impl Into<Cow<'static, str>>, en: impl Into<Cow<'static, str>>) -> Self {
        Self { id: id.into(), en: en.into() }
    }

    /// Adds another text behind this one, in both languages.
    pub(crate) fn and(self, other: Self) -> Self {
        Self::new(format!("{}{}", self.id, other.id), format!("{}{}", self.en, other.en))
    }

    /// Returns the text in one language.
    pub(crate) fn get(&self, language: Language) -> &str {
        match language {
            Language::Indonesian => &self.id,
            Language::English => &self.en,
        }
    }
}

/// Formats a `Bilingual`: the Indonesian text first, then the English one, both with inline arguments.
#[macro_export]
macro_rules! bilingual {
    ($id:literal, $en:literal $(,)?) => {
        $crate::text::bilingual::Bilingual::new(::std::format!($id), ::std::format!($en))
    };
}
