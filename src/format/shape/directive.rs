//! The comment by which editors find the schema of a TOML file: `#:schema ./.spbe/schema/team.json`.

/// What such a comment begins with.
const MARK: &str = "#:schema";

/// Returns the text with the comment above everything else; nothing where it has one already, of whatever schema.
///
/// Not a byte of what stands there moves against the rest, and the new line ends like the first one.
pub(crate) fn added(text: &str, schema: &str) -> Option<String> {
    let rest = text.trim_start_matches('\u{feff}');
    let comments = rest.lines().map(str::trim).take_while(|line| line.is_empty() || line.starts_with('#'));
    if comments.into_iter().any(|line| line.starts_with(MARK)) {
        return None;
    }
    let mark = &text[..text.len() - rest.len()];
    let end = if rest.split_inclusive('\n').next().is_some_and(|line| line.ends_with("\r\n")) { "\r\n" } else { "\n" };
    Some(format!("{mark}{MARK} ./{schema}{end}{rest}"))
}

#[cfg(test)]
mod tests {
    use super::added;

    #[test]
    fn the_comment_stands_first_and_only_once() {
        for (text, expected) in [
            ("# mine\nschema = 1\n", "#:schema ./a.json\n# mine\nschema = 1\n"),
            ("\u{feff}a = 1\r\nb = 2\n", "\u{feff}#:schema ./a.json\r\na = 1\r\nb = 2\n"),
            ("", "#:schema ./a.json\n"),
        ] {
            let once = added(text, "a.json").expect("a comment is added");
            assert_eq!(once, expected);
            assert_eq!(added(&once, "a.json"), None);
        }
    }

    #[test]
    fn a_schema_of_ones_own_stays() {
        assert_eq!(added("\n# mine\n  #:schema https://a.go.id/x.json\na = 1\n", "a.json"), None);
        assert!(added("a = 1\n#:schema late\n", "a.json").is_some(), "below the first key it is a comment like any");
    }
}
