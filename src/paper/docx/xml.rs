//! A small tree of XML, for the parts of a file that the library has written and that want finishing.

use crate::text::xml::escaped_in_attribute;

/// An element.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Element {
    /// The name, with its prefix.
    pub(super) name: String,
    /// The attributes, as they are written in the file.
    pub(super) attributes: Vec<(String, String)>,
    /// What stands in it.
    pub(super) children: Vec<Node>,
}

/// What stands in an element.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Node {
    /// An element.
    Element(Element),
    /// A text, as it is written in the file.
    Text(String),
}

impl Element {
    /// Makes an element without content.
    pub(super) fn new(name: &str, attributes: &[(&str, &str)]) -> Self {
        let attributes = attributes
            .iter()
            .map(|(name, value)| ((*name).to_owned(), escaped_in_attribute(value).into_owned()))
            .collect();
        Self { name: name.to_owned(), attributes, children: Vec::new() }
    }

    /// Reads an XML file; none if an element is not closed where it should be.
    pub(super) fn read(xml: &str) -> Option<Self> {
        let mut open = vec![Self::default()];
        let mut rest = xml;
        while let Some(start) = rest.find('<') {
            let (text, tag) = (&rest[..start], &rest[start + 1..]);
            if !text.is_empty() {
                open.last_mut()?.children.push(Node::Text(text.to_owned()));
            }
            let end = end_of_tag(tag)?;
            rest = &tag[end + 1..];
            let tag = &tag[..end];
            if tag.starts_with('?') {
                continue;
            }
            let closes = tag.starts_with('/');
            if !closes {
                open.push(Self::begin(tag.trim_end_matches('/')));
            }
            if closes || tag.ends_with('/') {
                let closed = open.pop().filter(|element| !closes || tag[1..].trim_end() == element.name)?;
                open.last_mut()?.children.push(Node::Element(closed));
            }
        }
        let mut outside = open.pop().filter(|_| open.is_empty())?;
        match outside.children.pop()? {
            Node::Element(root) => Some(root),
            Node::Text(_) => None,
        }
    }

    /// Writes an XML file.
    pub(super) fn write(&self) -> String {
        let mut xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n".to_owned();
        self.write_to(&mut xml);
        xml
    }

    /// Returns an attribute, as it is written in the file.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Returns the elements in it.
    pub(super) fn elements(&mut self) -> impl Iterator<Item = &mut Self> {
        self.children.iter_mut().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// Does something to every element in it and then to itself.
    pub(super) fn each(&mut self, change: &mut impl FnMut(&mut Self)) {
        for element in self.elements() {
            element.each(change);
        }
        change(self);
    }

    fn begin(tag: &str) -> Self {
        let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
        let mut element = Self::new(name, &[]);
        while let Some((name, value)) = rest.split_once("=\"") {
            let (value, after) = value.split_once('"').unwrap_or((value, ""));
            element.attributes.push((name.trim().to_owned(), value.to_owned()));
            rest = after;
        }
        element
    }

    fn write_to(&self, xml: &mut String) {
        xml.push('<');
        xml.push_str(&self.name);
        for (name, value) in &self.attributes {
            xml.push_str(&format!(" {name}=\"{value}\""));
        }
        if self.children.is_empty() {
            xml.push_str("/>");
            return;
        }
        xml.push('>');
        for child in &self.children {
            match child {
                Node::Element(element) => element.write_to(xml),
                Node::Text(text) => xml.push_str(text),
            }
        }
        xml.push_str(&format!("</{}>", self.name));
    }
}

/// Finds the `>` that ends a tag, outside of its attributes.
fn end_of_tag(tag: &str) -> Option<usize> {
    let mut quoted = false;
    tag.bytes().position(|byte| {
        quoted ^= byte == b'"';
        byte == b'>' && !quoted
    })
}

#[cfg(test)]
mod tests {
    use super::Element;

    #[test]
    fn what_is_read_is_written_again() {
        let body = "<w:a b=\"1 &gt; 0 > x\" c:d=\"\"><e/>teks &amp; <f>g</f></w:a>";
        let element = Element::read(&format!("<?xml version=\"1.0\"?>{body}")).expect("well formed");
        assert!(element.write().ends_with(&format!("\n{body}")));
        assert_eq!(element.attribute("b"), Some("1 &gt; 0 > x"));
    }

    #[test]
    fn what_is_not_closed_is_not_read() {
        for xml in ["", "<a>", "<a><b></a>", "<a><b></a></b>", "</a>", "a"] {
            assert_eq!(Element::read(xml), None, "{xml}");
        }
    }
}
