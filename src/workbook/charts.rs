//! The charts of the workbook: the aspects around a circle, and how many indicators stand at each level.

use rust_xlsxwriter::{
    Chart, ChartDataLabel, ChartFont, ChartFormat, ChartLayout, ChartLegendPosition, ChartLine, ChartLineDashType,
    ChartMarker, ChartMarkerType, ChartSolidFill, ChartType, Color, XlsxError,
};

use crate::bilingual;
use crate::index::exact::Exact;
use crate::result::label::{VALUE, kind_heading};
use crate::text::visible::on_one_line;
use crate::workbook::distribution::Distribution;
use crate::workbook::formulas::{Cells, number};
use crate::workbook::names::RESULT_SHEET;
use crate::workbook::nodes::{ResultField, ResultTable};
use crate::workbook::sheet::{Book, Sheet, Written};
use crate::workbook::style::{AVERAGE, BEFORE, GRID, TARGET};

/// How high every chart is, in pixels.
const HEIGHT: u32 = 460;
/// How wide the radar is, in pixels: room for the names of aspects around the circle.
const RADAR_WIDTH: u32 = 560;
/// How wide the bars are, in pixels.
const BARS_WIDTH: u32 = 340;
/// The column behind the radar, where it stands from edge to edge.
const BEHIND: u16 = 3;
/// How many letters of a name stand on one line in a chart.
const NAME: usize = 22;

/// What the charts draw, and where they stand.
pub(super) struct Charts<'a> {
    /// The table of the aspects.
    pub(super) table: &'a ResultTable<'a>,
    /// The names of the aspects as the radar shows them.
    pub(super) names: Cells,
    /// The table of the levels.
    pub(super) distribution: Option<&'a Distribution<'a>>,
    /// The row where they begin.
    pub(super) row: u32,
}

/// Writes the names of the aspects in short lines, which a chart takes as they are: a long name would be cut. They stand
/// behind the radar, where nobody reads or prints them.
pub(super) fn names(book: Book<'_>, sheet: &mut Sheet<'_>, row: u32) -> Result<Cells, XlsxError> {
    let title = book.say(&bilingual!("Aspek dalam grafik", "Aspects in the chart"));
    // Not wrapped: no row becomes higher for what is not seen.
    let style = book.style.small.clone().unset_text_wrap();
    sheet.text(row, BEHIND, &title, &style)?;
    let mut last = row;
    for aspect in &book.report.aspects {
        let name = in_lines(&on_one_line(aspect.name.get(book.language)));
        last += 1;
        sheet.text(last, BEHIND, &name, &style)?;
    }
    let name = RESULT_SHEET.get(book.language).to_owned();
    Ok(Cells { sheet: name, column: BEHIND, first: row + 1, last: last.max(row + 1) })
}

/// Breaks a name between words; a single word stays whole, however long it is.
fn in_lines(name: &str) -> String {
    let (mut lines, mut length) = (String::new(), 0);
    for word in name.split(' ') {
        let letters = word.chars().count();
        if length > 0 {
            let fits = length + 1 + letters <= NAME;
            lines.push(if fits { ' ' } else { '\n' });
            length = if fits { length + 1 } else { 0 };
        }
        lines.push_str(word);
        length += letters;
    }
    lines
}

/// Puts the charts beside the table of levels.
pub(super) fn insert(book: Book<'_>, sheet: &mut Sheet<'_>, charts: &Charts<'_>) -> Written {
    let row = charts.row;
    if !book.report.aspects.is_empty() {
        sheet.cells.insert_chart_with_offset(row, 2, &radar(book, charts), 12, 0)?;
    }
    if let Some(distribution) = charts.distribution {
        sheet.cells.insert_chart_with_offset(row, 2, &bars(book, distribution, row), RADAR_WIDTH + 24, 0)?;
    }
    Ok(())
}

/// A line of the radar.
struct RadarLine {
    field: ResultField,
    name: String,
    colour: Color,
    dash: ChartLineDashType,
}

