//! The radar chart: every aspect an axis, every series a polygon.

use std::f64::consts::TAU;

use maud::{Markup, html};

use crate::bilingual;
use crate::index::exact::Exact;
use crate::outline::charts::words::wrapped;
use crate::outline::charts::{FAINT, INK, NARROW, Palette, Scale, WIDTH, at, number, svg};
use crate::paper::document::chart::Chart;
use crate::result::label::{NATIONAL, kind_heading};
use crate::result::report::{Node, Report};
use crate::text::language::Language;

/// The least number of axes that span a surface.
const LEAST_AXES: usize = 3;
const LABEL: f64 = 8.5;
const LEGEND_TOP: f64 = 356.0;
const LEGEND_LINE: f64 = 15.0;
const LEGEND_COLUMNS: usize = 3;

/// Draws the aspects against their target, last cycle and averages; none where too few aspects span no surface.
pub(crate) fn chart(report: &Report<'_>, palette: Palette, language: Language) -> Option<Chart> {
    if report.aspects.len() < LEAST_AXES {
        return None;
    }
    let scale = Scale::of(report.instrument);
    let radar = Radar { report, scale, palette, language, centre: (WIDTH / 2.0, 178.0), radius: 120.0 };
    let series = radar.series();
    let rows = series.len().div_ceil(LEGEND_COLUMNS);
    let height = LEGEND_TOP + LEGEND_LINE * rows as f64;
    let title = bilingual!("Nilai aspek terhadap target", "Aspects against their target").get(language).to_owned();
    let description = radar.description(&series);
    let drawing = html! {
        (radar.web())
        @for line in series.iter().rev() { (radar.polygon(line)) }
        (radar.labels())
        (radar.legend(&series))
    };
    let svg = svg("radar", &title, &description, (WIDTH, height), &drawing);
    let narrow = Radar { centre: (NARROW / 2.0, 122.0), radius: 96.0, ..radar }.narrow(&title, &description, &series);
    Some(Chart { title, description, svg, narrow: Some(narrow), width: WIDTH as f32, height: height as f32 })
}

/// One line of values, an aspect each.
struct Series {
    name: String,
    values: Vec<Option<Exact>>,
    colour: String,
    dashes: &'static str,
    width: &'static str,
    filled: bool,
}

struct Radar<'a> {
    report: &'a Report<'a>,
    scale: Scale,
    palette: Palette,
    language: Language,
    centre: (f64, f64),
    radius: f64,
}

