//! `spbe evidence`: the documents, and what they support.

mod add;
mod link;
mod list;
mod remove;
mod replace;

use clap::{Args, Subcommand};

use crate::cli::context::Context;
use crate::cli::help::say;
use crate::cli::outcome::Outcome;

#[derive(Args, Debug)]
pub(super) struct EvidenceArgs {
    #[command(subcommand)]
    command: EvidenceCommand,
}

#[derive(Debug, Subcommand)]
enum EvidenceCommand {
    #[command(about = say(
        "Menyalin berkas ke evidence/, mencatat dan menautkannya",
        "Copy files into evidence/, index and link them",
    ))]
    Add(add::AddArgs),
    #[command(about = say("Menautkan data dukung ke indikator", "Link evidence to indicators"))]
    Link(link::LinkArgs),
    #[command(about = say("Mengganti berkas data dukung", "Replace the file of some evidence"))]
    Replace(replace::ReplaceArgs),
    #[command(about = say("Menghapus data dukung yang tidak dirujuk", "Remove evidence that no score cites"))]
    Remove(remove::RemoveArgs),
    #[command(about = say("Menampilkan daftar data dukung", "List the evidence"))]
    List(list::ListArgs),
}

pub(super) fn run(context: &Context, args: &EvidenceArgs) -> anyhow::Result<Outcome> {
    match &args.command {
        EvidenceCommand::Add(args) => add::run(context, args),
        EvidenceCommand::Link(args) => link::run(context, args),
        EvidenceCommand::Replace(args) => replace::run(context, args),
        EvidenceCommand::Remove(args) => remove::run(context, args),
        EvidenceCommand::List(args) => list::run(context, args),
    }
}
