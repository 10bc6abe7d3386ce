//! Documents as one HTML file: no script, nothing loaded from anywhere, for a screen, a phone, paper and ears.

mod blocks;
mod table;
mod text;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::bilingual;
use crate::paper::document::Document;
use crate::paper::document::block::Block;
use crate::text::language::Language;
use crate::text::visible::visible_in_markup as clean;

/// What a browser may load for this page: nothing but the styles and pictures that are in it.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/// Renders a document.
pub(crate) fn render(document: &Document) -> String {
    let title = clean(&document.title);
    let covered = document.blocks.iter().any(|block| matches!(block, Block::Cover(_)));
    let page = html! {
        (DOCTYPE)
        html lang=(document.language.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="author" content=(clean(&document.author));
                title { (title) }
                style { (PreEscaped(style(document))) }
            }
            body {
                main {
                    @if !covered { h1 class="unseen" { (title) } }
                    @for (number, block) in document.blocks.iter().enumerate() {
                        (blocks::block(document, number, block))
                    }
                }
                footer { (clean(&document.footer)) }
            }
        }
    };
    let mut text = page.into_string();
    text.push('\n');
    text
}

/// Returns the styles with the colours of the agency.
fn style(document: &Document) -> String {
    let accent = document.look.accent.readable();
    let page = match document.language {
        Language::Indonesian => "Halaman",
        Language::English => "Page",
    };
    include_str!("style.css")
        .replace("$accent", &accent.to_string())
        .replace("$tint", &accent.tint(9).to_string())
        .replace("$shade", &accent.tint(22).to_string())
        .replace("$page", page)
}

/// Names a part of the page for those who hear it.
fn contents_label(language: Language) -> Markup {
    html! { (bilingual!("Daftar isi", "Contents").get(language)) }
}

#[cfg(test)]
mod tests {
    use super::render;
    use crate::paper::document::testing::sample;

    #[test]
    fn what_a_user_wrote_never_becomes_markup() {
        let page = render(&sample());
        assert!(!page.contains("<script"), "{page}");
        assert!(page.contains("=1+1 &lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp;"), "{page}");
        assert!(page.contains("<title>Laporan &lt;2018&gt;</title>"));
    }

    #[test]
    fn nothing_is_loaded_and_headings_come_in_order() {
        let page = render(&sample());
        for word in ["src=\"http", "@import", "url(", "<link"] {
            assert!(!page.contains(word), "{word}");
        }
        let levels: Vec<u32> = page.split("<h").skip(1).filter_map(|rest| rest.chars().next()?.to_digit(10)).collect();
        assert_eq!(levels[0], 1);
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{levels:?}");
        assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1);
    }

    #[test]
    fn a_table_says_what_its_headings_head() {
        let page = render(&sample());
        assert!(page.contains("<th scope=\"col\""));
        assert!(page.contains("<caption>Indikator</caption>"));
        assert_eq!(page.matches("<tr").count(), 1 + 1 + 60 + 1, "head, group, rows and detail");
    }

    #[test]
    fn characters_that_no_page_may_hold_are_shown() {
        let mut document = sample();
        document.title = "a\u{0}b\u{ffff}\u{1b}".to_owned();
        let page = render(&document);
        assert!(page.contains("<title>a\\u{0}b\\u{ffff}\\u{1b}</title>"), "{}", &page[..400]);
    }

    #[test]
    fn a_document_without_a_cover_still_has_its_title_as_the_first_heading() {
        let mut document = sample();
        document.blocks.remove(0);
        assert!(render(&document).contains("<h1 class=\"unseen\">Laporan &lt;2018&gt;</h1>"));
    }
}
