//! `spbe score 12 --edit`: the score of one row in the editor, below its criteria, with the documents to tick.

use crate::bilingual;
use crate::cli::context::Context;
use crate::cli::draft::{Draft, Field};
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::score::{ScoreArgs, write};
use crate::cli::{pick, reading, rows};
use crate::model::explanation::Parts;
use crate::model::files::{EVIDENCE, EVIDENCE_LINKS};
use crate::model::row::RowId;
use crate::model::score::{Method, Score};
use crate::result::judging::{Judging, Offered, judging};
use crate::result::progress::members::members;
use crate::result::report::Report;
use crate::result::wanted::whole;
use crate::text::bilingual::Bilingual;
use crate::text::language::Language;
use crate::text::visible::on_one_line;
use crate::text::word::Vocabulary;

/// The fields of the draft.
static TITLES: [Bilingual; 5] = [
    Bilingual::fixed("Level", "Level"),
    Bilingual::fixed("Metode", "Method"),
    Bilingual::fixed("Fakta", "Facts"),
    Bilingual::fixed("Analisis", "Analysis"),
    Bilingual::fixed("Data dukung", "Evidence"),
];

/// Opens the draft of one row, or writes what the options say of the next open one; what was not touched stays.
pub(super) fn run(context: &Context, args: &ScoreArgs) -> Result<ExitStatus, Failure> {
    let loaded = context.read(|file| reading::levels(file) || [EVIDENCE, EVIDENCE_LINKS].contains(&file))?;
    let report = pick::report(&loaded)?;
    let by = args.by.clone().or_else(|| context.member());
    let member = pick::acting_member(&loaded.workspace.team, by)?.id.value.to_string();
    let Some(row) = wanted(context, args, &report, &member)? else { return Ok(ExitStatus::Done) };
    let line = report.line(row).ok_or_else(|| Failure::new(bilingual!("baris {row} tidak ada", "no row {row}")))?;
    let chosen = ScoreArgs {
        indicators: vec![row.to_string()],
        by: Some(member.clone()),
        edit: false,
        next: false,
        ..args.clone()
    };
    if args.says_something() {
        return write::run(context, &chosen);
    }
    let judged = judging(&report, line, &member);
    let language = context.language();
    let before = fields(&judged, language);
    let shown = TITLES.iter().zip(&before).map(|(title, text)| Field { title: title.clone(), text: text.clone() });
    let help = help(&report, &judged, language);
    let (draft, after) = Draft::edit(context, &help, &shown.collect::<Vec<_>>())?;
    if after == before {
        context.ui.done(&bilingual!("Tidak ada yang diubah.", "Nothing was changed."));
        return Ok(ExitStatus::Done);
    }
    let said = said(&judged, &before, &after);
    let written = said.and_then(|said| {
        let Said { level, method, evidence, explanation } = said;
        write::run(context, &ScoreArgs { level, method, evidence, explanation, ..chosen })
    });
    written.map_err(|failure| draft.kept(failure))
}

/// Finds the row that is opened: the one that was named, or the next open one; none where nothing is open.
fn wanted(context: &Context, args: &ScoreArgs, report: &Report<'_>, member: &str) -> Result<Option<RowId>, Failure> {
    if !args.next {
        let named = rows::named(report.workspace, &args.indicators)?;
        let (Some(row), 1) = (named.first(), named.len()) else {
            let count = named.len();
            let message = bilingual!("{count} baris disebut", "{count} rows are named");
            return Err(Failure::new(message)
                .help(bilingual!("`--edit` membuka satu indikator saja", "`--edit` opens one indicator alone")));
        };
        return Ok(Some(*row));
    }
    let all = members(report, context.today()?);
    let todo = all.iter().find(|known| known.id == member).and_then(|known| known.todos.first());
    if todo.is_none() {
        context.ui.done(&bilingual!("Semua indikator {member} sudah selesai.", "All indicators of {member} are done."));
    }
    Ok(todo.map(|todo| todo.line.row))
}

/// Writes what stands there now, field by field.
fn fields(judged: &Judging<'_>, language: Language) -> Vec<String> {
    let own = judged.own;
    let level = own.map(|score| score.level.value.to_string()).unwrap_or_default();
    let methods = own.map(|score| score.methods.clone()).unwrap_or_else(|| vec![Method::Document]);
    let methods: Vec<&str> = methods.iter().map(|method| method.label(language)).collect();
    let parts = own.map(|score| Parts::of(&score.explanation.value)).unwrap_or_default();
    let documents: Vec<String> = judged.documents.iter().map(|document| ticked(document, language)).collect();
    vec![level, methods.join("+"), parts.facts, parts.analysis, documents.join("\n")]
}

