//! `spbe evidence list`: the evidence index.

use clap::Args;

use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::help::say;
use crate::cli::pick;
use crate::model::files;
use crate::result::evidence;
use crate::{data, terminal};

#[derive(Args, Debug)]
pub(super) struct ListArgs {
    #[arg(long = "for", num_args = 1.., value_name = say("INDIKATOR", "INDICATOR"), help = say(
        "hanya untuk indikator ini",
        "only for these indicators",
    ))]
    indicators: Vec<String>,
    #[arg(long, value_parser = ["text", "json"], default_value = "text", value_name = "FORMAT", help = say(
        "bentuk keluaran: text, json",
        "output format: text, json",
    ))]
    format: String,
}

pub(super) fn run(context: &Context, args: &ListArgs) -> anyhow::Result<ExitStatus> {
    let loaded = context.load()?;
    pick::whole(&loaded, files::EVIDENCE)?;
    let workspace = &loaded.workspace;
    let rows = if args.indicators.is_empty() { None } else { Some(pick::rows(workspace, &args.indicators)?) };
    let entries = evidence::entries(workspace, rows.as_ref());
    let shown = match args.format.as_str() {
        "json" => data::evidence::json(&entries),
        _ => terminal::evidence::text(&entries, context.language(), context.width()),
    };
    context.ui.data(&shown)?;
    Ok(ExitStatus::Done)
}
