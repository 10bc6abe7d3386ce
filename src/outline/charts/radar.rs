//! The radar chart: every aspect an axis, every series a polygon.

use std::f64::consts::TAU;

use crate::bilingual;
use crate::index::exact::Exact;
use crate::outline::charts::words::wrapped;
use crate::outline::charts::{ATTENTION, Axis, FAINT, INK, NARROW, PREVIOUS, QUIET, WHITE, WIDTH, number};
use crate::paper::document::chart::Chart;
use crate::paper::drawing::{Anchor, Drawing, Element, Point};
use crate::result::label::{NATIONAL, kind_heading};
use crate::result::report::{Node as ReportNode, Report};
use crate::text::bilingual::Bilingual;
use crate::text::colour::Colour;
use crate::text::language::Language;

/// The least number of axes that span a surface.
const LEAST_AXES: usize = 3;
/// How large the letters at the ends of the axes are.
const LABEL: f64 = 8.5;
/// How large the values of the rings are.
const VALUE: f64 = 7.0;
/// Where the legend begins, below the lowest label.
const LEGEND_TOP: f64 = 356.0;
/// How far the lines of the legend are apart.
const LEGEND_LINE: f64 = 15.0;
/// How many series stand side by side in the legend.
const LEGEND_COLUMNS: usize = 3;

/// Draws the aspects against their target, last cycle and averages; none where too few aspects span no surface.
pub(crate) fn chart(report: &Report<'_>, accent: Colour, language: Language) -> Option<Chart> {
    if report.aspects.len() < LEAST_AXES {
        return None;
    }
    let axis = Axis::of(report.instrument);
    let radar = Radar { report, axis, accent, language, centre: (WIDTH / 2.0, 178.0), radius: 120.0 };
    let series = radar.series();
    let rows = series.len().div_ceil(LEGEND_COLUMNS);
    let height = LEGEND_TOP + LEGEND_LINE * rows as f64;
    let title = bilingual!("Nilai aspek terhadap target", "Aspects against their target").get(language).to_owned();
    let description = radar.description(&series);
    let mut elements = radar.web();
    elements.extend(series.iter().rev().flat_map(|line| radar.polygon(line)));
    elements.extend([radar.values(), radar.labels(), radar.legend(&series)]);
    let drawing = Drawing { id: "radar".to_owned(), width: WIDTH, height, elements };
    let narrow = Radar { centre: (NARROW / 2.0, 122.0), radius: 96.0, ..radar }.narrow(&series);
    Some(Chart { title, description, drawing, narrow: Some(narrow), width: WIDTH as f32, height: height as f32 })
}

/// One line of values, an aspect each.
struct Series {
    /// What it is called in the legend.
    name: String,
    /// The value of each aspect; none where it has none.
    values: Vec<Option<Exact>>,
    /// The colour of its line.
    colour: Colour,
    /// The dashes and gaps of its line; none where it is whole.
    dashes: &'static [f64],
    /// The width of its line.
    width: f64,
    /// Its surface is tinted.
    filled: bool,
}

/// What the radar is drawn from, where its axes meet and how long they are.
struct Radar<'a> {
    report: &'a Report<'a>,
    axis: Axis,
    accent: Colour,
    language: Language,
    centre: Point,
    radius: f64,
}

