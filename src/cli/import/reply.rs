//! Sheets that go back to be mended: what was filled in stands in them, what is wrong is red, and a message says so.

use std::collections::BTreeMap;
use std::path::Path;

use crate::bilingual;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::import::batch::{Batch, Outcome};
use crate::cli::{pick, reading};
use crate::form::handout;
use crate::model::files::sheet_name;
use crate::store::write;
use crate::text::bilingual::Bilingual;
use crate::text::word::Vocabulary;
use crate::workbook::entry::{Returned, WorkSheet};

/// Writes the work sheets of members that were left out, each into a folder of its own.
pub(super) fn write(context: &Context, batch: &Batch<'_>, folder: &Path) -> Result<(), Failure> {
    let loaded = context.read(reading::levels)?;
    let report = pick::report(&loaded)?;
    let language = context.language();
    for outcome in batch.outcomes.iter().filter(|outcome| !outcome.is_taken()) {
        let Some(read) = outcome.sheet.content.as_ref().ok().filter(|read| read.handed.own) else { continue };
        let Some(member) = loaded.workspace.team.member(read.member.as_str()) else { continue };
        if read.handed.is_of_answers() {
            continue;
        }
        let returned = returned(outcome, context);
        let wrong: Vec<String> = outcome_faults(outcome, context);
        let sheet = WorkSheet {
            report: &report,
            member,
            contact: handout::contact(&report, language),
            owners: handout::owners_of_rows(&loaded.workspace),
            returned: Some(returned),
        };
        let within = context.path(folder).join(member.id.value.as_str());
        let message = handout::reply(&report, member, &wrong, language);
        let files = [
            (sheet_name(member.id.value.as_str()), sheet.render(language)),
            ("pesan.txt".to_owned(), message.into_bytes()),
        ];
        for (name, bytes) in files.into_iter().filter(|_| !context.dry_run) {
            write::make_folder(&within)?;
            write::output(&within.join(name), &bytes)?;
        }
        let shown = within.display();
        context.ui.done(&bilingual!("Untuk dikirim kembali: `{shown}`.", "To send back: `{shown}`."));
    }
    Ok(())
}

/// Gathers what stood in a sheet, and what is wrong with it.
fn returned(outcome: &Outcome<'_>, context: &Context) -> Returned {
    let Ok(read) = &outcome.sheet.content else { return Returned::default() };
    let language = context.language();
    let mut faults = BTreeMap::new();
    for fault in &read.understood.faults {
        if let Some(cell) = fault.cell {
            faults.insert(cell, fault.message.get(language).to_owned());
        }
    }
    for conflict in outcome.merged.iter().flat_map(|merged| &merged.conflicts) {
        let (field, here) = (conflict.field.label(language), &conflict.here);
        let text = bilingual!("{field}: sementara ini tercatat “{here}”", "{field}: “{here}” is on record meanwhile");
        faults.insert((conflict.row, conflict.field), text.get(language).to_owned());
    }
    let before = read.handed.origin.as_ref().map(|origin| origin.values.clone()).unwrap_or_default();
    Returned { cells: read.understood.cells.clone(), faults, before }
}

/// Says what is wrong with a sheet, a line each, for its member.
fn outcome_faults(outcome: &Outcome<'_>, context: &Context) -> Vec<String> {
    let language = context.language();
    let read = outcome.sheet.content.as_ref().ok();
    let faults = read.into_iter().flat_map(|read| &read.understood.faults);
    let lines = faults.map(|fault| {
        let (place, Bilingual { id, en }) = (&fault.place, &fault.message);
        bilingual!("sel {place}: {id}", "cell {place}: {en}")
    });
    let conflicts = outcome.merged.iter().flat_map(|merged| &merged.conflicts).map(|conflict| {
        let (place, here) = (&conflict.place, &conflict.here);
        bilingual!("sel {place}: sementara ini tercatat “{here}”", "cell {place}: “{here}” is on record meanwhile")
    });
    lines.chain(conflicts).map(|line| line.get(language).to_owned()).collect()
}
