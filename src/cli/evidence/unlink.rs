//! `spbe evidence unlink`: which indicators a document does not support after all.

use std::collections::BTreeSet;

use clap::Args;

use crate::bilingual;
use crate::cli::change::Change;
use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::help::say;
use crate::cli::{pick, rows};
use crate::format::evidence_links::SCHEMA;
use crate::model::files::{EVIDENCE, EVIDENCE_LINKS, INSTRUMENT, MANIFEST};
use crate::model::row::RowId;
use crate::text::bilingual::Bilingual;

#[derive(Args, Debug)]
pub(super) struct UnlinkArgs {
    #[arg(value_name = "ID", help = say("id data dukung", "the id of the evidence"))]
    id: String,
    #[arg(long = "for", required = true, num_args = 1.., value_name = say("INDIKATOR", "INDICATOR"), help = say(
        "indikator yang tidak lagi didukung",
        "the indicators that it supports no longer",
    ))]
    indicators: Vec<String>,
}

/// Takes a document off rows; the document and its other links stay, and scores that still cite it are named.
pub(super) fn run(context: &Context, args: &UnlinkArgs) -> Result<ExitStatus, Failure> {
    let mut change = Change::begin(context, |file| [MANIFEST, INSTRUMENT, EVIDENCE].contains(&file))?;
    let workspace = &change.loaded.workspace;
    let id = pick::evidence(workspace, &args.id)?.id.value.to_string();
    let named = rows::named(workspace, &args.indicators)?;
    let linked = |row: &&RowId| workspace.links.iter().any(|link| link.row.value == **row && link.evidence.value == id);
    let gone: BTreeSet<RowId> = named.iter().filter(linked).copied().collect();
    if gone.is_empty() {
        let Bilingual { id: row_id, en } = rows::indicators(&named);
        let message = bilingual!("`{id}` tidak ditautkan ke {row_id}", "`{id}` is not linked to {en}");
        return Err(Failure::new(message).help(bilingual!("lihat `spbe evidence list`", "see `spbe evidence list`")));
    }
    let still = workspace.scores.iter().filter(|score| gone.contains(&score.row.value));
    let still = still.filter(|score| score.evidence.iter().any(|cited| cited.value == id));
    let cited: Vec<String> = still.map(|score| format!("{} ({})", score.row.value, score.by)).collect();
    let mut table = change.table(EVIDENCE_LINKS, &SCHEMA)?;
    let chosen = |keys: &[&str]| keys[0].parse::<RowId>().is_ok_and(|row| gone.contains(&row)) && keys[1] == id;
    table.remove(chosen).map_err(|error| change.refused(EVIDENCE_LINKS, error))?;
    change.changes.text(EVIDENCE_LINKS, table.into_text());
    let Bilingual { id: row_id, en } = rows::indicators(&gone);
    let mut message = bilingual!("`{id}` dilepas dari {row_id}.", "Took `{id}` off {en}.");
    if !cited.is_empty() {
        let cited = cited.join(", ");
        let told = bilingual!("\nNilai yang masih merujuknya: {cited}.", "\nScores that still cite it: {cited}.");
        message = message.and(told);
    }
    change.finish(&message)?;
    Ok(ExitStatus::Done)
}
