//! Running text: pieces become runs with a character style each.

use docx_rs::{BreakType, Hyperlink, HyperlinkType, Paragraph, Run};

use crate::paper::document::block::Tone;
use crate::paper::document::span::{Span, Style, Text};
use crate::paper::docx::styles;
use crate::text::visible::visible_in_markup;

/// Makes a text safe for XML: what XML forbids, or what would act on the order of a line, becomes visible.
pub(super) fn clean(text: &str) -> String {
    visible_in_markup(&text.replace("\r\n", "\n")).into_owned()
}

/// Makes a paragraph of plain words in a paragraph style.
pub(super) fn words(style: &str, text: &str) -> Paragraph {
    Paragraph::new().style(style).add_run(run(text))
}

/// Makes a paragraph in a paragraph style.
pub(super) fn paragraph(style: &str, text: &Text) -> Paragraph {
    toned(style, text, Tone::Plain)
}

/// Makes a paragraph whose plain words are coloured by how they stand.
pub(super) fn toned(style: &str, text: &Text, tone: Tone) -> Paragraph {
    let paragraph = Paragraph::new().style(style);
    text.0.iter().fold(paragraph, |paragraph, span| add(paragraph, span, tone))
}

/// Makes a run of plain words; line breaks and tabs are kept.
pub(super) fn run(text: &str) -> Run {
    let mut run = Run::new();
    for (number, line) in clean(text).split('\n').enumerate() {
        if number > 0 {
            run = run.add_break(BreakType::TextWrapping);
        }
        for (number, part) in line.split('\t').enumerate() {
            if number > 0 {
                run = run.add_tab();
            }
            if !part.is_empty() {
                run = run.add_text(part);
            }
        }
    }
    run
}

fn add(paragraph: Paragraph, span: &Span, tone: Tone) -> Paragraph {
    let run = run(&span.text);
    match &span.style {
        Style::Plain => paragraph.add_run(match styles::of_tone(tone) {
            Some(style) => run.style(style),
            None => run,
        }),
        Style::Strong => paragraph.add_run(run.style(styles::STRONG)),
        Style::Emphasis => paragraph.add_run(run.style(styles::EMPHASIS)),
        Style::Quiet => paragraph.add_run(run.style(styles::QUIET)),
        Style::Code => paragraph.add_run(run.style(styles::CODE)),
        Style::Link(address) => {
            let link = Hyperlink::new(clean(address), HyperlinkType::External);
            paragraph.add_hyperlink(link.add_run(run.style(styles::LINK)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn what_xml_forbids_becomes_visible() {
        assert_eq!(clean("a\u{0}b\u{1b}c\u{fffe}d\u{ffff}"), "a\\u{0}b\\u{1b}c\\u{fffe}d\\u{ffff}");
        assert_eq!(clean("satu\r\ndua\tx"), "satu\ndua\tx");
    }
}
