//! Words of value columns: read in both languages, written in English.

use crate::text::language::Language;

/// One value's words.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    /// The code as it is written in files, in English.
    pub(crate) code: &'static str,
    /// The word in Indonesian, in lower case.
    pub(crate) id: &'static str,
    /// The word in English, in lower case.
    pub(crate) en: &'static str,
}

/// A closed set of values that files name by words.
pub(crate) trait Vocabulary: Copy + PartialEq + Sized + 'static {
    /// Every value with its words, in the order in which help lists them.
    const WORDS: &'static [(Self, Word)];

    /// Returns the words of this value.
    fn word(self) -> Word {
        let found = Self::WORDS.iter().find(|(value, _)| *value == self);
        found.map(|(_, word)| *word).expect("every value of a vocabulary has its words")
    }

    /// Returns the code of this value as files hold it.
    fn code(self) -> &'static str {
        self.word().code
    }

    /// Returns the word in a language.
    fn label(self, language: Language) -> &'static str {
        match language {
            Language::Indonesian => self.word().id,
            Language::English => self.word().en,
        }
    }

    /// Reads a word of either language, in any case; of several words, joined by spaces, hyphens or underscores.
    fn from_word(text: &str) -> Option<Self> {
        let spaced = |text: &str| text.replace(['-', '_'], " ");
        let folded = spaced(&text.trim().to_lowercase());
        let known = |word: &Word| [word.code, word.id, word.en].iter().any(|known| spaced(known) == folded);
        Self::WORDS.iter().find(|(_, word)| known(word)).map(|(value, _)| *value)
    }

    /// Lists the codes for a message: `` `document`, `interview` ``.
    fn codes() -> String {
        let quoted: Vec<String> = Self::WORDS.iter().map(|(_, word)| format!("`{}`", word.code)).collect();
        quoted.join(", ")
    }
}
