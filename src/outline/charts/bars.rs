//! The bars: every indicator by its level, grouped by aspect.

use maud::{Markup, html};

use crate::bilingual;
use crate::index::exact::Exact;
use crate::model::decimal::Decimal;
use crate::outline::charts::words::{on_one_line, wrapped};
use crate::outline::charts::{ATTENTION, FAINT, INK, NARROW, Palette, Scale, WIDTH, at, number, svg};
use crate::paper::document::chart::Chart;
use crate::result::report::{Line, Node, Report};
use crate::text::language::Language;

/// How high one drawing may become, so that it fits on a page with its title.
const MOST: f64 = 600.0;
const ROW: f64 = 11.2;
const GROUP: f64 = 17.0;
const HEAD: f64 = 16.0;
/// Where the bars begin and how long the longest is.
const LEFT: f64 = 292.0;
const LENGTH: f64 = 166.0;
const SIZE: f64 = 7.6;
/// How wide a digit of a figure is.
const FIGURE: f64 = 4.6;
/// How much a second line of a name adds to its row.
const SECOND_LINE: f64 = 8.6;

/// Draws every indicator; as many charts as it takes, whole aspects each where they fit.
pub(crate) fn charts(report: &Report<'_>, palette: Palette, language: Language) -> Vec<Chart> {
    let bars = Bars { report, scale: Scale::of(report.instrument), palette, language };
    let pages = bars.pages();
    let count = pages.len();
    pages.into_iter().enumerate().map(|(page, rows)| bars.chart(page, count, &rows)).collect()
}

/// What stands on one row of the drawing.
enum Item<'a> {
    Aspect(&'a Node<'a>),
    /// An indicator, with its name in one or two lines.
    Indicator(&'a Line<'a>, Vec<String>),
}

impl Item<'_> {
    fn height(&self) -> f64 {
        match self {
            Self::Aspect(_) => GROUP,
            Self::Indicator(_, name) => ROW + SECOND_LINE * name.len().saturating_sub(1) as f64,
        }
    }
}

struct Bars<'a> {
    report: &'a Report<'a>,
    scale: Scale,
    palette: Palette,
    language: Language,
}

