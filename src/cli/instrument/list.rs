//! `spbe instrument list`.

use clap::Args;

use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::help::say;
use crate::model::instrument::Instrument;
use crate::store::bundled::{self, Bundled};
use crate::{data, terminal};

#[derive(Args, Debug)]
pub(super) struct ListArgs {
    #[arg(long, value_parser = ["text", "json"], default_value = "text", value_name = "FORMAT", help = say(
        "bentuk keluaran: text, json",
        "output format: text, json",
    ))]
    format: String,
}

pub(super) fn run(context: &Context, args: &ListArgs) -> anyhow::Result<ExitStatus> {
    let instruments: Vec<&Instrument> = bundled::all().iter().map(Bundled::instrument).collect();
    let shown = match args.format.as_str() {
        "json" => data::instrument::list_json(&instruments),
        _ => terminal::instrument::list::list_text(&instruments, context.language(), context.width()),
    };
    context.ui.data(&shown)?;
    Ok(ExitStatus::Done)
}
