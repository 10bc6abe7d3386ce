//! The bars: every indicator by its level, grouped by aspect.

use crate::bilingual;
use crate::index::exact::Exact;
use crate::model::decimal::Decimal;
use crate::outline::charts::words::{on_one_line, wrapped};
use crate::outline::charts::{ATTENTION, Axis, FAINT, INK, NARROW, PREVIOUS, QUIET, WHITE, WIDTH, number};
use crate::paper::document::chart::Chart;
use crate::paper::drawing::{Anchor, Drawing, Element};
use crate::result::report::{Line as ReportLine, Node as ReportNode, Report};
use crate::text::colour::Colour;
use crate::text::language::Language;

/// How high one drawing may become: less than half a page, so that the foot of none stays empty for want of room.
const MOST: f64 = 300.0;
/// How high an indicator is whose name takes one line.
const ROW: f64 = 11.2;
/// How high the name of an aspect is.
const GROUP: f64 = 17.0;
/// How much room the figures of the scale take above the first row.
const HEAD: f64 = 16.0;
/// Where the bars begin.
const LEFT: f64 = 292.0;
/// How long the bar of the highest level is.
const LENGTH: f64 = 166.0;
/// How large the letters of a row are.
const SIZE: f64 = 7.6;
/// How wide a digit of a figure is.
const FIGURE: f64 = 4.6;
/// How much a second line of a name adds to its row.
const SECOND_LINE: f64 = 8.6;

/// Draws every indicator; as many charts as it takes, whole aspects each where they fit.
pub(crate) fn charts(report: &Report<'_>, accent: Colour, language: Language) -> Vec<Chart> {
    let bars = Bars { report, axis: Axis::of(report.instrument), accent, language };
    let pages = bars.pages();
    let count = pages.len();
    pages.into_iter().enumerate().map(|(page, rows)| bars.chart(page, count, &rows)).collect()
}

/// What stands on one row of the drawing.
enum Row<'a> {
    /// The name of an aspect, with its value.
    Aspect(&'a ReportNode<'a>),
    /// An indicator, with its name in one or two lines.
    Indicator(&'a ReportLine<'a>, Vec<String>),
}

impl Row<'_> {
    /// Returns how much of a page the row takes.
    fn height(&self) -> f64 {
        match self {
            Self::Aspect(_) => GROUP,
            Self::Indicator(_, name) => ROW + SECOND_LINE * name.len().saturating_sub(1) as f64,
        }
    }
}

/// What the bars are drawn from.
struct Bars<'a> {
    report: &'a Report<'a>,
    axis: Axis,
    accent: Colour,
    language: Language,
}

