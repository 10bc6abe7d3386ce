//! The table of domains and aspects.

use crate::bilingual;
use crate::model::decimal::Decimal;
use crate::result::averages::Average;
use crate::result::label::{
    ASPECTS, DOMAINS_AND_ASPECTS, MINISTRY, MINISTRY_SHORT, NATIONAL, VALUE, WEIGHT, kind_heading,
};
use crate::result::report::Node;
use crate::terminal::grid::{Column, Grid};
use crate::terminal::page::{FAINT, PLAIN, Page, STRONG, inner};
use crate::terminal::report::bar::bar;
use crate::terminal::report::layout::Layout;
use crate::text::visible::on_one_line;

/// Writes the table.
pub(super) fn write(page: &mut Page, layout: Layout<'_>) {
    let Layout { report, language, .. } = layout;
    let has_domains = !report.domains.is_empty();
    page.heading(if has_domains { &DOMAINS_AND_ASPECTS } else { &ASPECTS }.get(language));
    let mut grid = Grid::new(
        vec![
            Column::left(""),
            Column::giving_way(""),
            Column::right(WEIGHT.get(language)),
            Column::right(VALUE.get(language)),
            Column::left(""),
            Column::right(kind_heading(report.agency.kind, language)),
            Column::right(NATIONAL.get(language)),
            Column::right(if layout.is_wide() { &MINISTRY } else { &MINISTRY_SHORT }.get(language)),
        ],
        inner(layout.width),
    );
    let nodes = report.nodes();
    for node in &nodes {
        grid.row(cells(layout, node, has_domains));
    }
    let lines = grid.lines();
    for (index, line) in lines.iter().enumerate() {
        let style = match index.checked_sub(1).and_then(|row| nodes.get(row)) {
            None => FAINT,
            Some(node) if node.is_domain() => STRONG,
            Some(_) => PLAIN,
        };
        page.line(style, line);
    }
    sources(page, layout);
}

/// Says of which year the averages are and where they were published.
fn sources(page: &mut Page, layout: Layout<'_>) {
    let averages = [&layout.report.averages.kind, &layout.report.averages.national];
    let mut sources: Vec<String> = averages
        .into_iter()
        .flatten()
        .map(|average| on_one_line(&format!("{}, {}", average.year, average.source.get(layout.language))))
        .collect();
    sources.dedup();
    if !sources.is_empty() {
        let sources = sources.join("; ");
        let text = bilingual!("Rata-rata: {sources}", "Averages: {sources}");
        page.blank();
        page.line(FAINT, text.get(layout.language));
    }
}

/// Returns the cells of a domain or aspect; on a narrow page its bar makes room for averages.
fn cells(layout: Layout<'_>, node: &Node<'_>, has_domains: bool) -> Vec<String> {
    let Layout { report, language, .. } = layout;
    let numbers = report.numbers(language);
    let average = |average: &Option<Average>| {
        let value: Option<Decimal> = average.as_ref().and_then(|average| average.of(node.benchmark));
        value.map(|value| numbers.even(value)).unwrap_or_default()
    };
    let letter = match (node.is_domain(), has_domains) {
        (true, _) => "D",
        (false, true) => "  A",
        (false, false) => "A",
    };
    let is_crowded = report.averages.kind.is_some() || report.averages.national.is_some();
    let width = match (layout.is_wide(), is_crowded) {
        (true, _) => 20,
        (false, false) => 10,
        (false, true) => 8,
    };
    vec![
        format!("{letter}{}", node.id),
        node.name.get(language).to_owned(),
        numbers.exactly(&node.weight),
        numbers.shown_or_open(node.value.as_ref()),
        bar(&node.lowest, &node.highest, report.instrument.scale.highest, width),
        average(&report.averages.kind),
        average(&report.averages.national),
        node.external.as_ref().map(|value| numbers.shown(value)).unwrap_or_default(),
    ]
}
