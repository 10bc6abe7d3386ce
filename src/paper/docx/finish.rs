//! What the library leaves undone: the parts of the file are finished before they are packed.
//!
//! Repeated heading rows, words for pictures, the language and the file's properties can't be said through the library,
//! and some of its ids come from counters of the whole process, so that a second file would differ from the first.

use std::collections::BTreeMap;

use docx_rs::XMLDocx;

use crate::paper::document::Document;
use crate::paper::docx::schema;
use crate::paper::docx::text::clean;
use crate::paper::docx::xml::{Element, Node};
use crate::text::language::Language;
use crate::text::xml::escaped_in_attribute;

/// The height that marks a heading row while the file is made; no row is as low as a twentieth of a point.
pub(super) const HEADING_ROW: f32 = 1.0;

/// Finishes all parts; `pictures` says what the pictures show, in their order.
pub(super) fn finish(parts: &mut XMLDocx, document: &Document, pictures: &[String]) {
    let mut links = BTreeMap::new();
    change(&mut parts.document, |root| finish_body(root, pictures, &mut links));
    change(&mut parts.document_rels, |root| rename_links(root, &links));
    change(&mut parts.styles, |root| finish_styles(root, document.language));
    change(&mut parts.numberings, |_| {});
    for footer in &mut parts.footers {
        change(footer, |_| {});
    }
    parts.settings = settings(document.language).into_bytes();
    parts.doc_props.core = properties(document).into_bytes();
}

/// Changes a part, and puts everything in it where the standard wants it.
fn change(part: &mut Vec<u8>, change: impl FnOnce(&mut Element)) {
    let xml = std::str::from_utf8(part).expect("the library writes UTF-8");
    let mut root = Element::read(xml).expect("the library writes whole elements");
    change(&mut root);
    root.each(&mut |element| {
        element.attributes.retain(|(name, _)| name != "w14:paraId");
        schema::sort(element);
    });
    *part = root.write().into_bytes();
}

fn finish_body(root: &mut Element, pictures: &[String], links: &mut BTreeMap<String, String>) {
    let mut pictures = pictures.iter().zip(1_usize..);
    root.each(&mut |element| match element.name.as_str() {
        "w:trHeight" if element.attribute("w:val") == Some("1") => *element = Element::new("w:tblHeader", &[]),
        "wp:docPr" => {
            if let Some((words, number)) = pictures.next() {
                let (number, words) = (number.to_string(), clean(words));
                let name = format!("Picture {number}");
                *element = Element::new("wp:docPr", &[("id", &number), ("name", &name), ("descr", &words)]);
            }
        }
        "w:hyperlink" => {
            for (_, id) in element.attributes.iter_mut().filter(|(name, _)| name == "r:id") {
                let next = format!("rIdLink{}", links.len() + 1);
                id.clone_from(links.entry(id.clone()).or_insert(next));
            }
        }
        _ => {}
    });
}

/// Gives the addresses the ids that the body knows them by, in the order of the body.
fn rename_links(root: &mut Element, links: &BTreeMap<String, String>) {
    for relation in root.elements() {
        for (_, id) in relation.attributes.iter_mut().filter(|(name, _)| name == "Id") {
            if let Some(renamed) = links.get(id) {
                id.clone_from(renamed);
            }
        }
    }
    let id = |node: &Node| match node {
        Node::Element(element) => element.attribute("Id").unwrap_or_default().to_owned(),
        Node::Text(_) => String::new(),
    };
    root.children.sort_by_key(|node| (id(node).len(), id(node)));
}

fn finish_styles(root: &mut Element, language: Language) {
    root.each(&mut |element| match element.name.as_str() {
        "w:rPrDefault" => {
            for properties in element.elements().filter(|element| element.name == "w:rPr") {
                let words = Element::new("w:lang", &[("w:val", locale(language)), ("w:eastAsia", locale(language))]);
                properties.children.push(Node::Element(words));
            }
        }
        "w:style" if element.attribute("w:styleId") == Some("Normal") => {
            element.attributes.insert(1, ("w:default".to_owned(), "1".to_owned()));
        }
        _ => {}
    });
}

/// The language of the text, so that Word checks the spelling by the right words.
fn locale(language: Language) -> &'static str {
    match language {
        Language::Indonesian => "id-ID",
        Language::English => "en-GB",
    }
}

/// The settings of the file; those of the library are for Japanese.
fn settings(language: Language) -> String {
    let (decimal, list) = match language {
        Language::Indonesian => (",", ";"),
        Language::English => (".", ","),
    };
    let locale = locale(language);
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <w:settings xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
         <w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"709\"/>\
         <w:characterSpacingControl w:val=\"doNotCompress\"/><w:compat>\
         <w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" \
         w:val=\"15\"/></w:compat><w:themeFontLang w:val=\"{locale}\"/><w:decimalSymbol w:val=\"{decimal}\"/>\
         <w:listSeparator w:val=\"{list}\"/></w:settings>"
    )
}

/// The properties of the file. They carry no date: the same result must give the same bytes.
fn properties(document: &Document) -> String {
    let text = |text: &str| escaped_in_attribute(&clean(text)).into_owned();
    let (title, author) = (text(&document.title), text(&document.author));
    let locale = locale(document.language);
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{title}</dc:title><dc:creator>{author}</dc:creator>\
         <dc:language>{locale}</dc:language></cp:coreProperties>"
    )
}
