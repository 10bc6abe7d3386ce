//! `spbe instrument`: the instruments, bundled and one's own.

mod check;
mod list;
mod show;

use clap::{Args, Subcommand};

use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::help::say;

#[derive(Args, Debug)]
pub(super) struct InstrumentArgs {
    #[command(subcommand)]
    command: InstrumentCommand,
}

#[derive(Debug, Subcommand)]
enum InstrumentCommand {
    #[command(about = say("Menampilkan daftar instrumen bawaan", "List the bundled instruments"))]
    List(list::ListArgs),
    #[command(about = say("Menampilkan instrumen atau salah satu indikatornya", "Show an instrument, or one of its indicators"))]
    Show(show::ShowArgs),
    #[command(about = say("Memeriksa berkas instrumen", "Check an instrument file"))]
    Check(check::CheckArgs),
}

/// Hands over to the command that was named below `spbe instrument`.
pub(super) fn run(context: &Context, args: &InstrumentArgs) -> Result<ExitStatus, Failure> {
    match &args.command {
        InstrumentCommand::List(args) => list::run(context, args),
        InstrumentCommand::Show(args) => show::run(context, args),
        InstrumentCommand::Check(args) => check::run(context, args),
    }
}
