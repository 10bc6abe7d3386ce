//! The self-assessment beside the ministry's result.

use std::cmp::Ordering;

use crate::bilingual;
use crate::index::evaluation::{Outcome, Rated};
use crate::outline::ReportWriter;
use crate::outline::summary::shown_index;
use crate::outline::words::NONE;
use crate::paper::document::block::Block;
use crate::paper::document::table::{Cell, Table};
use crate::paper::document::tone::Tone;
use crate::result::external::{Apart, Sides, apart, signed};
use crate::result::facts::predicate_name;
use crate::result::label::{ASPECT, DOMAIN, INDEX, INDICATOR, MINISTRY, NAME, joined};
use crate::result::report::{ExternalResult, Line, Node};
use crate::text::bilingual::Bilingual;

/// How many of the rows that lie furthest apart are named.
const FURTHEST: usize = 5;

/// Writes both results side by side; without a result of the ministry there is no such section.
pub(super) fn blocks(writer: &ReportWriter<'_>) -> Vec<Block> {
    let Some(external) = &writer.report.external else { return Vec::new() };
    let title = bilingual!("Penilaian Mandiri dan Evaluasi Eksternal", "Self-assessment and external evaluation");
    let mut blocks = vec![writer.chapter(&title)];
    blocks.extend(of_index(writer, external));
    if writer.report.has_external_levels() {
        blocks.push(said(writer));
        blocks.extend(furthest(writer));
    }
    if writer.report.nodes().iter().any(|node| node.external.is_some()) {
        blocks.push(Block::Table(nodes(writer, external)));
    }
    if writer.report.has_external_levels() {
        blocks.push(Block::Table(levels(writer, external)));
    }
    blocks
}

/// Says both indices with their predicates and how far they lie apart; nothing while one of them is open.
fn of_index(writer: &ReportWriter<'_>, external: &ExternalResult) -> Option<Block> {
    let (Outcome::Index(own), Outcome::Index(theirs)) = (&writer.report.outcome, &external.outcome) else {
        return None;
    };
    let shown = |rated: &Rated| {
        let predicate = predicate_name(writer.report, rated, writer.language);
        format!("{} ({predicate})", writer.numbers().shown(&rated.exact))
    };
    let (side, distance) = own.exact.apart(&theirs.exact);
    let (own, theirs, by) = (shown(own), shown(theirs), writer.numbers().distance(&distance));
    let difference = match side {
        Ordering::Greater => bilingual!("lebih tinggi {by}", "{by} higher"),
        Ordering::Equal => bilingual!("sama", "the same"),
        Ordering::Less => bilingual!("lebih rendah {by}", "{by} lower"),
    };
    let Bilingual { id, en } = difference;
    Some(writer.paragraph(&bilingual!(
        "Indeks menurut penilaian mandiri {own}, menurut evaluasi eksternal {theirs}: penilaian mandiri {id}.",
        "The index is {own} by self-assessment and {theirs} by the external evaluation: self-assessment is {en}."
    )))
}

/// Counts where the agency judged higher, the same and lower, of the rows that both have assessed.
fn said(writer: &ReportWriter<'_>) -> Block {
    let sides = writer.report.sides();
    let Sides { higher, same, lower } = sides;
    let all = sides.all();
    writer.paragraph(&bilingual!(
        "Dari {all} indikator yang dinilai oleh keduanya, {higher} dinilai sendiri lebih tinggi, {same} sama, dan \
         {lower} lebih rendah.",
        "Of {all} indicators that both assessed, the agency judged {higher} higher, {same} the same and {lower} lower."
    ))
}

/// Names the rows on which both lie furthest apart; nothing where none does.
fn furthest(writer: &ReportWriter<'_>) -> Option<Block> {
    let numbers = writer.numbers();
    let named = |line: &Line<'_>| {
        let by = apart(line.level, line.external).map(|apart| signed(&apart, numbers)).unwrap_or_default();
        format!("{} {} ({by})", line.row, line.short_name(writer.language))
    };
    let rows: Vec<String> = writer.report.furthest(FURTHEST).into_iter().map(named).collect();
    let listed = joined(&rows, writer.language);
    (!rows.is_empty()).then(|| {
        writer.paragraph(&bilingual!(
            "Selisih terbesar, mandiri terhadap eksternal: {listed}.",
            "The largest differences, self against external: {listed}."
        ))
    })
}

