//! The criteria of indicators as a table: what each level asks and which evidence it accepts.

use std::collections::BTreeSet;

use crate::bilingual;
use crate::form::writer::FormWriter;
use crate::model::decimal::Decimal;
use crate::model::instrument::Indicator;
use crate::paper::document::block::Block;
use crate::paper::document::span::Text;
use crate::paper::document::table::Table;
use crate::result::label::LEVEL;
use crate::text::bilingual::Bilingual;

/// Writes the criteria of some indicators.
pub(crate) fn table(writer: &FormWriter<'_>, indicators: &[&Indicator]) -> Block {
    let by_level = indicators.iter().any(|indicator| !indicator.evidence_by_level.is_empty());
    let mut table =
        Table::new("").mark(LEVEL.get(writer.language)).wide(writer.say(&Bilingual::fixed("Kriteria", "Criterion")), 5);
    if by_level {
        table = table.wide(writer.say(&Bilingual::fixed("Data dukung yang diterima", "Evidence accepted")), 4);
    }
    for indicator in indicators {
        let (number, name) = (indicator.id, indicator.name.get(writer.language));
        table.group(vec![Text::from(format!("{number}. {name}")).into()]);
        for level in levels(indicator) {
            let mut cells =
                vec![writer.numbers.plain(level).into(), indicator.criterion(level).unwrap_or_default().into()];
            if by_level {
                cells.push(evidence_for(indicator, level).unwrap_or_default().into());
            }
            table.row(cells);
        }
        if let Some(text) = at_any_level(writer, indicator) {
            table.detail(text);
        }
    }
    Block::Table(table)
}

/// Says that the criteria are not the words of the regulation, where that is so.
pub(crate) fn note(writer: &FormWriter<'_>) -> Option<Block> {
    let note = writer.report.instrument.criteria_note.as_deref()?;
    Some(Block::Paragraph(Text::default().quiet(note)))
}

/// Returns the levels that have a criterion or evidence of their own, the lowest first.
fn levels(indicator: &Indicator) -> BTreeSet<Decimal> {
    indicator.criteria.iter().chain(indicator.evidence_by_level.iter()).map(|(level, _)| *level).collect()
}

/// Returns the evidence accepted for this one level, where the instrument tells levels apart.
fn evidence_for(indicator: &Indicator, level: Decimal) -> Option<&str> {
    indicator.evidence_by_level.iter().find(|(of, _)| *of == level).map(|(_, text)| text.as_ref())
}

/// Says which evidence is accepted whatever the level; nothing where the instrument names none.
fn at_any_level(writer: &FormWriter<'_>, indicator: &Indicator) -> Option<String> {
    if indicator.evidence.is_empty() {
        return None;
    }
    let kinds = indicator.evidence.join("; ");
    Some(writer.say(&bilingual!(
        "Data dukung yang diterima pada semua level: {kinds}",
        "Evidence accepted at every level: {kinds}"
    )))
}
