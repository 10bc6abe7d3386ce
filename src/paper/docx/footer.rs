//! The foot of every page: a text at the left, the page's number at the right.

use maud::{Markup, html};

use crate::paper::docx::paragraph::{Ink, Paragraph, run};
use crate::paper::docx::part::{Part, WORD};
use crate::paper::docx::styles::FOOTER;

/// Writes the foot.
pub(super) fn part(text: &str) -> Part {
    let line = Paragraph::new(FOOTER).with(html! {
        (run(Ink::Plain, text))
        w:r { w:tab {} }
        (field("PAGE"))
        (run(Ink::Plain, " / "))
        (field("NUMPAGES"))
    });
    Part::word("word/footer1.xml", "footer", html! { w:ftr xmlns:w=(WORD) { (line) } })
}

/// A number that only the program knows that shows the pages.
fn field(name: &str) -> Markup {
    html! { w:fldSimple w:instr=(name) { (run(Ink::Plain, "1")) } }
}

#[cfg(test)]
mod tests {
    use super::part;

    #[test]
    fn the_foot_says_its_text_the_page_and_how_many_there_are() {
        let part = part("Laporan & <2018>");
        let xml = String::from_utf8_lossy(&part.bytes);
        let said = ["Laporan &amp; &lt;2018&gt;", "<w:tab>", "\"PAGE\"", " / ", "\"NUMPAGES\""];
        let places: Vec<_> = said.iter().map(|words| xml.find(words)).collect();
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{xml}");
    }
}