/// Adds the columns of both results and of their difference.
fn with_both(writer: &ReportWriter<'_>, table: Table) -> Table {
    let own = writer.say(&bilingual!("Mandiri", "Self"));
    let difference = writer.say(&bilingual!("Selisih", "Difference"));
    table.number(own).number(MINISTRY.get(writer.language)).wide(difference, 2)
}

/// Writes the index of both in three cells.
fn index_cells(writer: &ReportWriter<'_>, external: &ExternalResult) -> [Cell; 3] {
    let [own, theirs] = [&writer.report.outcome, &external.outcome];
    let apart = apart(own.index().cloned(), theirs.index().cloned());
    [shown_index(writer, own).into(), shown_index(writer, theirs).into(), difference(writer, apart)]
}

/// Puts the index, the domains and the aspects of both side by side.
fn nodes(writer: &ReportWriter<'_>, external: &ExternalResult) -> Table {
    let caption = bilingual!("Nilai menurut kedua penilaian", "Values by both assessments");
    let mut table = with_both(writer, Table::new(writer.say(&caption)).wide(NAME.get(writer.language), 5));
    let [own, theirs, by] = index_cells(writer, external);
    table.group(vec![INDEX.get(writer.language).into(), own, theirs, by]);
    for node in writer.report.nodes() {
        let cells = of_node(writer, node);
        if node.is_domain() { table.group(cells) } else { table.row(cells) }
    }
    table
}

/// Puts the two values of a domain or an aspect side by side.
fn of_node(writer: &ReportWriter<'_>, node: &Node<'_>) -> Vec<Cell> {
    let numbers = writer.numbers();
    let kind = if node.is_domain() { &DOMAIN } else { &ASPECT };
    let apart = apart(node.value.clone(), node.external.clone());
    vec![
        format!("{} {}. {}", kind.get(writer.language), node.id, node.name.get(writer.language)).into(),
        numbers.shown_or_open(node.value.as_ref()).into(),
        numbers.shown_or_open(node.external.as_ref()).into(),
        difference(writer, apart),
    ]
}

/// Puts the levels of both side by side.
fn levels(writer: &ReportWriter<'_>, external: &ExternalResult) -> Table {
    let caption = bilingual!("Level menurut kedua penilaian", "Levels by both assessments");
    let named = Table::new(writer.say(&caption)).narrow("No.").wide(INDICATOR.get(writer.language), 5);
    let mut table = with_both(writer, named);
    let [own, theirs, by] = index_cells(writer, external);
    table.group(vec!["".into(), INDEX.get(writer.language).into(), own, theirs, by]);
    for line in &writer.report.indicators {
        table.row(row(writer, line));
    }
    table
}

/// Puts the two levels of a row side by side.
fn row(writer: &ReportWriter<'_>, line: &Line<'_>) -> Vec<Cell> {
    let numbers = writer.numbers();
    vec![
        line.row.to_string().into(),
        line.short_name(writer.language).into(),
        numbers.level_or_open(line.level).into(),
        numbers.level_or_open(line.external).into(),
        level_difference(writer, line),
    ]
}

/// Says how far the two levels lie apart; a higher one of the agency's own draws attention.
fn level_difference(writer: &ReportWriter<'_>, line: &Line<'_>) -> Cell {
    let Some((side, distance)) = apart(line.level, line.external) else { return NONE.into() };
    let by = writer.numbers().exactly(&distance);
    worded(writer, side, &by)
}

/// Says how far two values lie apart, as they are shown.
fn difference(writer: &ReportWriter<'_>, apart: Option<Apart>) -> Cell {
    let Some((side, distance)) = apart else { return NONE.into() };
    let by = writer.numbers().distance(&distance);
    worded(writer, side, &by)
}

/// Says a difference in words.
fn worded(writer: &ReportWriter<'_>, side: Ordering, by: &str) -> Cell {
    let (text, tone) = match side {
        Ordering::Greater => (bilingual!("mandiri lebih tinggi {by}", "self {by} higher"), Tone::Attention),
        Ordering::Equal => (bilingual!("sama", "the same"), Tone::Plain),
        Ordering::Less => (bilingual!("mandiri lebih rendah {by}", "self {by} lower"), Tone::Plain),
    };
    Cell::from(writer.say(&text)).tone(tone)
}
