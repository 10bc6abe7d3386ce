//! `spbe recommend`: what to improve, by whom, until when.

mod draft;
mod list;
mod set;
mod wanted;

use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::help::say;
use crate::cli::pick;
use crate::index::recommend::Basis;
use crate::model::workspace::Workspace;
use crate::text::language::Language;

#[derive(Args, Debug)]
#[command(
    args_conflicts_with_subcommands = true,
    after_help = say(
        "Tanpa perintah, tiap indikator di bawah target_level mendapat satu rekomendasi ke level berikutnya, dan \
         findings.toml mendapat kerangka tiap aspek. Yang sudah ditulis orang tidak pernah diubah.\n\n\
         Prioritas: indikator di bawah target diurutkan menurut tambahan indeks per level (bobot / 100); yang \
         tambahannya sama berbagi tengah urutannya. Sepertiga pertama tinggi, sepertiga terakhir rendah, selebihnya \
         sedang.",
        "Without a command, every indicator under target_level gets one recommendation to the next level, and \
         findings.toml a frame for every aspect. What a person wrote is never changed.\n\n\
         Priority: the indicators under the target are ranked by what one level adds to the index (weight / 100); \
         those that add the same share the middle of their places. The first third is high, the last third low, the \
         rest medium.",
    )
)]
pub(super) struct RecommendArgs {
    #[arg(long, value_name = say("FOLDER", "DIR"), help = say(
        "bawa rekomendasi yang masih terbuka dari ruang kerja siklus lalu",
        "carry over what is still open in the workspace of last cycle",
    ))]
    previous: Option<PathBuf>,
    #[command(subcommand)]
    command: Option<RecommendCommand>,
}

#[derive(Debug, Subcommand)]
enum RecommendCommand {
    #[command(about = say("Menampilkan daftar rekomendasi", "List the recommendations"))]
    List(list::ListArgs),
    #[command(about = say("Mengubah atau menambahkan rekomendasi", "Change or add a recommendation"))]
    Set(set::SetArgs),
}

/// Drafts where no command is named below `spbe recommend`, else hands over to that command.
pub(super) fn run(context: &Context, args: &RecommendArgs) -> Result<ExitStatus, Failure> {
    match &args.command {
        None => draft::run(context, args.previous.as_deref()),
        Some(RecommendCommand::List(args)) => list::run(context, args),
        Some(RecommendCommand::Set(args)) => set::run(context, args),
    }
}

/// Returns what drafts rest on. They are written in the language of the workspace, whoever runs the command.
fn basis<'a>(context: &Context, workspace: &'a Workspace) -> Result<Basis<'a>, Failure> {
    let instrument = pick::instrument(workspace)?;
    let manifest = workspace.manifest.as_ref().expect("an instrument is only found with a manifest");
    let language = manifest.language.or(context.stated_language).unwrap_or(Language::Indonesian);
    Ok(Basis { workspace, instrument, manifest, language })
}
