//! The styles of the file, by the names that Word knows, so that an agency can change all of a kind at once.

use maud::html;

use crate::paper::docx::part::{Part, WORD};
use crate::paper::docx::settings::locale;
use crate::paper::docx::style::{Border, Spacing, Style, Tab, fonts, sizes};
use crate::paper::docx::styles::{
    ATTENTION, ATTENTION_INK, BODY, CAPTION, CODE, CONTENTS, CONTENTS_TITLE, COVER_AGENCY, COVER_LINE, EMPHASIS, FACT,
    FACT_NAME, FIGURE_NAME, FIGURE_REMARK, FIGURE_VALUE, FOOTER, GOOD, GOOD_INK, HEADINGS, LETTERHEAD, LINK,
    LIST_BULLET, LIST_NUMBER, NOTICE, PICTURE, QUIET, SIGNATURE, SIGNATURE_NAME, SPACER, STRONG, SUBTITLE,
    TABLE_DETAIL, TABLE_GROUP, TABLE_HEAD, TABLE_TEXT, TITLE,
};
use crate::text::colour::Colour;
use crate::text::language::Language;

/// The font of the text, which every Word has; LibreOffice sets Carlito in its place, of the same widths.
const FONT: &str = "Calibri";
/// The font of what is written letter by letter.
const CODE_FONT: &str = "Consolas";
/// The size of the text, in half points.
const SIZE: u16 = 21;
/// The lines of the text.
const LINES: Spacing = Spacing { before: 0, after: 0, line: 259, exact: false };

/// Running text.
const INK: Colour = Colour([0x1f, 0x23, 0x28]);
/// What only helps to read; 6.1 : 1 on white.
const PALE_INK: Colour = Colour([0x5c, 0x63, 0x6b]);
/// What stands on the accent colour.
const WHITE: Colour = Colour([0xff, 0xff, 0xff]);

/// Writes all styles.
pub(super) fn part(accent: Colour, language: Language) -> Part {
    let locale = locale(language);
    let all = [cover(accent), headings(accent), body(accent), tables(), boxes(accent), characters(accent)];
    let styles = html! {
        w:styles xmlns:w=(WORD) {
            w:docDefaults {
                w:rPrDefault { w:rPr { (fonts(FONT)) (sizes(SIZE)) w:lang w:val=(locale) w:eastAsia=(locale) {} } }
                w:pPrDefault { w:pPr { (LINES) } }
            }
            w:style w:type="paragraph" w:default="1" w:styleId="Normal" { w:name w:val="Normal" {} w:qFormat {} }
            @for style in all.iter().flatten() { (style) }
        }
    };
    Part::word("word/styles.xml", "styles", styles)
}

/// Makes the styles of the cover; a rule below the subtitle parts the title from the rest.
fn cover(accent: Colour) -> Vec<Style> {
    let rule = Border { above: false, size: 18, space: 14, colour: accent };
    vec![
        Style::paragraph(TITLE, "Title").size(64).bold().colour(accent).spacing(0, 0, 240),
        Style::paragraph(SUBTITLE, "Subtitle").size(32).colour(PALE_INK).spacing(120, 480, 259).border(rule),
        Style::paragraph(COVER_AGENCY, "Cover Agency").size(30).bold().colour(INK).spacing(0, 120, 259),
        Style::paragraph(COVER_LINE, "Cover Line").size(24).colour(PALE_INK).spacing(0, 60, 259),
    ]
}

/// Makes the styles of headings and contents; the title of the contents has no level, or it would be an entry of them.
fn headings(accent: Colour) -> Vec<Style> {
    let heading = |level: usize, name, size| {
        Style::paragraph(HEADINGS[level], name).next(BODY).size(size).bold().colour(accent).kept().outline(level)
    };
    let title = Style::paragraph(CONTENTS_TITLE, "TOC Heading").next(BODY).size(34).bold().colour(accent).kept();
    vec![
        heading(0, "heading 1", 34).spacing(360, 160, 240),
        heading(1, "heading 2", 27).spacing(300, 100, 240),
        heading(2, "heading 3", 23).spacing(240, 80, 240),
        title.spacing(240, 160, 240),
        Style::paragraph(CONTENTS, "toc 1").spacing(60, 40, 259).tab(Tab::Dotted),
    ]
}

/// Makes the styles of what runs down the page: text, captions, pictures, lists, and the foot.
fn body(accent: Colour) -> Vec<Style> {
    let line = Border { above: true, size: 4, space: 6, colour: accent.tint(40) };
    vec![
        Style::paragraph(BODY, "Body Text").spacing(0, 140, 271),
        Style::paragraph(CAPTION, "caption").size(19).bold().colour(accent).spacing(160, 80, 240).kept(),
        Style::paragraph(PICTURE, "Picture").spacing(0, 160, 240),
        Style::paragraph(LIST_BULLET, "List Bullet").spacing(0, 60, 259),
        Style::paragraph(LIST_NUMBER, "List Number").spacing(0, 60, 259),
        Style::paragraph(SPACER, "Spacer").size(8).exact_lines(160),
        Style::paragraph(FOOTER, "footer").size(17).colour(PALE_INK).tab(Tab::Plain).border(line),
    ]
}

/// Makes the styles of cells; headings and groups stay on the page of the row that follows.
fn tables() -> Vec<Style> {
    let cell = |id, name| Style::paragraph(id, name).size(18).spacing(40, 40, 240);
    vec![
        cell(TABLE_TEXT, "Table Text"),
        cell(TABLE_HEAD, "Table Head").bold().colour(WHITE).kept(),
        cell(TABLE_GROUP, "Table Group").bold().kept(),
        cell(TABLE_DETAIL, "Table Detail").size(17).colour(PALE_INK),
    ]
}

/// Makes the styles of what is set off from the text: notices, facts, letterheads, figures, places to sign.
fn boxes(accent: Colour) -> Vec<Style> {
    let figure = |id, name| Style::paragraph(id, name).spacing(0, 0, 240).kept();
    vec![
        Style::paragraph(NOTICE, "Notice").spacing(60, 60, 259),
        Style::paragraph(FACT, "Fact").spacing(20, 20, 259),
        Style::paragraph(LETTERHEAD, "Letterhead").size(28).bold().spacing(0, 0, 259),
        Style::paragraph(FACT_NAME, "Fact Name").colour(PALE_INK).spacing(20, 20, 259),
        figure(FIGURE_NAME, "Figure Name").size(18).colour(PALE_INK),
        figure(FIGURE_VALUE, "Figure Value").size(48).bold().colour(accent),
        figure(FIGURE_REMARK, "Figure Remark").size(19),
        Style::paragraph(SIGNATURE, "Signature").spacing(0, 0, 259).kept(),
        Style::paragraph(SIGNATURE_NAME, "Signature Name").bold().spacing(1701, 0, 259).kept(),
    ]
}

/// Makes the styles of words within a paragraph; what they don't say stays as the paragraph has it.
fn characters(accent: Colour) -> Vec<Style> {
    vec![
        Style::character(STRONG).bold(),
        Style::character(EMPHASIS).italic(),
        Style::character(QUIET).colour(PALE_INK),
        Style::character(CODE).font(CODE_FONT).size(17),
        Style::character(LINK).colour(accent).underlined(),
        Style::character(GOOD).bold().colour(GOOD_INK),
        Style::character(ATTENTION).bold().colour(ATTENTION_INK),
    ]
}
