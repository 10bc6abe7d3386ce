//! The text of a file, from its first page to its last.

use std::collections::VecDeque;

use maud::{Markup, html};
use rayon::prelude::*;

use crate::bilingual;
use crate::paper::document::Document;
use crate::paper::document::block::{Block, Cover};
use crate::paper::document::chart::Chart;
use crate::paper::document::table::Table;
use crate::paper::docx::flow::Flow;
use crate::paper::docx::inline::{self, Picture};
use crate::paper::docx::part::{DECLARATION, Part, RELATIONS, WORD};
use crate::paper::docx::relations::{FOOTER, Relations};
use crate::paper::docx::text::{paragraph, words};
use crate::paper::docx::{boxes, contents, cover, heading, letterhead, numbering, picture, signatures, styles, table};
use crate::text::colour::Colour;

/// A4 in twips, twentieths of a point.
const PAGE: (u32, u32) = (11_906, 16_838);
/// The margins: 2.5 cm.
const MARGIN: u32 = 1417;
/// How far head and foot stand from the edge of the page.
const EDGE: u32 = 709;

/// A text that is written, and what it needs beside itself.
pub(super) struct Written {
    /// The part that holds the text.
    pub(super) part: Part,
    /// What it refers to.
    pub(super) relations: Relations,
    /// How many lists with numbers it has.
    pub(super) numbered: usize,
}

/// Writes the text of a document.
pub(super) fn write(document: &Document) -> Written {
    let mut body = Body::new(document);
    for (number, block) in document.blocks.iter().enumerate() {
        body.block(number, block);
    }
    // The cover is the only page without a foot.
    let covered = matches!(document.blocks.first(), Some(Block::Cover(_)));
    let end = format!("{}</w:body></w:document>", section(covered).into_string());
    let part = Part::written("word/document.xml", "document.main", body.flow.finish(&end));
    Written { part, relations: body.relations, numbered: body.numbered }
}

/// Begins the part. It is written as it grows, for it may be long.
fn beginning() -> String {
    let names = format!("xmlns:w=\"{WORD}\" xmlns:r=\"{RELATIONS}\" xmlns:wp=\"{}\"", inline::NAMES);
    format!("{DECLARATION}<w:document {names}><w:body>")
}

/// What holds for all pages.
fn section(covered: bool) -> Markup {
    html! {
        w:sectPr {
            w:footerReference w:type="default" r:id=(FOOTER) {}
            w:pgSz w:w=(PAGE.0) w:h=(PAGE.1) {}
            w:pgMar w:top=(MARGIN) w:right=(MARGIN) w:bottom=(MARGIN) w:left=(MARGIN) w:header=(EDGE) w:footer=(EDGE)
                w:gutter="0" {}
            @if covered { w:titlePg {} }
        }
    }
}

/// The text while it is written, block by block, with what it refers to.
struct Body<'a> {
    document: &'a Document,
    accent: Colour,
    flow: Flow,
    relations: Relations,
    numbered: usize,
    /// The charts that are still to come, painted; none for one that can't be.
    charts: VecDeque<Option<Picture>>,
}

impl<'a> Body<'a> {
    /// Begins the text; all charts are painted here, before any block asks for one.
    fn new(document: &'a Document) -> Self {
        Self {
            document,
            accent: document.look.accent.readable(),
            flow: Flow::below(beginning()),
            relations: Relations::default(),
            numbered: 0,
            charts: painted(document),
        }
    }

    /// Writes a block; `number` is its place in the document, by which the contents know a heading.
    fn block(&mut self, number: usize, block: &Block) {
        match block {
            Block::Cover(cover) => self.cover(cover),
            Block::Contents { title } => self.flow.paragraphs(contents::contents(self.document, title)),
            Block::Heading { level, text } => self.flow.paragraph(heading::heading(number, *level, text)),
            Block::Paragraph(text) | Block::Message(text) => {
                let leads = self.document.blocks.get(number + 1).is_some_and(Block::is_led_to);
                self.flow.paragraph(paragraph(styles::BODY, text, &mut self.relations).keeping_next(leads));
            }
            Block::List(items) => self.flow.paragraphs(numbering::bullets(items, &mut self.relations)),
            Block::Numbered(items) => {
                self.flow.paragraphs(numbering::numbers(items, self.numbered, &mut self.relations));
                self.numbered += 1;
            }
            Block::Figures(figures) => boxes::figures(figures, self.accent).for_each(|grid| self.flow.table(grid)),
            Block::Letterhead(head) => {
                let logo = self.logo(&head.name, picture::LETTER);
                self.flow.table(letterhead::letterhead(head, logo, self.accent));
            }
            Block::Facts(facts) => self.flow.table(boxes::facts(facts, &mut self.relations)),
            Block::Table(table) => self.captioned(table),
            Block::Chart(chart) => self.chart(chart),
            Block::Notice { tone, text } => {
                self.flow.table(boxes::notice(*tone, text, self.accent, &mut self.relations));
            }
            Block::Signatures { place, signatories, copies } => {
                let tags = &self.document.look.signature_tags;
                self.flow.table(signatures::signatures(place, signatories, tags, copies));
            }
            Block::PageBreak => self.flow.begin_page(),
        }
    }

    /// Writes the cover on a page of its own; where it comes first, no empty page stands before it.
    fn cover(&mut self, cover: &Cover) {
        let logo = self.logo(&cover.agency, picture::COVER);
        self.flow.begin_further_page();
        self.flow.paragraphs(cover::cover(cover, logo));
        self.flow.begin_page();
    }

    /// Writes the logo with its words.
    fn logo(&mut self, agency: &str, room: (f32, f32)) -> Option<Markup> {
        let logo = self.document.look.logo.as_ref();
        let picture = logo.and_then(|logo| picture::logo(logo, room))?;
        let words = bilingual!("Logo {agency}", "Logo of {agency}");
        Some(inline::write(picture, words.get(self.document.language), &mut self.relations))
    }

    /// Writes a table below its caption, if it has one.
    fn captioned(&mut self, table: &Table) {
        if !table.caption.is_empty() {
            self.flow.paragraph(words(styles::CAPTION, &table.caption));
        }
        self.flow.table(table::table(table, self.accent, &mut self.relations));
    }

    /// Adds a chart; its words stand behind the picture, and in its place where it can't be painted.
    fn chart(&mut self, chart: &Chart) {
        self.flow.paragraph(words(styles::CAPTION, &chart.title));
        self.flow.paragraph(match self.charts.pop_front().flatten() {
            Some(picture) => inline::paragraph(inline::write(picture, &chart.description, &mut self.relations)),
            None => words(styles::BODY, &chart.description),
        });
    }
}

/// Paints the charts of a document, side by side, for nothing in a file takes as long.
fn painted(document: &Document) -> VecDeque<Option<Picture>> {
    let charts = document.blocks.iter().filter_map(|block| match block {
        Block::Chart(chart) => Some(chart),
        _ => None,
    });
    let charts: Vec<&Chart> = charts.collect();
    charts.into_par_iter().map(picture::chart).collect::<Vec<_>>().into()
}
