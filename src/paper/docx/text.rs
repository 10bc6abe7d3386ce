//! Running text: pieces become runs with a character style each.

use maud::{Markup, html};

use crate::paper::document::span::{Span, Style, Text};
use crate::paper::document::tone::Tone;
use crate::paper::docx::paragraph::{Ink, Paragraph, clean, run};
use crate::paper::docx::relations::Relations;
use crate::paper::docx::styles;

/// Makes a paragraph of plain words.
pub(super) fn words(style: &'static str, text: &str) -> Paragraph {
    Paragraph::new(style).with(run(Ink::Plain, text))
}

/// Makes a paragraph of running text.
pub(super) fn paragraph(style: &'static str, text: &Text, relations: &mut Relations) -> Paragraph {
    toned(style, text, Tone::Plain, relations)
}

/// Makes a paragraph whose plain words are coloured by how they stand.
pub(super) fn toned(style: &'static str, text: &Text, tone: Tone, relations: &mut Relations) -> Paragraph {
    text.0.iter().fold(Paragraph::new(style), |paragraph, span| paragraph.with(piece(span, tone, relations)))
}

/// Makes a run of a piece; a link becomes a relation too, and the tone colours none but plain words.
fn piece(span: &Span, tone: Tone, relations: &mut Relations) -> Markup {
    let ink = match &span.style {
        Style::Plain => styles::of_tone(tone).map_or(Ink::Plain, Ink::Style),
        Style::Strong => Ink::Style(styles::STRONG),
        Style::Emphasis => Ink::Style(styles::EMPHASIS),
        Style::Quiet => Ink::Style(styles::QUIET),
        Style::Code => Ink::Style(styles::CODE),
        Style::Link(address) => {
            let id = relations.link(clean(address).into_owned());
            return html! { w:hyperlink r:id=(id) { (run(Ink::Style(styles::LINK), &span.text)) } };
        }
    };
    run(ink, &span.text)
}

#[cfg(test)]
mod tests {
    use maud::Render;

    use super::{paragraph, toned};
    use crate::paper::document::span::Text;
    use crate::paper::document::tone::Tone;
    use crate::paper::docx::relations::Relations;
    use crate::paper::docx::styles::BODY;

    #[test]
    fn every_piece_has_the_style_of_its_kind() {
        let text = Text::from("a").strong("b").emphasis("c").quiet("d").code("e").address("https://f.id");
        let xml = paragraph(BODY, &text, &mut Relations::default()).render().into_string();
        let styles: Vec<&str> =
            xml.split("<w:rStyle w:val=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert_eq!(styles, ["Strong", "Emphasis", "Quiet", "Code", "Hyperlink"]);
    }

    #[test]
    fn a_tone_colours_the_plain_words_alone() {
        let xml = toned(BODY, &Text::from("1").strong("2"), Tone::Attention, &mut Relations::default());
        let xml = xml.render().into_string();
        assert_eq!((xml.matches("\"Attention\"").count(), xml.matches("\"Strong\"").count()), (1, 1), "{xml}");
    }
}
