//! `spbe instrument list`.

use clap::Args;

use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::list_format::{Listed, TableFormat};
use crate::model::instrument::Instrument;
use crate::store::bundled::{self, Bundled};
use crate::{data, terminal};

#[derive(Args, Debug)]
pub(super) struct ListArgs {
    #[command(flatten)]
    shown: Listed,
}

/// Lists the bundled instruments; no workspace is needed.
pub(super) fn run(context: &Context, args: &ListArgs) -> Result<ExitStatus, Failure> {
    let instruments: Vec<&Instrument> = bundled::all().iter().map(Bundled::instrument).collect();
    let shown = match args.shown.format {
        TableFormat::Json => data::instrument::list_json(&instruments),
        TableFormat::Csv => data::instrument::list_csv(&instruments),
        TableFormat::Text => {
            terminal::instrument::list::list_text(&instruments, context.language(), context.list_width())
        }
    };
    context.ui.data(&shown)?;
    Ok(ExitStatus::Done)
}
