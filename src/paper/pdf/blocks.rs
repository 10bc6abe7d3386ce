//! Headings, paragraphs, lists, facts, notices and charts.

use std::num::NonZeroU16;
use std::rc::Rc;

use krilla::tagging::{ListNumbering, Tag};

use crate::paper::document::chart::Chart;
use crate::paper::document::span::Text;
use crate::paper::document::tone::Tone;
use crate::paper::pdf::band::{Band, BandCell, Ground, Reach};
use crate::paper::pdf::composer::Composer;
use crate::paper::pdf::figure::Figure;
use crate::paper::pdf::piece::{Piece, Placed, Slab, kept_with_next, spaced};
use crate::paper::pdf::sheet::{BODY, SheetColours, TEXT_WIDTH};
use crate::paper::pdf::structure::TagNode;

/// How far the items of a list are moved in.
const INDENT: f32 = 18.0;
/// The width of the names beside facts.
const NAMES: f32 = 138.0;

/// Sets a heading, which stays with what follows.
pub(crate) fn heading(composer: &mut Composer, number: usize, level: u8, text: &str) -> Vec<Slab> {
    let accent = composer.colours.accent;
    let (setting, before, after) = match level {
        1 => (composer.setting(19.0, 24.0).colour(accent), 30.0, 12.0),
        2 => (composer.setting(13.0, 17.0).colour(accent), 22.0, 6.0),
        _ => (composer.setting(10.5, 14.5), 15.0, 4.0),
    };
    let level = NonZeroU16::new(level.into()).unwrap_or(NonZeroU16::MIN);
    let node = composer.structure.root(Tag::Hn(level, Some(text.to_owned())));
    let paragraph = composer.set(&text.into(), setting.strong(), TEXT_WIDTH);
    let mut band = Band { cells: vec![BandCell::new(0.0, paragraph, Some(node))], ..Band::default() };
    if level.get() == 1 {
        band.bottom = 8.0;
        band.grounds.push(Ground { x: 0.0, width: 42.0, colour: accent, reach: Reach::Bottom(2.0) });
    }
    let mut slabs = kept_with_next(spaced(band.lines(), before, after));
    if let Some(first) = slabs.first_mut() {
        first.heading = Some(number);
    }
    slabs
}

/// Sets a paragraph.
pub(crate) fn paragraph(composer: &mut Composer, text: &Text) -> Vec<Slab> {
    let node = composer.structure.root(Tag::P);
    let paragraph = composer.set(text, composer.running(), TEXT_WIDTH);
    let band = Band { cells: vec![BandCell::new(0.0, paragraph, Some(node))], ..Band::default() };
    spaced(band.lines(), 7.0, 7.0)
}

/// Sets a list with a mark or a number before each item.
pub(crate) fn list(composer: &mut Composer, items: &[Text], numbered: bool) -> Vec<Slab> {
    let numbering = if numbered { ListNumbering::Decimal } else { ListNumbering::Disc };
    let list = composer.structure.root(Tag::L(numbering));
    let mut slabs = Vec::new();
    for (at, item) in items.iter().enumerate() {
        let mark = if numbered { format!("{}.", at + 1) } else { "•".to_owned() };
        let setting = composer.running().colour(composer.colours.accent).strong();
        let (label, body) = item_parts(composer, list);
        let mark = composer.set(&mark.into(), setting, INDENT);
        let text = composer.set(item, composer.running(), TEXT_WIDTH - INDENT);
        let cells = vec![BandCell::new(0.0, mark, Some(label)), BandCell::new(INDENT, text, Some(body))];
        slabs.extend(spaced(Band { cells, ..Band::default() }.lines(), 3.5, 3.5));
    }
    spaced(slabs, 7.0, 7.0)
}

/// Sets names and what they stand for, side by side.
pub(crate) fn facts(composer: &mut Composer, facts: &[(String, Text)]) -> Vec<Slab> {
    let list = composer.structure.root(Tag::L(ListNumbering::None));
    let mut slabs = Vec::new();
    for (name, fact) in facts {
        let (label, body) = item_parts(composer, list);
        let name = composer.set(&name.as_str().into(), composer.running().colour(SheetColours::QUIET), NAMES - 12.0);
        let fact = composer.set(fact, composer.running(), TEXT_WIDTH - NAMES);
        let cells = vec![BandCell::new(0.0, name, Some(label)), BandCell::new(NAMES, fact, Some(body))];
        slabs.extend(spaced(Band { cells, ..Band::default() }.lines(), 1.5, 1.5));
    }
    spaced(slabs, 7.0, 7.0)
}

/// Sets something that must not be overlooked: a tinted ground with a bar at its left.
pub(crate) fn notice(composer: &mut Composer, tone: Tone, text: &Text) -> Vec<Slab> {
    let node = composer.structure.root(Tag::P);
    let colour = composer.colours.tone(tone);
    let text = composer.set(text, composer.running(), TEXT_WIDTH - 28.0);
    let band = Band {
        cells: vec![BandCell::new(15.0, text, Some(node))],
        grounds: vec![
            Ground { x: 0.0, width: TEXT_WIDTH, colour: colour.tint(8), reach: Reach::Whole },
            Ground { x: 0.0, width: 3.0, colour, reach: Reach::Whole },
        ],
        top: 9.0,
        bottom: 9.0,
    };
    spaced(band.lines(), 12.0, 12.0)
}

/// Sets a chart below its title, made smaller if a page has no room for it; its description stands for it where the
/// drawing can't be read.
pub(crate) fn chart(composer: &mut Composer, chart: &Chart) -> Vec<Slab> {
    let title = composer.set(&chart.title.as_str().into(), composer.small().strong(), TEXT_WIDTH);
    let owner = (!chart.title.is_empty()).then(|| composer.structure.root(Tag::P));
    let band = Band { cells: vec![BandCell::new(0.0, title, owner)], bottom: 4.0, ..Band::default() };
    let mut slabs = if chart.title.is_empty() { Vec::new() } else { kept_with_next(band.whole(BODY / 2.0)) };
    let above: f32 = slabs.iter().map(|slab| slab.height).sum();
    let room = (BODY - above).max(BODY / 2.0);
    let scale = (TEXT_WIDTH / chart.width).min(room / chart.height).min(1.0);
    let size = (chart.width * scale, chart.height * scale);
    let node = composer.structure.root(Tag::Figure(Some(chart.description.clone())));
    let piece = Piece::Drawing { figure: Rc::new(Figure::new(composer, &chart.drawing)), size };
    let pieces = vec![Placed { x: (TEXT_WIDTH - size.0) / 2.0, y: 0.0, piece, owner: Some(node) }];
    slabs.push(Slab { height: size.1, pieces, ..Slab::default() });
    spaced(slabs, 14.0, 14.0)
}

/// Sets a caption, which stays with what it stands above.
pub(crate) fn caption(composer: &mut Composer, text: &str, owner: TagNode) -> Vec<Slab> {
    let caption = composer.set(&text.into(), composer.small().strong(), TEXT_WIDTH);
    let band = Band { cells: vec![BandCell::new(0.0, caption, Some(owner))], bottom: 4.0, ..Band::default() };
    kept_with_next(band.lines())
}

/// Adds an item to a list: what stands before it, and the item itself.
fn item_parts(composer: &mut Composer, list: TagNode) -> (TagNode, TagNode) {
    let item = composer.structure.child(list, Tag::LI);
    (composer.structure.child(item, Tag::Lbl), composer.structure.child(item, Tag::LBody))
}
