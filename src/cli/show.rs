//! `spbe show`: one indicator, with everything that is known about it here.

use clap::Args;

use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::help::say;
use crate::cli::pick;
use crate::{data, terminal};

#[derive(Args, Debug)]
pub(super) struct ShowArgs {
    #[arg(required = true, value_name = say("INDIKATOR", "INDICATOR"), help = say(
        "indikator: `12`, `35-1`, `35`, …",
        "the indicator: `12`, `35-1`, `35`, …",
    ))]
    indicators: Vec<String>,
    #[arg(long, value_parser = ["text", "json"], default_value = "text", value_name = "FORMAT", help = say(
        "bentuk keluaran: text, json",
        "output format: text, json",
    ))]
    format: String,
}

pub(super) fn run(context: &Context, args: &ShowArgs) -> anyhow::Result<ExitStatus> {
    let loaded = context.load()?;
    let rows = pick::rows(&loaded.workspace, &args.indicators)?;
    let shown = match args.format.as_str() {
        "json" => data::row::rows_json(&loaded.workspace, &rows),
        _ => terminal::instrument::row::rows_text(&loaded.workspace, &rows, context.language(), context.width()),
    };
    context.ui.data(&shown)?;
    Ok(ExitStatus::Done)
}
