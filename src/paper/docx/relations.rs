//! What a part refers to outside of itself, by ids: other parts, pictures, addresses.

use maud::{Markup, html};

use crate::paper::docx::part::{Part, RELATIONS};

/// The id of the foot of the pages.
pub(super) const FOOTER: &str = "rIdFooter1";

/// What the body refers to; it grows while the body is written.
#[derive(Default)]
pub(super) struct Relations {
    /// The addresses of the links, in their order.
    links: Vec<String>,
    /// The pictures, in their order, as PNG files.
    pictures: Vec<Vec<u8>>,
}

impl Relations {
    /// Adds an address and returns its id.
    pub(super) fn link(&mut self, address: String) -> String {
        self.links.push(address);
        link_id(self.links.len())
    }

    /// Adds a picture and returns its number, from 1.
    pub(super) fn picture(&mut self, png: Vec<u8>) -> usize {
        self.pictures.push(png);
        self.pictures.len()
    }

    /// Returns the part that says what the ids of the body mean, and the pictures.
    pub(super) fn parts(self) -> Vec<Part> {
        let body = html! {
            (relation("rIdStyles", "styles", "styles.xml"))
            (relation("rIdSettings", "settings", "settings.xml"))
            (relation("rIdNumbering", "numbering", "numbering.xml"))
            (relation(FOOTER, "footer", "footer1.xml"))
            @for (number, address) in (1..).zip(&self.links) {
                Relationship Id=(link_id(number)) Type={ (RELATIONS) "/hyperlink" } Target=(address)
                    TargetMode="External" {}
            }
            @for number in 1..=self.pictures.len() {
                (relation(&picture_id(number), "image", &format!("media/{}.png", picture_id(number))))
            }
        };
        let pictures = (1..).zip(self.pictures).map(|(number, bytes)| {
            let name = format!("word/media/{}.png", picture_id(number));
            Part { name, kind: None, bytes }
        });
        std::iter::once(Part::xml("word/_rels/document.xml.rels", relations(&body))).chain(pictures).collect()
    }
}

/// Returns the id of a picture by its number.
pub(super) fn picture_id(number: usize) -> String {
    format!("rIdImage{number}")
}

/// Says where the text and the properties are.
pub(super) fn of_package() -> Part {
    const PROPERTIES: &str = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    let parts = html! {
        (relation("rId1", "officeDocument", "word/document.xml"))
        Relationship Id="rId2" Type=(PROPERTIES) Target="docProps/core.xml" {}
    };
    Part::xml("_rels/.rels", relations(&parts))
}

/// Returns the id of a link by its number, from 1.
fn link_id(number: usize) -> String {
    format!("rIdLink{number}")
}

/// Puts relations into the element that the standard wants around them.
fn relations(all: &Markup) -> Markup {
    html! { Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships" { (all) } }
}

/// Writes a relation to another part; `kind` is the end of the address by which the standard names its kind.
fn relation(id: &str, kind: &str, target: &str) -> Markup {
    html! { Relationship Id=(id) Type={ (RELATIONS) "/" (kind) } Target=(target) {} }
}

#[cfg(test)]
mod tests {
    use super::Relations;

    #[test]
    fn an_address_keeps_its_marks() {
        let mut relations = Relations::default();
        assert_eq!(relations.link("https://a.id/?b=1&c=2".to_owned()), "rIdLink1");
        let parts = relations.parts();
        let xml = String::from_utf8_lossy(&parts[0].bytes);
        assert!(xml.contains("Target=\"https://a.id/?b=1&amp;c=2\" TargetMode=\"External\""), "{xml}");
    }

    #[test]
    fn a_picture_is_a_part_that_its_id_leads_to() {
        let mut relations = Relations::default();
        assert_eq!((relations.picture(vec![1]), relations.picture(vec![2])), (1, 2));
        let parts = relations.parts();
        let xml = String::from_utf8_lossy(&parts[0].bytes);
        assert!(xml.contains("Id=\"rIdImage2\"") && xml.contains("Target=\"media/rIdImage2.png\""), "{xml}");
        assert_eq!((parts[2].name.as_str(), parts[2].bytes.as_slice()), ("word/media/rIdImage2.png", &[2][..]));
    }
}
