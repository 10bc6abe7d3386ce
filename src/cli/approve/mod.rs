//! `spbe approve`: the word of the coordinator or the responsible officer on the answers.

pub(super) mod put;

use std::collections::BTreeSet;

use clap::Args;

use crate::bilingual;
use crate::cli::agree::decide::may_decide;
use crate::cli::approve::put::Word;
use crate::cli::change::Change;
use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::help::say;
use crate::cli::list_format::{Listed, TableFormat};
use crate::cli::{pick, reading, rows, words};
use crate::index::answer::lacks_answer;
use crate::index::approval::Approvals;
use crate::model::approval::Verdict;
use crate::model::files::{EVERY_APPROVAL, EVIDENCE, EVIDENCE_LINKS};
use crate::model::row::RowId;
use crate::model::team::Member;
use crate::model::workspace::Workspace;
use crate::text::digest::in_fours;
use crate::{data, terminal};

#[derive(Args, Clone, Debug)]
pub(super) struct ApproveArgs {
    #[arg(value_name = say("INDIKATOR", "INDICATOR"), help = say(
        "indikator yang disetujui: `12`, `1..7`, `all`, …; tanpa ini, yang masih menunggu ditampilkan",
        "the indicators to approve: `12`, `1..7`, `all`, …; without one, what still waits is shown",
    ))]
    indicators: Vec<String>,
    #[arg(long = "return", requires = "indicators", help = say(
        "kembalikan kepada penilainya; sebut sebabnya dengan `--note`",
        "send it back to who scored it; say why with `--note`",
    ))]
    back: bool,
    #[arg(long, requires = "indicators", value_name = say("TEKS|-", "TEXT|-"), help = say(
        "catatan: apa yang harus diperbaiki; `-` membaca masukan standar",
        "a note: what is to be mended; `-` reads standard input",
    ))]
    note: Option<String>,
    #[arg(long, requires = "indicators", value_name = say("ANGGOTA", "MEMBER"), help = say(
        "koordinator atau penanggung jawab; tanpa ini SPBE_MEMBER",
        "the coordinator or responsible officer; SPBE_MEMBER stands in for it",
    ))]
    by: Option<String>,
    #[arg(long, conflicts_with = "indicators", help = say(
        "tampilkan kode keabsahan semua jawaban, seperti di berita acara",
        "show the code over all answers, as the minutes print it",
    ))]
    code: bool,
    #[command(flatten)]
    shown: Listed,
}

/// The files that an approval rests on: all that is judged, and what was said before.
pub(super) fn rests_on(file: &str) -> bool {
    reading::levels(file) || [EVIDENCE, EVIDENCE_LINKS].contains(&file) || file.starts_with(EVERY_APPROVAL)
}

/// Approves or returns rows; without any it shows how they stand, or the code over all of them.
pub(super) fn run(context: &Context, args: &ApproveArgs) -> Result<ExitStatus, Failure> {
    if !args.indicators.is_empty() {
        return approve(context, args);
    }
    let loaded = context.read(rests_on)?;
    let report = pick::report(&loaded)?;
    let approvals = Approvals::of(&loaded.workspace);
    let language = context.language();
    let shown = match (args.code, args.shown.format) {
        (true, TableFormat::Text) => in_fours(&approvals.code()) + "\n",
        (_, TableFormat::Json) => data::approvals::json(&report, &approvals),
        (true, TableFormat::Csv) => data::approvals::code_csv(&approvals),
        (false, TableFormat::Csv) => data::approvals::csv(&report, &approvals),
        (false, TableFormat::Text) => terminal::approvals::text(&report, &approvals, language, context.list_width()),
    };
    context.ui.data(&shown)?;
    Ok(ExitStatus::Done)
}

