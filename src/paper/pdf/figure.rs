//! Drawings of our own as part of a page: their words are words, which can be found and copied.

use krilla::geom::{Path, PathBuilder, Size, Transform};
use krilla::num::NormalizedF32;
use krilla::paint::{Fill, LineJoin, Stroke as Line, StrokeDash};
use krilla::surface::Surface;

use crate::paper::drawing::Drawing;
use crate::paper::drawing::mark::{Mark, Step, Stroke};
use crate::paper::pdf::composer::Composer;
use crate::paper::pdf::paint::fill;
use crate::paper::pdf::paragraph::Paragraph;
use crate::text::colour::Colour;

/// A drawing whose words are shaped.
pub(crate) struct Figure {
    width: f32,
    marks: Vec<FigureMark>,
}

/// A part of it.
enum FigureMark {
    /// A shape.
    Shape(Box<FigureShape>),
    /// Words, and where their line begins.
    Words(Paragraph, (f32, f32)),
}

/// A shape, its surface and its line.
struct FigureShape {
    path: Path,
    fill: Option<Fill>,
    line: Option<Line>,
}

impl Figure {
    /// Shapes the words of a drawing.
    pub(crate) fn new(composer: &mut Composer, drawing: &Drawing) -> Self {
        let marks = drawing.marks();
        let marks = marks.into_iter().filter_map(|mark| FigureMark::of(composer, mark)).collect();
        Self { width: drawing.width as f32, marks }
    }

    /// Paints it in a size, from the upper left corner.
    pub(crate) fn paint(&self, surface: &mut Surface<'_>, size: Size) {
        let scale = size.width() / self.width;
        surface.push_transform(&Transform::from_scale(scale, scale));
        for mark in &self.marks {
            match mark {
                FigureMark::Shape(shape) => {
                    surface.set_fill(shape.fill.clone());
                    surface.set_stroke(shape.line.clone());
                    surface.draw_path(&shape.path);
                }
                FigureMark::Words(paragraph, place) => words(surface, paragraph, *place),
            }
        }
        surface.set_stroke(None);
        surface.pop();
    }
}

impl FigureMark {
    /// Shapes a mark; none if its outline is nothing to paint.
    fn of(composer: &mut Composer, mark: Mark<'_>) -> Option<Self> {
        match mark {
            Mark::Shape { outline, fill, stroke } => {
                let fill = fill.map(|(colour, opacity)| filled(colour, opacity));
                let shape = FigureShape { path: path(&outline)?, fill, line: stroke.map(line) };
                Some(Self::Shape(Box::new(shape)))
            }
            Mark::Words { place: (x, y), anchor, words, size, bold, colour } => {
                let setting = composer.setting(size, size).colour(colour);
                let setting = if bold { setting.strong() } else { setting };
                let paragraph = composer.set(&words.into(), setting, f32::MAX);
                let x = x - anchor.before(paragraph.text.widest);
                Some(Self::Words(paragraph, (x, y)))
            }
        }
    }
}

/// Paints words, the foot of their letters at a place; a mark has one line.
fn words(surface: &mut Surface<'_>, paragraph: &Paragraph, (x, y): (f32, f32)) {
    let Some((_, stretches)) = paragraph.line(0) else { return };
    surface.set_stroke(None);
    stretches.iter().for_each(|stretch| stretch.paint(surface, (x + stretch.x, y), &paragraph.text.words));
}

/// Returns how a surface is filled; an opacity that is not from 0 to 1 covers all.
fn filled(colour: Colour, opacity: f32) -> Fill {
    Fill { opacity: NormalizedF32::new(opacity).unwrap_or(NormalizedF32::ONE), ..fill(colour.0) }
}

/// Returns how a line is painted; its sharp corners are cut where SVG cuts them, at four times its width.
fn line(stroke: Stroke) -> Line {
    let Stroke { colour, width, dashes, round } = stroke;
    let line_join = if round { LineJoin::Round } else { LineJoin::Miter };
    let dash = (!dashes.is_empty()).then_some(StrokeDash { array: dashes, offset: 0.0 });
    Line { paint: fill(colour.0).paint, width, miter_limit: 4.0, line_join, dash, ..Line::default() }
}

/// Returns an outline as the file takes it; none if there is nothing to paint.
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
