//! Running text as HTML.

use maud::{Markup, html};

use crate::paper::document::span::{Style, Text};
use crate::text::visible::visible_in_markup as clean;

/// Writes a text.
pub(super) fn text(text: &Text) -> Markup {
    html! {
        @for span in &text.0 {
            @match &span.style {
                Style::Plain => { (lines(&span.text)) }
                Style::Strong => { strong { (lines(&span.text)) } }
                Style::Emphasis => { em { (lines(&span.text)) } }
                Style::Quiet => { span class="quiet" { (lines(&span.text)) } }
                Style::Code => { code { (lines(&span.text)) } }
                Style::Link(address) => { a href=(clean(address)) { (lines(&span.text)) } }
            }
        }
    }
}

/// Writes words, with their line breaks.
fn lines(words: &str) -> Markup {
    html! {
        @for (number, line) in words.split('\n').enumerate() {
            @if number > 0 { br; }
            (clean(line.trim_end_matches('\r')))
        }
    }
}
