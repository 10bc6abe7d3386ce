//! `spbe team remove`: a member who has done nothing yet.

use clap::Args;

use crate::bilingual;
use crate::cli::change::Change;
use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::help::say;
use crate::cli::{pick, reading};
use crate::format::assignments;
use crate::model::files::{ASSIGNMENTS, TEAM};

#[derive(Args, Debug)]
pub(super) struct RemoveArgs {
    #[arg(value_name = say("ANGGOTA", "MEMBER"), help = say("id anggota", "the id of the member"))]
    id: String,
}

/// Removes a member with the assignments; refused while something rests on them that they judged or decided.
pub(super) fn run(context: &Context, args: &RemoveArgs) -> Result<ExitStatus, Failure> {
    let mut change = Change::begin(context, reading::levels)?;
    let workspace = &change.loaded.workspace;
    let id = pick::member(&workspace.team, &args.id)?.id.value.to_string();
    let scored = workspace.scores.iter().filter(|score| score.by.as_str() == id).count();
    let decides = |by: &crate::diagnostic::place::Located<String>| by.value == id;
    let decided = workspace.finals.iter().filter(|score| score.decided_by.as_ref().is_some_and(decides)).count();
    if scored + decided > 0 {
        let message = bilingual!(
            "`{id}` sudah memberi {scored} nilai dan {decided} keputusan, yang tetap berlaku",
            "`{id}` gave {scored} scores and {decided} decisions, which stay valid"
        );
        return Err(Failure::new(message).help(bilingual!(
            "pakai `spbe team replace {id} --by PENGGANTI --from TANGGAL`",
            "use `spbe team replace {id} --by SUCCESSOR --from DATE`"
        )));
    }
    let mut edit = change.team()?;
    edit.remove_member(&id)?;
    let mut table = change.table(ASSIGNMENTS, &assignments::SCHEMA)?;
    let gone = table.remove(|keys| keys[1] == id).map_err(|error| change.refused(ASSIGNMENTS, error))?;
    change.changes.text(TEAM, edit.into_text());
    if gone > 0 {
        change.changes.text(ASSIGNMENTS, table.into_text());
    }
    change.finish(&match gone {
        0 => bilingual!("Anggota `{id}` dihapus.", "Removed the member `{id}`."),
        _ => bilingual!(
            "Anggota `{id}` dihapus dengan {gone} penugasannya.",
            "Removed the member `{id}` with {gone} assignments."
        ),
    })?;
    Ok(ExitStatus::Done)
}
