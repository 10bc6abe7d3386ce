//! The two languages in which `spbe` speaks.

/// A language of messages and reports.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Language {
    /// Bahasa Indonesia, the language of the regulations.
    Indonesian,
    /// English, the fallback where nothing else is asked for.
    #[default]
    English,
}

impl Language {
    /// Reads a language code (`id` or `en`).
    pub(crate) fn from_code(code: &str) -> Option<Self> {
        match code {
            "id" => Some(Self::Indonesian),
            "en" => Some(Self::English),
            _ => None,
        }
    }

    /// Reads a locale such as `id_ID.UTF-8`; one that names neither language says nothing.
    pub(crate) fn from_locale(locale: &str) -> Option<Self> {
        let code = locale.split(['_', '.', '@', '-']).next()?;
        Self::from_code(&code.to_ascii_lowercase())
    }

    /// Returns the language code (`id` or `en`).
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Indonesian => "id",
            Self::English => "en",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn a_locale_names_its_language() {
        assert_eq!(Language::from_locale("id_ID.UTF-8"), Some(Language::Indonesian));
        assert_eq!(Language::from_locale("en-GB"), Some(Language::English));
        assert_eq!(Language::from_locale("C.UTF-8"), None);
    }
}
