//! The language of help: texts stand beside their arguments in both languages and one is picked here.

use std::cell::Cell;

use crate::text::language::Language;

thread_local! {
    static LANGUAGE: Cell<Language> = const { Cell::new(Language::English) };
}

/// Runs something while help speaks a language.
///
/// The argument parser asks for its texts in functions that take no arguments; this is how they learn the language.
pub(super) fn speaking<T>(language: Language, run: impl FnOnce() -> T) -> T {
    let before = LANGUAGE.replace(language);
    let value = run();
    LANGUAGE.set(before);
    value
}

/// Picks the text of the language that help speaks.
pub(super) fn say(id: &'static str, en: &'static str) -> &'static str {
    match LANGUAGE.get() {
        Language::Indonesian => id,
        Language::English => en,
    }
}
