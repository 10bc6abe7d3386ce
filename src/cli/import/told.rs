//! What is told of sheets that came in: a line each, and then only what did not go in.

use crate::bilingual;
use crate::cli::import::batch::{Batch, Outcome};
use crate::terminal::intake::{SheetLine, table};
use crate::text::bilingual::Bilingual;
use crate::text::language::Language;
use crate::text::visible::on_one_line;
use crate::text::word::Vocabulary;
use crate::text::wrap::shortened;
use crate::workbook::intake::merge::Conflict;

/// How many letters of a text stand side by side with another one.
const SIDE: usize = 60;

/// Tells what became of the sheets.
pub(super) fn told(batch: &Batch<'_>, language: Language, width: usize) -> String {
    let lines: Vec<SheetLine> = batch.outcomes.iter().map(line).collect();
    let mut text = table(&lines, language, width);
    for outcome in &batch.outcomes {
        let mut details: Vec<Bilingual> = Vec::new();
        match &outcome.sheet.content {
            Err(message) => details.push(message.clone()),
            Ok(read) => {
                if !read.handed.own {
                    let Bilingual { id, en } = read.handed.recognised.clone();
                    details.push(bilingual!("dikenali: {id}", "recognised: {en}"));
                }
                details.extend(read.handed.notes.iter().cloned());
                details.extend(read.understood.notes.iter().cloned());
                details.extend(read.understood.faults.iter().map(|fault| {
                    let (place, Bilingual { id, en }) = (&fault.place, fault.message.clone());
                    bilingual!("`{place}`: {id}", "`{place}`: {en}")
                }));
            }
        }
        if let Some(merged) = &outcome.merged {
            details.extend(merged.conflicts.iter().map(side_by_side));
            if !merged.emptied.is_empty() {
                let places = merged.emptied.join(", ");
                details.push(bilingual!(
                    "dikosongkan di lembar, tetap di sini: {places}; `--allow-clear` mengosongkan",
                    "emptied in the sheet, kept here: {places}; `--allow-clear` empties"
                ));
            }
            if !merged.drafts.is_empty() {
                let rows: Vec<String> = merged.drafts.iter().map(ToString::to_string).collect();
                let rows = rows.join(", ");
                details.push(bilingual!(
                    "belum ada level, belum dimasukkan: indikator {rows}",
                    "no level yet, not taken in: indicator {rows}"
                ));
            }
        }
        if !details.is_empty() {
            text += &format!("\n{}\n", outcome.sheet.shown);
            details.iter().for_each(|detail| text += &format!("  {}\n", detail.get(language)));
        }
    }
    text
}

/// Counts what became of a sheet.
fn line(outcome: &Outcome<'_>) -> SheetLine {
    let read = outcome.sheet.content.as_ref().ok();
    let merged = outcome.merged.as_ref();
    let count = |of: &dyn Fn(&crate::workbook::intake::merge::Merged) -> usize| merged.map(of).unwrap_or_default();
    let new = count(&|merged| merged.new.len());
    SheetLine {
        file: outcome.sheet.shown.clone(),
        member: read.map(|read| read.member.to_string()).unwrap_or_default(),
        new,
        changed: count(&|merged| merged.written.len()) - new,
        same: count(&|merged| merged.same.len()),
        conflicts: count(&|merged| merged.conflicts.len()),
        faults: read.map_or(1, |read| read.understood.faults.len()),
        documents: outcome.sheet.documents.len(),
        untouched: merged.is_some_and(|merged| !merged.touched),
    }
}

/// Shows what both sides say of a cell.
fn side_by_side(conflict: &Conflict) -> Bilingual {
    let Conflict { row, field, place, sheet, here } = conflict;
    let short = |text: &str| {
        let text = on_one_line(text);
        if text.is_empty() { "–".to_owned() } else { shortened(&text, SIDE, |text| text.chars().count()) }
    };
    let (sheet, here) = (short(sheet), short(here));
    let (id, en) = (field.label(Language::Indonesian), field.label(Language::English));
    bilingual!(
        "indikator {row}, {id} (`{place}`): di lembar “{sheet}”, di sini “{here}”",
        "indicator {row}, {en} (`{place}`): in the sheet “{sheet}”, here “{here}”"
    )
}
