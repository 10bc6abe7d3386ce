//! When two names are one: case, odd spaces and the form of accented letters don't tell them apart.

use icu_normalizer::ComposingNormalizerBorrowed;

/// Returns what two names have in common that are spelt differently: composed letters, lower case, single spaces.
pub(crate) fn folded(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    ComposingNormalizerBorrowed::new_nfc().normalize(&words.join(" ").to_lowercase()).into_owned()
}

/// Tells whether two names are one.
pub(crate) fn same(one: &str, other: &str) -> bool {
    one == other || folded(one) == folded(other)
}

#[cfg(test)]
mod tests {
    use super::same;

    #[test]
    fn spelling_does_not_tell_two_names_apart() {
        assert!(same("Bagian Hukum", " bagian  HUKUM\u{a0}"));
        assert!(same("Dinas Caf\u{e9}", "Dinas Cafe\u{301}"));
        assert!(!same("Bagian Hukum", "Bagian Hukum Setda"));
    }
}