/// Draws the aspects around a circle, with the target and what there is to compare with.
fn radar(book: Book<'_>, charts: &Charts<'_>) -> Chart {
    let mut chart = Chart::new(ChartType::Radar);
    let title = book.say(&bilingual!("Nilai aspek", "Values of the aspects"));
    frame(book, &mut chart, &title, RADAR_WIDTH);
    // Programs place the names around the circle differently; this leaves each of them enough room.
    chart.plot_area().set_layout(&ChartLayout::new().set_offset(0.24, 0.2).set_dimensions(0.52, 0.6));
    let names = charts.names.address();
    for RadarLine { field, name, colour, dash } in lines(book) {
        let Some(values) = charts.table.of_aspects(field) else { continue };
        let solid = dash == ChartLineDashType::Solid;
        let mut line = ChartFormat::new();
        line.set_line(ChartLine::new().set_color(colour).set_width(if solid { 2.5 } else { 1.5 }).set_dash_type(dash));
        let mut marker = ChartMarker::new();
        if solid {
            marker.set_type(ChartMarkerType::Circle).set_size(5);
            marker.set_format(ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(colour)));
        } else {
            marker.set_none();
        }
        chart
            .add_series()
            .set_name(name.as_str())
            .set_categories(names.as_str())
            .set_values(values.address().as_str())
            .set_format(&mut line)
            .set_marker(&marker);
    }
    chart.legend().set_position(ChartLegendPosition::Bottom);
    let highest = number(&Exact::from(book.report.instrument.scale.highest));
    chart
        .y_axis()
        .set_min(0)
        .set_max(highest)
        .set_num_format("0")
        .set_major_gridlines_line(ChartLine::new().set_color(GRID));
    if highest <= 20.0 {
        chart.y_axis().set_major_unit(1);
    }
    chart.x_axis().set_font(ChartFont::new().set_size(9));
    chart
}

/// Lists the lines of the radar; while rows are open both ends of the range stand for the value.
fn lines(book: Book<'_>) -> Vec<RadarLine> {
    let report = book.report;
    let accent = book.style.accent;
    let line = |field, name: String, colour, dash| RadarLine { field, name, colour, dash };
    let (solid, dashed) = (ChartLineDashType::Solid, ChartLineDashType::Dash);
    let mut lines = if report.outcome.index().is_none() {
        vec![
            line(ResultField::Lowest, book.say(&bilingual!("Paling rendah", "Lowest")), accent, solid),
            line(ResultField::Highest, book.say(&bilingual!("Paling tinggi", "Highest")), accent, dashed),
        ]
    } else {
        vec![line(ResultField::Value, format!("{} {}", book.say(&VALUE), report.year), accent, solid)]
    };
    if report.target_level.is_some() {
        lines.push(line(ResultField::Target, book.say(&bilingual!("Target", "Target")), TARGET, dashed));
    }
    if let Some(year) =
        report.previous.as_ref().filter(|previous| previous.other_instrument.is_none()).map(|previous| previous.year)
    {
        lines.push(line(
            ResultField::Previous,
            book.say(&bilingual!("Nilai {year}", "Value {year}")),
            BEFORE,
            ChartLineDashType::LongDash,
        ));
    }
    if let Some(average) = &report.averages.kind {
        let (kind, year) = (kind_heading(report.agency.kind, book.language), average.year);
        let name = book.say(&bilingual!("Rata-rata {kind} {year}", "Average, {kind} {year}"));
        lines.push(line(ResultField::Kind, name, AVERAGE, ChartLineDashType::RoundDot));
    }
    lines
}

/// Draws how many indicators stand at each level.
fn bars(book: Book<'_>, distribution: &Distribution<'_>, row: u32) -> Chart {
    let mut chart = Chart::new(ChartType::Bar);
    frame(book, &mut chart, &book.say(&bilingual!("Indikator menurut level", "Indicators by level")), BARS_WIDTH);
    chart
        .add_series()
        .set_name(book.say(&bilingual!("Jumlah indikator", "Number of indicators")).as_str())
        .set_categories(distribution.cells(row, 0).address().as_str())
        .set_values(distribution.cells(row, 1).address().as_str())
        .set_format(ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(book.style.accent)))
        .set_gap(60)
        .set_data_label(ChartDataLabel::new().show_value());
    chart.legend().set_hidden();
    // In a chart of lying bars the levels stand on the axis that goes up; the first is to stand on top.
    chart.y_axis().set_reverse().set_major_gridlines(false);
    chart.x_axis().set_min(0).set_num_format("0").set_major_gridlines(false).set_hidden(true);
    chart
}

/// Gives a chart its size, its border and a title, which programs that read aloud find as well.
fn frame(book: Book<'_>, chart: &mut Chart, title: &str, width: u32) {
    chart.set_width(width).set_height(HEIGHT).set_alt_text(title);
    chart.title().set_name(title).set_font(ChartFont::new().set_size(12).set_bold().set_color(book.style.accent));
    chart.chart_area().set_format(ChartFormat::new().set_border(ChartLine::new().set_color(GRID)));
}
