//! A part: one file of the package that a DOCX file is.

use maud::{Markup, html};

/// The names of WordprocessingML: text, styles, lists.
pub(super) const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/// The names by which a part refers to others.
pub(super) const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/// How every part begins that is XML.
pub(super) const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
/// What all sorts of parts of a text begin with.
const WORD_PART: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// One file of the package.
pub(super) struct Part {
    /// The path in the package.
    pub(super) name: String,
    /// What sort of file it is (its content type), where the ending of its name does not tell.
    pub(super) kind: Option<String>,
    /// What it holds.
    pub(super) bytes: Vec<u8>,
}

impl Part {
    /// Makes a part of the text: `kind` is the last word of its content type.
    pub(super) fn word(name: &str, kind: &str, xml: Markup) -> Self {
        Self { kind: Some(format!("{WORD_PART}.{kind}+xml")), ..Self::xml(name, xml) }
    }

    /// Makes a part of XML.
    pub(super) fn xml(name: &str, xml: Markup) -> Self {
        let text = format!("{DECLARATION}{}", xml.into_string());
        Self { name: name.to_owned(), kind: None, bytes: text.into_bytes() }
    }

    /// Makes a part of a text that is XML already, from its declaration on.
    pub(super) fn written(name: &str, kind: &str, xml: String) -> Self {
        Self { name: name.to_owned(), kind: Some(format!("{WORD_PART}.{kind}+xml")), bytes: xml.into_bytes() }
    }
}

/// Says of every part what sort of file it is. It must be the first in the package.
pub(super) fn content_types(parts: &[Part]) -> Part {
    let kinds = parts.iter().filter_map(|part| Some((&part.name, part.kind.as_ref()?)));
    Part::xml(
        "[Content_Types].xml",
        html! {
            Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types" {
                Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml" {}
                Default Extension="xml" ContentType="application/xml" {}
                Default Extension="png" ContentType="image/png" {}
                @for (name, kind) in kinds { Override PartName={ "/" (name) } ContentType=(kind) {} }
            }
        },
    )
}
