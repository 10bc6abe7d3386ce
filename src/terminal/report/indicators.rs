//! The table of indicators, aspect by aspect.

use anstyle::Style;

use crate::bilingual;
use crate::result::label::{ASPECT, EVIDENCE, INDICATORS, LEVEL, MINISTRY, MINISTRY_SHORT, WEIGHT};
use crate::result::report::{Line, Node};
use crate::result::state::in_short;
use crate::terminal::grid::{Column, Grid};
use crate::terminal::page::{ATTENTION, FAINT, PLAIN, Page, STRONG, inner};
use crate::terminal::report::bar::marks;
use crate::terminal::report::layout::Layout;
use crate::text::visible::on_one_line;

/// What marks a level below the target.
const BELOW: &str = "▼";

/// Writes the table and the legend of its marks.
pub(super) fn write(page: &mut Page, layout: Layout<'_>) {
    let Layout { report, language, .. } = layout;
    page.heading(INDICATORS.get(language));
    let ordered: Vec<(&Node<'_>, &Line<'_>)> = report
        .nodes()
        .into_iter()
        .filter(|node| !node.is_domain())
        .flat_map(|aspect| report.lines_of(aspect.id).map(move |line| (aspect, line)))
        .collect();
    let mut grid = grid(layout);
    for (_, line) in &ordered {
        grid.row(cells(layout, line));
    }
    let lines = grid.lines();
    page.line(FAINT, &lines[0]);
    let mut current = None;
    for (text, (aspect, line)) in lines.iter().skip(1).zip(&ordered) {
        let previous = current.replace(aspect.id);
        if previous != Some(aspect.id) {
            if previous.is_some() {
                page.blank();
            }
            page.line(STRONG, &aspect_line(layout, aspect));
        }
        page.line(style_of(layout, line), text);
    }
    legend(page, layout);
}

/// Returns the line above the indicators of an aspect: its name and its value, which may be open.
fn aspect_line(layout: Layout<'_>, aspect: &Node<'_>) -> String {
    let Layout { report, language, .. } = layout;
    let value = report.numbers(language).shown_or_open(aspect.value.as_ref());
    let name = on_one_line(aspect.name.get(language));
    format!("{} {}  {name}  {value}", ASPECT.get(language), aspect.id)
}

/// Begins the table; weight and evidence have a column only on a wide page.
fn grid(layout: Layout<'_>) -> Grid {
    let language = layout.language;
    let mut columns = vec![
        Column::left(""),
        Column::giving_way(""),
        Column::left(LEVEL.get(language)),
        Column::right(""),
        Column::left(""),
        Column::left(""),
        Column::right(if layout.is_wide() { &MINISTRY } else { &MINISTRY_SHORT }.get(language)),
    ];
    if layout.is_wide() {
        columns.push(Column::right(WEIGHT.get(language)));
        columns.push(Column::right(EVIDENCE.get(language)));
    }
    Grid::new(columns, inner(layout.width))
}

/// Returns the cells of a row; where the name of its level is not shown, there is why it is open.
fn cells(layout: Layout<'_>, line: &Line<'_>) -> Vec<String> {
    let Layout { report, language, .. } = layout;
    let numbers = report.numbers(language);
    // Between the level and the ministry's there is no room for its name on a narrow page.
    let named = layout.is_wide() || !report.has_external_levels();
    let state = match line.level_name.filter(|_| named) {
        Some(name) => name.to_owned(),
        None => in_short(&line.standing, numbers),
    };
    let level = numbers.level_or_open(line.level);
    let below = if report.is_below_target(line) { BELOW } else { "" };
    let mut cells = vec![
        line.row.to_string(),
        line.short_name(language),
        marks(line.level, report.instrument.scale.highest),
        level,
        below.to_owned(),
        state,
        line.external.map(|level| numbers.level(level)).unwrap_or_default(),
    ];
    if layout.is_wide() {
        cells.push(numbers.exactly(&line.weight));
        cells.push(if line.evidence == 0 { String::new() } else { line.evidence.to_string() });
    }
    cells
}

/// Returns the style of a row: one that is open or below the target wants attention.
fn style_of(layout: Layout<'_>, line: &Line<'_>) -> Style {
    if line.level.is_none() || layout.report.is_below_target(line) { ATTENTION } else { PLAIN }
}

/// Writes how many rows are below the target level; nothing where the agency has set none.
fn legend(page: &mut Page, layout: Layout<'_>) {
    let Layout { report, language, .. } = layout;
    let Some(target) = report.target_level else { return };
    let below = report.indicators.iter().filter(|line| report.is_below_target(line)).count();
    let all = report.indicators.len();
    let target = report.numbers(language).level(target);
    let text = if below == 0 {
        bilingual!("Tidak ada level di bawah target {target}", "No level is below the target of {target}")
    } else {
        bilingual!(
            "{BELOW} di bawah target level {target}: {below} dari {all} indikator",
            "{BELOW} below the target level {target}: {below} of {all} indicators"
        )
    };
    page.blank();
    page.line(FAINT, text.get(language));
}
