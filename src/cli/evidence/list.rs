//! `spbe evidence list`: the evidence index.

use clap::Args;

use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::help::say;
use crate::cli::list_format::{ListFormat, Shown};
use crate::cli::rows;
use crate::model::files::{EVIDENCE, EVIDENCE_LINKS, INSTRUMENT, MANIFEST};
use crate::result::evidence;
use crate::{data, terminal};

#[derive(Args, Debug)]
pub(super) struct ListArgs {
    #[arg(long = "for", num_args = 1.., value_name = say("INDIKATOR", "INDICATOR"), help = say(
        "hanya untuk indikator ini",
        "only for these indicators",
    ))]
    indicators: Vec<String>,
    #[command(flatten)]
    shown: Shown,
}

/// Lists the whole index, or only the documents that are linked to the rows that were named.
pub(super) fn run(context: &Context, args: &ListArgs) -> Result<ExitStatus, Failure> {
    let by_row = !args.indicators.is_empty();
    let rests_on = |file: &str| match file {
        EVIDENCE | EVIDENCE_LINKS => true,
        // Which rows there are is asked only where some are named.
        MANIFEST | INSTRUMENT => by_row,
        _ => false,
    };
    let loaded = context.read(rests_on)?;
    let workspace = &loaded.workspace;
    let rows = by_row.then(|| rows::named(workspace, &args.indicators)).transpose()?;
    let entries = evidence::entries(workspace, rows.as_ref());
    let shown = match args.shown.format {
        ListFormat::Json => data::evidence::json(&entries),
        ListFormat::Text => terminal::evidence::text(&entries, context.language(), context.list_width()),
    };
    context.ui.data(&shown)?;
    Ok(ExitStatus::Done)
}
