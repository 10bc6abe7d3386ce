//! Drawings as pictures, for formats that not every program shows drawings of.

use resvg::tiny_skia::{
    Color, FillRule, LineJoin, Paint, Path, PathBuilder, Pixmap, Stroke as Line, StrokeDash, Transform,
};
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider};

use crate::paper::drawing::mark::{Mark, Step, Stroke};
use crate::paper::drawing::pack::packed;
use crate::paper::drawing::{Anchor, Drawing};
use crate::paper::fonts::FACES;
use crate::paper::fonts::shaper::{Shaper, face};
use crate::text::colour::Colour;

/// Paints a drawing on white as a PNG file, `scale` pixels to the unit; none if it is too large to paint.
pub(crate) fn png(drawing: &Drawing, scale: f32) -> Option<Vec<u8>> {
    let side = |length: f64| (length as f32 * scale).ceil() as u32;
    let mut pixels = Pixmap::new(side(drawing.width), side(drawing.height))?;
    pixels.fill(Color::WHITE);
    let mut painter = Painter { pixels, transform: Transform::from_scale(scale, scale), shaper: Shaper::new() };
    drawing.marks().iter().for_each(|mark| painter.mark(mark));
    packed(&painter.pixels)
}

/// Paints marks on pixels.
struct Painter {
    pixels: Pixmap,
    transform: Transform,
    shaper: Shaper<()>,
}

impl Painter {
    /// Paints a mark over those before it: the surface of a shape first, then its line.
    fn mark(&mut self, mark: &Mark<'_>) {
        match mark {
            Mark::Shape { outline, fill, stroke } => {
                let Some(path) = path(outline) else { return };
                if let Some((colour, opacity)) = fill {
                    self.fill(&path, *colour, *opacity);
                }
                if let Some(stroke) = stroke {
                    self.stroke(&path, stroke);
                }
            }
            Mark::Words { place, anchor, words, size, bold, colour } => {
                if let Some(path) = self.letters(words, (*size, *bold), *place, *anchor) {
                    self.fill(&path, *colour, 1.0);
                }
            }
        }
    }

    /// Paints a surface, or letters, which are surfaces here.
    fn fill(&mut self, path: &Path, colour: Colour, opacity: f32) {
        self.pixels.fill_path(path, &paint(colour, opacity), FillRule::Winding, self.transform, None);
    }

    /// Paints a line, whole where it has no dashes.
    fn stroke(&mut self, path: &Path, stroke: &Stroke) {
        let line_join = if stroke.round { LineJoin::Round } else { LineJoin::Miter };
        let dash = StrokeDash::new(stroke.dashes.clone(), 0.0);
        let line = Line { width: stroke.width, line_join, dash, ..Line::default() };
        self.pixels.stroke_path(path, &paint(stroke.colour, 1.0), &line, self.transform, None);
    }

    /// Returns the outlines of all letters of a line.
    fn letters(&mut self, words: &str, (size, bold): (f32, bool), (x, y): (f32, f32), anchor: Anchor) -> Option<Path> {
        let mut layout = self.shaper.begin(words, size, bold).build(words);
        layout.break_all_lines(None);
        let mut pen = Pen { x: x - anchor.before(layout.full_width()), y, path: PathBuilder::new() };
        for run in layout.lines().flat_map(|line| line.runs()) {
            let font = FontRef::new(FACES[face(run.font())]).ok()?;
            let outlines = font.outline_glyphs();
            for glyph in run.visual_clusters().flat_map(|cluster| cluster.glyphs()) {
                let mut at = Pen { x: pen.x + glyph.x, y: y + glyph.y, path: pen.path };
                if let Some(outline) = outlines.get(GlyphId::new(glyph.id)) {
                    // A letter without an outline is a space.
                    let _ = outline.draw(DrawSettings::unhinted(Size::new(size), LocationRef::default()), &mut at);
                }
                pen = Pen { x: pen.x + glyph.advance, y, path: at.path };
            }
        }
        pen.path.finish()
    }
}