impl<'a> Bars<'a> {
    /// Parts the indicators into pages: an aspect begins a new one where it does not fit whole.
    fn pages(&self) -> Vec<Vec<Item<'a>>> {
        let mut pages: Vec<Vec<Item<'a>>> = Vec::new();
        let mut room = 0.0;
        for aspect in self.report.nodes().into_iter().filter(|node| !node.is_domain()) {
            let rows = self.report.lines_of(aspect.id).map(|line| Item::Indicator(line, self.name(line)));
            let items: Vec<Item<'a>> = std::iter::once(Item::Aspect(aspect)).chain(rows).collect();
            let height: f64 = items.iter().map(Item::height).sum();
            if pages.is_empty() || (height > room && room < MOST - HEAD) {
                pages.push(Vec::new());
                room = MOST - HEAD;
            }
            for item in items {
                if item.height() > room {
                    pages.push(Vec::new());
                    room = MOST - HEAD;
                }
                room -= item.height();
                pages.last_mut().expect("there is a page").push(item);
            }
        }
        pages
    }

    fn chart(&self, page: usize, count: usize, items: &[Item<'_>]) -> Chart {
        let height = HEAD + items.iter().map(Item::height).sum::<f64>() + 6.0;
        let title = bilingual!("Level tiap indikator", "Level of every indicator").get(self.language).to_owned();
        let part = page + 1;
        let title = if count > 1 { format!("{title} ({part}/{count})") } else { title };
        let description = self.description(items);
        let mut top = HEAD;
        let mut rows = Vec::new();
        for item in items {
            rows.push(match item {
                Item::Aspect(aspect) => self.aspect(aspect, top),
                Item::Indicator(line, name) => self.indicator(line, name, top),
            });
            top += item.height();
        }
        let drawing = html! { (self.grid(height)) (self.target(height)) @for row in &rows { (row) } };
        let svg = svg(&format!("bars-{part}"), &title, &description, (WIDTH, height), &drawing);
        let narrow = Some(self.narrow(part, &title, &description, items));
        Chart { title, description, svg, narrow, width: WIDTH as f32, height: height as f32 }
    }

    /// Draws the same for a narrow screen: every name above its bar.
    fn narrow(&self, part: usize, title: &str, description: &str, items: &[Item<'_>]) -> String {
        let mut top = 0.0;
        let mut rows = Vec::new();
        for item in items {
            let (row, height) = self.narrow_row(item, top);
            rows.push(row);
            top += height;
        }
        let drawing = html! { @for row in &rows { (row) } };
        svg(&format!("bars-{part}-narrow"), title, description, (NARROW, top), &drawing)
    }

    /// Draws one row of it, and says how high it is.
    fn narrow_row(&self, item: &Item<'_>, top: f64) -> (Markup, f64) {
        const LETTERS: f64 = 11.5;
        const STEP: f64 = 14.0;
        let text = match item {
            Item::Aspect(aspect) => aspect.name.get(self.language).to_owned(),
            Item::Indicator(line, _) => format!("{}  {}", line.row, line.short_name(self.language)),
        };
        let lines = wrapped(&text, LETTERS, NARROW, 3);
        let weight = matches!(item, Item::Aspect(_)).then_some("bold");
        let above = if weight.is_some() { 12.0 } else { 4.0 };
        let under = top + above + STEP * lines.len() as f64;
        let words = html! {
            g font-size=(at(LETTERS)) fill=(INK) font-weight=[weight] {
                @for (number, part) in lines.iter().enumerate() {
                    text x="0" y=(at(top + above + STEP * (number + 1) as f64 - 3.0)) { (part) }
                }
            }
        };
        match item {
            Item::Aspect(_) => (words, under - top),
            Item::Indicator(line, _) => (html! { (words) (self.narrow_bar(line, under)) }, under - top + 13.0),
        }
    }

    fn narrow_bar(&self, line: &Line<'_>, top: f64) -> Markup {
        const LONGEST: f64 = NARROW - 34.0;
        let numbers = self.report.numbers(self.language);
        let x = |level: Decimal| LONGEST * self.scale.share(number(&Exact::from(level)));
        let accent = self.palette.accent.to_string();
        let colour = if self.report.is_below_target(line) { ATTENTION } else { accent.as_str() };
        html! {
            rect x="0" y=(at(top + 1.0)) width=(at(LONGEST)) height="9" fill="#eef1f4" {}
            @if let Some(level) = line.level {
                rect x="0" y=(at(top + 1.0)) width=(at(x(level).max(1.0))) height="9" fill=(colour) {}
                text x=(at(LONGEST + 5.0)) y=(at(top + 10.0)) font-size="11.5" fill=(INK) { (numbers.level(level)) }
            } @else {
                text x=(at(LONGEST + 5.0)) y=(at(top + 10.0)) font-size="11.5" fill=(INK) { "–" }
            }
            @if let Some(target) = self.report.target_level {
                line x1=(at(x(target))) y1=(at(top - 1.0)) x2=(at(x(target))) y2=(at(top + 12.0)) stroke=(INK) stroke-width="1.2" {}
            }
        }
    }

    fn description(&self, items: &[Item<'_>]) -> String {
        let numbers = self.report.numbers(self.language);
        let one = |item: &Item<'_>| match item {
            Item::Aspect(aspect) => format!("{}:", aspect.name.get(self.language)),
            Item::Indicator(line, _) => {
                let level = numbers.level_or_open(line.level);
                format!("{} {level};", line.row)
            }
        };
        items.iter().map(one).collect::<Vec<_>>().join(" ")
    }

    fn x(&self, value: f64) -> f64 {
        LEFT + LENGTH * self.scale.share(value)
    }

    fn grid(&self, height: f64) -> Markup {
        html! {
            g font-size="7" fill="#52606d" text-anchor="middle" stroke-width="0.6" {
                @for tick in self.scale.ticks() {
                    @let x = at(self.x(tick));
                    line x1=(x) y1=(at(HEAD - 4.0)) x2=(x) y2=(at(height - 6.0)) stroke=(FAINT) {}
                    text x=(x) y=(at(HEAD - 7.0)) { (tick) }
                }
            }
        }
    }

    /// Draws the target as a line through all bars.
    fn target(&self, height: f64) -> Markup {
        let Some(target) = self.report.target_level else { return html! {} };
        let x = at(self.x(number(&Exact::from(target))));
        let label = bilingual!("target", "target");
        html! {
            line x1=(x) y1=(at(HEAD - 4.0)) x2=(x) y2=(at(height - 6.0)) stroke=(INK) stroke-width="1"
                stroke-dasharray="4 2" {}
            text x=(x) y=(at(height)) font-size="7" fill=(INK) text-anchor="middle" { (label.get(self.language)) }
        }
    }

    fn aspect(&self, aspect: &Node<'_>, top: f64) -> Markup {
        let value = self.report.numbers(self.language).shown_or_open(aspect.value.as_ref());
        let name = format!("{} ({value})", aspect.name.get(self.language));
        let name = on_one_line(&name, 8.6, WIDTH);
        html! { text x="0" y=(at(top + GROUP - 5.0)) font-size="8.4" font-weight="bold" fill=(INK) { (name) } }
    }

    /// Returns the name of an indicator as it fits beside the bars.
    fn name(&self, line: &Line<'_>) -> Vec<String> {
        wrapped(&line.short_name(self.language), SIZE, LEFT - 32.0, 2)
    }

    fn indicator(&self, line: &Line<'_>, name: &[String], top: f64) -> Markup {
        let base = at(top + ROW - 3.6);
        html! {
            g font-size=(at(SIZE)) fill=(INK) {
                text x="22" y=(base) text-anchor="end" { (line.row) }
                @for (number, part) in name.iter().enumerate() {
                    text x="28" y=(at(top + ROW - 3.6 + SECOND_LINE * number as f64)) { (part) }
                }
                (self.bar(line, top, &base))
            }
        }
    }

    /// Draws the bar and its level, and where there is one the level of last cycle as a ring.
    fn bar(&self, line: &Line<'_>, top: f64, base: &str) -> Markup {
        let numbers = self.report.numbers(self.language);
        let middle = at(top + ROW / 2.0);
        let previous = self.report.previous.as_ref().and_then(|previous| previous.level(line));
        let below = self.report.is_below_target(line);
        let accent = self.palette.accent.to_string();
        let (colour, weight) = if below { (ATTENTION, Some("bold")) } else { (accent.as_str(), None) };
        html! {
            @if let Some(level) = line.level {
                @let end = self.x(number(&Exact::from(level)));
                rect x=(at(LEFT)) y=(at(top + 2.2)) width=(at((end - LEFT).max(1.0))) height=(at(ROW - 4.4)) fill=(colour) {}
                @let figure = numbers.level(level);
                // The figure stands on white, so that no line strikes it through.
                path fill="#ffffff" d={ "M" (at(end + 3.0)) " " (at(top + 1.0)) "h" (at(4.0 + FIGURE * figure.len() as f64))
                    "v" (at(ROW - 2.0)) "h-" (at(4.0 + FIGURE * figure.len() as f64)) "z" } {}
                text x=(at(end + 5.0)) y=(base) font-weight=[weight] { (figure) }
            } @else {
                text x=(at(LEFT + 3.0)) y=(base) fill="#52606d" { "–" }
            }
            @if let Some(level) = previous {
                circle cx=(at(self.x(number(&Exact::from(level))))) cy=(middle) r="2.4" fill="#ffffff" stroke="#6b4fa0"
                    stroke-width="1.2" {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::charts;
    use crate::model::workspace::Workspace;
    use crate::outline::charts::Palette;
    use crate::paper::document::chart::Chart;
    use crate::paper::document::look::Look;
    use crate::paper::drawing;
    use crate::result::report::Report;
    use crate::result::testing::{bandar_lampung, benchmarks, denpasar, in_progress};
    use crate::text::language::Language;

    fn drawn(workspace: &Workspace) -> Vec<Chart> {
        let report = Report::of(workspace, &benchmarks()).expect("a report");
        charts(&report, Palette { accent: Look::default().accent }, Language::Indonesian)
    }

    #[test]
    fn every_indicator_has_its_bar_and_no_chart_is_higher_than_a_page() {
        for (workspace, rows) in [(denpasar(), 37), (bandar_lampung(), 47)] {
            let charts = drawn(&workspace);
            assert_eq!(charts.iter().map(|chart| chart.svg.matches("<rect").count()).sum::<usize>(), rows);
            assert!(charts.iter().all(|chart| chart.height <= 700.0 && drawing::parse(&chart.svg).is_some()));
        }
    }

    #[test]
    fn an_open_indicator_has_no_bar() {
        let charts = drawn(&in_progress());
        let bars: usize = charts.iter().map(|chart| chart.svg.matches("<rect").count()).sum();
        assert_eq!(bars, 35 - 3, "three of the rows are open");
        assert!(charts[0].description.contains("2 –;"), "{}", charts[0].description);
    }
}
