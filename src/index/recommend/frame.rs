//! What to look at when strengths and weaknesses of an aspect are written: its highest and its lowest rows.

use crate::bilingual;
use crate::format::aspect_findings::NewAspect;
use crate::index::evaluation::{RowResult, internal};
use crate::index::recommend::Basis;
use crate::model::decimal::Decimal;
use crate::model::instrument::Aspect;
use crate::text::bilingual::Bilingual;
use crate::text::language::Language;
use crate::text::number::with_mark;

/// How many rows a hint names.
const NAMED: usize = 3;

/// Returns the aspects of which nothing stands in `findings.toml` yet, each with hints and without any findings: those
/// are for people to write.
pub(crate) fn missing(basis: Basis<'_>) -> Vec<NewAspect> {
    let evaluation = internal(basis.workspace, basis.instrument, basis.manifest);
    let there = |aspect: &Aspect| basis.workspace.aspect_findings.iter().any(|found| found.aspect.value == aspect.id);
    let absent = basis.instrument.aspects.iter().filter(|aspect| !there(aspect));
    absent.map(|aspect| new(basis, aspect, &evaluation.rows)).collect()
}

/// Makes the part of one aspect, with hints at its highest and lowest rows; none while no row has a level.
fn new(basis: Basis<'_>, aspect: &Aspect, rows: &[RowResult]) -> NewAspect {
    let own: Vec<(&RowResult, Decimal)> = rows
        .iter()
        .filter(|result| result.aspect == aspect.id)
        .filter_map(|result| Some((result, result.level?)))
        .collect();
    let highest = own.iter().map(|(_, level)| *level).max();
    let lowest = own.iter().map(|(_, level)| *level).min();
    let shown = |level: Decimal| with_mark(&level.to_string(), basis.language);
    let at =
        |wanted: Decimal| names(basis, own.iter().filter(|(_, level)| *level == wanted).map(|(result, _)| *result));
    let hints = highest.zip(lowest).map(|(highest, lowest)| {
        let (top, bottom) = (shown(highest), shown(lowest));
        if highest == lowest {
            let all = bilingual!("semua yang sudah dinilai di level {top}", "all that have a level are at level {top}");
            return (all, None);
        }
        let (high, low) = (at(highest), at(lowest));
        let high = bilingual!("tertinggi, level {top}: {high}", "highest, level {top}: {high}");
        (high, Some(bilingual!("terendah, level {bottom}: {low}", "lowest, level {bottom}: {low}")))
    });
    let hint = |text: Bilingual| text.get(basis.language).to_owned();
    let (strengths, weaknesses) = hints.unzip();
    NewAspect {
        id: aspect.id,
        name: aspect.name.get(basis.language).to_owned(),
        strengths: strengths.map(hint),
        weaknesses: weaknesses.flatten().map(hint),
    }
}

/// Names rows with their indicators, the first of many.
fn names<'a>(basis: Basis<'_>, rows: impl Iterator<Item = &'a RowResult>) -> String {
    let name = |result: &RowResult| {
        let indicator = basis.instrument.indicator(result.row.indicator);
        let name = indicator.map_or("", |indicator| match basis.language {
            Language::Indonesian => indicator.short_name(),
            Language::English => &indicator.name.en,
        });
        format!("{} {name}", result.row)
    };
    let all: Vec<String> = rows.map(name).collect();
    let mut named = all[..all.len().min(NAMED)].join("; ");
    if let Some(more) = all.len().checked_sub(NAMED).filter(|more| *more > 0) {
        named.push_str(bilingual!("; dan {more} lainnya", "; and {more} more").get(basis.language));
    }
    named
}
