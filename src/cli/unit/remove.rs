//! `spbe unit remove`: a unit that owns indicators no more.

use clap::Args;

use crate::bilingual;
use crate::cli::change::Change;
use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::help::say;
use crate::cli::{pick, rows};
use crate::model::files::{INSTRUMENT, MANIFEST, TEAM};
use crate::result::units::units;
use crate::text::fold::same;

#[derive(Args, Debug)]
pub(super) struct RemoveArgs {
    #[arg(value_name = say("NAMA", "NAME"), help = say("nama unit", "the name of the unit"))]
    name: String,
}

/// Removes a unit; refused while it owns indicators or runs a service, for nobody would answer for them.
pub(super) fn run(context: &Context, args: &RemoveArgs) -> Result<ExitStatus, Failure> {
    let mut change = Change::begin(context, |file| [MANIFEST, INSTRUMENT, TEAM].contains(&file))?;
    let workspace = &change.loaded.workspace;
    let name = pick::any_unit(workspace, &args.name)?.to_owned();
    let owned = units(workspace).into_iter().find(|unit| same(unit.name, &name)).map(|unit| unit.rows);
    if let Some(owned) = owned.filter(|rows| !rows.is_empty()) {
        let rows = rows::listed(&owned);
        let message = bilingual!("unit {name} memiliki indikator {rows}", "the unit {name} owns indicators {rows}");
        return Err(Failure::new(message).help(bilingual!(
            "pindahkan dulu dengan `spbe unit move INDIKATOR --to UNIT`",
            "move them first with `spbe unit move INDICATOR --to UNIT`"
        )));
    }
    if !workspace.team.units.iter().any(|unit| same(&unit.name.value, &name)) {
        let message =
            bilingual!("unit {name} hanya disebut oleh anggotanya", "the unit {name} is named by its members alone");
        return Err(Failure::new(message).help(bilingual!(
            "ubah unit anggotanya dengan `spbe team set ID --unit UNIT`",
            "change the unit of its members with `spbe team set ID --unit UNIT`"
        )));
    }
    let mut edit = change.team()?;
    edit.remove_unit(&name)?;
    change.changes.text(TEAM, edit.into_text());
    change.finish(&bilingual!("Unit {name} dihapus.", "Removed the unit {name}."))?;
    Ok(ExitStatus::Done)
}
