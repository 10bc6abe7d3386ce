//! `spbe score`: an evaluator's judgement of a row.

mod edit;
mod from;
mod screen;
mod write;

use std::path::PathBuf;

use clap::Args;

use crate::bilingual;
use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::help::say;

#[derive(Args, Clone, Debug, Default)]
pub(super) struct ScoreArgs {
    #[arg(value_name = say("INDIKATOR", "INDICATOR"), help = say(
        "indikator: `12`, `35-1`, `1..7`, …; tanpa ini, di terminal, layar penilaian",
        "the indicator: `12`, `35-1`, `1..7`, …; without one, on a terminal, the screen to score on",
    ))]
    indicators: Vec<String>,
    #[arg(long, value_name = "N", help = say(
        "level kematangan; yang tidak disebut tetap seperti semula",
        "the maturity level; what is not named stays as it was",
    ))]
    level: Option<String>,
    #[arg(long, value_name = say("ANGGOTA", "MEMBER"), help = say(
        "anggota yang menilai; tanpa ini SPBE_MEMBER",
        "the member who evaluates; SPBE_MEMBER stands in for it",
    ))]
    by: Option<String>,
    #[arg(long, value_name = "document+interview", help = say(
        "cara menilai: document, interview, observation, digabung dengan `+`",
        "how it was assessed: document, interview, observation, joined with `+`",
    ))]
    method: Option<String>,
    #[arg(long, num_args = 1.., value_name = "ID", help = say(
        "id data dukung; `''` mengosongkan",
        "ids of the evidence; `''` empties",
    ))]
    evidence: Vec<String>,
    #[arg(long, value_name = say("TEKS|-", "TEXT|-"), help = say(
        "fakta dan analisis (justifikasi ditulis asesor luar); `-` membaca masukan standar, `''` mengosongkan",
        "facts and analysis (the outside assessor writes the justification); `-` reads standard input, `''` empties",
    ))]
    explanation: Option<String>,
    #[arg(
        long, conflicts_with_all = ["level", "method", "evidence", "explanation"],
        help = say("hapus nilai ini", "remove the score")
    )]
    clear: bool,
    #[arg(long, conflicts_with_all = ["level", "method", "evidence", "explanation", "clear"], help = say(
        "buka nilai satu indikator di editor ($VISUAL, $EDITOR): kriteria, data dukung, fakta dan analisis",
        "open the score of one indicator in the editor ($VISUAL, $EDITOR): criteria, evidence, facts and analysis",
    ))]
    edit: bool,
    #[arg(long, conflicts_with_all = ["indicators", "clear"], help = say(
        "indikator berikutnya yang belum selesai bagi anggota itu, tenggat terdekat dahulu; tanpa pilihan lain dibuka di editor",
        "the member's next open indicator, the earliest due first; without other options it is opened in the editor",
    ))]
    next: bool,
    #[arg(
        long, value_name = say("BERKAS|-", "FILE|-"),
        conflicts_with_all = ["indicators", "level", "method", "evidence", "explanation", "clear", "edit", "next"],
        help = say(
            "banyak nilai dari tabel CSV: indikator, level, metode, data dukung, penjelasan, bila perlu anggota",
            "many scores from a CSV table: indicator, level, method, evidence, explanation, and member where needed",
        )
    )]
    from: Option<PathBuf>,
}

impl ScoreArgs {
    /// Tells whether anything is said of a score.
    fn says_something(&self) -> bool {
        let said = [&self.level, &self.method, &self.explanation].iter().any(|text| text.is_some());
        said || self.clear || !self.evidence.is_empty()
    }
}

/// Writes scores: from a table, in the editor, or as the options say.
pub(super) fn run(context: &Context, args: &ScoreArgs) -> Result<ExitStatus, Failure> {
    if let Some(table) = &args.from {
        return from::run(context, args, table);
    }
    if args.edit || args.next {
        return edit::run(context, args);
    }
    if args.indicators.is_empty() && !args.says_something() && context.is_at_a_terminal() {
        return screen::run(context, args);
    }
    if args.indicators.is_empty() {
        let message = bilingual!("indikatornya belum disebut", "no indicator is named");
        return Err(Failure::new(message).help(bilingual!(
            "misalnya `spbe score 12 --level 2 …`, atau `spbe score --next`; di terminal, `spbe score` membuka layar",
            "such as `spbe score 12 --level 2 …`, or `spbe score --next`; on a terminal, `spbe score` opens a screen"
        )));
    }
    if !args.says_something() {
        let message = bilingual!("tidak disebut apa yang dinilai", "it is not said what the score is");
        return Err(Failure::new(message).help(bilingual!(
            "tambahkan `--level N`, atau `--edit` untuk membukanya di editor",
            "add `--level N`, or `--edit` to open it in the editor"
        )));
    }
    write::run(context, args)
}
