//! Domains and aspects: the radar chart, and the table beside target, last cycle and averages.

use crate::bilingual;
use crate::index::evaluation::Outcome;
use crate::index::exact::Exact;
use crate::model::benchmark::BenchmarkNode;
use crate::outline::ReportWriter;
use crate::outline::charts::radar;
use crate::outline::summary::shown_index;
use crate::outline::words::{NONE, shown_value};
use crate::paper::document::block::Block;
use crate::paper::document::table::{Cell, Table};
use crate::paper::document::tone::Tone;
use crate::result::averages::Average;
use crate::result::label::{ASPECT, DOMAIN, INDEX, MINISTRY, NAME, NATIONAL, VALUE, WEIGHT, kind_heading};
use crate::result::report::Node;

/// Writes the radar, then the table, then where its averages come from.
pub(super) fn blocks(writer: &ReportWriter<'_>) -> Vec<Block> {
    let title = match writer.report.domains.is_empty() {
        true => bilingual!("Hasil Tiap Aspek", "Results by aspect"),
        false => bilingual!("Hasil Tiap Domain dan Aspek", "Results by domain and aspect"),
    };
    let mut blocks = vec![writer.chapter(&title)];
    blocks.extend(radar::chart(writer.report, writer.accent, writer.language).map(Block::Chart));
    blocks.push(Block::Table(table(writer)));
    blocks.extend(sources(writer));
    blocks
}

/// A column of figures beside the values: its heading, the index of that column, and the value of a node.
struct Beside<'a> {
    heading: String,
    index: Option<String>,
    value: Box<ValueOf<'a>>,
}

/// Writes what a column says of a node, where it says anything.
type ValueOf<'a> = dyn Fn(&Node<'_>) -> Option<String> + 'a;

/// Writes the table; a column of which nothing is known is left out.
fn table(writer: &ReportWriter<'_>) -> Table {
    let caption = match writer.report.domains.is_empty() {
        true => bilingual!("Indeks dan aspek", "Index and aspects"),
        false => bilingual!("Indeks, domain, dan aspek", "Index, domains and aspects"),
    };
    let caption = writer.say(&caption);
    let columns = columns(writer);
    let language = writer.language;
    let mut table = Table::new(caption).wide(NAME.get(language), 1);
    table = table.number(WEIGHT.get(language)).number(VALUE.get(language));
    for column in &columns {
        table = table.number(column.heading.clone());
    }
    let index = shown_index(writer, &writer.report.outcome);
    let mut cells: Vec<Cell> = vec![INDEX.get(language).into(), "100".into(), index.into()];
    cells.extend(columns.iter().map(|column| column.index.clone().unwrap_or_default().into()));
    table.group(cells);
    for node in writer.report.nodes() {
        let cells = row(writer, node, &columns);
        if node.is_domain() { table.group(cells) } else { table.row(cells) }
    }
    table
}

/// Writes a domain or an aspect with what stands beside it; a value below the target draws attention.
fn row(writer: &ReportWriter<'_>, node: &Node<'_>, columns: &[Beside<'_>]) -> Vec<Cell> {
    let numbers = writer.numbers();
    let kind = if node.is_domain() { &DOMAIN } else { &ASPECT };
    let name = format!("{} {}. {}", kind.get(writer.language), node.id, node.name.get(writer.language));
    let below = matches!((&node.value, writer.report.target_level),
        (Some(value), Some(target)) if *value < Exact::from(target));
    let value = Cell::from(shown_value(writer, node));
    let value = value.tone(if below { Tone::Attention } else { Tone::Plain });
    let mut cells = vec![name.into(), numbers.exactly(&node.weight).into(), value];
    cells.extend(columns.iter().map(|column| (column.value)(node).unwrap_or_else(|| NONE.to_owned()).into()));
    cells
}

/// Collects the columns of which something is known: last cycle, target, averages, ministry.
fn columns<'a>(writer: &'a ReportWriter<'_>) -> Vec<Beside<'a>> {
    let (report, numbers, language) = (writer.report, writer.numbers(), writer.language);
    let mut columns: Vec<Beside<'a>> = Vec::new();
    if let Some(previous) = &report.previous {
        columns.push(Beside {
            heading: previous.year.to_string(),
            index: Some(shown_index(writer, &previous.outcome)),
            value: Box::new(move |node| previous.value(node).map(|value| numbers.shown(value))),
        });
    }
    if report.target_level.is_some() || report.target_index.is_some() {
        columns.push(Beside {
            heading: writer.say(&bilingual!("Target", "Target")),
            index: report.target_index.map(|target| numbers.even(target)),
            value: Box::new(move |_| report.target_level.map(|target| numbers.even(target))),
        });
    }
    let kind = kind_heading(report.agency.kind, language);
    for (average, name) in
        [(&report.averages.kind, kind), (&report.averages.national, NATIONAL.get(language).to_owned())]
    {
        columns.extend(average.as_ref().map(|average| average_column(writer, average, &name)));
    }
    if let Some(external) = &report.external {
        columns.push(Beside {
            heading: MINISTRY.get(language).to_owned(),
            index: matches!(external.outcome, Outcome::Index(_)).then(|| shown_index(writer, &external.outcome)),
            value: Box::new(move |node| node.external.as_ref().map(|value| numbers.shown(value))),
        });
    }
    columns
}

/// Makes the column of an average; its heading says the year, which may be an earlier one.
fn average_column<'a>(writer: &ReportWriter<'_>, average: &'a Average, name: &str) -> Beside<'a> {
    let (numbers, year) = (writer.numbers(), average.year);
    let shown = move |node: BenchmarkNode| average.of(node).map(|value| numbers.even(value));
    Beside {
        heading: format!("{name} {year}"),
        index: shown(BenchmarkNode::Index),
        value: Box::new(move |node| shown(node.benchmark)),
    }
}

/// Says where the averages were published.
fn sources(writer: &ReportWriter<'_>) -> Option<Block> {
    let averages = [&writer.report.averages.kind, &writer.report.averages.national];
    let mut sources: Vec<&str> =
        averages.into_iter().flatten().map(|average| average.source.get(writer.language)).collect();
    sources.dedup();
    if sources.is_empty() {
        return None;
    }
    let sources = sources.join("; ");
    let text = writer.say(&bilingual!("Sumber rata-rata: {sources}.", "Source of the averages: {sources}."));
    Some(Block::Paragraph(crate::paper::document::span::Text::default().quiet(text)))
}
