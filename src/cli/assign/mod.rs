//! `spbe assign`: who evaluates what, until when.

mod auto;
mod by_hand;
mod list;

use clap::{Args, Subcommand};

use crate::bilingual;
use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::help::say;

#[derive(Args, Debug)]
#[command(args_conflicts_with_subcommands = true)]
pub(super) struct AssignArgs {
    #[command(subcommand)]
    command: Option<AssignCommand>,
    #[arg(value_name = say("INDIKATOR", "INDICATOR"), help = say(
        "`12`, `35-1`, `35`, `1..7`, `aspect:3`, `domain:2` atau `all`",
        "`12`, `35-1`, `35`, `1..7`, `aspect:3`, `domain:2` or `all`",
    ))]
    indicators: Vec<String>,
    #[arg(long, value_name = say("ANGGOTA", "MEMBER"), help = say(
        "anggota yang menilai; dapat diulang",
        "the member who evaluates; may be repeated",
    ))]
    to: Vec<String>,
    #[arg(long, value_name = "YYYY-MM-DD", help = say(
        "tenggat; `''` mengosongkan",
        "the day until which it is due; `''` empties",
    ))]
    due: Option<String>,
    #[arg(long, conflicts_with = "due", help = say("cabut penugasan ini", "take the assignment back"))]
    remove: bool,
    #[arg(long, conflicts_with_all = ["to", "remove"], help = say(
        "bagi indikator yang kurang penilai (semua bila tidak disebut): bukan unit sendiri, menurut fungsi, beban merata",
        "share out the indicators that lack evaluators (all unless named): not the own unit, by function, balanced",
    ))]
    auto: bool,
    #[arg(long, value_name = "N", help = say(
        "dengan `--auto`: banyaknya penilai tiap indikator; satu bila tidak disebut",
        "with `--auto`: how many evaluators each indicator is to have; one unless named",
    ))]
    each: Option<u16>,
    #[arg(long, value_name = "N", help = say(
        "dengan `--auto`: paling banyak indikator untuk seorang anggota, yang sudah ditugaskan termasuk",
        "with `--auto`: the most indicators for one member, those assigned before among them",
    ))]
    max_load: Option<u16>,
}

#[derive(Debug, Subcommand)]
enum AssignCommand {
    #[command(about = say("Menampilkan penugasan menurut anggota dan unit", "List the assignments by member and by unit"))]
    List(list::ListArgs),
}

/// Lists assignments, shares out what lacks evaluators, or assigns what was named.
pub(super) fn run(context: &Context, args: &AssignArgs) -> Result<ExitStatus, Failure> {
    match &args.command {
        Some(AssignCommand::List(args)) => list::run(context, args),
        None if args.auto => auto::run(context, args),
        None if args.each.is_some() || args.max_load.is_some() => {
            let message = bilingual!(
                "`--each` dan `--max-load` hanya untuk `--auto`",
                "`--each` and `--max-load` go with `--auto` alone"
            );
            Err(Failure::new(message).help(bilingual!("tambahkan `--auto`", "add `--auto`")))
        }
        None if args.to.is_empty() => {
            let message = bilingual!("anggotanya belum disebut", "no member is named");
            Err(Failure::new(message).help(bilingual!(
                "tambahkan `--to ANGGOTA`, atau `--auto` untuk membaginya",
                "add `--to MEMBER`, or `--auto` to share them out"
            )))
        }
        None => by_hand::run(context, args),
    }
}