impl Radar<'_> {
    /// Collects the series, the agency's own first; one without any value is left out.
    fn series(&self) -> Vec<Series> {
        let Self { report, language, .. } = self;
        let year = report.year;
        let say = |text: crate::text::bilingual::Bilingual| text.get(*language).to_owned();
        let accent = self.palette.accent.to_string();
        let own = self.line(say(bilingual!("Nilai {year}", "Value {year}")), &accent, "", |node| node.value.clone());
        let mut all = vec![Series { width: "2", filled: true, ..own }];
        if let Some(target) = report.target_level {
            all.push(self.line(say(bilingual!("Target", "Target")), INK, "6 3", |_| Some(target.into())));
        }
        if let Some(previous) = &report.previous {
            let year = previous.year;
            let name = say(bilingual!("Nilai {year}", "Value {year}"));
            all.push(self.line(name, "#6b4fa0", "2 2", |node| previous.value(node).cloned()));
        }
        let averages = [
            (&report.averages.kind, kind_heading(report.agency.kind, *language), "#b45309", "8 2 2 2"),
            (&report.averages.national, NATIONAL.get(*language).to_owned(), "#52606d", "1 3"),
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

    fn line(
        &self,
        name: String,
        colour: &str,
        dashes: &'static str,
        value: impl Fn(&Node<'_>) -> Option<Exact>,
    ) -> Series {
        let values = self.report.aspects.iter().map(value).collect();
        Series { name, values, colour: colour.to_owned(), dashes, width: "1.3", filled: false }
    }

    /// Says the same in words.
    fn description(&self, series: &[Series]) -> String {
        let numbers = self.report.numbers(self.language);
        let one = |(place, aspect): (usize, &Node<'_>)| {
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
    fn point(&self, axis: usize, share: f64) -> (f64, f64) {
        let angle = TAU * axis as f64 / self.report.aspects.len() as f64;
        (self.centre.0 + self.radius * share * angle.sin(), self.centre.1 - self.radius * share * angle.cos())
    }

    fn path(&self, shares: impl Iterator<Item = f64>) -> String {
        let point = |(axis, share)| {
            let (x, y) = self.point(axis, share);
            format!("{},{}", at(x), at(y))
        };
        shares.enumerate().map(point).collect::<Vec<_>>().join(" ")
    }

    /// Draws axes and rings, with the value of each ring on the first axis.
    fn web(&self) -> Markup {
        let axes = 0..self.report.aspects.len();
        html! {
            g fill="none" stroke=(FAINT) stroke-width="0.75" {
                @for tick in self.scale.ticks() {
                    polygon points=(self.path(axes.clone().map(|_| self.scale.share(tick)))) {}
                }
                @for axis in axes.clone() {
                    @let (x, y) = self.point(axis, 1.0);
                    line x1=(at(self.centre.0)) y1=(at(self.centre.1)) x2=(at(x)) y2=(at(y)) {}
                }
            }
            g font-size="7" fill="#52606d" text-anchor="end" {
                @for tick in self.scale.ticks() {
                    @let (x, y) = self.point(0, self.scale.share(tick));
                    text x=(at(x - 3.0)) y=(at(y + 2.5)) { (tick) }
                }
            }
        }
    }

    /// Draws a series: a polygon, or only its dots where an aspect has no value yet.
    fn polygon(&self, series: &Series) -> Markup {
        let shares: Vec<Option<f64>> =
            series.values.iter().map(|value| value.as_ref().map(|value| self.scale.share(number(value)))).collect();
        let whole: Option<Vec<f64>> = shares.iter().copied().collect();
        let fill = if series.filled { series.colour.as_str() } else { "none" };
        html! {
            @if let Some(shares) = whole {
                polygon points=(self.path(shares.into_iter())) fill=(fill) fill-opacity="0.14" stroke=(series.colour)
                    stroke-width=(series.width) stroke-dasharray=[Some(series.dashes).filter(|dashes| !dashes.is_empty())]
                    stroke-linejoin="round" {}
            }
            @for (axis, share) in shares.iter().enumerate() {
                @if let Some(share) = share {
                    @let (x, y) = self.point(axis, *share);
                    circle cx=(at(x)) cy=(at(y)) r=(if series.filled { "2.6" } else { "1.6" }) fill=(series.colour) {}
                }
            }
        }
    }

    /// Writes each aspect at the end of its axis, with its value.
    fn labels(&self) -> Markup {
        let numbers = self.report.numbers(self.language);
        html! {
            g font-size=(at(LABEL)) fill=(INK) {
                @for (axis, aspect) in self.report.aspects.iter().enumerate() {
                    (self.label(axis, aspect.name.get(self.language), &numbers.shown_or_open(aspect.value.as_ref())))
                }
            }
        }
    }

    fn label(&self, axis: usize, name: &str, value: &str) -> Markup {
        let (x, y) = self.point(axis, 1.0 + 11.0 / self.radius);
        let side = x - self.centre.0;
        let (anchor, room) = match side {
            side if side.abs() < self.radius * 0.2 => ("middle", 170.0),
            side if side > 0.0 => ("start", WIDTH - x),
            _ => ("end", x),
        };
        let lines = wrapped(name, LABEL, room, 3);
        let step = LABEL * 1.2;
        // The block of lines stands above the point at the top, below it at the bottom, and beside it between.
        let height = step * lines.len() as f64;
        let top =
            y + LABEL * 0.35 - height * (1.0 - (y - self.centre.1 + self.radius) / (2.0 * self.radius)).clamp(0.0, 1.0);
        html! {
            text text-anchor=(anchor) {
                @for (number, line) in lines.iter().enumerate() {
                    tspan x=(at(x)) y=(at(top + step * number as f64)) { (line) }
                }
                tspan x=(at(x)) y=(at(top + height)) font-weight="bold" { (value) }
            }
        }
    }

    /// Draws the same for a narrow screen: the axes bear letters, and their names stand below.
    fn narrow(&self, title: &str, description: &str, series: &[Series]) -> String {
        const LETTERS: f64 = 11.5;
        const STEP: f64 = 15.0;
        let numbers = self.report.numbers(self.language);
        let key = |(axis, aspect): (usize, &Node<'_>)| {
            let value = numbers.shown_or_open(aspect.value.as_ref());
            format!("{}  {}: {value}", letter(axis), aspect.name.get(self.language))
        };
        let names: Vec<String> = self.report.aspects.iter().enumerate().map(key).collect();
        let names: Vec<String> = names.iter().flat_map(|name| wrapped(name, LETTERS, NARROW, 3)).collect();
        let top = self.centre.1 + self.radius + 34.0;
        let below = top + STEP * series.len() as f64 + 6.0;
        let drawing = html! {
            (self.web())
            @for line in series.iter().rev() { (self.polygon(line)) }
            g font-size=(at(LETTERS)) fill=(INK) {
                @for axis in 0..self.report.aspects.len() {
                    @let (x, y) = self.point(axis, 1.0 + 12.0 / self.radius);
                    text x=(at(x)) y=(at(y + 4.0)) text-anchor="middle" font-weight="bold" { (letter(axis)) }
                }
                @for (number, line) in series.iter().enumerate() {
                    (sample(line, (0.0, top + STEP * number as f64)))
                }
                @for (number, name) in names.iter().enumerate() {
                    text x="0" y=(at(below + STEP * number as f64)) { (name) }
                }
            }
        };
        let height = below + STEP * names.len() as f64;
        svg("radar-narrow", title, description, (NARROW, height), &drawing)
    }

    fn legend(&self, series: &[Series]) -> Markup {
        let column = WIDTH / LEGEND_COLUMNS as f64;
        html! {
            g font-size="8.5" fill=(INK) {
                @for (number, line) in series.iter().enumerate() {
                    @let x = column * (number % LEGEND_COLUMNS) as f64 + 8.0;
                    @let y = LEGEND_TOP + LEGEND_LINE * (number / LEGEND_COLUMNS) as f64 + 6.0;
                    (sample(line, (x, y)))
                }
            }
        }
    }
}

/// Shows how a series is drawn, with its name.
fn sample(line: &Series, (x, y): (f64, f64)) -> Markup {
    html! {
        line x1=(at(x)) y1=(at(y - 3.0)) x2=(at(x + 24.0)) y2=(at(y - 3.0)) stroke=(line.colour) stroke-width=(line.width)
            stroke-dasharray=[Some(line.dashes).filter(|dashes| !dashes.is_empty())] {}
        circle cx=(at(x + 12.0)) cy=(at(y - 3.0)) r="1.8" fill=(line.colour) {}
        text x=(at(x + 30.0)) y=(at(y)) { (line.name) }
    }
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
    use crate::outline::charts::Palette;
    use crate::paper::document::look::Look;
    use crate::paper::drawing;
    use crate::result::report::Report;
    use crate::result::testing::{bandar_lampung, benchmarks, in_progress};
    use crate::text::language::Language;

    fn drawn(workspace: &Workspace) -> crate::paper::document::chart::Chart {
        let report = Report::of(workspace, &benchmarks()).expect("a report");
        let palette = Palette { accent: Look::default().accent };
        chart(&report, palette, Language::Indonesian).expect("a chart")
    }

    #[test]
    fn every_aspect_is_named_with_its_value_and_every_series_is_in_the_legend() {
        let chart = drawn(&bandar_lampung());
        for text in ["Layanan Publik", "Nilai 2024", "Target", "Rata-rata Kota 2024", "Rata-rata Nasional 2024"] {
            assert!(chart.description.contains(text), "{text}");
        }
        assert_eq!(chart.svg.matches("<polygon").count(), 4 + 6, "four series over the rings of 0 to 5");
        assert!(drawing::parse(&chart.svg).is_some());
    }

    #[test]
    fn an_aspect_without_a_value_leaves_the_dots_alone() {
        let chart = drawn(&in_progress());
        assert!(chart.description.contains("Nilai 2018 –"), "{}", chart.description);
        assert_eq!(chart.svg.matches("<polygon").count(), 1 + 6, "only the target spans a polygon");
    }
}
