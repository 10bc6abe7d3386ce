//! The styles of the file, by the names that Word knows, so that an agency can change all of a kind at once.

use docx_rs::{
    BorderType, Docx, LineSpacing, LineSpacingType, ParagraphBorder, ParagraphBorderPosition, ParagraphBorders,
    RunFonts, Style, StyleType, Tab, TabLeaderType, TabValueType,
};

use crate::paper::document::block::Tone;
use crate::paper::docx::TEXT_WIDTH;
use crate::text::colour::Colour;

pub(super) const TITLE: &str = "Title";
pub(super) const SUBTITLE: &str = "Subtitle";
pub(super) const COVER_AGENCY: &str = "CoverAgency";
pub(super) const COVER_LINE: &str = "CoverLine";
pub(super) const CONTENTS_TITLE: &str = "TOCHeading";
pub(super) const CONTENTS: &str = "TOC1";
pub(super) const HEADINGS: [&str; 3] = ["Heading1", "Heading2", "Heading3"];
pub(super) const BODY: &str = "BodyText";
pub(super) const CAPTION: &str = "Caption";
pub(super) const PICTURE: &str = "Picture";
pub(super) const LIST_BULLET: &str = "ListBullet";
pub(super) const LIST_NUMBER: &str = "ListNumber";
pub(super) const TABLE_TEXT: &str = "TableText";
pub(super) const TABLE_HEAD: &str = "TableHead";
pub(super) const TABLE_GROUP: &str = "TableGroup";
pub(super) const TABLE_DETAIL: &str = "TableDetail";
pub(super) const NOTICE: &str = "Notice";
pub(super) const FACT: &str = "Fact";
pub(super) const LETTERHEAD: &str = "Letterhead";
pub(super) const FACT_NAME: &str = "FactName";
pub(super) const FIGURE_NAME: &str = "FigureName";
pub(super) const FIGURE_VALUE: &str = "FigureValue";
pub(super) const FIGURE_REMARK: &str = "FigureRemark";
pub(super) const SIGNATURE: &str = "Signature";
pub(super) const SIGNATURE_NAME: &str = "SignatureName";
pub(super) const FOOTER: &str = "Footer";
pub(super) const SPACER: &str = "Spacer";

pub(super) const STRONG: &str = "Strong";
pub(super) const EMPHASIS: &str = "Emphasis";
pub(super) const QUIET: &str = "Quiet";
pub(super) const CODE: &str = "Code";
pub(super) const LINK: &str = "Hyperlink";
pub(super) const GOOD: &str = "Good";
pub(super) const ATTENTION: &str = "Attention";

/// The font of the text, which every Word has; LibreOffice sets Carlito in its place, of the same widths.
const FONT: &str = "Calibri";
/// The font of what is written letter by letter.
const CODE_FONT: &str = "Consolas";

/// Running text.
const INK: &str = "1f2328";
/// What only helps to read; 5.9 : 1 on white.
const PALE_INK: &str = "5c636b";
/// What is reached; 5.9 : 1 on white.
const GOOD_INK: Colour = Colour([0x1b, 0x6e, 0x3c]);
/// What wants attention; 6.4 : 1 on white.
const ATTENTION_INK: Colour = Colour([0x9a, 0x3f, 0x00]);

/// Returns the character style for how something stands.
pub(super) fn of_tone(tone: Tone) -> Option<&'static str> {
    match tone {
        Tone::Plain => None,
        Tone::Good => Some(GOOD),
        Tone::Attention => Some(ATTENTION),
    }
}

/// Returns the colour for how something stands.
pub(super) fn colour_of(tone: Tone, accent: Colour) -> Colour {
    match tone {
        Tone::Plain => accent,
        Tone::Good => GOOD_INK,
        Tone::Attention => ATTENTION_INK,
    }
}

/// Writes a colour as Word reads it.
pub(super) fn hex(colour: Colour) -> String {
    colour.to_string().replace('#', "")
}

/// Adds all styles to a file.
pub(super) fn add(docx: Docx, accent: Colour) -> Docx {
    let font = RunFonts::new().ascii(FONT).hi_ansi(FONT).cs(FONT).east_asia(FONT);
    let docx = docx.default_fonts(font).default_size(21).default_line_spacing(spacing(0, 0, 259));
    [cover(accent), headings(accent), body(accent), tables(), boxes(accent), characters(accent)]
        .into_iter()
        .flatten()
        .fold(docx, Docx::add_style)
}

fn cover(accent: Colour) -> Vec<Style> {
    let rule = ParagraphBorder::new(ParagraphBorderPosition::Bottom)
        .val(BorderType::Single)
        .size(18)
        .space(14)
        .color(hex(accent));
    let mut subtitle = style(SUBTITLE, "Subtitle").size(32).color(PALE_INK).line_spacing(spacing(120, 480, 259));
    subtitle.paragraph_property = subtitle.paragraph_property.set_borders(ParagraphBorders::with_empty().set(rule));
    vec![
        style(TITLE, "Title").size(64).bold().color(hex(accent)).line_spacing(spacing(0, 0, 240)),
        subtitle,
        style(COVER_AGENCY, "Cover Agency").size(30).bold().color(INK).line_spacing(spacing(0, 120, 259)),
        style(COVER_LINE, "Cover Line").size(24).color(PALE_INK).line_spacing(spacing(0, 60, 259)),
    ]
}

