//! Text to lines: shaped once, then broken at a width.

use std::borrow::Cow;
use std::ops::Range;

use parley::{
    Alignment, AlignmentOptions, FontStyle, FontWeight, Layout, LineHeight, OverflowWrap, RangedBuilder, StyleProperty,
    WordBreak,
};

use crate::paper::document::span::{Span, Style, Text};
use crate::paper::document::table::Align;
use crate::paper::fonts::shaper::{Shaper, foot_below_middle};
use crate::paper::pdf::sheet::SheetColours;
use crate::text::colour::Colour;
use crate::text::visible::visible;

/// How a paragraph is set.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Setting {
    /// The size of the letters in points.
    pub(crate) size: f32,
    /// From one line to the next.
    pub(crate) leading: f32,
    /// All of it strong.
    pub(crate) strong: bool,
    /// The colour of plain letters.
    pub(crate) colour: Colour,
    /// The colour of links.
    pub(crate) accent: Colour,
    /// Where lines stand.
    pub(crate) align: Align,
}

/// What a letter is painted with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Ink {
    /// Red, green and blue.
    pub(crate) colour: [u8; 3],
    /// The link that it belongs to, if any.
    pub(crate) link: Option<u16>,
}

/// A text that is shaped, and broken into lines once its width is known.
pub(crate) struct Paragraph {
    /// The words, which glyphs refer to.
    pub(crate) text: String,
    /// The glyphs.
    pub(crate) layout: Layout<Ink>,
    /// The addresses of its links.
    pub(crate) links: Vec<String>,
    /// From one line to the next. Every line has this height, whatever fonts its letters are from: rows stay even.
    pub(crate) leading: f32,
    /// From the top of a line to where its letters stand.
    pub(crate) baseline: f32,
    align: Align,
}

impl Setting {
    /// Returns the same, in a strong face.
    pub(crate) fn strong(self) -> Self {
        Self { strong: true, ..self }
    }

    /// Returns the same, in another colour.
    pub(crate) fn colour(self, colour: Colour) -> Self {
        Self { colour, ..self }
    }

    /// Returns the same, standing elsewhere.
    pub(crate) fn align(self, align: Align) -> Self {
        Self { align, ..self }
    }
}

impl Shaper<Ink> {
    /// Shapes a text and breaks it at a width.
    pub(crate) fn set(&mut self, text: &Text, setting: Setting, width: f32) -> Paragraph {
        let mut paragraph = self.shape(text, setting);
        paragraph.break_at(width);
        paragraph
    }

    /// Shapes a text; it has no lines before [`Paragraph::break_at`].
    pub(crate) fn shape(&mut self, text: &Text, setting: Setting) -> Paragraph {
        let pieces: Vec<(Cow<'_, str>, &Style)> = text.0.iter().map(piece).collect();
        let words: String = pieces.iter().map(|(words, _)| words.as_ref()).collect();
        let mut builder = self.begin(&words, setting.size, setting.strong);
        set_defaults(&mut builder, setting);
        let mut links = Vec::new();
        let mut start = 0;
        for (words, style) in &pieces {
            let range = start..start + words.len();
            start = range.end;
            set_style(&mut builder, setting, style, range, &mut links);
        }
        let layout = builder.build(&words);
        let baseline = setting.leading / 2.0 + foot_below_middle(setting.size);
        Paragraph { text: words, layout, links, leading: setting.leading, baseline, align: setting.align }
    }
}

/// Returns the words of a piece as they are set: what would act on the line is shown, and a tab, which no font draws,
/// is a space.
fn piece(span: &Span) -> (Cow<'_, str>, &Style) {
    let words = visible(&span.text);
    let words = if words.contains('\t') { Cow::Owned(words.replace('\t', " ")) } else { words };
    (words, &span.style)
}

fn set_defaults(builder: &mut RangedBuilder<'_, Ink>, setting: Setting) {
    builder.push_default(LineHeight::Absolute(setting.leading));
    builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::BreakWord));
    builder.push_default(StyleProperty::Brush(Ink { colour: setting.colour.0, link: None }));
}

fn set_style(
    builder: &mut RangedBuilder<'_, Ink>,
    setting: Setting,
    style: &Style,
    range: Range<usize>,
    links: &mut Vec<String>,
) {
    match style {
        Style::Plain => {}
        Style::Strong => builder.push(StyleProperty::FontWeight(FontWeight::BOLD), range),
        Style::Emphasis => builder.push(StyleProperty::FontStyle(FontStyle::Italic), range),
        Style::Quiet => builder.push(StyleProperty::Brush(Ink { colour: SheetColours::QUIET.0, link: None }), range),
        Style::Code => builder.push(StyleProperty::WordBreak(WordBreak::BreakAll), range),
        Style::Link(address) => {
            let ink = Ink { colour: setting.accent.0, link: u16::try_from(links.len()).ok() };
            links.push(address.clone());
            builder.push(StyleProperty::Brush(ink), range);
        }
    }
}

impl Paragraph {
    /// Breaks it into lines of at most this width; a word that is longer than a line is broken too.
    pub(crate) fn break_at(&mut self, width: f32) {
        self.layout.break_all_lines(Some(width.max(1.0)));
        let alignment = match self.align {
            Align::Start => Alignment::Start,
            Align::Middle => Alignment::Center,
            Align::End => Alignment::End,
        };
        self.layout.align(alignment, AlignmentOptions::default());
    }

    /// Returns its width if nothing but its own line breaks broke it.
    pub(crate) fn widest(&self) -> f32 {
        self.layout.calculate_content_widths().max
    }

    /// Returns the width of its longest word.
    pub(crate) fn longest_word(&self) -> f32 {
        self.layout.calculate_content_widths().min
    }

    /// Returns the number of its lines.
    pub(crate) fn lines(&self) -> usize {
        self.layout.len()
    }

    /// Returns the height of all its lines.
    pub(crate) fn height(&self) -> f32 {
        self.lines() as f32 * self.leading
    }
}