/// Draws the outline of a letter at its place; fonts count upwards.
struct Pen {
    x: f32,
    y: f32,
    path: PathBuilder,
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.path.move_to(self.x + x, self.y - y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.path.line_to(self.x + x, self.y - y);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.path.quad_to(self.x + cx, self.y - cy, self.x + x, self.y - y);
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        let (left, foot) = (self.x, self.y);
        self.path.cubic_to(left + ax, foot - ay, left + bx, foot - by, left + x, foot - y);
    }

    fn close(&mut self) {
        self.path.close();
    }
}

/// Returns an outline as the painter takes it; none if there is nothing to paint.
fn path(outline: &[Step]) -> Option<Path> {
    let mut path = PathBuilder::new();
    for step in outline {
        match *step {
            Step::Move(x, y) => path.move_to(x, y),
            Step::Line(x, y) => path.line_to(x, y),
            Step::Curve([ax, ay, bx, by, x, y]) => path.cubic_to(ax, ay, bx, by, x, y),
            Step::Close => path.close(),
        }
    }
    path.finish()
}

/// Returns a colour that covers this much, from 0 to 1, with smooth edges.
fn paint(colour: Colour, opacity: f32) -> Paint<'static> {
    let [red, green, blue] = colour.0;
    let mut paint = Paint { anti_alias: true, ..Paint::default() };
    paint.set_color_rgba8(red, green, blue, (opacity * 255.0).round() as u8);
    paint
}

#[cfg(test)]
mod tests {
    use resvg::tiny_skia::Pixmap;

    use super::png;
    use crate::paper::drawing::{Anchor, Drawing, Element};
    use crate::text::colour::Colour;

    const RED: Colour = Colour([255, 0, 0]);

    fn painted(elements: Vec<Element>) -> Pixmap {
        let drawing = Drawing { id: String::new(), width: 40.0, height: 20.0, elements };
        let picture = png(&drawing, 2.0).expect("a picture");
        Pixmap::decode_png(&picture).expect("a picture that can be read")
    }

    /// Returns whether there is ink, column by column.
    fn columns(pixels: &Pixmap) -> Vec<bool> {
        let white = |x, y| pixels.pixel(x, y).is_none_or(|pixel| pixel.green() == 255);
        (0..pixels.width()).map(|x| (0..pixels.height()).any(|y| !white(x, y))).collect()
    }

    #[test]
    fn a_drawing_becomes_a_picture_of_its_size_on_white() {
        let pixels = painted(vec![Element::rectangle((10.0, 5.0), 20.0, 10.0).fill(RED)]);
        assert_eq!((pixels.width(), pixels.height()), (80, 40));
        let colour = |x, y| pixels.pixel(x, y).map(|pixel| [pixel.red(), pixel.green(), pixel.blue(), pixel.alpha()]);
        assert_eq!(colour(0, 0), Some([255; 4]));
        assert_eq!(colour(40, 20), Some([255, 0, 0, 255]));
    }

    #[test]
    fn words_stand_where_their_anchor_says() {
        let ink = |anchor| {
            let columns = columns(&painted(vec![Element::words((20.0, 15.0), "mm").font_size(6.0).anchor(anchor)]));
            let first = columns.iter().position(|ink| *ink).expect("letters");
            let last = columns.iter().rposition(|ink| *ink).expect("letters");
            (first >= 40, last < 40)
        };
        assert_eq!(ink(Anchor::Start), (true, false));
        assert_eq!(ink(Anchor::Middle), (false, false));
        assert_eq!(ink(Anchor::End), (false, true));
    }

    #[test]
    fn letters_stand_upright_on_their_line() {
        let pixels = painted(vec![Element::words((5.0, 15.0), "L").font_size(12.0)]);
        let ink = |y| (0..80).filter(|x| pixels.pixel(*x, y).is_some_and(|pixel| pixel.green() < 128)).count();
        assert!(ink(28) > ink(20), "the foot of an L is its widest part");
        assert_eq!(ink(31), 0);
    }

    #[test]
    fn what_is_too_large_is_no_picture() {
        let drawing = Drawing { id: String::new(), width: 1e9, height: 1e9, elements: Vec::new() };
        assert!(png(&drawing, 2.0).is_none());
    }
}
