//! `spbe team list`: the members, those who left among them.

use clap::Args;

use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::list_format::{Listed, TableFormat};
use crate::model::files::{ASSIGNMENTS, TEAM};
use crate::{data, terminal};

#[derive(Args, Debug)]
pub(super) struct ListArgs {
    #[command(flatten)]
    shown: Listed,
}

/// Lists the members with how much each is to score; what both stand in must be whole.
pub(super) fn run(context: &Context, args: &ListArgs) -> Result<ExitStatus, Failure> {
    let loaded = context.read(|file| [TEAM, ASSIGNMENTS].contains(&file))?;
    let shown = match args.shown.format {
        TableFormat::Json => data::team::json(&loaded.workspace),
        TableFormat::Csv => data::team::csv(&loaded.workspace),
        TableFormat::Text => terminal::team::text(&loaded.workspace, context.language(), context.list_width()),
    };
    context.ui.data(&shown)?;
    Ok(ExitStatus::Done)
}
