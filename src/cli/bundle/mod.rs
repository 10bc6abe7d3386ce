//! `spbe bundle`: the evaluation as it is handed over, and what a receiver makes of one.

mod contents;
mod pack;
mod verify;

use std::path::PathBuf;

use clap::Args;

use crate::cli::choice::{code, codes};
use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::help::say;
use crate::cli::list_format::ListFormat;
use crate::cli::policy::PolicyArgs;

#[derive(Args, Debug)]
pub(super) struct BundleArgs {
    #[arg(short, long, required_unless_present = "verify", value_name = say("BERKAS.zip|FOLDER", "FILE.zip|DIR"), help = say(
        "tulis bundel ke ZIP ini, atau ke folder baru ini",
        "write the bundle to this ZIP archive, or into this new folder",
    ))]
    output: Option<PathBuf>,
    #[arg(long, conflicts_with = "verify", help = say(
        "kemas walaupun ada temuan; temuannya ditulis di temuan.txt",
        "pack in spite of findings; they are listed in temuan.txt",
    ))]
    with_findings: bool,
    #[arg(long, conflicts_with = "output", value_name = say("BERKAS.zip|FOLDER", "FILE.zip|DIR"), help = say(
        "periksa bundel: sidik setiap berkas, isi ruang kerjanya (seketat --strict), laporan dan isiannya dibuat ulang",
        "check a bundle: the digest of every file, its workspace (as strictly as --strict), report and texts made again",
    ))]
    verify: Option<PathBuf>,
    #[arg(
        long, requires = "verify", value_parser = code::<ListFormat>(), default_value = "text", value_name = "FORMAT",
        help = format!("{}: {}", say("bentuk keluaran", "output format"), codes::<ListFormat>())
    )]
    format: ListFormat,
    #[command(flatten)]
    policy: PolicyArgs,
}

/// Packs the evaluation, or checks a bundle.
pub(super) fn run(context: &Context, args: &BundleArgs) -> Result<ExitStatus, Failure> {
    match (&args.verify, &args.output) {
        (Some(bundle), _) => verify::run(context, args, bundle),
        (None, Some(output)) => pack::run(context, args, output),
        (None, None) => unreachable!("the parser asks for one of them"),
    }
}
