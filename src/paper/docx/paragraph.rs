//! Paragraphs, and the runs of words in them.

use std::borrow::Cow;

use maud::{Markup, PreEscaped, Render, html};

use crate::paper::document::table::Align;
use crate::paper::docx::styles::hex;
use crate::text::colour::Colour;
use crate::text::visible::visible_in_markup;

/// A paragraph: its style, and what sets it apart from others of this style.
pub(super) struct Paragraph {
    style: &'static str,
    keeps_next: bool,
    begins_page: bool,
    list: Option<usize>,
    room_above: Option<u32>,
    align: Align,
    content: String,
}

/// How a run looks.
#[derive(Clone, Copy, Debug)]
pub(super) enum Ink {
    /// As its paragraph says.
    Plain,
    /// As a character style says.
    Style(&'static str),
    /// In a colour.
    Colour(Colour),
}

impl Paragraph {
    /// Begins a paragraph in a style.
    pub(super) fn new(style: &'static str) -> Self {
        Self {
            style,
            keeps_next: false,
            begins_page: false,
            list: None,
            room_above: None,
            align: Align::Start,
            content: String::new(),
        }
    }

    /// Adds runs, links, marks.
    pub(super) fn with(mut self, content: impl Render) -> Self {
        content.render_to(&mut self.content);
        self
    }

    /// Makes it stay on the page of the paragraph that follows, if it is so.
    pub(super) fn keeping_next(self, keeps_next: bool) -> Self {
        Self { keeps_next, ..self }
    }

    /// Makes it begin a page, if it is so.
    pub(super) fn beginning_page(self, begins_page: bool) -> Self {
        Self { begins_page, ..self }
    }

    /// Makes it an item of a list, by the list's number.
    pub(super) fn in_list(self, list: usize) -> Self {
        Self { list: Some(list), ..self }
    }

    /// Sets the room above it, in twips.
    pub(super) fn below_room(self, twips: u32) -> Self {
        Self { room_above: Some(twips), ..self }
    }

    /// Sets where its lines stand.
    pub(super) fn aligned(self, align: Align) -> Self {
        Self { align, ..self }
    }
}

impl Render for Paragraph {
    fn render(&self) -> Markup {
        html! {
            w:p {
                w:pPr {
                    w:pStyle w:val=(self.style) {}
                    @if self.keeps_next { w:keepNext {} }
                    @if self.begins_page { w:pageBreakBefore {} }
                    @if let Some(list) = self.list { w:numPr { w:ilvl w:val="0" {} w:numId w:val=(list) {} } }
                    @if let Some(twips) = self.room_above { w:spacing w:before=(twips) {} }
                    @match self.align {
                        Align::Start => {}
                        Align::Middle => { w:jc w:val="center" {} }
                        Align::End => { w:jc w:val="right" {} }
                    }
                }
                (PreEscaped(&self.content))
            }
        }
    }
}

/// Makes a text safe for XML: what XML forbids, or what would act on the order of a line, becomes visible.
pub(super) fn clean(text: &str) -> Cow<'_, str> {
    if text.contains("\r\n") {
        return Cow::Owned(visible_in_markup(&text.replace("\r\n", "\n")).into_owned());
    }
    visible_in_markup(text)
}

/// Writes a run of words; line breaks and tabs are kept. No words make no run.
pub(super) fn run(ink: Ink, text: &str) -> Markup {
    html! {
        @if !text.is_empty() {
            w:r {
                @match ink {
                    Ink::Plain => {}
                    Ink::Style(style) => { w:rPr { w:rStyle w:val=(style) {} } }
                    Ink::Colour(colour) => { w:rPr { w:color w:val=(hex(colour)) {} } }
                }
                @for (number, line) in clean(text).split('\n').enumerate() {
                    @if number > 0 { w:br {} }
                    @for (number, part) in line.split('\t').enumerate() {
                        @if number > 0 { w:tab {} }
                        @if !part.is_empty() { w:t xml:space="preserve" { (part) } }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use maud::Render;

    use super::{Ink, Paragraph, clean, run};
    use crate::paper::document::table::Align;

    #[test]
    fn what_xml_forbids_becomes_visible() {
        assert_eq!(clean("a\u{0}b\u{1b}c\u{fffe}d\u{ffff}"), "a\\u{0}b\\u{1b}c\\u{fffe}d\\u{ffff}");
        assert_eq!(clean("satu\r\ndua\tx"), "satu\ndua\tx");
    }

    #[test]
    fn no_letter_of_a_text_becomes_markup() {
        let xml = run(Ink::Plain, "</w:t> & \"a\" ]]>").into_string();
        assert_eq!(xml, "<w:r><w:t xml:space=\"preserve\">&lt;/w:t&gt; &amp; &quot;a&quot; ]]&gt;</w:t></w:r>");
    }

    #[test]
    fn line_breaks_tabs_and_spaces_stay() {
        let xml = run(Ink::Style("Strong"), "a\n\tb ").into_string();
        let (text, style) = ("<w:t xml:space=\"preserve\">", "<w:rPr><w:rStyle w:val=\"Strong\"></w:rStyle></w:rPr>");
        let content = format!("{style}{text}a</w:t><w:br></w:br><w:tab></w:tab>{text}b </w:t>");
        assert_eq!(xml, format!("<w:r>{content}</w:r>"));
        assert_eq!(run(Ink::Plain, "").into_string(), "");
    }

    #[test]
    fn the_properties_of_a_paragraph_stand_as_the_standard_wants_them() {
        let paragraph = Paragraph::new("Title").aligned(Align::End).below_room(9).in_list(2).beginning_page(true);
        let xml = paragraph.keeping_next(true).render().into_string();
        let names = ["pStyle", "keepNext", "pageBreakBefore", "ilvl", "numId", "spacing", "jc"];
        let places: Vec<_> = names.iter().map(|name| xml.find(&format!("<w:{name}"))).collect();
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{xml}");
    }
}
