//! `spbe unit`: the units that own indicators.

mod add;
mod list;
mod relocate;
mod remove;
mod set;

use clap::{Args, Subcommand};

use crate::cli::change::Change;
use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::help::say;
use crate::format::service_units;
use crate::model::files::MANIFEST;

#[derive(Args, Debug)]
pub(super) struct UnitArgs {
    #[command(subcommand)]
    command: UnitCommand,
}

#[derive(Debug, Subcommand)]
enum UnitCommand {
    #[command(about = say(
        "Menambahkan unit atau indikator miliknya",
        "Add a unit, or indicators that it owns",
    ))]
    Add(add::AddArgs),
    #[command(about = say("Mengganti nama unit atau indikator miliknya", "Rename a unit, or say which indicators it owns"))]
    Set(set::SetArgs),
    #[command(about = say("Memindahkan indikator ke unit lain", "Move indicators to another unit"))]
    Move(relocate::MoveArgs),
    #[command(about = say("Menghapus unit", "Remove a unit"))]
    Remove(remove::RemoveArgs),
    #[command(about = say("Menampilkan unit", "List the units"))]
    List(list::ListArgs),
}

/// Hands over to the command that was named below `spbe unit`.
pub(super) fn run(context: &Context, args: &UnitArgs) -> Result<ExitStatus, Failure> {
    match &args.command {
        UnitCommand::Add(args) => add::run(context, args),
        UnitCommand::Set(args) => set::run(context, args),
        UnitCommand::Move(args) => relocate::run(context, args),
        UnitCommand::Remove(args) => remove::run(context, args),
        UnitCommand::List(args) => list::run(context, args),
    }
}

/// Changes which unit runs the services of `spbe.toml`, where `choose` says another one; tells whether any changed.
fn change_services(change: &mut Change<'_>, choose: impl Fn(&str, &str) -> Option<String>) -> Result<bool, Failure> {
    let Some(text) = change.text(MANIFEST)? else { return Ok(false) };
    let changed = service_units::changed(text, choose).map_err(|_| change.unreadable(MANIFEST))?;
    let any = changed.is_some();
    if let Some(text) = changed {
        change.changes.text(MANIFEST, text);
    }
    Ok(any)
}
