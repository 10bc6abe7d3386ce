//! A drawing as marks: shapes and words one by one, each with all that is said of its looks.

use crate::paper::drawing::{Anchor, Attribute, Drawing, Element, Point, Shape};
use crate::text::colour::Colour;

/// How far the handles of a curve are from its ends, in parts of the radius, so that four of them are a circle.
const ROUND: f64 = 0.552_284_8;

/// A mark.
pub(crate) enum Mark<'d> {
    /// A shape.
    Shape {
        /// Where it runs.
        outline: Vec<Step>,
        /// Its surface, if it is painted: colour and opacity.
        fill: Option<(Colour, f32)>,
        /// Its line, if it is painted.
        stroke: Option<Stroke>,
    },
    /// Words on a line.
    Words {
        /// Where they stand, at the foot of their letters.
        place: (f32, f32),
        /// Which part of them stands there.
        anchor: Anchor,
        /// The words.
        words: &'d str,
        /// The size of their letters.
        size: f32,
        /// They are bold.
        bold: bool,
        /// Their colour.
        colour: Colour,
    },
}

/// A step of an outline.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Step {
    /// Begins elsewhere.
    Move(f32, f32),
    /// Goes straight on.
    Line(f32, f32),
    /// Goes on in a curve: its two handles and its end.
    Curve([f32; 6]),
    /// Goes back to where it began.
    Close,
}

/// How a line is painted.
#[derive(Clone, Debug)]
pub(crate) struct Stroke {
    /// Its colour.
    pub(crate) colour: Colour,
    /// Its width.
    pub(crate) width: f32,
    /// Dashes and gaps in turn; none where it is whole.
    pub(crate) dashes: Vec<f32>,
    /// Its corners are round.
    pub(crate) round: bool,
}

/// All that is said of the looks of an element, by itself or by a group around it.
#[derive(Clone, Copy)]
struct Looks {
    fill: Option<Colour>,
    fill_opacity: f64,
    stroke: Option<Colour>,
    stroke_width: f64,
    dashes: &'static [f64],
    round: bool,
    size: f64,
    bold: bool,
    anchor: Anchor,
}

impl Drawing {
    /// Returns its marks, the lowest first.
    pub(crate) fn marks(&self) -> Vec<Mark<'_>> {
        // What SVG takes where nothing is said.
        let looks = Looks {
            fill: Some(Colour([0; 3])),
            fill_opacity: 1.0,
            stroke: None,
            stroke_width: 1.0,
            dashes: &[],
            round: false,
            size: 12.0,
            bold: false,
            anchor: Anchor::Start,
        };
        let mut marks = Vec::new();
        self.elements.iter().for_each(|element| element.mark(looks, &mut marks));
        marks
    }
}

impl Element {
    /// Adds the marks of an element and of all within it; `around` is what the groups around it say.
    fn mark<'d>(&'d self, around: Looks, marks: &mut Vec<Mark<'d>>) {
        let looks = self.attributes.iter().fold(around, |looks, attribute| looks.with(*attribute));
        let outline = match &self.shape {
            Shape::Group(elements) | Shape::Lines(elements) => {
                elements.iter().for_each(|element| element.mark(looks, marks));
                return;
            }
            Shape::Words(place, words) => {
                marks.extend(looks.words(*place, words));
                return;
            }
            Shape::Line(from, to) => through(&[*from, *to], false),
            Shape::Polygon(points) => through(points, true),
            Shape::Rectangle((x, y), width, height) | Shape::Ground((x, y), width, height) => {
                let (right, bottom) = (x + width, y + height);
                through(&[(*x, *y), (right, *y), (right, bottom), (*x, bottom)], true)
            }
            Shape::Circle(centre, radius) => circle(*centre, *radius),
        };
        // A line has no surface.
        let fill = looks.fill.filter(|_| !matches!(self.shape, Shape::Line(..)));
        let fill = fill.map(|colour| (colour, looks.fill_opacity as f32));
        marks.push(Mark::Shape { outline, fill, stroke: looks.stroke() });
    }
}

impl Looks {
    /// Returns the looks with one thing said anew, as an element overrides the group around it.
    fn with(self, attribute: Attribute) -> Self {
        match attribute {
            Attribute::Fill(fill) => Self { fill, ..self },
            Attribute::FillOpacity(fill_opacity) => Self { fill_opacity, ..self },
            Attribute::Stroke(colour) => Self { stroke: Some(colour), ..self },
            Attribute::StrokeWidth(stroke_width) => Self { stroke_width, ..self },
            Attribute::Dashes(dashes) => Self { dashes, ..self },
            Attribute::RoundCorners => Self { round: true, ..self },
            Attribute::FontSize(size) => Self { size, ..self },
            Attribute::Bold => Self { bold: true, ..self },
            Attribute::Anchor(anchor) => Self { anchor, ..self },
        }
    }

