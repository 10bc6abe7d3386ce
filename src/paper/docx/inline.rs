//! Pictures in the text: each stands in a run as one letter would.

use maud::{Markup, PreEscaped, html};

use crate::paper::docx::paragraph::{Paragraph, clean};
use crate::paper::docx::relations::{Relations, picture_id};
use crate::paper::docx::styles::PICTURE;
use crate::text::xml::escaped_in_attribute;

/// The names of drawings in a text.
pub(super) const NAMES: &str = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
/// The names of drawings.
const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
/// The names of pictures.
const PICTURES: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";

/// A picture and how large it is shown.
pub(super) struct Picture {
    /// The PNG file.
    pub(super) png: Vec<u8>,
    /// The width, in English Metric Units: 12,700 to the point.
    pub(super) width: u32,
    /// The height, in the same units.
    pub(super) height: u32,
}

/// Makes a paragraph of a picture.
pub(super) fn paragraph(picture: Markup) -> Paragraph {
    Paragraph::new(PICTURE).with(picture)
}

/// Writes a picture as a run, with the words that say what it shows.
pub(super) fn write(picture: Picture, words: &str, relations: &mut Relations) -> Markup {
    let Picture { png, width, height } = picture;
    let number = relations.picture(png);
    let (name, words) = (format!("Picture {number}"), escaped_in_attribute(&clean(words)).into_owned());
    html! {
        w:r {
            w:drawing {
                wp:inline distT="0" distB="0" distL="0" distR="0" {
                    wp:extent cx=(width) cy=(height) {}
                    wp:docPr id=(number) name=(name) descr=(PreEscaped(words)) {}
                    wp:cNvGraphicFramePr { a:graphicFrameLocks xmlns:a=(DRAWING) noChangeAspect="1" {} }
                    a:graphic xmlns:a=(DRAWING) {
                        a:graphicData uri=(PICTURES) { (shape(number, &name, (width, height))) }
                    }
                }
            }
        }
    }
}

/// Writes a picture as a rectangle that its file fills, in English Metric Units.
fn shape(number: usize, name: &str, (width, height): (u32, u32)) -> Markup {
    html! {
        pic:pic xmlns:pic=(PICTURES) {
            pic:nvPicPr {
                pic:cNvPr id=(number) name=(name) {}
                pic:cNvPicPr { a:picLocks noChangeAspect="1" {} }
            }
            pic:blipFill { a:blip r:embed=(picture_id(number)) {} a:stretch { a:fillRect {} } }
            pic:spPr {
                a:xfrm { a:off x="0" y="0" {} a:ext cx=(width) cy=(height) {} }
                a:prstGeom prst="rect" { a:avLst {} }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Picture, write};
    use crate::paper::docx::relations::Relations;

    #[test]
    fn a_picture_says_its_size_and_what_it_shows() {
        let picture = Picture { png: vec![1], width: 12_700, height: 25_400 };
        let xml = write(picture, "\"a\"\n<b>\u{1b}", &mut Relations::default()).into_string();
        assert!(xml.contains("descr=\"&quot;a&quot;&#10;&lt;b&gt;\\u{1b}\""), "{xml}");
        assert!(xml.contains("<wp:extent cx=\"12700\" cy=\"25400\">"), "{xml}");
        assert!(xml.contains("r:embed=\"rIdImage1\""), "{xml}");
    }
}
