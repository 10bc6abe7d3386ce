//! Pages to the file: glyphs, colours and links, each with the part of the document that it belongs to.

use std::ops::Range;

use krilla::action::{Action, LinkAction};
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::color::rgb;
use krilla::destination::{Destination, XyzDestination};
use krilla::geom::{PathBuilder, Point, Rect, Size, Transform};
use krilla::num::NormalizedF32;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, SpanTag, Tag};
use krilla::text::{GlyphId, KrillaGlyph};
use krilla_svg::{SurfaceExt, SvgSettings};
use parley::{Cluster, Line, Run};

use crate::paper::pdf::flow::{Page, Place};
use crate::paper::pdf::fonts;
use crate::paper::pdf::paragraph::{Ink, Paragraph};
use crate::paper::pdf::piece::{Piece, Placed};
use crate::paper::pdf::sheet::{LEFT, TOP};
use crate::paper::pdf::structure::{Node, Structure};

/// A place to follow, once the page is painted.
pub(crate) struct Hotspot {
    /// What is followed.
    pub(crate) annotation: Annotation,
    /// The link that it belongs to.
    pub(crate) owner: Node,
}

/// Paints one page.
pub(crate) struct Painter<'p, 's> {
    /// Where to paint.
    pub(crate) surface: &'p mut Surface<'s>,
    /// The parts of the document.
    pub(crate) structure: &'p mut Structure,
    /// The number of the page, from 0.
    pub(crate) page: usize,
    /// Where each heading stands.
    pub(crate) place: &'p dyn Fn(usize) -> Option<Place>,
    /// The links of the page.
    pub(crate) hotspots: Vec<Hotspot>,
}

/// Glyphs of one face and one ink, one after the other on a line.
struct Stretch {
    x: f32,
    ink: Ink,
    /// No font has its characters.
    unknown: bool,
    range: Range<usize>,
    glyphs: Vec<KrillaGlyph>,
    width: f32,
}

/// Returns where a heading stands, for bookmarks and links.
pub(crate) fn destination(place: Place) -> XyzDestination {
    // A little above, so that the heading does not stick to the edge of the window.
    XyzDestination::new(place.page, Point::from_xy(LEFT, TOP + place.y - 8.0))
}

fn fill(colour: [u8; 3]) -> Fill {
    let [red, green, blue] = colour;
    Fill { paint: rgb::Color::new(red, green, blue).into(), opacity: NormalizedF32::ONE, ..Fill::default() }
}

impl Painter<'_, '_> {
    /// Paints all that stands on a page.
    pub(crate) fn paint(&mut self, page: &Page, with_pictures: bool) {
        for placed in &page.pieces {
            let (x, y) = (LEFT + placed.x, TOP + placed.y);
            match &placed.piece {
                Piece::Lines { paragraph, lines } => self.lines(paragraph, lines.clone(), (x, y), placed.owner),
                Piece::Fill { size, colour } => self.rectangle(x, y, *size, colour.0),
                Piece::Drawing { tree, size } => self.figure((x, y), *size, placed.owner, |surface, size| {
                    surface.draw_svg(tree, size, SvgSettings::default());
                }),
                Piece::Picture { image, size } if with_pictures => {
                    self.figure((x, y), *size, placed.owner, |surface, size| surface.draw_image(image.clone(), size));
                }
                Piece::Jump { heading, title, size } => self.jump(placed, *heading, title, *size),
                Piece::Picture { .. } | Piece::PageOf { .. } => {}
            }
        }
    }

