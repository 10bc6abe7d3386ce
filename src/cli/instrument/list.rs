//! `spbe instrument list`.

use clap::Args;

use crate::cli::context::Context;
use crate::cli::help::say;
use crate::cli::outcome::Outcome;
use crate::model::instrument::Instrument;
use crate::report::instrument;
use crate::store::bundled;

#[derive(Args, Debug)]
pub(super) struct ListArgs {
    #[arg(long, value_parser = ["text", "json"], default_value = "text", value_name = "FORMAT", help = say(
        "bentuk keluaran: text, json",
        "output format: text, json",
    ))]
    format: String,
}

pub(super) fn run(context: &Context, args: &ListArgs) -> anyhow::Result<Outcome> {
    let instruments: Vec<&Instrument> = bundled::all().iter().map(|bundled| bundled.instrument).collect();
    let shown = match args.format.as_str() {
        "json" => instrument::list_json(&instruments),
        _ => instrument::list_text(&instruments, context.language(), context.width()),
    };
    context.ui.data(&shown)?;
    Ok(Outcome::Done)
}
