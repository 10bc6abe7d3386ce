//! `spbe recommend list`: the recommendations.

use clap::Args;

use crate::bilingual;
use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::help::say;
use crate::cli::list_format::{Listed, TableFormat};
use crate::cli::pick;
use crate::model::files;
use crate::model::recommendation::State;
use crate::result::recommendations;
use crate::{data, terminal};

#[derive(Args, Debug)]
pub(super) struct ListArgs {
    #[arg(long, value_name = say("KEADAAN", "STATE"), help = say(
        "hanya yang berkeadaan ini: open, done, dropped",
        "only those in this state: open, done, dropped",
    ))]
    state: Option<String>,
    #[arg(long, value_name = "UNIT", help = say("hanya milik unit ini", "only those of this unit"))]
    unit: Option<String>,
    #[command(flatten)]
    shown: Listed,
}

/// Lists the recommendations of a state and a unit; where there are some and none matches, a warning says so.
pub(super) fn run(context: &Context, args: &ListArgs) -> Result<ExitStatus, Failure> {
    let state = args.state.as_deref().map(|word| pick::word::<State>(word, "--state")).transpose()?;
    let loaded = context.read(|file| file == files::RECOMMENDATIONS)?;
    let mut entries = recommendations::entries(&loaded.workspace);
    entries.retain(|entry| entry.matches(state, args.unit.as_deref()));
    let none_matches = entries.is_empty() && !loaded.workspace.recommendations.is_empty();
    if none_matches {
        context.ui.warning(&bilingual!("tidak ada rekomendasi yang cocok", "no recommendation matches"), None);
    }
    let shown = match args.shown.format {
        TableFormat::Json => data::recommendations::json(&entries),
        TableFormat::Csv => data::recommendations::csv(&entries),
        TableFormat::Text if none_matches => String::new(),
        TableFormat::Text => terminal::recommendations::text(&entries, context.language(), context.list_width()),
    };
    context.ui.data(&shown)?;
    Ok(ExitStatus::Done)
}
