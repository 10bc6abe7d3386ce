//! Documents as PDF.
//!
//! A document becomes slabs, which no page break splits; slabs fill pages; and pages are written. The numbers of pages
//! are filled in between, so that nothing is laid out twice. Fonts are embedded, all text can be selected, and screen
//! readers find headings, lists, tables and what a chart says.

mod band;
mod blocks;
mod columns;
mod composer;
mod contents;
mod cover;
mod figure;
mod file;
mod flow;
mod fonts;
mod furniture;
mod letterhead;
mod paint;
mod paragraph;
mod picture;
mod piece;
mod sheet;
mod signatures;
mod stretch;
mod structure;
mod table;
#[cfg(test)]
mod tests;
mod tiles;

use crate::paper::document::Document;
use crate::paper::document::block::Block;
use crate::paper::pdf::composer::Composer;
use crate::paper::pdf::file::Attempt;
use crate::paper::pdf::flow::Pages;
use crate::paper::pdf::piece::{Item, Slab, keep_last};
use crate::paper::pdf::structure::Structure;

/// Renders a document; the same document gives the same bytes.
pub(crate) fn render(document: &Document) -> Vec<u8> {
    // A document that can't be written as it should is set anew: that is rare, and to keep it for then takes much memory.
    let written = Attempt::ALL.into_iter().find_map(|attempt| {
        let (pages, structure) = compose(document);
        file::write(document, pages, structure, attempt).ok()
    });
    written.expect("text, rectangles and drawings of our own can always be written")
}

/// Sets all blocks on pages, with what each part of them is.
fn compose(document: &Document) -> (Pages, Structure) {
    let mut composer = Composer::new(document.look.accent, document.language);
    let blocks = document.blocks.iter().enumerate();
    let items: Vec<Item> = blocks.flat_map(|(number, block)| items(&mut composer, document, number, block)).collect();
    let mut pages = flow::fill(items);
    furniture::furnish(&mut composer, &mut pages, &document.footer);
    (pages, composer.structure)
}

/// Sets a block.
fn items(composer: &mut Composer, document: &Document, number: usize, block: &Block) -> Vec<Item> {
    let rest = document.blocks.get(number + 1..).unwrap_or_default();
    let slabs = match block {
        Block::Cover(cover) => return cover::cover(composer, cover, document.look.logo.as_ref()),
        Block::Contents { title } => return contents::contents(composer, title, document.chapters()),
        Block::PageBreak => return vec![Item::Break],
        Block::Heading { level, text } => blocks::heading(composer, number, *level, text),
        Block::Paragraph(text) | Block::Message(text) => {
            let slabs = blocks::paragraph(composer, text);
            if rest.first().is_some_and(Block::is_led_to) { keep_last(slabs) } else { slabs }
        }
        Block::List(list) => blocks::list(composer, list, false),
        Block::Numbered(list) => blocks::list(composer, list, true),
        Block::Figures(figures) => tiles::tiles(composer, figures),
        Block::Letterhead(head) => letterhead::letterhead(composer, head, document.look.logo.as_ref()),
        Block::Facts(facts) => blocks::facts(composer, facts),
        Block::Table(table) => table::table(composer, table),
        Block::Chart(chart) => blocks::chart(composer, chart),
        Block::Notice { tone, text } => blocks::notice(composer, *tone, text),
        Block::Signatures { place, signatories, copies } => {
            signatures::signatures(composer, place, signatories, &document.look.signature_tags, copies)
        }
    };
    let slabs = if is_signed(rest) { keep_last(slabs) } else { slabs };
    slabs.into_iter().map(|slab: Slab| Item::Slab(slab)).collect()
}

/// Tells whether what follows are signatures, with no more than a heading, a notice and a closing sentence above them:
/// nobody signs a page on which nothing stands that is signed.
fn is_signed(rest: &[Block]) -> bool {
    let above = |block: &&Block| matches!(block, Block::Heading { .. } | Block::Notice { .. });
    let rest = if let [Block::Paragraph(_), rest @ ..] = rest { rest } else { rest };
    matches!(rest.iter().find(|block| !above(block)), Some(Block::Signatures { .. }))
}
