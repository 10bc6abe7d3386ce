//! `spbe explain`: what a rule checks, why, an example, and how to mend it.

use clap::Args;

use crate::check::registry::rules;
use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::help::say;
use crate::cli::list_format::{ListFormat, Shown};
use crate::cli::policy::known;
use crate::{data, terminal};

#[derive(Args, Debug)]
pub(super) struct ExplainArgs {
    #[arg(value_name = say("ATURAN", "RULE"), help = say(
        "nama aturan; bila tidak disebut, semuanya",
        "the name of the rule; all of them unless named",
    ))]
    rule: Option<String>,
    #[command(flatten)]
    shown: Shown,
}

/// Explains one rule, or lists all of them; no workspace is needed.
pub(super) fn run(context: &Context, args: &ExplainArgs) -> Result<ExitStatus, Failure> {
    let (language, width) = (context.language(), context.width());
    let shown = match (&args.rule, args.shown.format) {
        (None, ListFormat::Json) => data::rules::json(rules(), language),
        (None, ListFormat::Text) => terminal::rules::list(rules(), language, width),
        (Some(name), ListFormat::Json) => data::rules::json(std::iter::once(known(name)?), language),
        (Some(name), ListFormat::Text) => terminal::rules::text(known(name)?, language, width),
    };
    context.ui.data(&shown)?;
    Ok(ExitStatus::Done)
}
