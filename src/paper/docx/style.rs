//! A style: how all paragraphs or runs of a kind look.

use maud::{Markup, Render, html};

use crate::paper::docx::TEXT_WIDTH;
use crate::paper::docx::styles::hex;
use crate::text::colour::Colour;

/// A style; what is not said is as in the text around it.
#[derive(Default)]
pub(super) struct Style {
    character: bool,
    id: &'static str,
    name: &'static str,
    next: Option<&'static str>,
    kept: bool,
    border: Option<Border>,
    tab: Option<Tab>,
    spacing: Option<Spacing>,
    outline: Option<usize>,
    font: Option<&'static str>,
    bold: bool,
    italic: bool,
    colour: Option<Colour>,
    size: Option<u16>,
    underlined: bool,
}

/// A line above or below a paragraph.
pub(super) struct Border {
    /// Whether it stands above.
    pub(super) above: bool,
    /// How thick it is, in eighths of a point.
    pub(super) size: u16,
    /// How far it stands from the text, in points.
    pub(super) space: u16,
    /// Its colour.
    pub(super) colour: Colour,
}

/// The place at the right edge to which a tab leads.
pub(super) enum Tab {
    /// Nothing stands before it.
    Plain,
    /// Dots lead to it.
    Dotted,
}

/// The room above and below a paragraph in twips, and the height of its lines.
#[derive(Clone, Copy)]
pub(super) struct Spacing {
    /// The room above.
    pub(super) before: u16,
    /// The room below.
    pub(super) after: u16,
    /// The height of a line: in 240ths of what the letters need, or in twips where it is exact.
    pub(super) line: u16,
    /// Whether the height of a line is exact.
    pub(super) exact: bool,
}

impl Style {
    /// Begins a style of paragraphs, by the name that Word knows.
    pub(super) fn paragraph(id: &'static str, name: &'static str) -> Self {
        Self { id, name, ..Self::default() }
    }

    /// Begins a style of runs.
    pub(super) fn character(id: &'static str) -> Self {
        Self { character: true, id, name: id, ..Self::default() }
    }

    /// Sets the style of the paragraph that is written after one of this style.
    pub(super) fn next(self, next: &'static str) -> Self {
        Self { next: Some(next), ..self }
    }

    /// Keeps a paragraph whole, and on the page of the one that follows.
    pub(super) fn kept(self) -> Self {
        Self { kept: true, ..self }
    }

    /// Draws a line.
    pub(super) fn border(self, border: Border) -> Self {
        Self { border: Some(border), ..self }
    }

    /// Sets a tab at the right edge of the text.
    pub(super) fn tab(self, tab: Tab) -> Self {
        Self { tab: Some(tab), ..self }
    }

    /// Sets the room above and below, and the height of a line in 240ths.
    pub(super) fn spacing(self, before: u16, after: u16, line: u16) -> Self {
        Self { spacing: Some(Spacing { before, after, line, exact: false }), ..self }
    }

    /// Sets the height of a line in twips, however high its letters are.
    pub(super) fn exact_lines(self, line: u16) -> Self {
        Self { spacing: Some(Spacing { before: 0, after: 0, line, exact: true }), ..self }
    }

    /// Makes it a heading, by its level from 0.
    pub(super) fn outline(self, level: usize) -> Self {
        Self { outline: Some(level), ..self }
    }

    /// Sets the font.
    pub(super) fn font(self, font: &'static str) -> Self {
        Self { font: Some(font), ..self }
    }

    /// Makes it bold.
    pub(super) fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    /// Makes it italic.
    pub(super) fn italic(self) -> Self {
        Self { italic: true, ..self }
    }

    /// Sets the colour of the letters.
    pub(super) fn colour(self, colour: Colour) -> Self {
        Self { colour: Some(colour), ..self }
    }

    /// Sets the size of the letters, in half points.
    pub(super) fn size(self, size: u16) -> Self {
        Self { size: Some(size), ..self }
    }

    /// Underlines it.
    pub(super) fn underlined(self) -> Self {
        Self { underlined: true, ..self }
    }

    /// Writes what it says of whole paragraphs, in the order that the standard wants.
    fn of_paragraph(&self) -> Markup {
        html! {
            @if self.kept { w:keepNext {} w:keepLines {} }
            @if let Some(border) = &self.border { w:pBdr { (border) } }
            @if let Some(tab) = &self.tab { w:tabs { (tab) } }
            @if let Some(spacing) = self.spacing { (spacing) }
            @if let Some(level) = self.outline { w:outlineLvl w:val=(level) {} }
        }
    }

