//! Running text: pieces of one style each.

/// A text of several pieces; `\n` within a piece is a line break.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Text(pub(crate) Vec<Span>);

/// A piece of text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Span {
    /// The words.
    pub(crate) text: String,
    /// How they are set.
    pub(crate) style: Style,
}

/// How a piece of text is set.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) enum Style {
    /// As running text.
    #[default]
    Plain,
    /// Strong.
    Strong,
    /// Emphasised: foreign words, titles.
    Emphasis,
    /// Smaller or paler, for what only helps to read.
    Quiet,
    /// Letter by letter, as a machine wants it: ids, digests. It may break anywhere.
    Code,
    /// A link to this address (`http` or `https` only).
    Link(String),
}

impl Text {
    /// Adds a plain piece.
    pub(crate) fn plain(self, text: impl Into<String>) -> Self {
        self.with(text, Style::Plain)
    }

    /// Adds a strong piece.
    pub(crate) fn strong(self, text: impl Into<String>) -> Self {
        self.with(text, Style::Strong)
    }

    /// Adds an emphasised piece.
    pub(crate) fn emphasis(self, text: impl Into<String>) -> Self {
        self.with(text, Style::Emphasis)
    }

    /// Adds a quiet piece.
    pub(crate) fn quiet(self, text: impl Into<String>) -> Self {
        self.with(text, Style::Quiet)
    }

    /// Adds a piece that is written letter by letter.
    pub(crate) fn code(self, text: impl Into<String>) -> Self {
        self.with(text, Style::Code)
    }

    /// Adds an address; one that no browser should follow stays plain text.
    pub(crate) fn address(self, address: &str) -> Self {
        let followed = address.starts_with("https://") || address.starts_with("http://");
        let style = if followed { Style::Link(encoded(address)) } else { Style::Plain };
        self.with(address, style)
    }

    /// Tells whether it says nothing.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.iter().all(|span| span.text.is_empty())
    }

    /// Returns the words alone.
    pub(crate) fn words(&self) -> String {
        self.0.iter().map(|span| span.text.as_str()).collect()
    }

    /// Adds a piece in a style; without words there is no piece.
    fn with(mut self, text: impl Into<String>, style: Style) -> Self {
        let text = text.into();
        if !text.is_empty() {
            self.0.push(Span { text, style });
        }
        self
    }
}

/// Encodes what no address may hold (RFC 3986), so that no file format has to mend it.
fn encoded(address: &str) -> String {
    let mut written = String::with_capacity(address.len());
    for character in address.chars() {
        if character.is_control() || character.is_whitespace() || "<>\"\\^`{|}[]".contains(character) {
            let mut bytes = [0; 4];
            for byte in character.encode_utf8(&mut bytes).bytes() {
                written.push_str(&format!("%{byte:02X}"));
            }
        } else {
            written.push(character);
        }
    }
    written
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self::default().plain(text)
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self::default().plain(text)
    }
}

#[cfg(test)]
mod tests {
    use super::{Style, Text};

    #[test]
    fn only_an_address_of_the_web_is_followed() {
        let style = |address: &str| Text::default().address(address).0[0].style.clone();
        assert_eq!(style("https://pemalangkab.go.id"), Style::Link("https://pemalangkab.go.id".to_owned()));
        assert_eq!(style("javascript:alert(1)"), Style::Plain);
        assert_eq!(style("https://a b|c\"<"), Style::Link("https://a%20b%7Cc%22%3C".to_owned()));
    }
}