impl<'a> Bars<'a> {
    /// Parts the indicators into pages: an aspect begins a new one where it does not fit whole.
    fn pages(&self) -> Vec<Vec<Row<'a>>> {
        let mut pages: Vec<Vec<Row<'a>>> = Vec::new();
        let mut room = 0.0;
        for aspect in self.report.nodes().into_iter().filter(|node| !node.is_domain()) {
            let rows = self.report.lines_of(aspect.id).map(|line| Row::Indicator(line, self.name(line)));
            let items: Vec<Row<'a>> = std::iter::once(Row::Aspect(aspect)).chain(rows).collect();
            let height: f64 = items.iter().map(Row::height).sum();
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

    /// Draws one page of bars; its title is numbered where there are several.
    fn chart(&self, page: usize, count: usize, rows: &[Row<'_>]) -> Chart {
        let height = HEAD + rows.iter().map(Row::height).sum::<f64>() + 6.0;
        let title = bilingual!("Level tiap indikator", "Level of every indicator").get(self.language).to_owned();
        let part = page + 1;
        let title = if count > 1 { format!("{title} ({part}/{count})") } else { title };
        let mut elements = vec![self.grid(height)];
        elements.extend(self.target(height));
        let mut top = HEAD;
        for row in rows {
            elements.push(match row {
                Row::Aspect(aspect) => self.aspect(aspect, top),
                Row::Indicator(line, name) => self.indicator(line, name, top),
            });
            top += row.height();
        }
        let drawing = Drawing { id: format!("bars-{part}"), width: WIDTH, height, elements };
        let narrow = Some(self.narrow(part, rows));
        let description = self.description(rows);
        Chart { title, description, drawing, narrow, width: WIDTH as f32, height: height as f32 }
    }

    /// Draws the same for a narrow screen: every name above its bar.
    fn narrow(&self, part: usize, rows: &[Row<'_>]) -> Drawing {
        let mut height = 0.0;
        let mut elements = Vec::new();
        for row in rows {
            let (of_row, its_height) = self.narrow_row(row, height);
            elements.extend(of_row);
            height += its_height;
        }
        Drawing { id: format!("bars-{part}-narrow"), width: NARROW, height, elements }
    }

    /// Draws one row of it, and says how high it is.
    fn narrow_row(&self, row: &Row<'_>, top: f64) -> (Vec<Element>, f64) {
        const LETTERS: f64 = 11.5;
        const STEP: f64 = 14.0;
        let (text, above) = match row {
            Row::Aspect(aspect) => (aspect.name.get(self.language).to_owned(), 12.0),
            Row::Indicator(line, _) => (format!("{}  {}", line.row, line.short_name(self.language)), 4.0),
        };
        let lines = wrapped(&text, LETTERS, NARROW, 3);
        let under = top + above + STEP * lines.len() as f64;
        let foot = |number: usize| top + above + STEP * (number + 1) as f64 - 3.0;
        let lines = lines.into_iter().enumerate().map(|(number, line)| Element::words((0.0, foot(number)), line));
        let words = Element::group(lines.collect()).font_size(LETTERS).fill(INK);
        match row {
            Row::Aspect(_) => (vec![words.bold()], under - top),
            Row::Indicator(line, _) => {
                (std::iter::once(words).chain(self.narrow_bar(line, under)).collect(), under - top + 13.0)
            }
        }
    }

    /// Draws the bar for a narrow screen: the level on its way to the highest, and the target, without last cycle.
    fn narrow_bar(&self, line: &ReportLine<'_>, top: f64) -> Vec<Element> {
        const LONGEST: f64 = NARROW - 34.0;
        let numbers = self.report.numbers(self.language);
        let x = |level: Decimal| LONGEST * self.axis.share(number(&Exact::from(level)));
        let bar = |length: f64| Element::rectangle((0.0, top + 1.0), length, 9.0);
        let figure = line.level.map_or_else(|| "–".to_owned(), |level| numbers.level(level));
        let mut elements = vec![bar(LONGEST).fill(Colour([0xee, 0xf1, 0xf4]))];
        if let Some(level) = line.level {
            elements.push(bar(x(level).max(1.0)).fill(self.colour(line)));
        }
        elements.push(Element::words((LONGEST + 5.0, top + 10.0), figure).font_size(11.5).fill(INK));
        if let Some(target) = self.report.target_level {
            let mark = Element::line((x(target), top - 1.0), (x(target), top + 12.0));
            elements.push(mark.stroke(INK).stroke_width(1.2));
        }
        elements
    }

    /// Returns the colour of a bar; one below the target draws attention.
    fn colour(&self, line: &ReportLine<'_>) -> Colour {
        if self.report.is_below_target(line) { ATTENTION } else { self.accent }
    }

    /// Says the levels of a page in words, under the names of their aspects.
    fn description(&self, rows: &[Row<'_>]) -> String {
        let numbers = self.report.numbers(self.language);
        let one = |row: &Row<'_>| match row {
            Row::Aspect(aspect) => format!("{}:", aspect.name.get(self.language)),
            Row::Indicator(line, _) => {
                let level = numbers.level_or_open(line.level);
                format!("{} {level};", line.row)
            }
        };
        rows.iter().map(one).collect::<Vec<_>>().join(" ")
    }

    /// Returns where a value of the scale lies between the left end of the bars and the right.
    fn x(&self, value: f64) -> f64 {
        LEFT + LENGTH * self.axis.share(value)
    }

    /// Draws a faint line through all rows for each whole value of the scale, its figure above.
    fn grid(&self, height: f64) -> Element {
        let tick = |tick: f64| {
            let x = self.x(tick);
            let line = Element::line((x, HEAD - 4.0), (x, height - 6.0)).stroke(FAINT);
            [line, Element::words((x, HEAD - 7.0), tick.to_string())]
        };
        let ticks = self.axis.ticks().into_iter().flat_map(tick).collect();
        Element::group(ticks).font_size(7.0).fill(QUIET).anchor(Anchor::Middle).stroke_width(0.6)
    }

    /// Draws the target as a line through all bars.
    fn target(&self, height: f64) -> Vec<Element> {
        let Some(target) = self.report.target_level else { return Vec::new() };
        let x = self.x(number(&Exact::from(target)));
        let label = bilingual!("target", "target").get(self.language).to_owned();
        let line = Element::line((x, HEAD - 4.0), (x, height - 6.0));
        let words = Element::words((x, height), label).font_size(7.0).fill(INK).anchor(Anchor::Middle);
        vec![line.stroke(INK).stroke_width(1.0).dashes(&[4.0, 2.0]), words]
    }

    /// Writes the name of an aspect with its value.
    fn aspect(&self, aspect: &ReportNode<'_>, top: f64) -> Element {
        let value = self.report.numbers(self.language).shown_or_open(aspect.value.as_ref());
        let name = format!("{} ({value})", aspect.name.get(self.language));
        let name = on_one_line(&name, 8.6, WIDTH);
        Element::words((0.0, top + GROUP - 5.0), name).font_size(8.4).bold().fill(INK)
    }

    /// Returns the name of an indicator as it fits beside the bars.
    fn name(&self, line: &ReportLine<'_>) -> Vec<String> {
        wrapped(&line.short_name(self.language), SIZE, LEFT - 32.0, 2)
    }

    /// Draws a row: its number, its name, and beside them the bar.
    fn indicator(&self, line: &ReportLine<'_>, name: &[String], top: f64) -> Element {
        let base = top + ROW - 3.6;
        let mut elements = vec![Element::words((22.0, base), line.row.to_string()).anchor(Anchor::End)];
        let part = |(number, part): (usize, &String)| Element::words((28.0, base + SECOND_LINE * number as f64), part);
        elements.extend(name.iter().enumerate().map(part));
        elements.extend(self.bar(line, top, base));
        Element::group(elements).font_size(SIZE).fill(INK)
    }

    /// Draws the bar and its level, and where there is one the level of last cycle as a ring.
    fn bar(&self, line: &ReportLine<'_>, top: f64, base: f64) -> Vec<Element> {
        let mut elements = Vec::new();
        if let Some(level) = line.level {
            let end = self.x(number(&Exact::from(level)));
            let figure = self.report.numbers(self.language).level(level);
            let bar = Element::rectangle((LEFT, top + 2.2), (end - LEFT).max(1.0), ROW - 4.4);
            let room = 4.0 + FIGURE * figure.len() as f64;
            // The figure stands on white, so that no line strikes it through.
            let ground = Element::ground((end + 3.0, top + 1.0), room, ROW - 2.0);
            let figure = Element::words((end + 5.0, base), figure).bold_if(self.report.is_below_target(line));
            elements.extend([bar.fill(self.colour(line)), ground.fill(WHITE), figure]);
        } else {
            elements.push(Element::words((LEFT + 3.0, base), "–").fill(QUIET));
        }
        if let Some(level) = self.report.previous.as_ref().and_then(|previous| previous.level(line)) {
            let centre = (self.x(number(&Exact::from(level))), top + ROW / 2.0);
            elements.push(Element::circle(centre, 2.4).fill(WHITE).stroke(PREVIOUS).stroke_width(1.2));
        }
        elements
    }
}

#[cfg(test)]
mod tests {
    use super::charts;
    use crate::model::workspace::Workspace;
    use crate::paper::document::chart::Chart;
    use crate::paper::document::look::Look;
    use crate::paper::drawing::svg;
    use crate::result::report::Report;
    use crate::result::testing::{bandar_lampung, benchmarks, denpasar, in_progress};
    use crate::text::language::Language;

    fn drawn(workspace: &Workspace) -> Vec<Chart> {
        let report = Report::of(workspace, &benchmarks()).expect("a report");
        charts(&report, Look::default().accent, Language::Indonesian)
    }

    fn bars(charts: &[Chart]) -> usize {
        charts.iter().map(|chart| svg::write(&chart.drawing, "", "").matches("<rect").count()).sum()
    }

    #[test]
    fn every_indicator_has_its_bar_and_no_chart_is_higher_than_half_a_page() {
        for (workspace, rows) in [(denpasar(), 37), (bandar_lampung(), 47)] {
            let charts = drawn(&workspace);
            assert_eq!(bars(&charts), rows);
            assert!(charts.iter().all(|chart| chart.height <= 310.0));
        }
    }

    #[test]
    fn an_open_indicator_has_no_bar() {
        let charts = drawn(&in_progress());
        assert_eq!(bars(&charts), 35 - 3, "three of the rows are open");
        assert!(charts[0].description.contains("2 –;"), "{}", charts[0].description);
    }
}
