//! The self-assessment beside the ministry's result.

use std::cmp::Ordering;

use crate::bilingual;
use crate::outline::ReportWriter;
use crate::outline::summary::shown_index;
use crate::outline::words::NONE;
use crate::paper::document::block::Block;
use crate::paper::document::table::{Cell, Table};
use crate::paper::document::tone::Tone;
use crate::result::label::{INDEX, INDICATOR, MINISTRY};
use crate::result::report::Line;

/// Writes both results side by side; without a result of the ministry there is no such section.
pub(super) fn blocks(writer: &ReportWriter<'_>) -> Vec<Block> {
    let Some(external) = &writer.report.external else { return Vec::new() };
    let title = bilingual!("Penilaian Mandiri dan Evaluasi Eksternal", "Self-assessment and external evaluation");
    let mut blocks = vec![writer.chapter(&title), said(writer)];
    let own = writer.say(&bilingual!("Mandiri", "Self"));
    let mut table = Table::new(writer.say(&bilingual!("Level menurut kedua penilaian", "Levels by both assessments")))
        .narrow("No.")
        .wide(INDICATOR.get(writer.language), 5)
        .number(own)
        .number(MINISTRY.get(writer.language))
        .wide(writer.say(&bilingual!("Selisih", "Difference")), 2);
    let index = [&writer.report.outcome, &external.outcome].map(|outcome| shown_index(writer, outcome).into());
    let [own, theirs] = index;
    table.group(vec!["".into(), INDEX.get(writer.language).into(), own, theirs, "".into()]);
    for line in &writer.report.indicators {
        table.row(row(writer, line));
    }
    blocks.push(Block::Table(table));
    blocks
}

/// Counts where the agency judged higher, the same and lower, of the rows that both have assessed.
fn said(writer: &ReportWriter<'_>) -> Block {
    let pairs = writer.report.indicators.iter().filter_map(|line| Some((line.level?, line.external?)));
    let sides: Vec<Ordering> = pairs.map(|(own, theirs)| own.cmp(&theirs)).collect();
    let count = |wanted: Ordering| sides.iter().filter(|side| **side == wanted).count();
    let (all, higher, same, lower) =
        (sides.len(), count(Ordering::Greater), count(Ordering::Equal), count(Ordering::Less));
    writer.paragraph(&bilingual!(
        "Dari {all} indikator yang dinilai oleh keduanya, {higher} dinilai sendiri lebih tinggi, {same} sama, dan \
         {lower} lebih rendah.",
        "Of {all} indicators that both assessed, the agency judged {higher} higher, {same} the same and {lower} lower."
    ))
}

/// Puts the two levels of a row side by side.
fn row(writer: &ReportWriter<'_>, line: &Line<'_>) -> Vec<Cell> {
    let numbers = writer.numbers();
    vec![
        line.row.to_string().into(),
        line.short_name(writer.language).into(),
        numbers.level_or_open(line.level).into(),
        numbers.level_or_open(line.external).into(),
        difference(writer, line),
    ]
}

/// Says how far the two levels lie apart; a higher one of the agency's own draws attention.
fn difference(writer: &ReportWriter<'_>, line: &Line<'_>) -> Cell {
    let (Some(own), Some(theirs)) = (line.level, line.external) else { return NONE.into() };
    let (side, distance) = crate::index::exact::Exact::from(own).apart(&theirs.into());
    let by = writer.numbers().exactly(&distance);
    let (text, tone) = match side {
        Ordering::Greater => (bilingual!("mandiri lebih tinggi {by}", "self {by} higher"), Tone::Attention),
        Ordering::Equal => (bilingual!("sama", "the same"), Tone::Plain),
        Ordering::Less => (bilingual!("mandiri lebih rendah {by}", "self {by} lower"), Tone::Plain),
    };
    Cell::from(writer.say(&text)).tone(tone)
}
