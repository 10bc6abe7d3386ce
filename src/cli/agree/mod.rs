//! `spbe agree`: what evaluators differ about, and what is settled.

pub(super) mod decide;
mod edit;

use clap::Args;

use crate::bilingual;
use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::help::say;
use crate::cli::list_format::{Listed, TableFormat};
use crate::cli::{pick, reading};
use crate::result::concord::concord;
use crate::{data, terminal};

#[derive(Args, Clone, Debug)]
pub(super) struct AgreeArgs {
    #[arg(value_name = say("INDIKATOR", "INDICATOR"), help = say(
        "indikator: `12`, `35-1`, …; tanpa ini, yang masih berbeda ditampilkan",
        "the indicator: `12`, `35-1`, …; without one, those that differ are shown",
    ))]
    indicators: Vec<String>,
    #[arg(long, value_name = "N", help = say(
        "level yang disepakati; yang tidak disebut tetap seperti semula",
        "the agreed level; what is not named stays as it was",
    ))]
    level: Option<String>,
    #[arg(long, conflicts_with = "level", value_name = say("ANGGOTA", "MEMBER"), help = say(
        "level yang disepakati adalah nilai anggota ini",
        "the agreed level is the one that this member gave",
    ))]
    same_as: Option<String>,
    #[arg(long, value_name = say("ANGGOTA", "MEMBER"), help = say(
        "koordinator atau penanggung jawab; tanpa ini SPBE_MEMBER",
        "the coordinator or responsible officer; SPBE_MEMBER stands in for it",
    ))]
    by: Option<String>,
    #[arg(long, value_name = say("ALASAN|-", "REASON|-"), help = say(
        "alasan keputusan; `-` membaca masukan standar",
        "why it was decided so; `-` reads standard input",
    ))]
    reason: Option<String>,
    #[arg(long, value_name = say("TEKS|-|@ANGGOTA", "TEXT|-|@MEMBER"), help = say(
        "jawaban instansi, yaitu teks untuk aplikasi kementerian; `-` membaca masukan standar, `@hukum` penjelasan anggota itu, `''` mengosongkan",
        "the agency's answer, the text for the ministry's application; `-` reads standard input, `@hukum` takes that member's explanation, `''` empties",
    ))]
    explanation: Option<String>,
    #[arg(
        long, conflicts_with_all = ["level", "same_as", "reason", "explanation"],
        help = say("hapus keputusan ini; jawaban tetap", "remove the decision; the answer stays")
    )]
    clear: bool,
    #[arg(long, conflicts_with_all = ["level", "same_as", "reason", "explanation", "clear", "stats"], help = say(
        "buka level, alasan dan jawaban satu indikator di editor ($VISUAL, $EDITOR), di bawah penjelasan para evaluator",
        "open level, reason and answer of one indicator in the editor ($VISUAL, $EDITOR), below what the evaluators wrote",
    ))]
    edit: bool,
    #[arg(long, conflicts_with_all = ["indicators", "level", "same_as", "reason", "explanation", "clear"], help = say(
        "seberapa jauh para evaluator sependapat, sebelum apa pun disepakati",
        "how far the evaluators agree, before anything is settled",
    ))]
    stats: bool,
    #[command(flatten)]
    shown: Listed,
}

/// Settles rows; without any it shows what differs, or how far the evaluators agree.
pub(super) fn run(context: &Context, args: &AgreeArgs) -> Result<ExitStatus, Failure> {
    let settles = [&args.level, &args.same_as, &args.reason, &args.explanation].iter().any(|word| word.is_some());
    if args.indicators.is_empty() && (settles || args.clear || args.edit) {
        let message = bilingual!("indikatornya belum disebut", "no indicator is named");
        return Err(Failure::new(message)
            .help(bilingual!("misalnya `spbe agree 12 --level 2 …`", "such as `spbe agree 12 --level 2 …`")));
    }
    if args.edit {
        return edit::run(context, args);
    }
    if !args.indicators.is_empty() {
        if !settles && !args.clear {
            let message = bilingual!("tidak disebut apa yang disepakati", "it is not said what is agreed on");
            let help = bilingual!(
                "tambahkan `--level N`, `--same-as ANGGOTA`, `--explanation TEKS`, `--edit` atau `--clear`",
                "add `--level N`, `--same-as MEMBER`, `--explanation TEXT`, `--edit` or `--clear`"
            );
            return Err(Failure::new(message).help(help));
        }
        return decide::run(context, args);
    }
    let loaded = context.read(reading::levels)?;
    let report = pick::report(&loaded)?;
    let (language, width) = (context.language(), context.list_width());
    let shown = match (args.stats, args.shown.format) {
        (true, TableFormat::Csv) => data::agreement::stats_csv(&concord(&report)),
        (false, TableFormat::Csv) => data::agreement::disputed_csv(&report),
        (true, TableFormat::Json) => data::agreement::stats(&concord(&report)),
        (true, TableFormat::Text) => terminal::agreement::stats(&report, &concord(&report), language, width),
        (false, TableFormat::Json) => data::agreement::disputed(&report),
        (false, TableFormat::Text) => terminal::agreement::disputed(&report, language, width),
    };
    context.ui.data(&shown)?;
    Ok(ExitStatus::Done)
}
