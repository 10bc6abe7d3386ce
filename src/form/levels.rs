//! The levels of the instrument: how they are reached, what the agency aims at and what they are called.

use std::collections::BTreeSet;

use crate::bilingual;
use crate::form::writer::FormWriter;
use crate::model::instrument::Capability;
use crate::paper::document::block::Block;
use crate::paper::document::table::{Cell, Table};
use crate::result::label::LEVEL;
use crate::text::bilingual::Bilingual;

/// Writes what members have to know about levels.
pub(crate) fn blocks(writer: &FormWriter<'_>) -> Vec<Block> {
    let scale = &writer.report.instrument.scale;
    let (lowest, highest) = (writer.numbers.plain(scale.lowest), writer.numbers.plain(scale.highest));
    let nothing = writer.numbers.plain(scale.nothing_shown);
    let text = bilingual!(
        "Setiap indikator dinilai pada skala {lowest} sampai {highest}. Level bersifat kumulatif: suatu level \
         tercapai hanya bila semua level di bawahnya terpenuhi. Tanpa bukti apa pun, nilainya {nothing}.",
        "Every indicator is assessed on a scale from {lowest} to {highest}. Levels are cumulative: one is reached \
         only where every lower one is met. Where nothing is shown, the value is {nothing}."
    );
    let mut blocks = vec![writer.heading(2, &Bilingual::fixed("Level", "Levels")), writer.paragraph(&text)];
    if let Some(target) = writer.report.target_level {
        let target = writer.numbers.level(target);
        blocks.push(writer.paragraph(&bilingual!(
            "Target instansi: level {target} pada setiap indikator.",
            "The agency's target: level {target} on every indicator."
        )));
    }
    blocks.extend(names(writer));
    blocks
}

/// Names the levels, side by side for what is assessed by names of its own; nothing where they have none.
fn names(writer: &FormWriter<'_>) -> Option<Block> {
    let capabilities = &writer.report.instrument.scale.capabilities;
    let levels: BTreeSet<_> = capabilities.iter().flat_map(|it| it.levels.iter().map(|(level, _)| *level)).collect();
    if levels.is_empty() {
        return None;
    }
    let mut table = Table::new("").mark(LEVEL.get(writer.language));
    for capability in capabilities.iter() {
        table = table.wide(capability.name.get(writer.language), 1);
    }
    for level in levels {
        let name = |capability: &Capability| {
            let named = capability.levels.iter().find(|(of, _)| *of == level);
            Cell::from(named.map_or("–", |(_, name)| name.as_ref()))
        };
        let number = std::iter::once(Cell::from(writer.numbers.plain(level)));
        table.row(number.chain(capabilities.iter().map(name)).collect());
    }
    Some(Block::Table(table))
}
