//! Stretches: glyphs of one face and one ink, one after the other on a line.

use std::ops::Range;

use krilla::text::{GlyphId, KrillaGlyph};
use parley::{Cluster, Run};

use crate::paper::pdf::paragraph::Ink;

/// Glyphs of one face and one ink.
pub(crate) struct Stretch {
    /// Its left edge.
    pub(crate) x: f32,
    /// What it is painted with.
    pub(crate) ink: Ink,
    /// No font has its characters.
    pub(crate) unknown: bool,
    /// The letters that its glyphs stand for.
    pub(crate) range: Range<usize>,
    /// Its glyphs, from left to right.
    pub(crate) glyphs: Vec<KrillaGlyph>,
    /// How wide it is.
    pub(crate) width: f32,
}

/// Divides a run into stretches of one ink, from left to right.
pub(crate) fn stretches(run: &Run<'_, Ink>, text: &str, mut x: f32) -> Vec<Stretch> {
    let mut stretches: Vec<Stretch> = Vec::new();
    for (cluster, range) in letters(run) {
        if text.get(range.clone()).is_none_or(|words| words.contains(['\n', '\r'])) {
            continue;
        }
        let ink = cluster.first_style().brush;
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
