//! The command line: what the person typed, what they are told. One file per command.
//!
//! A command file declares its arguments and turns them into calls of the layers below; only `ui` prints, only
//! `context` reads the environment, the clock and standard input, and a workspace is read through `reading` alone.

mod agree;
mod approve;
mod args;
mod assign;
mod bar;
mod brief;
mod bundle;
mod change;
mod choice;
mod completions;
mod context;
mod difference;
mod draft;
mod evidence;
mod examples;
mod exit_status;
mod explain;
mod export;
mod external;
mod failure;
mod fault;
mod fmt;
mod form;
mod global;
mod guide;
mod headed;
mod help;
mod import;
mod init;
mod instrument;
mod list_format;
mod man;
mod output;
mod pick;
mod policy;
mod previous;
mod reading;
mod recommend;
mod report;
mod rows;
mod schema;
mod score;
mod sheet_options;
mod show;
mod status;
mod synced;
mod team;
mod ui;
mod undo;
mod unit;
mod usage;
mod usage_error;
mod validate;
mod wording;
mod words;

use std::ffi::OsString;
use std::process::ExitCode;

use crate::cli::args::{Command, Invocation};
use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::ui::Ui;

/// Runs one command line, the program's name first, and returns its exit code.
pub fn run(arguments: Vec<OsString>) -> ExitCode {
    let (language, begun) = context::language(&arguments);
    let ui = Ui::new(language);
    let invocation = match usage::parse(&arguments, language) {
        Ok(invocation) => invocation,
        Err(error) => return ui.usage(&error).into(),
    };
    let outcome = fault::caught(|| {
        Context::new(&invocation.global, ui, begun).and_then(|context| dispatch(&context, invocation))
    });
    match outcome {
        Ok(status) => status.into(),
        Err(failure) => ui.failure(&failure).into(),
    }
}

/// Hands over to the file of the command that was named.
fn dispatch(context: &Context, invocation: Invocation) -> Result<ExitStatus, Failure> {
    match invocation.command {
        Command::Init(args) => init::run(context, &args),
        Command::Assign(args) => assign::run(context, &args),
        Command::Score(args) => score::run(context, &args),
        Command::Validate(args) => validate::run(context, &args),
        Command::Report(args) => report::run(context, &args),
        Command::Instrument(args) => instrument::run(context, &args),
        Command::Team(args) => team::run(context, &args),
        Command::Unit(args) => unit::run(context, &args),
        Command::Brief(args) => brief::run(context, &args),
        Command::Evidence(args) => evidence::run(context, &args),
        Command::Show(args) => show::run(context, &args),
        Command::Status(args) => status::run(context, &args),
        Command::Agree(args) => agree::run(context, &args),
        Command::Approve(args) => approve::run(context, &args),
        Command::Bundle(args) => bundle::run(context, &args),
        Command::Export(args) => export::run(context, &args),
        Command::Import(args) => import::run(context, &args),
        Command::External(args) => external::run(context, &args),
        Command::Recommend(args) => recommend::run(context, &args),
        Command::Form(args) => form::run(context, &args),
        Command::Explain(args) => explain::run(context, &args),
        Command::Schema(args) => schema::run(context, &args),
        Command::Fmt(args) => fmt::run(context, &args),
        Command::Guide(args) => guide::run(context, &args),
        Command::Completions(args) => completions::run(context, &args),
        Command::CompleteWord(args) => completions::complete_word(context, &args),
        Command::Man(args) => man::run(context, &args),
        Command::Undo(args) => undo::run(context, &args),
    }
}
