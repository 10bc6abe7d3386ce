//! Drawings of our own: a few shapes and words, before any file format.
//!
//! A chart is drawn once. It becomes SVG for the web, a part of the page in PDF, and a picture where neither can be
//! shown. Colours, sizes and the like are said on an element or on the group around it, as in SVG.

mod logo;
pub(crate) mod mark;
mod pack;
pub(crate) mod picture;
pub(crate) mod svg;

pub(crate) use crate::paper::drawing::logo::LogoDrawing;
use crate::text::colour::Colour;

/// A point: how far to the right, and how far down.
pub(crate) type Point = (f64, f64);

/// A drawing.
#[derive(Clone, Debug)]
pub(crate) struct Drawing {
    /// What tells it from the other drawings of a page.
    pub(crate) id: String,
    /// Its width.
    pub(crate) width: f64,
    /// Its height.
    pub(crate) height: f64,
    /// What is drawn, the lowest first.
    pub(crate) elements: Vec<Element>,
}

/// A part of a drawing, and what is said of its looks.
#[derive(Clone, Debug)]
pub(crate) struct Element {
    shape: Shape,
    attributes: Vec<Attribute>,
}

/// What there is to draw.
#[derive(Clone, Debug)]
enum Shape {
    /// Elements that share their looks.
    Group(Vec<Element>),
    /// A straight line from a point to another.
    Line(Point, Point),
    /// A closed line through points.
    Polygon(Vec<Point>),
    /// A rectangle: its upper left corner, its width and its height.
    Rectangle(Point, f64, f64),
    /// The same as an outline: the ground behind a figure, which is no bar.
    Ground(Point, f64, f64),
    /// A circle: its centre and its radius.
    Circle(Point, f64),
    /// Words on a line that begins, ends or has its middle at a point.
    Words(Point, String),
    /// Several lines of words that share their looks.
    Lines(Vec<Element>),
}

/// Something that is said of the looks of an element.
#[derive(Clone, Copy, Debug)]
enum Attribute {
    /// What its surface is painted with, if with anything.
    Fill(Option<Colour>),
    /// How much its surface covers, from 0 to 1.
    FillOpacity(f64),
    /// What its outline is painted with.
    Stroke(Colour),
    /// How wide the outline is.
    StrokeWidth(f64),
    /// The lengths of dashes and gaps, in turn.
    Dashes(&'static [f64]),
    /// The corners of the outline are round.
    RoundCorners,
    /// The size of letters.
    FontSize(f64),
    /// Letters are bold.
    Bold,
    /// Where the words stand.
    Anchor(Anchor),
}

/// Which part of the words stands at their point.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Anchor {
    /// Their beginning.
    #[default]
    Start,
    /// Their middle.
    Middle,
    /// Their end.
    End,
}

impl Anchor {
    /// Returns how much of the width of words stands before their point.
    pub(crate) fn before(self, width: f32) -> f32 {
        match self {
            Self::Start => 0.0,
            Self::Middle => width / 2.0,
            Self::End => width,
        }
    }
}

impl Element {
    /// Makes a group.
    pub(crate) fn group(elements: Vec<Self>) -> Self {
        Self::new(Shape::Group(elements))
    }

    /// Makes a straight line.
    pub(crate) fn line(from: Point, to: Point) -> Self {
        Self::new(Shape::Line(from, to))
    }

    /// Makes a closed line through points.
    pub(crate) fn polygon(points: Vec<Point>) -> Self {
        Self::new(Shape::Polygon(points))
    }

    /// Makes a rectangle from its upper left corner, its width and its height.
    pub(crate) fn rectangle(corner: Point, width: f64, height: f64) -> Self {
        Self::new(Shape::Rectangle(corner, width, height))
    }

    /// Makes the ground behind a figure, so that no line strikes it through.
    pub(crate) fn ground(corner: Point, width: f64, height: f64) -> Self {
        Self::new(Shape::Ground(corner, width, height))
    }

    /// Makes a circle.
    pub(crate) fn circle(centre: Point, radius: f64) -> Self {
        Self::new(Shape::Circle(centre, radius))
    }

    /// Makes words on a line.
    pub(crate) fn words(place: Point, words: impl Into<String>) -> Self {
        Self::new(Shape::Words(place, words.into()))
    }

    /// Makes several lines of words, each of them made by [`Element::words`].
    pub(crate) fn lines(lines: Vec<Self>) -> Self {
        Self::new(Shape::Lines(lines))
    }

    /// Paints the surface.
    pub(crate) fn fill(self, colour: Colour) -> Self {
        self.with(Attribute::Fill(Some(colour)))
    }

    /// Leaves the surface unpainted.
    pub(crate) fn hollow(self) -> Self {
        self.with(Attribute::Fill(None))
    }

    /// Paints the surface so that this much of what lies below it is covered.
    pub(crate) fn fill_opacity(self, share: f64) -> Self {
        self.with(Attribute::FillOpacity(share))
    }

    /// Paints the outline.
    pub(crate) fn stroke(self, colour: Colour) -> Self {
        self.with(Attribute::Stroke(colour))
    }

    /// Makes the outline this wide.
    pub(crate) fn stroke_width(self, width: f64) -> Self {
        self.with(Attribute::StrokeWidth(width))
    }

    /// Breaks the outline into dashes and gaps of these lengths; none at all leave it whole.
    pub(crate) fn dashes(self, lengths: &'static [f64]) -> Self {
        if lengths.is_empty() { self } else { self.with(Attribute::Dashes(lengths)) }
    }

    /// Makes the corners of the outline round.
    pub(crate) fn round_corners(self) -> Self {
        self.with(Attribute::RoundCorners)
    }

    /// Sets letters in this size.
    pub(crate) fn font_size(self, size: f64) -> Self {
        self.with(Attribute::FontSize(size))
    }

    /// Sets letters in bold.
    pub(crate) fn bold(self) -> Self {
        self.with(Attribute::Bold)
    }

    /// Sets letters in bold where something is so.
    pub(crate) fn bold_if(self, so: bool) -> Self {
        if so { self.bold() } else { self }
    }

    /// Says which part of the words stands at their point.
    pub(crate) fn anchor(self, anchor: Anchor) -> Self {
        self.with(Attribute::Anchor(anchor))
    }

    /// Makes an element of which nothing is said yet: it looks like the group around it.
    fn new(shape: Shape) -> Self {
        Self { shape, attributes: Vec::new() }
    }

    /// Says one more thing of its looks; nothing may be said twice, for SVG knows no attribute twice.
    fn with(mut self, attribute: Attribute) -> Self {
        self.attributes.push(attribute);
        self
    }
}
