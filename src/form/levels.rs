//! The levels of the instrument: how they are reached, what the agency aims at and what they are called.

use std::collections::BTreeSet;

use crate::bilingual;
use crate::form::sheet::Sheet;
use crate::model::instrument::Capability;
use crate::paper::document::block::Block;
use crate::paper::document::table::{Cell, Table};
use crate::result::label::LEVEL;
use crate::text::bilingual::Bilingual;

/// Writes what members have to know about levels.
pub(crate) fn blocks(sheet: &Sheet<'_>) -> Vec<Block> {
    let scale = &sheet.report.instrument.scale;
    let (lowest, highest) = (sheet.numbers.plain(scale.lowest), sheet.numbers.plain(scale.highest));
    let nothing = sheet.numbers.plain(scale.nothing_shown);
    let text = bilingual!(
        "Setiap indikator dinilai pada skala {lowest} sampai {highest}. Level bersifat kumulatif: suatu level \
         tercapai hanya bila semua level di bawahnya terpenuhi. Tanpa bukti apa pun, nilainya {nothing}.",
        "Every indicator is assessed on a scale from {lowest} to {highest}. Levels are cumulative: one is reached \
         only where every lower one is met. Where nothing is shown, the value is {nothing}."
    );
    let mut blocks = vec![sheet.heading(2, &Bilingual::fixed("Level", "Levels")), sheet.paragraph(&text)];
    if let Some(target) = sheet.report.target_level {
        let target = sheet.numbers.level(target);
        blocks.push(sheet.paragraph(&bilingual!(
            "Target instansi: level {target} pada setiap indikator.",
            "The agency's target: level {target} on every indicator."
        )));
    }
    blocks.extend(names(sheet));
    blocks
}

/// Names the levels, side by side for what is assessed by names of its own; nothing where they have none.
fn names(sheet: &Sheet<'_>) -> Option<Block> {
    let capabilities = &sheet.report.instrument.scale.capabilities;
    let levels: BTreeSet<_> = capabilities.iter().flat_map(|it| it.levels.iter().map(|(level, _)| *level)).collect();
    if levels.is_empty() {
        return None;
    }
    let mut table = Table::new("").mark(LEVEL.get(sheet.language));
    for capability in capabilities.iter() {
        table = table.wide(capability.name.get(sheet.language), 1);
    }
    for level in levels {
        let name = |capability: &Capability| {
            let named = capability.levels.iter().find(|(of, _)| *of == level);
            Cell::from(named.map_or("–", |(_, name)| name.as_ref()))
        };
        let number = std::iter::once(Cell::from(sheet.numbers.plain(level)));
        table.row(number.chain(capabilities.iter().map(name)).collect());
    }
    Some(Block::Table(table))
}
