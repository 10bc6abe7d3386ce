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

use crate::paper::pdf::flow::{HeadingPlace, PdfPage};
use crate::paper::pdf::paragraph::Paragraph;
use crate::paper::pdf::piece::{Piece, Placed};
use crate::paper::pdf::sheet::{LEFT, TOP};
use crate::paper::pdf::stretch::Stretch;
use crate::paper::pdf::structure::{Structure, TagNode};

/// A place to follow, once the page is painted.
pub(crate) struct Hotspot {
    /// What is followed.
    pub(crate) annotation: Annotation,
    /// The link that it belongs to.
    pub(crate) owner: TagNode,
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
    pub(crate) place: &'p dyn Fn(usize) -> Option<HeadingPlace>,
    /// The links of the page.
    pub(crate) hotspots: Vec<Hotspot>,
}

/// Returns where a heading stands, for bookmarks and links.
pub(crate) fn destination(place: HeadingPlace) -> XyzDestination {
    // A little above, so that the heading does not stick to the edge of the window.
    XyzDestination::new(place.page, Point::from_xy(LEFT, TOP + place.y - 8.0))
}

/// Returns how a surface of some colour is filled.
pub(crate) fn fill(colour: [u8; 3]) -> Fill {
    let [red, green, blue] = colour;
    Fill { paint: rgb::Color::new(red, green, blue).into(), opacity: NormalizedF32::ONE, ..Fill::default() }
}

impl Painter<'_, '_> {
    /// Paints all that stands on a page.
    pub(crate) fn paint(&mut self, page: &PdfPage, with_pictures: bool) {
        for placed in &page.pieces {
            let (x, y) = (LEFT + placed.x, TOP + placed.y);
            match &placed.piece {
                Piece::Lines { paragraph, lines } => self.lines(paragraph, lines.clone(), (x, y), placed.owner),
                Piece::Fill { size, colour } => self.rectangle(x, y, *size, colour.0),
                Piece::Drawing { figure, size } => {
                    self.figure((x, y), *size, placed.owner, |surface, size| figure.paint(surface, size));
                }
                Piece::Picture { image, size } if with_pictures => {
                    self.figure((x, y), *size, placed.owner, |surface, size| surface.draw_image(image.clone(), size));
                }
                Piece::Jump { heading, title, size } => self.jump(placed, *heading, title, *size),
                Piece::Picture { .. } | Piece::PageOf { .. } => {}
            }
        }
    }

    /// Paints something that belongs to a part of the document, or decorates it.
    fn tagged(&mut self, owner: Option<TagNode>, tag: ContentTag<'_>, paint: impl FnOnce(&mut Surface<'_>)) {
        let decoration = ContentTag::Artifact(Artifact::with_kind(ArtifactType::Other));
        let content = self.surface.start_tagged(if owner.is_some() { tag } else { decoration });
        paint(self.surface);
        self.surface.end_tagged();
        if let Some(owner) = owner {
            self.structure.content(owner, content);
        }
    }

    /// Paints a rectangle, which is always decoration; none where it has no size.
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
        owner: Option<TagNode>,
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
    fn lines(&mut self, paragraph: &Paragraph, lines: Range<usize>, (x, y): (f32, f32), owner: Option<TagNode>) {
        for (at, (before, stretches)) in lines.filter_map(|line| paragraph.line(line)).enumerate() {
            let top = y + at as f32 * paragraph.leading;
            for stretch in stretches {
                self.stretch(paragraph, stretch, (x + before + stretch.x, top), owner);
            }
        }
    }

    /// Paints a stretch; what no font has is a box to see, and words to hear and to copy.
    fn stretch(&mut self, paragraph: &Paragraph, stretch: &Stretch, (x, top): (f32, f32), owner: Option<TagNode>) {
        let owner = self.owner(paragraph, stretch, (x, top), owner);
        // A box stands for all that no font has; the words behind it are told on the side.
        let words = stretch.unknown.then(|| &paragraph.text.words[stretch.range.clone()]);
        let tag = ContentTag::Span(SpanTag::empty().with_actual_text(words));
        self.tagged(owner, tag, |surface| stretch.paint(surface, (x, top + paragraph.baseline), &paragraph.text.words));
    }

    /// Returns the part that a stretch belongs to: a link has one of its own, and can be followed.
    fn owner(
        &mut self,
        paragraph: &Paragraph,
        stretch: &Stretch,
        (x, top): (f32, f32),
        owner: Option<TagNode>,
    ) -> Option<TagNode> {
        let (Some(parent), Some(link)) = (owner, stretch.ink.link) else { return owner };
        let Some(address) = paragraph.text.links.get(usize::from(link)) else { return owner };
        let Some(rect) = Rect::from_xywh(x, top, stretch.width, paragraph.leading) else { return owner };
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