    /// Writes what it says of letters, in the order that the standard wants; font, weight, slant and size hold for
    /// every script.
    fn of_run(&self) -> Markup {
        html! {
            @if let Some(font) = self.font { (fonts(font)) }
            @if self.bold { w:b {} w:bCs {} }
            @if self.italic { w:i {} w:iCs {} }
            @if let Some(colour) = self.colour { w:color w:val=(hex(colour)) {} }
            @if let Some(size) = self.size { (sizes(size)) }
            @if self.underlined { w:u w:val="single" {} }
        }
    }
}

impl Render for Style {
    fn render(&self) -> Markup {
        let (of_paragraph, of_run) = (self.of_paragraph(), self.of_run());
        html! {
            w:style w:type=(if self.character { "character" } else { "paragraph" }) w:styleId=(self.id) {
                w:name w:val=(self.name) {}
                @if !self.character { w:basedOn w:val="Normal" {} }
                @if let Some(next) = self.next { w:next w:val=(next) {} }
                w:qFormat {}
                @if !of_paragraph.0.is_empty() { w:pPr { (of_paragraph) } }
                @if !of_run.0.is_empty() { w:rPr { (of_run) } }
            }
        }
    }
}

impl Render for Border {
    fn render(&self) -> Markup {
        let (size, space, colour) = (self.size, self.space, hex(self.colour));
        html! {
            @if self.above {
                w:top w:val="single" w:sz=(size) w:space=(space) w:color=(colour) {}
            } @else {
                w:bottom w:val="single" w:sz=(size) w:space=(space) w:color=(colour) {}
            }
        }
    }
}

impl Render for Tab {
    fn render(&self) -> Markup {
        let leader = match self {
            Self::Plain => None,
            Self::Dotted => Some("dot"),
        };
        html! { w:tab w:val="right" w:leader=[leader] w:pos=(TEXT_WIDTH) {} }
    }
}

impl Render for Spacing {
    fn render(&self) -> Markup {
        let rule = if self.exact { "exact" } else { "auto" };
        html! { w:spacing w:before=(self.before) w:after=(self.after) w:line=(self.line) w:lineRule=(rule) {} }
    }
}

/// Names the font of all letters.
pub(super) fn fonts(font: &str) -> Markup {
    html! { w:rFonts w:ascii=(font) w:hAnsi=(font) w:eastAsia=(font) w:cs=(font) {} }
}

/// Sets the size of all letters, in half points.
pub(super) fn sizes(size: u16) -> Markup {
    html! { w:sz w:val=(size) {} w:szCs w:val=(size) {} }
}

#[cfg(test)]
mod tests {
    use maud::Render;

    use super::{Border, Style, Tab};
    use crate::text::colour::Colour;

    const BLACK: Colour = Colour([0, 0, 0]);

    #[test]
    fn the_parts_of_a_style_stand_as_the_standard_wants_them() {
        let border = Border { above: true, size: 4, space: 6, colour: BLACK };
        let style = Style::paragraph("A", "a b").underlined().size(9).colour(BLACK).italic().bold().font("Consolas");
        let style = style.outline(1).spacing(1, 2, 3).tab(Tab::Dotted).border(border).kept().next("B");
        let xml = style.render().into_string();
        let names = [
            "name",
            "basedOn",
            "next",
            "qFormat",
            "pPr",
            "keepNext",
            "keepLines",
            "pBdr",
            "tabs",
            "spacing",
            "outlineLvl",
            "rPr",
            "rFonts",
            "b>",
            "bCs",
            "i>",
            "iCs",
            "color",
            "sz ",
            "szCs",
            "u ",
        ];
        let places: Vec<_> = names.iter().map(|name| xml.find(&format!("<w:{name}"))).collect();
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?} {xml}");
    }

    #[test]
    fn what_a_style_does_not_say_is_as_in_the_text_around_it() {
        let xml = Style::character("Strong").bold().render().into_string();
        assert!(xml.contains("w:type=\"character\"") && !xml.contains("w:pPr") && !xml.contains("w:sz"), "{xml}");
    }
}