    /// Paints something that belongs to a part of the document, or decorates it.
    fn tagged(&mut self, owner: Option<Node>, tag: ContentTag<'_>, paint: impl FnOnce(&mut Surface<'_>)) {
        let decoration = ContentTag::Artifact(Artifact::with_kind(ArtifactType::Other));
        let content = self.surface.start_tagged(if owner.is_some() { tag } else { decoration });
        paint(self.surface);
        self.surface.end_tagged();
        if let Some(owner) = owner {
            self.structure.content(owner, content);
        }
    }

    fn rectangle(&mut self, x: f32, y: f32, (width, height): (f32, f32), colour: [u8; 3]) {
        let Some(rect) = Rect::from_xywh(x, y, width, height) else { return };
        let mut path = PathBuilder::new();
        path.push_rect(rect);
        let Some(path) = path.finish() else { return };
        self.tagged(None, ContentTag::Other, |surface| {
            surface.set_fill(Some(fill(colour)));
            surface.draw_path(&path);
        });
    }

    /// Paints a drawing or a picture at its place.
    fn figure(
        &mut self,
        (x, y): (f32, f32),
        (width, height): (f32, f32),
        owner: Option<Node>,
        paint: impl FnOnce(&mut Surface<'_>, Size),
    ) {
        let Some(size) = Size::from_wh(width, height) else { return };
        if let (Some(owner), Some(rect)) = (owner, Rect::from_xywh(x, y, width, height)) {
            self.structure.bounds(owner, self.page, rect);
        }
        self.tagged(owner, ContentTag::Other, |surface| {
            surface.push_transform(&Transform::from_translate(x, y));
            paint(surface, size);
            surface.pop();
        });
    }

    /// Paints lines of a paragraph, the first of them at a place.
    fn lines(&mut self, paragraph: &Paragraph, lines: Range<usize>, (x, y): (f32, f32), owner: Option<Node>) {
        for (at, line) in lines.filter_map(|line| paragraph.layout.get(line)).enumerate() {
            let top = y + at as f32 * paragraph.leading;
            self.line(paragraph, &line, (x + line.metrics().offset, top), owner);
        }
    }

    fn line(&mut self, paragraph: &Paragraph, line: &Line<'_, Ink>, (mut x, top): (f32, f32), owner: Option<Node>) {
        for run in line.runs() {
            let font = fonts::embedded(run.font());
            for stretch in stretches(&run, &paragraph.text, x) {
                x = stretch.x + stretch.width;
                let owner = self.owner(paragraph, &stretch, top, owner);
                // A box stands for all that no font has; the words behind it are told on the side.
                let words = stretch.unknown.then(|| &paragraph.text[stretch.range.clone()]);
                let tag = ContentTag::Span(SpanTag::empty().with_actual_text(words));
                self.tagged(owner, tag, |surface| {
                    surface.set_fill(Some(fill(stretch.ink.colour)));
                    let start = Point::from_xy(stretch.x, top + paragraph.baseline);
                    let size = run.font_size();
                    surface.draw_glyphs(start, &stretch.glyphs, font.clone(), &paragraph.text, size, false);
                });
            }
        }
    }

    /// Returns the part that a stretch belongs to: a link has one of its own, and can be followed.
    fn owner(&mut self, paragraph: &Paragraph, stretch: &Stretch, top: f32, owner: Option<Node>) -> Option<Node> {
        let (Some(parent), Some(link)) = (owner, stretch.ink.link) else { return owner };
        let Some(address) = paragraph.links.get(usize::from(link)) else { return owner };
        let Some(rect) = Rect::from_xywh(stretch.x, top, stretch.width, paragraph.leading) else { return owner };
        let target = Target::Action(Action::Link(LinkAction::new(address.clone())));
        let annotation = Annotation::new_link(LinkAnnotation::new(rect, target), Some(address.clone()));
        let node = self.structure.child(parent, Tag::Link);
        self.hotspots.push(Hotspot { annotation, owner: node });
        Some(node)
    }

    /// Makes a place that leads to a heading.
    fn jump(&mut self, placed: &Placed, heading: usize, title: &str, (width, height): (f32, f32)) {
        let rect = Rect::from_xywh(LEFT + placed.x, TOP + placed.y, width, height);
        let (Some(owner), Some(place), Some(rect)) = (placed.owner, (self.place)(heading), rect) else { return };
        let target = Target::Destination(Destination::Xyz(destination(place)));
        let annotation = Annotation::new_link(LinkAnnotation::new(rect, target), Some(title.to_owned()));
        self.hotspots.push(Hotspot { annotation, owner });
    }
}

/// Divides a run into stretches of one ink, from left to right.
fn stretches(run: &Run<'_, Ink>, text: &str, mut x: f32) -> Vec<Stretch> {
    let mut stretches: Vec<Stretch> = Vec::new();
    for (cluster, range) in letters(run) {
        if text.get(range.clone()).is_none_or(|words| words.contains(['\n', '\r'])) {
            continue;
        }
        let ink = cluster.style().brush;
        let unknown = cluster.glyphs().any(|glyph| glyph.id == 0);
        if stretches.last().is_none_or(|last| last.ink != ink || last.unknown != unknown) {
            stretches.push(Stretch { x, ink, unknown, range: range.clone(), glyphs: Vec::new(), width: 0.0 });
        }
        let stretch = stretches.last_mut().expect("a stretch was just begun");
        let before = stretch.width;
        stretch.add(&cluster, run.font_size(), range);
        x += stretch.width - before;
    }
    stretches.retain(|stretch| !stretch.glyphs.is_empty());
    for stretch in stretches.iter_mut().filter(|stretch| stretch.unknown) {
        // The same box stands for several characters: only together can they be told.
        let range = &stretch.range;
        stretch.glyphs.iter_mut().for_each(|glyph| glyph.text_range.clone_from(range));
    }
    stretches
}

/// Returns the clusters of a run from left to right, each with the letters that its glyphs stand for.
///
/// Only the first part of a ligature has glyphs: they stand for all of its letters.
fn letters<'r>(run: &Run<'r, Ink>) -> Vec<(Cluster<'r, Ink>, Range<usize>)> {
    let mut clusters: Vec<(Cluster<'r, Ink>, Range<usize>)> = Vec::new();
    for cluster in run.clusters() {
        let range = cluster.text_range();
        match clusters.last_mut().filter(|_| cluster.is_ligature_continuation()) {
            Some((_, whole)) => whole.end = range.end,
            None => clusters.push((cluster, range)),
        }
    }
    if run.is_rtl() {
        clusters.reverse();
    }
    clusters
}

impl Stretch {
    fn add(&mut self, cluster: &Cluster<'_, Ink>, size: f32, range: Range<usize>) {
        self.range = self.range.start.min(range.start)..self.range.end.max(range.end);
        for glyph in cluster.glyphs() {
            let id = GlyphId::new(glyph.id);
            let (advance, x, y) = (glyph.advance / size, glyph.x / size, glyph.y / size);
            self.glyphs.push(KrillaGlyph::new(id, advance, x, y, 0.0, range.clone(), None));
            self.width += glyph.advance;
        }
    }
}