/// Writes the word of an officer on rows.
fn approve(context: &Context, args: &ApproveArgs) -> Result<ExitStatus, Failure> {
    if args.shown.format != TableFormat::Text {
        let message = bilingual!("`--format` hanya untuk daftar", "`--format` is for the list alone");
        return Err(Failure::new(message).help(bilingual!("hapus `--format`", "leave `--format` out")));
    }
    let mut change = Change::begin(context, rests_on)?;
    let workspace = &change.loaded.workspace;
    let rows = rows::named(workspace, &args.indicators)?;
    let officer = officer(context, workspace, args.by.as_deref())?;
    let by = officer.id.value.to_string();
    let verdict = if args.back { Verdict::Returned } else { Verdict::Accepted };
    let note = args.note.as_deref().map(|text| words::prose(context, "--note", text)).transpose()?;
    if args.back && note.is_none() {
        let message = bilingual!("dikembalikan tanpa sebab", "returned without a reason");
        let help =
            bilingual!("tambahkan `--note TEKS`: apa yang harus diperbaiki", "add `--note TEXT`: what is to be mended");
        return Err(Failure::new(message).help(help));
    }
    let approvals = Approvals::of(workspace);
    refuse_open(&approvals, &rows)?;
    if !args.back {
        refuse_unanswered(workspace, &rows)?;
    }
    let digest = |row: RowId| approvals.row(row).and_then(|judged| judged.digest.clone()).unwrap_or_default();
    let given: Vec<Word> = rows
        .iter()
        .map(|row| Word { row: *row, verdict, digest: digest(*row), note: note.clone().unwrap_or_default() })
        .collect();
    match put::put(context, &mut change, &by, &given)? {
        Some(message) => change.finish(&message)?,
        None => {
            let rows = rows::indicators(&rows);
            let (id, en) = (rows.id, rows.en);
            context.ui.done(&bilingual!(
                "Tidak ada yang berubah: {id} sudah begitu menurut {by}.",
                "Nothing changes: {by} has said so of {en} before."
            ));
        }
    }
    Ok(ExitStatus::Done)
}

/// Returns the officer whose word it is; who may not approve, or has left, would not be heard.
pub(super) fn officer<'a>(
    context: &Context,
    workspace: &'a Workspace,
    by: Option<&str>,
) -> Result<&'a Member, Failure> {
    let officer = pick::acting_member(&workspace.team, by.map(str::to_owned).or_else(|| context.member()))?;
    may_decide(officer)?;
    if !officer.has_left() {
        return Ok(officer);
    }
    let id = &officer.id.value;
    let message = bilingual!("{id} sudah tidak di tim", "{id} has left the team");
    Err(Failure::new(message).help(bilingual!("lihat `spbe team list`", "see `spbe team list`")))
}

/// Refuses rows without a level: there is nothing to judge yet.
fn refuse_open(approvals: &Approvals<'_>, rows: &BTreeSet<RowId>) -> Result<(), Failure> {
    let open = |row: &&RowId| approvals.row(**row).is_none_or(|judged| judged.digest.is_none());
    let open: BTreeSet<RowId> = rows.iter().filter(open).copied().collect();
    if open.is_empty() {
        return Ok(());
    }
    let rows = rows::indicators(&open);
    let (id, en) = (rows.id, rows.en);
    let message = bilingual!("{id} belum punya level", "{en} can't be judged without a level");
    Err(Failure::new(message)
        .help(bilingual!("lihat `spbe agree` dan `spbe status`", "see `spbe agree` and `spbe status`")))
}

/// Refuses rows that evaluators explained in different words, without an answer of the agency: it would be approved unseen.
fn refuse_unanswered(workspace: &Workspace, rows: &BTreeSet<RowId>) -> Result<(), Failure> {
    let several: BTreeSet<RowId> = rows.iter().filter(|row| lacks_answer(workspace, **row)).copied().collect();
    let Some(first) = several.first() else { return Ok(()) };
    let rows = rows::indicators(&several);
    let (id, en) = (rows.id, rows.en);
    let message = bilingual!("{id} belum punya satu jawaban", "{en}: there is no single answer yet");
    let help = bilingual!(
        "tulis jawabannya, misalnya `spbe agree {first} --explanation TEKS`, atau kembalikan dengan `--return`",
        "write it, such as `spbe agree {first} --explanation TEXT`, or send it back with `--return`"
    );
    Err(Failure::new(message).help(help))
}
