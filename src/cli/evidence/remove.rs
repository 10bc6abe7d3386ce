//! `spbe evidence remove`: a document that no score cites goes, with its links and its file.

use clap::Args;

use crate::bilingual;
use crate::cli::change::Change;
use crate::cli::context::Context;
use crate::cli::evidence::own_file;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::help::say;
use crate::cli::{pick, reading};
use crate::format::{evidence, evidence_links};
use crate::model::files::{EVIDENCE, EVIDENCE_LINKS};

#[derive(Args, Debug)]
pub(super) struct RemoveArgs {
    #[arg(value_name = "ID", help = say("id data dukung", "the id of the evidence"))]
    id: String,
}

/// Takes a document off the index together with its links and file; one that a score cites stays and is refused.
pub(super) fn run(context: &Context, args: &RemoveArgs) -> Result<ExitStatus, Failure> {
    // Half of a score file may cite the document in the other half.
    let mut change = Change::begin(context, reading::scores)?;
    let workspace = &change.loaded.workspace;
    let entry = pick::evidence(workspace, &args.id)?.clone();
    let id = entry.id.value.to_string();
    let citing = workspace.scores.iter().find(|score| score.evidence.iter().any(|cited| cited.value == id));
    if let Some(score) = citing {
        let (row, by) = (score.row.value, &score.by);
        let message = bilingual!(
            "`{id}` dirujuk nilai indikator {row} oleh {by}",
            "`{id}` is cited by the score of indicator {row} by {by}"
        );
        let help = bilingual!(
            "ubah dahulu nilainya: `spbe score {row} --by {by} …`",
            "change that score first: `spbe score {row} --by {by} …`"
        );
        return Err(Failure::new(message).help(help));
    }
    let mut index = change.table(EVIDENCE, &evidence::SCHEMA)?;
    let mut links = change.table(EVIDENCE_LINKS, &evidence_links::SCHEMA)?;
    links.remove(|keys| keys[1] == id).map_err(|error| change.refused(EVIDENCE_LINKS, error))?;
    index.remove(|keys| keys[0] == id).map_err(|error| change.refused(EVIDENCE, error))?;
    let file = own_file(&change, &entry);
    change.changes.text(EVIDENCE_LINKS, links.into_text());
    change.changes.text(EVIDENCE, index.into_text());
    if let Some(file) = file {
        change.changes.remove(file);
    }
    change.finish(&bilingual!("Data dukung `{id}` dihapus.", "Removed the evidence `{id}`."))?;
    Ok(ExitStatus::Done)
}