    /// Returns how the outline is painted; not at all where nothing says a colour.
    fn stroke(self) -> Option<Stroke> {
        let dashes = self.dashes.iter().map(|length| *length as f32).collect();
        let stroke = |colour| Stroke { colour, width: self.stroke_width as f32, dashes, round: self.round };
        self.stroke.map(stroke)
    }

    /// Returns words as a mark; none where they are hollow, for letters have no line of their own.
    fn words(self, (x, y): Point, words: &str) -> Option<Mark<'_>> {
        let place = (x as f32, y as f32);
        let Self { anchor, bold, .. } = self;
        self.fill.map(|colour| Mark::Words { place, anchor, words, size: self.size as f32, bold, colour })
    }
}

/// Returns the outline through points, and back to the first of them if it is closed.
fn through(points: &[Point], closed: bool) -> Vec<Step> {
    let step = |(number, (x, y)): (usize, &Point)| {
        let (x, y) = (*x as f32, *y as f32);
        if number == 0 { Step::Move(x, y) } else { Step::Line(x, y) }
    };
    points.iter().enumerate().map(step).chain(closed.then_some(Step::Close)).collect()
}

/// Returns the outline of a circle: four curves, clockwise from its right.
fn circle((x, y): Point, radius: f64) -> Vec<Step> {
    let at = |across: f64, down: f64| [(x + radius * across) as f32, (y + radius * down) as f32];
    // Each quarter begins on an axis and ends on the next one, clockwise.
    let quarter = |(across, down): (f64, f64)| {
        let (next_across, next_down) = (-down, across);
        let first = at(across + ROUND * next_across, down + ROUND * next_down);
        let second = at(next_across + ROUND * across, next_down + ROUND * down);
        let end = at(next_across, next_down);
        Step::Curve([first[0], first[1], second[0], second[1], end[0], end[1]])
    };
    let [start_x, start_y] = at(1.0, 0.0);
    let quarters = [(1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0)].map(quarter);
    std::iter::once(Step::Move(start_x, start_y)).chain(quarters).chain([Step::Close]).collect()
}

#[cfg(test)]
mod tests {
    use super::{Mark, Step};
    use crate::paper::drawing::{Anchor, Drawing, Element};
    use crate::text::colour::Colour;

    const RED: Colour = Colour([255, 0, 0]);
    const BLUE: Colour = Colour([0, 0, 255]);

    fn drawing(elements: Vec<Element>) -> Drawing {
        Drawing { id: String::new(), width: 10.0, height: 10.0, elements }
    }

    #[test]
    fn a_mark_looks_as_its_group_unless_it_says_otherwise() {
        let words = vec![Element::words((1.0, 2.0), "a"), Element::words((1.0, 2.0), "b").fill(BLUE).font_size(9.0)];
        let drawing = drawing(vec![Element::group(words).fill(RED).font_size(7.0).anchor(Anchor::End)]);
        let looks = drawing.marks().into_iter().map(|mark| match mark {
            Mark::Words { words, size, colour, anchor, .. } => (words.to_owned(), size, colour, anchor),
            Mark::Shape { .. } => panic!("a shape"),
        });
        let expected = [("a".to_owned(), 7.0, RED, Anchor::End), ("b".to_owned(), 9.0, BLUE, Anchor::End)];
        assert_eq!(looks.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_line_has_no_surface_and_a_hollow_shape_none_either() {
        let line = Element::line((0.0, 0.0), (5.0, 5.0)).stroke(RED);
        let hollow = Element::polygon(vec![(0.0, 0.0), (5.0, 0.0), (0.0, 5.0)]).hollow().stroke(RED);
        let square = Element::rectangle((1.0, 1.0), 2.0, 2.0).fill(RED);
        let drawing = drawing(vec![line, hollow, square]);
        let painted = drawing.marks().into_iter().map(|mark| match mark {
            Mark::Shape { fill, stroke, .. } => (fill.is_some(), stroke.is_some()),
            Mark::Words { .. } => panic!("words"),
        });
        assert_eq!(painted.collect::<Vec<_>>(), [(false, true), (false, true), (true, false)]);
    }

    #[test]
    fn a_circle_comes_back_to_where_it_began() {
        let drawing = drawing(vec![Element::circle((5.0, 5.0), 2.0)]);
        let Mark::Shape { outline, .. } = &drawing.marks()[0] else { panic!("words") };
        let ends: Vec<(f32, f32)> = outline
            .iter()
            .filter_map(|step| match step {
                Step::Move(x, y) | Step::Line(x, y) | Step::Curve([.., x, y]) => Some((*x, *y)),
                Step::Close => None,
            })
            .collect();
        assert_eq!(ends, [(7.0, 5.0), (5.0, 7.0), (3.0, 5.0), (5.0, 3.0), (7.0, 5.0)]);
    }
}
