//! `spbe recommend list`: the recommendations.

use clap::Args;

use crate::bilingual;
use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::help::say;
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
    #[arg(long, value_parser = ["text", "json"], default_value = "text", value_name = "FORMAT", help = say(
        "bentuk keluaran: text, json",
        "output format: text, json",
    ))]
    format: String,
}

pub(super) fn run(context: &Context, args: &ListArgs) -> anyhow::Result<ExitStatus> {
    let state = args.state.as_deref().map(|word| pick::word::<State>(word, "--state")).transpose()?;
    let loaded = context.load()?;
    pick::whole(&loaded, files::RECOMMENDATIONS)?;
    let mut entries = recommendations::entries(&loaded.workspace);
    entries.retain(|entry| entry.matches(state, args.unit.as_deref()));
    let none_matches = entries.is_empty() && !loaded.workspace.recommendations.is_empty();
    if none_matches {
        context.ui.warning(&bilingual!("tidak ada rekomendasi yang cocok", "no recommendation matches"), None);
    }
    let shown = match args.format.as_str() {
        "json" => data::recommendations::json(&entries),
        _ if none_matches => String::new(),
        _ => terminal::recommendations::text(&entries, context.language(), context.width()),
    };
    context.ui.data(&shown)?;
    Ok(ExitStatus::Done)
}
