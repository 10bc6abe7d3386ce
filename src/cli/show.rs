//! `spbe show`: one indicator, with everything that is known about it here.

use clap::Args;

use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::help::say;
use crate::cli::list_format::{ListFormat, Shown};
use crate::cli::{reading, rows};
use crate::model::files::{EVIDENCE, EVIDENCE_LINKS};
use crate::{data, terminal};

#[derive(Args, Debug)]
pub(super) struct ShowArgs {
    #[arg(required = true, value_name = say("INDIKATOR", "INDICATOR"), help = say(
        "indikator: `12`, `35-1`, `35`, …",
        "the indicator: `12`, `35-1`, `35`, …",
    ))]
    indicators: Vec<String>,
    #[command(flatten)]
    shown: Shown,
}

/// Shows what is known of rows: the criteria, the evidence, and what everyone judged.
pub(super) fn run(context: &Context, args: &ShowArgs) -> Result<ExitStatus, Failure> {
    let loaded = context.read_anywhere(|file| reading::levels(file) || [EVIDENCE, EVIDENCE_LINKS].contains(&file))?;
    let rows = rows::named(&loaded.workspace, &args.indicators)?;
    let shown = match args.shown.format {
        ListFormat::Json => data::row::rows_json(&loaded.workspace, &rows),
        ListFormat::Text => {
            terminal::instrument::row::rows_text(&loaded.workspace, &rows, context.language(), context.list_width())
        }
    };
    context.ui.data(&shown)?;
    Ok(ExitStatus::Done)
}
