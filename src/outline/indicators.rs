//! Every indicator: the bars by level, and the table with level, target, evidence, method and explanation.

use crate::bilingual;
use crate::outline::ReportWriter;
use crate::outline::charts::bars;
use crate::outline::words::{NONE, shown_value};
use crate::paper::document::block::Block;
use crate::paper::document::span::Text;
use crate::paper::document::table::{Cell, Table};
use crate::paper::document::tone::Tone;
use crate::result::label::{INDICATOR, LEVEL, METHOD, MINISTRY_SHORT};
use crate::result::report::{Line, Node, Report};
use crate::result::state::in_full;
use crate::text::word::Vocabulary;

/// Writes the bars of all indicators, then a table for each aspect.
pub(super) fn blocks(writer: &ReportWriter<'_>) -> Vec<Block> {
    let mut blocks = vec![writer.chapter(&bilingual!("Hasil Tiap Indikator", "Results by indicator")), legend(writer)];
    blocks.extend(bars::charts(writer.report, writer.accent, writer.language).into_iter().map(Block::Chart));
    let columns = Columns::of(writer.report);
    for aspect in writer.report.nodes().into_iter().filter(|node| !node.is_domain()) {
        blocks.push(heading(writer, aspect));
        blocks.push(Block::Table(table(writer, aspect, columns)));
    }
    blocks
}

/// The columns that say something in any row; the tables of all aspects have the same ones.
#[derive(Clone, Copy)]
struct Columns {
    /// How many documents support a row.
    evidence: bool,
    /// By which methods it was judged.
    methods: bool,
}

impl Columns {
    /// Looks through all rows.
    fn of(report: &Report<'_>) -> Self {
        let lines = &report.indicators;
        Self {
            evidence: lines.iter().any(|line| line.evidence > 0),
            methods: lines.iter().any(|line| !line.methods.is_empty()),
        }
    }
}

/// Says how the bars are read.
fn legend(writer: &ReportWriter<'_>) -> Block {
    let target = writer.report.target_level.map(|level| {
        let level = writer.numbers().level(level);
        writer.say(&bilingual!(
            " Garis putus-putus adalah target level {level}; batang di bawah target berwarna jingga dan angkanya tebal.",
            " The dashed line is the target level {level}; bars below it are orange and their figures bold."
        ))
    });
    let previous = writer.report.previous.as_ref().map(|previous| {
        let year = previous.year;
        writer.say(&bilingual!(" Lingkaran kecil adalah level tahun {year}.", " A small ring is the level of {year}."))
    });
    let length = writer.say(&bilingual!(
        "Panjang batang adalah level indikator.",
        "The length of a bar is the level of the indicator."
    ));
    Block::Paragraph(format!("{length}{}{}", target.unwrap_or_default(), previous.unwrap_or_default()).into())
}

/// Names an aspect with its value, or with the range that it can still take.
fn heading(writer: &ReportWriter<'_>, aspect: &Node<'_>) -> Block {
    let value = shown_value(writer, aspect);
    let (id, name) = (aspect.id, aspect.name.get(writer.language));
    writer.part(&bilingual!("Indikator aspek {id}. {name} ({value})", "Indicators of aspect {id}. {name} ({value})"))
}

/// Lists the rows of an aspect; what is not known of any row has no column.
fn table(writer: &ReportWriter<'_>, aspect: &Node<'_>, columns: Columns) -> Table {
    let (report, language) = (writer.report, writer.language);
    let mut table = Table::new("").number("No.").wide(INDICATOR.get(language), 5);
    table = table.wide(LEVEL.get(language), 3);
    if report.target_level.is_some() {
        table = table.number(writer.say(&bilingual!("Target", "Target")));
    }
    if let Some(previous) = &report.previous {
        table = table.number(previous.year.to_string());
    }
    if report.has_external_levels() {
        table = table.number(MINISTRY_SHORT.get(language));
    }
    if columns.evidence {
        table = table.number(writer.say(&bilingual!("Data dukung", "Evidence")));
    }
    if columns.methods {
        table = table.wide(METHOD.get(language), 2);
    }
    for line in report.lines_of(aspect.id) {
        table.row(row(writer, line, columns));
        if let Some(text) = said(writer, line) {
            table.detail(text);
        }
    }
    table
}

/// Writes the cells of a row, in the columns that its table has.
fn row(writer: &ReportWriter<'_>, line: &Line<'_>, columns: Columns) -> Vec<Cell> {
    let (report, numbers) = (writer.report, writer.numbers());
    let mut cells = vec![line.row.to_string().into(), line.name(writer.language).into(), level(writer, line)];
    if let Some(target) = report.target_level {
        cells.push(numbers.level(target).into());
    }
    if let Some(previous) = &report.previous {
        cells.push(numbers.level_or_open(previous.level(line)).into());
    }
    if report.has_external_levels() {
        cells.push(numbers.level_or_open(line.external).into());
    }
    if columns.evidence {
        cells.push(line.evidence.to_string().into());
    }
    if columns.methods {
        let methods: Vec<&str> = line.methods.iter().map(|method| method.label(writer.language)).collect();
        cells.push(if methods.is_empty() { NONE.to_owned() } else { methods.join(", ") }.into());
    }
    cells
}

/// Writes the level with its name; one below the target says so.
fn level(writer: &ReportWriter<'_>, line: &Line<'_>) -> Cell {
    let Some(level) = line.level else { return NONE.into() };
    let mut text = Text::default().strong(writer.numbers().level(level));
    if let Some(name) = line.level_name {
        text = text.plain(format!(" {name}"));
    }
    if !writer.report.is_below_target(line) {
        return text.into();
    }
    let below = writer.say(&bilingual!("di bawah target", "below target"));
    Cell::from(text.plain(format!("\n{below}"))).tone(Tone::Attention)
}

/// Says why a row is open, or what was said about its level.
fn said(writer: &ReportWriter<'_>, line: &Line<'_>) -> Option<Text> {
    let open = in_full(&line.standing, writer.numbers());
    let mut text = Text::default();
    if !open.is_empty() {
        text = text.strong(open);
    }
    for remark in &line.remarks {
        if !text.is_empty() {
            text = text.plain("\n");
        }
        let speaker = remark.speaker(writer.report, writer.language);
        text = text.strong(format!("{speaker}: ")).plain(remark.text.trim());
    }
    (!text.is_empty()).then_some(text)
}
