//! Words of a command line as they can be pasted into any shell.

use std::borrow::Cow;

/// Puts a word into quotes where a shell would take it for several, or for something else.
///
/// Single quotes are understood by the shells of Unix and by PowerShell alike; a word with such a quote within takes double
/// ones where nothing in it is special there.
pub(crate) fn quoted(word: &str) -> Cow<'_, str> {
    let plain = |letter: char| letter.is_alphanumeric() || "-_./:@%+,=".contains(letter);
    if !word.is_empty() && word.chars().all(plain) {
        return Cow::Borrowed(word);
    }
    if !word.contains('\'') {
        return Cow::Owned(format!("'{word}'"));
    }
    if !word.contains(['"', '$', '`', '\\', '!']) {
        return Cow::Owned(format!("\"{word}\""));
    }
    Cow::Owned(format!("'{}'", word.replace('\'', "'\\''")))
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn a_word_is_quoted_only_where_a_shell_would_cut_it() {
        assert_eq!(quoted("evidence/sk-1.pdf"), "evidence/sk-1.pdf");
        assert_eq!(quoted("Notula Rapat 1.pdf"), "'Notula Rapat 1.pdf'");
        assert_eq!(quoted("Dinas Ja'far"), "\"Dinas Ja'far\"");
        assert_eq!(quoted("a'$b"), "'a'\\''$b'");
        assert_eq!(quoted(""), "''");
        assert_eq!(quoted("https://a.go.id/x?y=1&z"), "'https://a.go.id/x?y=1&z'");
    }
}
