//! `spbe assign list`: who evaluates what, by member and by unit.

use clap::Args;

use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::list_format::{Listed, TableFormat};
use crate::model::files::{ASSIGNMENTS, INSTRUMENT, MANIFEST, TEAM};
use crate::model::workspace::Workspace;
use crate::result::allotment::candidates;
use crate::result::tasks::tasks;
use crate::{data, terminal};

#[derive(Args, Debug)]
pub(super) struct ListArgs {
    #[command(flatten)]
    shown: Listed,
}

/// Returns the members who could be given rows and have none.
fn idle(workspace: &Workspace) -> Vec<&str> {
    let ids = candidates(workspace).into_iter().map(|member| member.id.value.as_str());
    ids.filter(|id| !workspace.assignments.iter().any(|task| task.member.value == *id)).collect()
}

/// Lists the assignments, and the rows without any.
pub(super) fn run(context: &Context, args: &ListArgs) -> Result<ExitStatus, Failure> {
    let loaded = context.read(|file| [TEAM, MANIFEST, INSTRUMENT, ASSIGNMENTS].contains(&file))?;
    let tasks = tasks(&loaded.workspace);
    let shown = match args.shown.format {
        TableFormat::Json => data::tasks::json(&tasks),
        TableFormat::Csv => data::tasks::csv(&tasks),
        TableFormat::Text => {
            terminal::tasks::text(&tasks, &idle(&loaded.workspace), context.language(), context.list_width())
        }
    };
    context.ui.data(&shown)?;
    Ok(ExitStatus::Done)
}