fn headings(accent: Colour) -> Vec<Style> {
    let looks = [(34, 360, 160), (27, 300, 100), (23, 240, 80)];
    let heading = |level: usize| {
        let (size, before, after) = looks[level];
        let name = format!("heading {}", level + 1);
        let style = style(HEADINGS[level], &name).next(BODY).size(size).bold().color(hex(accent));
        kept(style.line_spacing(spacing(before, after, 240)).outline_lvl(level))
    };
    let mut entry = style(CONTENTS, "toc 1").line_spacing(spacing(60, 40, 259));
    let tab = Tab::new().val(TabValueType::Right).leader(TabLeaderType::Dot).pos(TEXT_WIDTH);
    entry.paragraph_property = entry.paragraph_property.add_tab(tab);
    let title = style(CONTENTS_TITLE, "TOC Heading").next(BODY).size(34).bold().color(hex(accent));
    vec![heading(0), heading(1), heading(2), kept(title.line_spacing(spacing(240, 160, 240))), entry]
}

fn body(accent: Colour) -> Vec<Style> {
    let right = Tab::new().val(TabValueType::Right).pos(TEXT_WIDTH);
    let line = ParagraphBorder::new(ParagraphBorderPosition::Top).size(4).space(6).color(hex(accent.tint(40)));
    let mut footer = style(FOOTER, "footer").size(17).color(PALE_INK);
    footer.paragraph_property =
        footer.paragraph_property.add_tab(right).set_borders(ParagraphBorders::with_empty().set(line));
    let exact = spacing(0, 0, 160).line_rule(LineSpacingType::Exact);
    vec![
        style(BODY, "Body Text").line_spacing(spacing(0, 140, 271)),
        kept(style(CAPTION, "caption").size(19).bold().color(hex(accent)).line_spacing(spacing(160, 80, 240))),
        style(PICTURE, "Picture").line_spacing(spacing(0, 160, 240)),
        style(LIST_BULLET, "List Bullet").line_spacing(spacing(0, 60, 259)),
        style(LIST_NUMBER, "List Number").line_spacing(spacing(0, 60, 259)),
        style(SPACER, "Spacer").size(8).line_spacing(exact),
        footer,
    ]
}

fn tables() -> Vec<Style> {
    let cell = |id, name| style(id, name).size(18).line_spacing(spacing(40, 40, 240));
    vec![
        cell(TABLE_TEXT, "Table Text"),
        kept(cell(TABLE_HEAD, "Table Head").bold().color("ffffff")),
        kept(cell(TABLE_GROUP, "Table Group").bold()),
        cell(TABLE_DETAIL, "Table Detail").size(17).color(PALE_INK),
    ]
}

fn boxes(accent: Colour) -> Vec<Style> {
    let figure = |id, name| kept(style(id, name).line_spacing(spacing(0, 0, 240)));
    vec![
        style(NOTICE, "Notice").line_spacing(spacing(60, 60, 259)),
        style(FACT, "Fact").line_spacing(spacing(20, 20, 259)),
        style(LETTERHEAD, "Letterhead").size(28).bold().line_spacing(spacing(0, 0, 259)),
        style(FACT_NAME, "Fact Name").color(PALE_INK).line_spacing(spacing(20, 20, 259)),
        figure(FIGURE_NAME, "Figure Name").size(18).color(PALE_INK),
        figure(FIGURE_VALUE, "Figure Value").size(48).bold().color(hex(accent)),
        figure(FIGURE_REMARK, "Figure Remark").size(19),
        kept(style(SIGNATURE, "Signature").line_spacing(spacing(0, 0, 259))),
        kept(style(SIGNATURE_NAME, "Signature Name").bold().line_spacing(spacing(1300, 0, 259))),
    ]
}

fn characters(accent: Colour) -> Vec<Style> {
    let style = |id: &str| Style::new(id, StyleType::Character).name(id);
    let code = RunFonts::new().ascii(CODE_FONT).hi_ansi(CODE_FONT).cs(CODE_FONT);
    vec![
        style(STRONG).bold(),
        style(EMPHASIS).italic(),
        style(QUIET).color(PALE_INK),
        style(CODE).fonts(code).size(17),
        style(LINK).color(hex(accent)).underline("single"),
        style(GOOD).bold().color(hex(GOOD_INK)),
        style(ATTENTION).bold().color(hex(ATTENTION_INK)),
    ]
}

fn style(id: &str, name: &str) -> Style {
    Style::new(id, StyleType::Paragraph).name(name).based_on("Normal")
}

/// Keeps a paragraph on the page of the one that follows.
fn kept(mut style: Style) -> Style {
    style.paragraph_property = style.paragraph_property.keep_next(true).keep_lines(true);
    style
}

/// The room above and below, and the height of a line in 240ths.
fn spacing(before: u32, after: u32, line: i32) -> LineSpacing {
    LineSpacing::new().before(before).after(after).line(line).line_rule(LineSpacingType::Auto)
}