/// Writes a document with its box: ticked where it is cited.
fn ticked(document: &Offered<'_>, language: Language) -> String {
    let evidence = document.evidence;
    let (mark, id) = (if document.cited { 'x' } else { ' ' }, &evidence.id.value);
    let (title, kind) = (on_one_line(&evidence.title), evidence.kind.label(language));
    let level = document.level.map(|level| format!(", level {level}")).unwrap_or_default();
    let unlinked = Bilingual::fixed(", tidak ditautkan", ", not linked");
    let linked = if document.linked { "" } else { unlinked.get(language) };
    format!("[{mark}] {id}  {title} ({kind}{level}{linked})")
}

/// Writes what helps to judge: the criteria with the present level, what is accepted as evidence, how a draft is filled in.
fn help(report: &Report<'_>, judged: &Judging<'_>, language: Language) -> Vec<String> {
    let (line, numbers) = (judged.line, report.numbers(language));
    let how = bilingual!(
        "Isi di bawah judul ==; baris di atas judul pertama tidak dibaca. Centang data dukung dengan [x].\n\
         Justifikasi tidak ditulis di sini: itu bagian asesor luar.",
        "Write below the titles ==; what stands above the first is not read. Tick evidence with [x].\n\
         No justification is written here: that is the outside assessor's part."
    );
    let mut help = vec![format!("{}. {}", line.row, line.name(language))];
    help.extend(how.get(language).lines().map(str::to_owned));
    help.push(String::new());
    let present = judged.own.map(|score| whole(score.level.value));
    for (level, criterion) in line.indicator.criteria.iter() {
        let mark = if present == Some(*level) { '>' } else { ' ' };
        help.push(format!("{mark} {}: {}", numbers.plain(*level), on_one_line(criterion)));
    }
    let accepted: Vec<String> = line.indicator.evidence.iter().map(|kind| on_one_line(kind)).collect();
    if !accepted.is_empty() {
        let accepted = accepted.join("; ");
        help.push(String::new());
        help.push(bilingual!("Diterima: {accepted}", "Accepted: {accepted}").get(language).to_owned());
    }
    // Who has not judged yet shall judge for themselves.
    if judged.own.is_some() && !judged.others.is_empty() {
        let level = |score: &&Score| format!("{} {}", score.by, numbers.level(score.level.value));
        let others = judged.others.iter().map(level).collect::<Vec<_>>().join(", ");
        help.push(String::new());
        help.push(bilingual!("Penilaian lain: {others}", "Other scores: {others}").get(language).to_owned());
    }
    help
}

/// What was changed in a draft, as the options of the command say it.
struct Said {
    level: Option<String>,
    method: Option<String>,
    evidence: Vec<String>,
    explanation: Option<String>,
}

/// Reads what was changed.
fn said(judged: &Judging<'_>, before: &[String], after: &[String]) -> Result<Said, Failure> {
    let changed = |at: usize| (after[at] != before[at]).then(|| after[at].clone());
    let level = changed(0);
    if level.as_ref().is_some_and(String::is_empty) {
        let message = bilingual!("level dikosongkan", "the level was emptied");
        return Err(Failure::new(message).help(bilingual!(
            "nilai dihapus dengan `spbe score INDIKATOR --clear`",
            "a score is removed with `spbe score INDICATOR --clear`"
        )));
    }
    let ticked = |text: &str| -> Result<Vec<String>, Failure> {
        let boxed = text.lines().map(str::trim).filter(|line| !line.is_empty()).map(|line| box_of(judged, line));
        let boxed: Vec<Option<String>> = boxed.collect::<Result<_, Failure>>()?;
        Ok(boxed.into_iter().flatten().collect())
    };
    let (cited, now) = (ticked(&before[4])?, ticked(&after[4])?);
    let evidence = match (cited == now, now.is_empty()) {
        (true, _) => Vec::new(),
        (false, true) => vec![String::new()],
        (false, false) => now,
    };
    let words = after[2] != before[2] || after[3] != before[3];
    let explanation = words.then(|| Parts { facts: after[2].clone(), analysis: after[3].clone() }.together());
    Ok(Said { level, method: changed(1), evidence, explanation })
}

/// Reads the box before a document: its id where it is ticked.
fn box_of(judged: &Judging<'_>, line: &str) -> Result<Option<String>, Failure> {
    let unread = || {
        let shown = on_one_line(line);
        Failure::new(bilingual!(
            "baris data dukung tidak terbaca: `{shown}`",
            "this line of evidence can't be read: `{shown}`"
        ))
        .help(bilingual!("tulis misalnya `[x] id`", "write such as `[x] id`"))
    };
    let (mark, rest) = line.strip_prefix('[').and_then(|rest| rest.split_once(']')).ok_or_else(unread)?;
    let id = rest.split_whitespace().next().ok_or_else(unread)?;
    let known = judged.documents.iter().any(|document| document.evidence.id.value.as_str() == id);
    match mark.trim() {
        "" if known => Ok(None),
        "x" | "X" if known => Ok(Some(id.to_owned())),
        _ => Err(unread()),
    }
}
