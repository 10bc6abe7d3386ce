//! Text to lines: shaped once, then broken at a width.

use std::borrow::Cow;
use std::ops::Range;
use std::rc::Rc;

use parley::{FontStyle, FontWeight, Layout, Line, LineHeight, OverflowWrap, RangedBuilder, StyleProperty, WordBreak};

use crate::paper::document::span::{Span, Style, Text};
use crate::paper::document::table::Align;
use crate::paper::fonts::shaper::{Shaper, foot_below_middle};
use crate::paper::pdf::sheet::SheetColours;
use crate::paper::pdf::stretch::{self, Stretch};
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

/// What tells settings apart.
pub(crate) type SettingKey = (u32, u32, bool, [u8; 3], [u8; 3]);

/// What a letter is painted with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Ink {
    /// Red, green and blue.
    pub(crate) colour: [u8; 3],
    /// The link that it belongs to, if any.
    pub(crate) link: Option<u16>,
}

/// A text that is shaped, and not yet broken into lines.
pub(crate) struct ShapedText {
    words: String,
    layout: Layout<Ink>,
    links: Vec<String>,
    setting: Setting,
}

/// A text in lines, with no more of its glyphs than it takes to paint them: documents hold many.
pub(crate) struct SetText {
    /// The words, which glyphs refer to.
    pub(crate) words: String,
    /// The lines.
    lines: Vec<SetLine>,
    /// The addresses of its links.
    pub(crate) links: Vec<String>,
    /// Its width if nothing but its own line breaks broke it.
    pub(crate) widest: f32,
    /// It is read from right to left.
    from_right: bool,
}

/// A line.
struct SetLine {
    stretches: Vec<Stretch>,
    width: f32,
}

/// A text in lines at its place within a width; the same text may stand in many places.
#[derive(Clone)]
pub(crate) struct Paragraph {
    /// The text.
    pub(crate) text: Rc<SetText>,
    /// From one line to the next. Every line has this height, whatever fonts its letters are from: rows stay even.
    pub(crate) leading: f32,
    /// From the top of a line to where its letters stand.
    pub(crate) baseline: f32,
    width: f32,
    align: Align,
}

impl Setting {
    /// Returns what tells it from other settings but for where lines stand.
    pub(crate) fn key(self) -> SettingKey {
        (self.size.to_bits(), self.leading.to_bits(), self.strong, self.colour.0, self.accent.0)
    }

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
    /// Shapes a text.
    pub(crate) fn shape(&mut self, text: &Text, setting: Setting) -> ShapedText {
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
        ShapedText { words, layout, links, setting }
    }
}

impl ShapedText {
    /// Returns the width of its longest word.
    pub(crate) fn longest_word(&self) -> f32 {
        self.layout.calculate_content_widths().min
    }

    /// Breaks it into lines of at most this width; a word that is longer than a line is broken too. Without a width
    /// nothing but its own line breaks breaks it.
    pub(crate) fn lines(mut self, width: Option<f32>) -> Rc<SetText> {
        let widest = self.layout.calculate_content_widths().max;
        self.layout.break_all_lines(width.map(|width| width.max(1.0)));
        let line = |line: Line<'_, Ink>| {
            let mut stretches: Vec<Stretch> = Vec::new();
            for run in line.runs() {
                let x = stretches.last().map_or(0.0, |last| last.x + last.width);
                stretches.extend(stretch::stretches(&run, &self.words, x));
            }
            SetLine { stretches, width: line.metrics().advance - line.metrics().trailing_whitespace }
        };
        let lines = self.layout.lines().map(line).collect();
        let from_right = self.layout.is_rtl();
        Rc::new(SetText { words: self.words, lines, links: self.links, widest, from_right })
    }

    /// Breaks it into lines and places them.
    pub(crate) fn set(self, width: f32) -> Paragraph {
        let setting = self.setting;
        Paragraph::new(self.lines(Some(width)), setting, width)
    }
}

/// Returns the words of a piece as they are set: what would act on the line is shown, and a tab, which no font draws,
/// is a space.
fn piece(span: &Span) -> (Cow<'_, str>, &Style) {
    let words = visible(&span.text);
    let words = if words.contains('\t') { Cow::Owned(words.replace('\t', " ")) } else { words };
    (words, &span.style)
}

/// Sets what holds where a piece says nothing; a word that is longer than a line may break anywhere.
fn set_defaults(builder: &mut RangedBuilder<'_, Ink>, setting: Setting) {
    builder.push_default(LineHeight::Absolute(setting.leading));
    builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::BreakWord));
    builder.push_default(StyleProperty::Brush(Ink { colour: setting.colour.0, link: None }));
}

/// Sets a piece in its style; a link beyond the 65,536th is coloured like the others but leads nowhere.
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
    /// Places a text within a width.
    pub(crate) fn new(text: Rc<SetText>, setting: Setting, width: f32) -> Self {
        let baseline = setting.leading / 2.0 + foot_below_middle(setting.size);
        Self { text, leading: setting.leading, baseline, width, align: setting.align }
    }

    /// Returns the number of its lines.
    pub(crate) fn lines(&self) -> usize {
        self.text.lines.len()
    }

    /// Returns the height of all its lines.
    pub(crate) fn height(&self) -> f32 {
        self.lines() as f32 * self.leading
    }

    /// Returns a line: how far it is moved in, and its stretches.
    pub(crate) fn line(&self, number: usize) -> Option<(f32, &[Stretch])> {
        let line = self.text.lines.get(number)?;
        let room = (self.width - line.width).max(0.0);
        let before = match (self.align, self.text.from_right) {
            (Align::Start, false) | (Align::End, true) => 0.0,
            (Align::Middle, _) => room / 2.0,
            (Align::End, false) | (Align::Start, true) => room,
        };
        Some((before, &line.stretches))
    }
}
