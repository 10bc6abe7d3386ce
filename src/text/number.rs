//! Numbers as people write them: a decimal comma in Indonesian, a point in English.

use crate::text::language::Language;

/// Replaces the decimal point of a plain number by the language's own mark.
pub(crate) fn with_mark(number: &str, language: Language) -> String {
    match language {
        Language::Indonesian => number.replace('.', ","),
        Language::English => number.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::with_mark;
    use crate::text::language::Language;

    #[test]
    fn indonesian_writes_a_decimal_comma() {
        assert_eq!(with_mark("2.64", Language::Indonesian), "2,64");
        assert_eq!(with_mark("2.64", Language::English), "2.64");
    }
}
