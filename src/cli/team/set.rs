//! `spbe team set`: what is said of a member.

use clap::Args;

use crate::bilingual;
use crate::cli::change::Change;
use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::help::say;
use crate::cli::pick;
use crate::cli::team::{Known, Said};
use crate::format::team::{Misshapen, TeamEdit};
use crate::model::files::{INSTRUMENT, MANIFEST, TEAM};
use crate::text::word::Vocabulary;

#[derive(Args, Debug)]
pub(super) struct SetArgs {
    #[arg(value_name = say("ANGGOTA", "MEMBER"), help = say("id anggota", "the id of the member"))]
    id: String,
    #[command(flatten)]
    said: Said,
}

/// Changes what was named of a member; the rest stays.
pub(super) fn run(context: &Context, args: &SetArgs) -> Result<ExitStatus, Failure> {
    let names_functions = !args.said.function.is_empty();
    let mut change = Change::begin(context, |file| names_functions && [MANIFEST, INSTRUMENT].contains(&file))?;
    let workspace = &change.loaded.workspace;
    let id = pick::member(&workspace.team, &args.id)?.id.value.to_string();
    if args.said.is_empty() {
        let help = bilingual!("sebut misalnya `--name NAMA`", "name for instance `--name NAME`");
        return Err(Failure::new(bilingual!("tidak ada yang diubah", "nothing is changed")).help(help));
    }
    let known = args.said.read(context, workspace)?;
    let mut edit = change.team()?;
    write(&mut edit, &id, &known)?;
    change.changes.text(TEAM, edit.into_text());
    change.finish(&bilingual!("Anggota `{id}` diubah.", "Changed the member `{id}`."))?;
    Ok(ExitStatus::Done)
}

/// Writes what is known of a member.
pub(super) fn write(edit: &mut TeamEdit, id: &str, known: &Known) -> Result<(), Misshapen> {
    let texts = [("name", &known.name), ("position", &known.position), ("unit", &known.unit)];
    for (key, text) in texts {
        if let Some(text) = text {
            edit.set_member(id, key, text.as_str())?;
        }
    }
    if let Some(role) = known.role {
        edit.set_member(id, "role", role.code())?;
    }
    if let Some(functions) = &known.functions {
        edit.set_list(id, "functions", functions)?;
    }
    Ok(())
}
