//! `spbe external list`: the agency's levels beside the ministry's.

use clap::Args;

use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::list_format::{Listed, TableFormat};
use crate::cli::{pick, reading};
use crate::{data, terminal};

#[derive(Args, Debug)]
pub(super) struct ListArgs {
    #[command(flatten)]
    shown: Listed,
}

/// Lists in the format that was asked for.
pub(super) fn run(context: &Context, args: &ListArgs) -> Result<ExitStatus, Failure> {
    show(context, args.shown.format)
}

/// Lists every row with both levels, and the index of both.
pub(super) fn show(context: &Context, format: TableFormat) -> Result<ExitStatus, Failure> {
    let loaded = context.read(reading::levels)?;
    let report = pick::report(&loaded)?;
    let shown = match format {
        TableFormat::Json => data::external::json(&report),
        TableFormat::Csv => data::external::csv(&report),
        TableFormat::Text => terminal::external::text(&report, context.language(), context.list_width()),
    };
    context.ui.data(&shown)?;
    Ok(ExitStatus::Done)
}
