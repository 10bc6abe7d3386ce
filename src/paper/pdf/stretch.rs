//! Stretches: glyphs of one face and one ink, one after the other on a line.

use std::ops::Range;

use krilla::geom::Point;
use krilla::surface::{Location, Surface};
use krilla::text::{Glyph, GlyphId};
use parley::{Cluster, Run};

use crate::paper::fonts::shaper::face;
use crate::paper::pdf::fonts;
use crate::paper::pdf::paint::fill;
use crate::paper::pdf::paragraph::Ink;

/// Glyphs of one face and one ink.
pub(crate) struct Stretch {
    /// Its left edge, from where its line begins.
    pub(crate) x: f32,
    /// How wide it is.
    pub(crate) width: f32,
    /// The number of its face.
    pub(crate) face: usize,
    /// The size of its letters.
    pub(crate) size: f32,
    /// What it is painted with.
    pub(crate) ink: Ink,
    /// No font has its characters.
    pub(crate) unknown: bool,
    /// The letters that its glyphs stand for.
    pub(crate) range: Range<usize>,
    /// Its glyphs, from left to right.
    pub(crate) glyphs: Vec<SetGlyph>,
}

/// A glyph at its place; a document has many, so it is small.
#[derive(Clone, Copy)]
pub(crate) struct SetGlyph {
    /// Its number in the font.
    id: u16,
    /// How many bytes of text it stands for.
    length: u16,
    /// Where they begin.
    start: u32,
    /// How far the next glyph is from it.
    advance: f32,
    /// How far it is moved from its place.
    offset: (f32, f32),
}

impl SetGlyph {
    /// Takes a glyph as it is shaped, its measures in parts of the size, as a file has them.
    fn new(glyph: &parley::Glyph, size: f32, range: &Range<usize>) -> Self {
        let (advance, offset) = (glyph.advance / size, (glyph.x / size, glyph.y / size));
        // No face has more glyphs than fit.
        let id = u16::try_from(glyph.id).unwrap_or_default();
        Self { id, length: 0, start: 0, advance, offset }.standing_for(range)
    }

    /// Returns the same, standing for other letters.
    fn standing_for(self, range: &Range<usize>) -> Self {
        let start = u32::try_from(range.start).unwrap_or(u32::MAX);
        Self { start, length: u16::try_from(range.len()).unwrap_or(u16::MAX), ..self }
    }
}

impl Glyph for SetGlyph {
    fn glyph_id(&self) -> GlyphId {
        GlyphId::new(self.id.into())
    }

    fn text_range(&self) -> Range<usize> {
        let start = self.start as usize;
        start..start + usize::from(self.length)
    }

    fn x_advance(&self, size: f32) -> f32 {
        self.advance * size
    }

    fn x_offset(&self, size: f32) -> f32 {
        self.offset.0 * size
    }

    fn y_offset(&self, size: f32) -> f32 {
        self.offset.1 * size
    }

    fn y_advance(&self, _: f32) -> f32 {
        0.0
    }

    fn location(&self) -> Option<Location> {
        None
    }
}

/// Divides a run into stretches of one ink, from left to right.
pub(crate) fn stretches(run: &Run<'_, Ink>, text: &str, mut x: f32) -> Vec<Stretch> {
    let (face, size) = (face(run.font()), run.font_size());
    let mut stretches: Vec<Stretch> = Vec::new();
    for (cluster, range) in letters(run) {
        if text.get(range.clone()).is_none_or(|words| words.contains(['\n', '\r'])) {
            continue;
        }
        let ink = cluster.first_style().brush;
        let unknown = cluster.glyphs().any(|glyph| glyph.id == 0);
        if stretches.last().is_none_or(|last| last.ink != ink || last.unknown != unknown) {
            let (range, glyphs) = (range.clone(), Vec::new());
            stretches.push(Stretch { x, width: 0.0, face, size, ink, unknown, range, glyphs });
        }
        let stretch = stretches.last_mut().expect("a stretch was just begun");
        let before = stretch.width;
        stretch.add(&cluster, range);
        x += stretch.width - before;
    }
    stretches.retain(|stretch| !stretch.glyphs.is_empty());
    stretches.iter_mut().for_each(|stretch| stretch.glyphs.shrink_to_fit());
    for stretch in stretches.iter_mut().filter(|stretch| stretch.unknown) {
        // The same box stands for several characters: only together can they be told.
        let range = &stretch.range;
        stretch.glyphs.iter_mut().for_each(|glyph| *glyph = glyph.standing_for(range));
    }
    stretches
}

/// Returns the clusters of a run from left to right, each with the letters that its glyphs stand for.
///
/// Only the first part of a ligature has glyphs: they stand for all of its letters.
fn letters<'r>(run: &'r Run<'r, Ink>) -> Vec<(Cluster<'r, Ink>, Range<usize>)> {
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
    /// Paints it at a place, at the foot of its letters.
    pub(crate) fn paint(&self, surface: &mut Surface<'_>, (x, y): (f32, f32), words: &str) {
        surface.set_fill(Some(fill(self.ink.colour)));
        let start = Point::from_xy(x, y);
        surface.draw_glyphs(start, &self.glyphs, fonts::embedded(self.face), words, self.size, false);
    }

    /// Adds the glyphs of a cluster at its right, each of them standing for all letters of the cluster.
    fn add(&mut self, cluster: &Cluster<'_, Ink>, range: Range<usize>) {
        self.range = self.range.start.min(range.start)..self.range.end.max(range.end);
        for glyph in cluster.glyphs() {
            self.glyphs.push(SetGlyph::new(&glyph, self.size, &range));
            self.width += glyph.advance;
        }
    }
}
