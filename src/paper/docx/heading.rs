//! Headings, each with a mark that the contents lead to.

use maud::html;

use crate::paper::docx::contents::bookmark;
use crate::paper::docx::paragraph::{Ink, Paragraph, run};
use crate::paper::docx::styles::HEADINGS;

/// Makes a heading; `number` is its place among the blocks.
pub(super) fn heading(number: usize, level: u8, text: &str) -> Paragraph {
    let style = HEADINGS[usize::from(level.clamp(1, 3)) - 1];
    Paragraph::new(style).with(html! {
        w:bookmarkStart w:id=(number) w:name=(bookmark(number)) {}
        (run(Ink::Plain, text))
        w:bookmarkEnd w:id=(number) {}
    })
}

#[cfg(test)]
mod tests {
    use maud::Render;

    use super::heading;

    #[test]
    fn a_heading_has_the_style_of_its_level_and_a_mark_around_its_words() {
        for (level, style) in [(1, "Heading1"), (2, "Heading2"), (3, "Heading3"), (9, "Heading3")] {
            let xml = heading(7, level, "Ringkasan").render().into_string();
            assert!(xml.contains(&format!("<w:pStyle w:val=\"{style}\">")), "{xml}");
            let words = xml.find("Ringkasan").expect("the words");
            assert!(xml.find("w:name=\"_Toc00000007\"").is_some_and(|start| start < words), "{xml}");
            assert!(xml.find("<w:bookmarkEnd w:id=\"7\">").is_some_and(|end| end > words), "{xml}");
        }
    }
}
