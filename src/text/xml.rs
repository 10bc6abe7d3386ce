//! Escaping for XML, once for every format that is made of it.

use std::borrow::Cow;

/// Escapes a text for an element, or for an attribute in double quotes.
///
/// What XML can't hold at all is the caller's to [show](crate::text::visible) first.
pub(crate) fn escaped(text: &str) -> Cow<'_, str> {
    with_entities(text, entity)
}

/// Escapes a text for an attribute and keeps its line breaks, which a reader would take for spaces.
pub(crate) fn escaped_in_attribute(text: &str) -> Cow<'_, str> {
    with_entities(text, |character| if character == '\n' { Some("&#10;") } else { entity(character) })
}

/// What stands for a character that means something to XML.
fn entity(character: char) -> Option<&'static str> {
    match character {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        '"' => Some("&quot;"),
        _ => None,
    }
}

/// Replaces the characters that have an entity; a text without any is borrowed as it is.
fn with_entities(text: &str, entity: impl Fn(char) -> Option<&'static str>) -> Cow<'_, str> {
    let Some(first) = text.find(|character| entity(character).is_some()) else {
        return Cow::Borrowed(text);
    };
    let mut safe = String::with_capacity(text.len() + 16);
    safe.push_str(&text[..first]);
    for character in text[first..].chars() {
        match entity(character) {
            Some(entity) => safe.push_str(entity),
            None => safe.push(character),
        }
    }
    Cow::Owned(safe)
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::{escaped, escaped_in_attribute};

    #[test]
    fn nothing_in_a_text_ends_an_element_or_an_attribute() {
        assert_eq!(escaped("é <b a=\"1\">&amp;</b>"), "é &lt;b a=&quot;1&quot;&gt;&amp;amp;&lt;/b&gt;");
        assert_eq!(escaped_in_attribute("\"&<>"), "&quot;&amp;&lt;&gt;");
    }

    #[test]
    fn a_line_break_stays_as_it_is_in_an_element_and_is_kept_in_an_attribute() {
        assert_eq!(escaped("a\nb&"), "a\nb&amp;");
        assert_eq!(escaped_in_attribute("a\nb"), "a&#10;b");
    }

    #[test]
    fn a_text_that_means_nothing_is_not_copied() {
        assert!(matches!(escaped("Tata Kelola 'SPBE'\n"), Cow::Borrowed("Tata Kelola 'SPBE'\n")));
    }
}
