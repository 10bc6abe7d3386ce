//! `spbe explain`: what a rule checks, why, an example, and how to mend it.

use clap::Args;

use crate::check::registry::rules;
use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::help::say;
use crate::cli::policy::known;
use crate::{data, terminal};

#[derive(Args, Debug)]
pub(super) struct ExplainArgs {
    #[arg(value_name = say("ATURAN", "RULE"), help = say(
        "nama aturan; bila tidak disebut, semuanya",
        "the name of the rule; all of them unless named",
    ))]
    rule: Option<String>,
    #[arg(long, value_parser = ["text", "json"], default_value = "text", value_name = "FORMAT", help = say(
        "bentuk keluaran: text, json",
        "output format: text, json",
    ))]
    format: String,
}

pub(super) fn run(context: &Context, args: &ExplainArgs) -> anyhow::Result<ExitStatus> {
    let (language, width) = (context.language(), context.width());
    let shown = match (&args.rule, args.format.as_str()) {
        (None, "json") => data::rules::json(rules(), language),
        (None, _) => terminal::rules::list(rules(), language, width),
        (Some(name), "json") => data::rules::json(std::iter::once(known(name)?), language),
        (Some(name), _) => terminal::rules::text(known(name)?, language, width),
    };
    context.ui.data(&shown)?;
    Ok(ExitStatus::Done)
}
