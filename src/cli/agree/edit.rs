//! `spbe agree 12 --edit`: level, reason and answer in the editor, below what the evaluators wrote.

use crate::bilingual;
use crate::cli::agree::{AgreeArgs, decide};
use crate::cli::context::Context;
use crate::cli::draft::{Draft, Field};
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::{pick, reading, rows};
use crate::result::report::{Line, Report};
use crate::terminal::agreement;
use crate::text::bilingual::Bilingual;
use crate::text::language::Language;

/// How wide the help above the fields is.
const WIDTH: usize = 90;

/// The fields of the draft.
static TITLES: [Bilingual; 3] = [
    Bilingual::fixed("Level disepakati", "Agreed level"),
    Bilingual::fixed("Alasan", "Reason"),
    Bilingual::fixed("Jawaban instansi", "Answer of the agency"),
];

/// Opens the draft of one row and writes what was changed in it; what was not touched stays.
pub(super) fn run(context: &Context, args: &AgreeArgs) -> Result<ExitStatus, Failure> {
    let loaded = context.read(reading::levels)?;
    let report = pick::report(&loaded)?;
    let named = rows::named(&loaded.workspace, &args.indicators)?;
    let (Some(row), 1) = (named.first(), named.len()) else {
        let count = named.len();
        let message = bilingual!("{count} baris disebut", "{count} rows are named");
        return Err(Failure::new(message)
            .help(bilingual!("`--edit` membuka satu indikator saja", "`--edit` opens one indicator alone")));
    };
    let line = report.line(*row).ok_or_else(|| Failure::new(bilingual!("baris {row} tidak ada", "no row {row}")))?;
    let before = before(&report, line);
    let fields = TITLES.iter().zip(&before).map(|(title, text)| Field { title: title.clone(), text: text.clone() });
    let help = help(&report, line, context.language());
    let (draft, after) = Draft::edit(context, &help, &fields.collect::<Vec<_>>())?;
    let changed = |at: usize| (after[at] != before[at]).then(|| after[at].clone());
    let (level, reason, explanation) = (changed(0), changed(1), changed(2));
    if level.is_none() && reason.is_none() && explanation.is_none() {
        context.ui.done(&bilingual!("Tidak ada yang diubah.", "Nothing was changed."));
        return Ok(ExitStatus::Done);
    }
    let settled = refuse_emptied(&level, &reason)
        .and_then(|()| decide::run(context, &AgreeArgs { level, reason, explanation, edit: false, ..args.clone() }));
    settled.map_err(|failure| draft.kept(failure))
}

/// Refuses a decision that was emptied, and a dash, which an option would take for standard input.
fn refuse_emptied(level: &Option<String>, reason: &Option<String>) -> Result<(), Failure> {
    for (title, text) in TITLES.iter().zip([level, reason]) {
        if text.as_ref().is_some_and(|text| text.is_empty() || text == "-") {
            let Bilingual { id, en } = title;
            let message = bilingual!("isian `{id}` kosong", "the field `{en}` is empty");
            return Err(Failure::new(message).help(bilingual!(
                "keputusan dihapus dengan `spbe agree INDIKATOR --clear`",
                "a decision is removed with `spbe agree INDICATOR --clear`"
            )));
        }
    }
    Ok(())
}

/// Returns what stands there now: level, reason, answer.
fn before(report: &Report<'_>, line: &Line<'_>) -> [String; 3] {
    let decided = report.workspace.finals.iter().find(|decided| decided.row.value == line.row);
    let answer = report.workspace.answers.iter().find(|answer| answer.row.value == line.row);
    let level = decided.map(|decided| decided.level.value.to_string());
    let reason = decided.map(|decided| decided.reason.value.trim().to_owned());
    let answer = answer.map(|answer| answer.text.value.trim().to_owned());
    [level, reason, answer].map(Option::unwrap_or_default)
}

/// Writes what helps to decide: the row, how a draft is filled in, what each evaluator gave and why.
fn help(report: &Report<'_>, line: &Line<'_>, language: Language) -> Vec<String> {
    let (row, name) = (line.row, line.name(language));
    let how = Bilingual::fixed(
        "Isi di bawah judul ==; baris di atas judul pertama tidak dibaca. Jawaban `@hukum` memakai penjelasan anggota itu.",
        "Write below the titles ==; what stands above the first is not read. An answer `@hukum` takes that member's text.",
    );
    let mut help = vec![format!("{row}. {name}"), how.get(language).to_owned(), String::new()];
    help.extend(agreement::judgements(report, line, language, WIDTH).lines().map(str::to_owned));
    help
}
