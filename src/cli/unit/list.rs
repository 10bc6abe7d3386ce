//! `spbe unit list`: the units, with what each owns and who comes from it.

use clap::Args;

use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::list_format::{Listed, TableFormat};
use crate::model::files::{INSTRUMENT, MANIFEST, TEAM};
use crate::result::units::units;
use crate::{data, terminal};

#[derive(Args, Debug)]
pub(super) struct ListArgs {
    #[command(flatten)]
    shown: Listed,
}

/// Lists the units.
pub(super) fn run(context: &Context, args: &ListArgs) -> Result<ExitStatus, Failure> {
    let loaded = context.read(|file| [TEAM, MANIFEST, INSTRUMENT].contains(&file))?;
    let units = units(&loaded.workspace);
    let shown = match args.shown.format {
        TableFormat::Json => data::units::json(&units),
        TableFormat::Csv => data::units::csv(&units),
        TableFormat::Text => terminal::units::text(&units, context.language(), context.list_width()),
    };
    context.ui.data(&shown)?;
    Ok(ExitStatus::Done)
}
