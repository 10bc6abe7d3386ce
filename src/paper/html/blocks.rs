//! The blocks of a document as HTML.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use maud::{Markup, PreEscaped, html};

use crate::paper::document::Document;
use crate::paper::document::block::{Block, Cover, Figure, Letterhead, SignatureLine};
use crate::paper::document::chart::Chart;
use crate::paper::document::look::Logo;
use crate::paper::document::span::Text;
use crate::paper::document::tone::Tone;
use crate::paper::drawing::{Drawing, svg};
use crate::paper::html::contents_label;
use crate::paper::html::table::table;
use crate::paper::html::text::text;
use crate::text::visible::visible_in_markup as clean;

/// How wide the text is on paper, in points.
const TEXT_WIDTH: f32 = 482.0;

/// Writes one block; `number` is its place in the document.
pub(super) fn block(document: &Document, number: usize, block: &Block) -> Markup {
    match block {
        Block::Cover(cover) => self::cover(document, cover),
        Block::Letterhead(head) => letterhead(document, head),
        Block::Contents { title } => contents(document, title),
        Block::Heading { level, text } => heading(number, *level, text),
        Block::Paragraph(words) | Block::Message(words) => html! { p { (text(words)) } },
        Block::List(items) => html! { ul { @for item in items { li { (text(item)) } } } },
        Block::Numbered(items) => html! { ol { @for item in items { li { (text(item)) } } } },
        Block::Figures(figures) => html! { dl class="figures" { @for figure in figures { (self::figure(figure)) } } },
        Block::Facts(facts) => self::facts(facts),
        Block::Table(content) => table(content),
        Block::Chart(chart) => self::chart(chart),
        Block::Notice { tone, text: words } => html! { p class={ "notice " (tone_class(*tone)) } { (text(words)) } },
        Block::Signatures { place, signatories, copies } => signatures(place, signatories, copies),
        Block::PageBreak => html! { div class="page-break" {} },
    }
}

/// Writes the cover; the logo has no words of its own, for the agency stands beside it in letters.
fn cover(document: &Document, cover: &Cover) -> Markup {
    html! {
        header class="cover" {
            @if let Some(logo) = &document.look.logo { img class="logo" alt="" src=(picture(logo)); }
            h1 { (clean(&cover.title)) }
            p class="subtitle" { (clean(&cover.subtitle)) }
            p class="agency" { (clean(&cover.agency)) }
            p class="lines" {
                @for (number, line) in cover.lines.iter().enumerate() {
                    @if number > 0 { br; }
                    (clean(line))
                }
            }
        }
    }
}

/// Writes the head of a letter; the logo has no words of its own, for the agency stands beside it in letters.
fn letterhead(document: &Document, head: &Letterhead) -> Markup {
    html! {
        div class="letterhead" {
            @if let Some(logo) = &document.look.logo { img alt="" src=(picture(logo)); }
            p {
                @if !head.parent.is_empty() { (clean(&head.parent)) br; }
                strong { (clean(&head.name)) }
                @for line in &head.below { br; (clean(line)) }
            }
        }
    }
}

/// Returns a logo as an address that holds the picture itself; a browser runs no script of a picture.
fn picture(logo: &Logo) -> String {
    let (kind, bytes): (&str, &[u8]) = match logo {
        Logo::Png(bytes) => ("png", bytes),
        Logo::Svg(text) => ("svg+xml", text.as_bytes()),
    };
    format!("data:image/{kind};base64,{}", STANDARD.encode(bytes))
}

/// Writes the contents: links to the chapters, without pages, which the web doesn't know.
fn contents(document: &Document, title: &str) -> Markup {
    html! {
        nav class="contents" aria-label=(contents_label(document.language).into_string()) {
            h2 { (clean(title)) }
            ul {
                @for (number, words) in document.chapters() {
                    li { a href={ "#h" (number) } { (clean(words)) } }
                }
            }
        }
    }
}

/// Writes a heading; the title of the page is the only one of level 1, so all others are one lower.
fn heading(number: usize, level: u8, words: &str) -> Markup {
    let id = format!("h{number}");
    let words = clean(words);
    match level {
        1 => html! { h2 id=(id) { (words) } },
        2 => html! { h3 id=(id) { (words) } },
        _ => html! { h4 id=(id) { (words) } },
    }
}

/// Writes a figure below its name; a remark that is empty is left out.
fn figure(figure: &Figure) -> Markup {
    html! {
        div class=(tone_class(figure.tone)) {
            dt { (clean(&figure.label)) }
            dd class="value" { (clean(&figure.value)) }
            @if !figure.remark.is_empty() { dd class="remark" { (clean(&figure.remark)) } }
        }
    }
}

/// Writes names and what they stand for; no page tears a pair apart.
fn facts(facts: &[(String, Text)]) -> Markup {
    html! {
        dl class="facts" {
            @for (label, words) in facts { div { dt { (clean(label)) } dd { (text(words)) } } }
        }
    }
}

/// Writes a chart; its title and description are part of the drawing too.
///
/// Its width is a share of the width of the text, as on paper.
fn chart(chart: &Chart) -> Markup {
    let class = if chart.width < TEXT_WIDTH { "chart small" } else { "chart" };
    let width = format!("--width:{}%", (chart.width / TEXT_WIDTH * 100.0).round());
    let drawn = |drawing: &Drawing| PreEscaped(svg::write(drawing, &chart.title, &chart.description));
    html! {
        figure class=(class) style=(width) {
            figcaption { (clean(&chart.title)) }
            // One of the two is shown, and heard, at any width.
            div class=[chart.narrow.as_ref().map(|_| "wide-screen")] { (drawn(&chart.drawing)) }
            @if let Some(narrow) = &chart.narrow { div class="narrow-screen" { (drawn(narrow)) } }
        }
    }
}

/// Writes places to sign; a name that is empty leaves its line for a hand.
fn signatures(place: &str, signatories: &[SignatureLine], copies: &str) -> Markup {
    html! {
        div class="signatures" {
            @if !place.is_empty() { p class="place" { (clean(place)) } }
            @for signatory in signatories {
                div class="signatory" {
                    p { (clean(&signatory.office)) }
                    p class="name" { (clean(&signatory.name)) }
                    p { (clean(&signatory.number)) }
                }
            }
            @if !copies.is_empty() { p class="copies" { (text(&copies.into())) } }
        }
    }
}

/// Returns the class by which the style sheet colours a figure or a notice.
fn tone_class(tone: Tone) -> &'static str {
    match tone {
        Tone::Plain => "plain",
        Tone::Good => "good",
        Tone::Attention => "attention",
    }
}
