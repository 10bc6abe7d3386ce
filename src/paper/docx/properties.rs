//! The properties of the file: title, author, language. They carry no date: the same result must give the same bytes.

use maud::html;

use crate::paper::document::Document;
use crate::paper::docx::paragraph::clean;
use crate::paper::docx::part::Part;
use crate::paper::docx::settings::locale;

/// The names of the properties.
const PROPERTIES: &str = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
/// The names that the properties take from elsewhere.
const DUBLIN_CORE: &str = "http://purl.org/dc/elements/1.1/";

/// Writes the properties.
pub(super) fn part(document: &Document) -> Part {
    let properties = html! {
        cp:coreProperties xmlns:cp=(PROPERTIES) xmlns:dc=(DUBLIN_CORE) {
            dc:title { (clean(&document.title)) }
            dc:creator { (clean(&document.author)) }
            dc:language { (locale(document.language)) }
        }
    };
    let kind = Some("application/vnd.openxmlformats-package.core-properties+xml".to_owned());
    Part { kind, ..Part::xml("docProps/core.xml", properties) }
}