impl Radar<'_> {
    /// Collects the series, the agency's own first; one without any value is left out.
    fn series(&self) -> Vec<Series> {
        let Self { report, language, .. } = self;
        let year = report.year;
        let say = |text: Bilingual| text.get(*language).to_owned();
        let own =
            self.line(say(bilingual!("Nilai {year}", "Value {year}")), self.accent, &[], |node| node.value.clone());
        let mut all = vec![Series { width: 2.0, filled: true, ..own }];
        if let Some(target) = report.target_level {
            all.push(self.line(say(bilingual!("Target", "Target")), INK, &[6.0, 3.0], |_| Some(target.into())));
        }
        if let Some(previous) = &report.previous {
            let year = previous.year;
            let name = say(bilingual!("Nilai {year}", "Value {year}"));
            all.push(self.line(name, PREVIOUS, &[2.0, 2.0], |node| previous.value(node).cloned()));
        }
        let kind = kind_heading(report.agency.kind, *language);
        let averages: [(_, _, _, &'static [f64]); 2] = [
            (&report.averages.kind, kind, ATTENTION, &[8.0, 2.0, 2.0, 2.0]),
            (&report.averages.national, NATIONAL.get(*language).to_owned(), QUIET, &[1.0, 3.0]),
        ];
        for (average, name, colour, dashes) in averages {
            let Some(average) = average else { continue };
            let year = average.year;
            let name = say(bilingual!("Rata-rata {name} {year}", "Average, {name} {year}"));
            all.push(self.line(name, colour, dashes, |node| average.of(node.benchmark).map(Exact::from)));
        }
        all.retain(|series| series.values.iter().any(Option::is_some));
        all
    }

    /// Makes a thin series without a tint, of one value for each aspect.
    fn line(
        &self,
        name: String,
        colour: Colour,
        dashes: &'static [f64],
        value: impl Fn(&ReportNode<'_>) -> Option<Exact>,
    ) -> Series {
        let values = self.report.aspects.iter().map(value).collect();
        Series { name, values, colour, dashes, width: 1.3, filled: false }
    }

    /// Says the same in words.
    fn description(&self, series: &[Series]) -> String {
        let numbers = self.report.numbers(self.language);
        let one = |(place, aspect): (usize, &ReportNode<'_>)| {
            let value = |series: &Series| {
                let value = numbers.shown_or_open(series.values[place].as_ref());
                format!("{} {value}", series.name)
            };
            let values: Vec<String> = series.iter().map(value).collect();
            format!("{}: {}.", aspect.name.get(self.language), values.join("; "))
        };
        self.report.aspects.iter().enumerate().map(one).collect::<Vec<_>>().join(" ")
    }

    /// Returns the point of a value on an axis; the first axis points up, the others follow clockwise.
    fn point(&self, axis: usize, share: f64) -> Point {
        let angle = TAU * axis as f64 / self.report.aspects.len() as f64;
        (self.centre.0 + self.radius * share * angle.sin(), self.centre.1 - self.radius * share * angle.cos())
    }

    /// Joins the points of values, one on each axis.
    fn through(&self, shares: impl Iterator<Item = f64>) -> Element {
        Element::polygon(shares.enumerate().map(|(axis, share)| self.point(axis, share)).collect())
    }

    /// Draws axes and rings.
    fn web(&self) -> Vec<Element> {
        let axes = 0..self.report.aspects.len();
        let ticks = self.axis.ticks();
        let ring = |tick: &f64| self.through(axes.clone().map(|_| self.axis.share(*tick)));
        let spokes = axes.clone().map(|axis| Element::line(self.centre, self.point(axis, 1.0)));
        let lines = ticks.iter().map(ring).chain(spokes).collect();
        vec![Element::group(lines).hollow().stroke(FAINT).stroke_width(0.75)]
    }

    /// Writes the value of each ring beside the first axis, on white, so that no series strikes it through.
    fn values(&self) -> Element {
        let value = |tick: f64| {
            let (x, y) = self.point(0, self.axis.share(tick));
            let figure = tick.to_string();
            let room = VALUE * 0.6 * figure.len() as f64 + 2.0;
            let ground = Element::ground((x - 4.0 - room, y - VALUE / 2.0), room, VALUE).fill(WHITE);
            [ground, Element::words((x - 5.0, y + 2.5), figure)]
        };
        let values = self.axis.ticks().into_iter().flat_map(value).collect();
        Element::group(values).font_size(VALUE).fill(QUIET).anchor(Anchor::End)
    }

    /// Draws a series: a polygon, or only its dots where an aspect has no value yet.
    fn polygon(&self, series: &Series) -> Vec<Element> {
        let shares: Vec<Option<f64>> =
            series.values.iter().map(|value| value.as_ref().map(|value| self.axis.share(number(value)))).collect();
        let whole: Option<Vec<f64>> = shares.iter().copied().collect();
        let polygon = whole.map(|shares| {
            let polygon = self.through(shares.into_iter());
            let polygon = if series.filled { polygon.fill(series.colour) } else { polygon.hollow() };
            let polygon = polygon.fill_opacity(0.14).stroke(series.colour).stroke_width(series.width);
            polygon.dashes(series.dashes).round_corners()
        });
        let radius = if series.filled { 2.6 } else { 1.6 };
        let dot = |(axis, share): (usize, &Option<f64>)| {
            share.map(|share| Element::circle(self.point(axis, share), radius).fill(series.colour))
        };
        polygon.into_iter().chain(shares.iter().enumerate().filter_map(dot)).collect()
    }

    /// Writes each aspect at the end of its axis, with its value.
    fn labels(&self) -> Element {
        let numbers = self.report.numbers(self.language);
        let label = |(axis, aspect): (usize, &ReportNode<'_>)| {
            self.label(axis, aspect.name.get(self.language), numbers.shown_or_open(aspect.value.as_ref()))
        };
        let labels = self.report.aspects.iter().enumerate().map(label);
        Element::group(labels.collect()).font_size(LABEL).fill(INK)
    }

    /// Writes the name of an aspect and below it its value, so that both grow away from the chart.
    fn label(&self, axis: usize, name: &str, value: String) -> Element {
        let (x, y) = self.point(axis, 1.0 + 11.0 / self.radius);
        let side = x - self.centre.0;
        let (anchor, room) = match side {
            side if side.abs() < self.radius * 0.2 => (Anchor::Middle, 170.0),
            side if side > 0.0 => (Anchor::Start, WIDTH - x),
            _ => (Anchor::End, x),
        };
        let lines = wrapped(name, LABEL, room, 3);
        let step = LABEL * 1.2;
        // The block of lines stands above the point at the top, below it at the bottom, and beside it between.
        let height = step * lines.len() as f64;
        let top =
            y + LABEL * 0.35 - height * (1.0 - (y - self.centre.1 + self.radius) / (2.0 * self.radius)).clamp(0.0, 1.0);
        let line = |(number, line)| Element::words((x, top + step * number as f64), line);
        let value = Element::words((x, top + height), value).bold();
        let lines: Vec<Element> = lines.into_iter().enumerate().map(line).chain([value]).collect();
        Element::lines(lines).anchor(anchor)
    }

    /// Draws the same for a narrow screen: the axes bear letters, and their names stand below.
    fn narrow(&self, series: &[Series]) -> Drawing {
        const LETTERS: f64 = 11.5;
        const STEP: f64 = 15.0;
        let numbers = self.report.numbers(self.language);
        let key = |(axis, aspect): (usize, &ReportNode<'_>)| {
            let value = numbers.shown_or_open(aspect.value.as_ref());
            format!("{}  {}: {value}", letter(axis), aspect.name.get(self.language))
        };
        let names: Vec<String> = self.report.aspects.iter().enumerate().map(key).collect();
        let names: Vec<String> = names.iter().flat_map(|name| wrapped(name, LETTERS, NARROW, 3)).collect();
        let top = self.centre.1 + self.radius + 34.0;
        let below = top + STEP * series.len() as f64 + 6.0;
        let height = below + STEP * names.len() as f64;
        let letters = (0..self.report.aspects.len()).map(|axis| {
            let (x, y) = self.point(axis, 1.0 + 12.0 / self.radius);
            Element::words((x, y + 4.0), letter(axis)).anchor(Anchor::Middle).bold()
        });
        let samples = series.iter().enumerate();
        let samples = samples.flat_map(|(number, line)| sample(line, (0.0, top + STEP * number as f64)));
        let names = names.into_iter().enumerate();
        let names = names.map(|(number, name)| Element::words((0.0, below + STEP * number as f64), name));
        let words = Element::group(letters.chain(samples).chain(names).collect()).font_size(LETTERS).fill(INK);
        let mut elements = self.web();
        elements.extend(series.iter().rev().flat_map(|line| self.polygon(line)));
        elements.extend([self.values(), words]);
        Drawing { id: "radar-narrow".to_owned(), width: NARROW, height, elements }
    }

    /// Shows below the chart how each series is drawn.
    fn legend(&self, series: &[Series]) -> Element {
        let column = WIDTH / LEGEND_COLUMNS as f64;
        let place = |number: usize| {
            let x = column * (number % LEGEND_COLUMNS) as f64 + 8.0;
            (x, LEGEND_TOP + LEGEND_LINE * (number / LEGEND_COLUMNS) as f64 + 6.0)
        };
        let samples = series.iter().enumerate().flat_map(|(number, line)| sample(line, place(number)));
        Element::group(samples.collect()).font_size(8.5).fill(INK)
    }
}

/// Shows how a series is drawn, with its name.
fn sample(line: &Series, (x, y): Point) -> [Element; 3] {
    let stroke = Element::line((x, y - 3.0), (x + 24.0, y - 3.0)).stroke(line.colour).stroke_width(line.width);
    [
        stroke.dashes(line.dashes),
        Element::circle((x + 12.0, y - 3.0), 1.8).fill(line.colour),
        Element::words((x + 30.0, y), &line.name),
    ]
}

/// Returns the letter of an axis: A to Z, then numbers.
fn letter(axis: usize) -> String {
    let letter = u8::try_from(axis).ok().filter(|axis| *axis < 26).map(|axis| char::from(b'A' + axis));
    letter.map_or_else(|| (axis + 1).to_string(), String::from)
}

#[cfg(test)]
mod tests {
    use super::chart;
    use crate::model::workspace::Workspace;
    use crate::paper::document::chart::Chart;
    use crate::paper::document::look::Look;
    use crate::paper::drawing::svg;
    use crate::result::report::Report;
    use crate::result::testing::{bandar_lampung, benchmarks, in_progress};
    use crate::text::language::Language;

    fn drawn(workspace: &Workspace) -> Chart {
        let report = Report::of(workspace, &benchmarks()).expect("a report");
        chart(&report, Look::default().accent, Language::Indonesian).expect("a chart")
    }

    fn polygons(chart: &Chart) -> usize {
        svg::write(&chart.drawing, "", "").matches("<polygon").count()
    }

    #[test]
    fn every_aspect_is_named_with_its_value_and_every_series_is_in_the_legend() {
        let chart = drawn(&bandar_lampung());
        for text in ["Layanan Publik", "Nilai 2024", "Target", "Rata-rata Kota 2024", "Rata-rata Nasional 2024"] {
            assert!(chart.description.contains(text), "{text}");
        }
        assert_eq!(polygons(&chart), 4 + 6, "four series over the rings of 0 to 5");
    }

    #[test]
    fn an_aspect_without_a_value_leaves_the_dots_alone() {
        let chart = drawn(&in_progress());
        assert!(chart.description.contains("Nilai 2018 –"), "{}", chart.description);
        assert_eq!(polygons(&chart), 1 + 6, "only the target spans a polygon");
    }
}
