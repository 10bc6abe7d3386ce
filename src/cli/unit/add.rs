//! `spbe unit add`: a unit, or more indicators of one.

use clap::Args;

use crate::bilingual;
use crate::cli::change::Change;
use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::help::say;
use crate::cli::{rows, words};
use crate::model::files::{INSTRUMENT, MANIFEST, TEAM};

#[derive(Args, Debug)]
pub(super) struct AddArgs {
    #[arg(value_name = say("NAMA", "NAME"), help = say("nama unit", "the name of the unit"))]
    name: String,
    #[arg(long, required = true, num_args = 1.., value_name = say("INDIKATOR", "INDICATOR"), help = say(
        "indikator yang menjadi tanggung jawabnya",
        "the indicators that it answers for",
    ))]
    indicator: Vec<String>,
}

/// Adds a unit with its indicators; one that is there already gets those that it does not own yet.
pub(super) fn run(context: &Context, args: &AddArgs) -> Result<ExitStatus, Failure> {
    let mut change = Change::begin(context, |file| [MANIFEST, INSTRUMENT].contains(&file))?;
    let selectors = rows::selectors(&change.loaded.workspace, &args.indicator)?;
    let name = words::line(context, say("NAMA", "NAME"), &args.name)?;
    let mut team = change.team()?;
    team.add_unit(&name, &selectors)?;
    change.changes.text(TEAM, team.into_text());
    let indicators = selectors.join(", ");
    change.finish(&bilingual!("Unit {name} memiliki indikator {indicators}.", "The unit {name} owns {indicators}."))?;
    Ok(ExitStatus::Done)
}
