//! The table of contents: a field that Word brings up to date, with its entries already in it for those who don't.

use maud::{Markup, html};

use crate::paper::document::Document;
use crate::paper::docx::paragraph::{Ink, Paragraph, run};
use crate::paper::docx::styles;
use crate::paper::docx::text::words;

/// What the field says: the chapters, as links.
const FIELD: &str = "TOC \\o \"1-1\" \\h \\z \\u";

/// The name by which the contents know a heading, by its number among the blocks.
pub(super) fn bookmark(number: usize) -> String {
    format!("_Toc{number:08}")
}

/// Makes the title and the entries.
///
/// Only Word knows on which page a heading stands, so the field is marked as out of date: Word offers to set the pages
/// when the file is opened. Until then an entry leads to its heading and says no page rather than a wrong one.
pub(super) fn contents(document: &Document, title: &str) -> Vec<Paragraph> {
    let mut lines = vec![words(styles::CONTENTS_TITLE, title)];
    let mut begin = Some(begin());
    for (number, text) in document.chapters() {
        lines.push(Paragraph::new(styles::CONTENTS).with(html! {
            @if let Some(begin) = begin.take() { (begin) }
            w:hyperlink w:anchor=(bookmark(number)) w:history="1" { (run(Ink::Plain, text)) }
        }));
    }
    lines.push(Paragraph::new(styles::SPACER).with(html! {
        @if let Some(begin) = begin { (begin) }
        w:r { w:fldChar w:fldCharType="end" {} }
    }));
    lines
}

/// Begins the field of the contents, marked as out of date, so that Word offers to set the pages.
fn begin() -> Markup {
    html! {
        w:r { w:fldChar w:fldCharType="begin" w:dirty="true" {} }
        w:r { w:instrText xml:space="preserve" { (FIELD) } }
        w:r { w:fldChar w:fldCharType="separate" {} }
    }
}

#[cfg(test)]
mod tests {
    use maud::Render;

    use super::contents;
    use crate::paper::document::Document;
    use crate::paper::document::testing::sample;

    fn fields(document: &Document) -> String {
        contents(document, "Daftar isi").iter().map(|line| line.render().into_string()).collect()
    }

    #[test]
    fn the_field_begins_before_the_first_entry_and_ends_after_the_last() {
        for document in [sample(), Document { blocks: Vec::new(), ..sample() }] {
            let xml = fields(&document);
            let kinds: Vec<&str> =
                xml.split("w:fldCharType=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
            assert_eq!(kinds, ["begin", "separate", "end"]);
            assert_eq!(xml.matches("TOC \\o &quot;1-1&quot;").count(), 1, "{xml}");
        }
    }

    #[test]
    fn every_chapter_is_an_entry_that_leads_to_it_and_no_section_is() {
        let xml = fields(&sample());
        assert_eq!(xml.matches("<w:hyperlink w:anchor=\"_Toc").count(), 2, "{xml}");
        assert!(xml.contains("Ringkasan eksekutif") && xml.contains("Pengesahan") && !xml.contains("Kekuatan"));
    }
}
