//! How the cells of the workbook look: one calm colour, thin lines, yellow where a person may change something.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::index::exact::Exact;
use crate::paper::document::look::Look;
use crate::result::report::Report;
use crate::text::colour::Colour;
use crate::text::language::Language;

/// The colour of the target in charts.
pub(super) const TARGET: Color = Color::RGB(0xC5_5A11);
/// The colour of last cycle in charts.
pub(super) const BEFORE: Color = Color::RGB(0x7F_7F7F);
/// The colour of the averages in charts.
pub(super) const AVERAGE: Color = Color::RGB(0x54_8235);
/// The colour of the grid of a chart.
pub(super) const GRID: Color = Color::RGB(0xD9_D9D9);
/// Looks the same everywhere: Arial itself, or the font of the same widths that stands in for it.
const FONT: &str = "Arial";
/// The size of ordinary letters, in points.
const SIZE: f64 = 10.0;
/// The yellow of what a person may change.
const INPUT: Color = Color::RGB(0xFF_F2CC);
/// The grey of letters that explain: pale, but still easy to read on white.
const FAINT: Color = Color::RGB(0x59_5959);
/// The colour of the lines between cells.
const LINE: Color = Color::RGB(0xBF_BFBF);

/// The formats of all sheets.
#[derive(Debug)]
pub(super) struct Style {
    /// The colour of headings and of the evaluation itself in charts.
    pub(super) accent: Color,
    /// The same, pale, below totals.
    tint: Color,
    /// The title of a sheet.
    pub(super) title: Format,
    /// The agency below the title.
    pub(super) subtitle: Format,
    /// What explains, but is not looked for.
    pub(super) faint: Format,
    /// The same beside a figure or before a text.
    pub(super) remark: Format,
    /// A text over several lines.
    pub(super) paragraph: Format,
    /// The heading of a section.
    pub(super) section: Format,
    /// The heading of a column.
    pub(super) head: Format,
    /// The index in large digits.
    pub(super) headline: Format,
    /// The predicate beside it.
    pub(super) predicate: Format,
    /// A label of a figure.
    pub(super) label: Format,
    /// A text that may take several lines.
    pub(super) text: Format,
    /// A text in the middle of its column.
    pub(super) middle: Format,
    /// A digest: small, so that two lines hold it.
    pub(super) digest: Format,
    /// A name in a chart: small, over several lines.
    pub(super) small: Format,
    /// A count.
    pub(super) count: Format,
    /// A weight as it is.
    pub(super) weight: Format,
    /// A weight whose digits do not end.
    pub(super) fraction: Format,
    /// A value with the decimals of the index.
    pub(super) value: Format,
    /// A value with all its decimals.
    pub(super) exact: Format,
    /// A distance with its sign.
    pub(super) distance: Format,
    /// A level.
    pub(super) level: Format,
    /// A level that a person may change.
    pub(super) input: Format,
    /// A text that a person may change.
    pub(super) entry: Format,
    /// What a person is asked to mend.
    pub(super) wrong: Format,
    /// A long text to look things up in: small.
    pub(super) criteria: Format,
    /// What a level below the target looks like, over any other format.
    pub(super) below: Format,
    /// A day.
    pub(super) date: Format,
}

impl Style {
    /// Makes the formats that fit the decimals of a report and a language.
    pub(super) fn of(report: &Report<'_>, language: Language) -> Self {
        let chosen =
            Look::new(report.workspace.presentation.accent.as_ref().map(|accent| accent.value), None).accent.readable();
        let (accent, tint) = (color(chosen), color(chosen.tint(14)));
        let value = decimals(report.instrument.decimals.max(1));
        let level = decimals(report.instrument.scale.step.places());
        let plain = Format::new().set_font_name(FONT).set_font_size(SIZE);
        let cell = plain
            .clone()
            .set_border(FormatBorder::Thin)
            .set_border_color(LINE)
            .set_align(FormatAlign::Top)
            .set_text_wrap();
        let centred =
            |format: &str| cell.clone().unset_text_wrap().set_num_format(format).set_align(FormatAlign::Center);
        let number = |format: &str| centred(format).set_align(FormatAlign::Right).set_indent(1);
        let on_accent = plain.clone().set_background_color(accent).set_font_color(Color::White).set_bold();
        let middle = cell.clone().set_align(FormatAlign::Center);
        Self {
            accent,
            tint,
            title: plain.clone().set_bold().set_font_size(16).set_font_color(accent),
            subtitle: plain.clone().set_bold().set_font_size(12),
            faint: plain.clone().set_font_color(FAINT),
            remark: plain.clone().set_font_color(FAINT).set_indent(1).set_align(FormatAlign::Top),
            paragraph: plain.clone().set_text_wrap().set_align(FormatAlign::Top),
            section: plain.clone().set_bold().set_font_size(12).set_font_color(accent),
            head: on_accent
                .clone()
                .set_border(FormatBorder::Thin)
                .set_border_color(LINE)
                .set_text_wrap()
                .set_align(FormatAlign::Center)
                .set_align(FormatAlign::VerticalCenter),
            headline: on_accent
                .set_font_size(26)
                .set_num_format(&value)
                .set_align(FormatAlign::Center)
                .set_align(FormatAlign::VerticalCenter),
            predicate: plain
                .clone()
                .set_background_color(tint)
                .set_font_color(accent)
                .set_bold()
                .set_font_size(18)
                .set_indent(1)
                .set_align(FormatAlign::VerticalCenter),
            label: cell.clone().set_bold(),
            small: plain.set_font_color(FAINT).set_font_size(8).set_text_wrap().set_align(FormatAlign::Top),
            digest: cell.clone().set_font_name("Courier New").set_font_size(8),
            count: centred("0"),
            weight: number("General"),
            fraction: number("0.00"),
            exact: number("0.0#####").set_font_color(FAINT),
            distance: centred(&format!("+{value};-{value};{value}")),
            level: centred(&level),
            input: centred(&level).set_background_color(INPUT).set_bold(),
            entry: cell.clone().set_background_color(INPUT),
            wrong: cell
                .clone()
                .set_background_color(Color::RGB(0xF8_CBAD))
                .set_font_color(Color::RGB(0x9C_2A00))
                .set_bold(),
            criteria: cell.clone().set_font_size(8),
            below: Format::new().set_background_color(Color::RGB(0xF8_CBAD)).set_font_color(Color::RGB(0x9C_2A00)),
            date: centred(match language {
                Language::Indonesian => "[$-421]d mmmm yyyy",
                Language::English => "[$-809]d mmmm yyyy",
            })
            .set_align(FormatAlign::Left),
            value: centred(&value),
            text: cell,
            middle,
        }
    }

    /// Returns the format of a weight.
    pub(super) fn of_weight(&self, weight: &Exact) -> &Format {
        if weight.decimal().is_some() { &self.weight } else { &self.fraction }
    }

    /// Makes a format stand out as a row of totals.
    pub(super) fn strong(&self, format: &Format) -> Format {
        format.clone().set_bold().set_background_color(self.tint)
    }
}

/// Turns a colour of ours into one of the workbook.
fn color(Colour([red, green, blue]): Colour) -> Color {
    Color::RGB(u32::from_be_bytes([0, red, green, blue]))
}

/// Writes the format of a number with so many decimals.
fn decimals(places: u32) -> String {
    if places == 0 { "0".to_owned() } else { format!("0.{}", "0".repeat(places as usize)) }
}
