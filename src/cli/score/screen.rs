//! `spbe score` alone, on a terminal: the member's rows on a screen. Every change is written at once, as the command that
//! says the same would write it.

use ratatui::DefaultTerminal;
use ratatui::crossterm::event::{self, Event, KeyEventKind};

use crate::bilingual;
use crate::cli::context::Context;
use crate::cli::evidence::add::{self, AddArgs};
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::score::{ScoreArgs, edit, write};
use crate::cli::undo::{self, UndoArgs};
use crate::cli::{pick, reading};
use crate::model::files::{EVIDENCE, EVIDENCE_LINKS};
use crate::model::row::RowId;
use crate::result::progress::members::members;
use crate::terminal::screen::{Screen, View, Wish, draw};
use crate::text::bilingual::Bilingual;

/// Shows the rows of a member until the person leaves.
pub(super) fn run(context: &Context, args: &ScoreArgs) -> Result<ExitStatus, Failure> {
    if context.dry_run {
        let message = bilingual!("layar penilaian menulis seketika", "the screen writes at once");
        return Err(Failure::new(message).help(bilingual!(
            "hapus `--dry-run`, atau sebut indikatornya",
            "leave `--dry-run` out, or name the indicator"
        )));
    }
    let loaded = context.read(rests_on)?;
    let by = args.by.clone().or_else(|| context.member());
    let member = pick::acting_member(&loaded.workspace.team, by)?.id.value.to_string();
    drop(loaded);
    let mut terminal = ratatui::try_init().map_err(unusable)?;
    let ended = show(context, &member, &mut terminal);
    ratatui::restore();
    ended.map(|()| ExitStatus::Done)
}

/// The files that the screen rests on.
fn rests_on(file: &str) -> bool {
    reading::levels(file) || [EVIDENCE, EVIDENCE_LINKS].contains(&file)
}

/// Shows the rows, and does what the person wishes, until they leave. What is shown is read anew behind every change, for
/// others may write too.
fn show(context: &Context, member: &str, terminal: &mut DefaultTerminal) -> Result<(), Failure> {
    let quiet = context.silent();
    let mut screen = Screen::default();
    loop {
        let (wish, row) = {
            let loaded = quiet.read(rests_on)?;
            let report = pick::report(&loaded)?;
            let all = members(&report, context.today()?);
            let progress = all.iter().find(|known| known.id == member);
            let progress = progress.ok_or_else(|| Failure::new(bilingual!("`{member}` tidak ada", "no `{member}`")))?;
            let view = View::of(&report, progress, context.language());
            let wish = asked(terminal, &view, &mut screen)?;
            (wish, screen.entry(&view).map(|entry| entry.judged.line.row))
        };
        if wish == Wish::Quit {
            return Ok(());
        }
        let done = match (&wish, row) {
            (Wish::Edit, Some(row)) => in_the_editor(context, member, row, terminal)?,
            (_, row) => fulfil(&quiet, member, row, &wish),
        };
        screen.said = match done {
            Ok(said) => said.get(context.language()).to_owned(),
            Err(failure) => failure.message(context.language()),
        };
    }
}

/// Draws and takes keys until the person wishes something.
fn asked(terminal: &mut DefaultTerminal, view: &View<'_>, screen: &mut Screen) -> Result<Wish, Failure> {
    loop {
        terminal.draw(|frame| draw(frame, view, screen)).map_err(unusable)?;
        // A key is told when it goes down, and by some systems again when it comes up.
        if let Event::Key(key) = event::read().map_err(unusable)?
            && key.kind != KeyEventKind::Release
            && let Some(wish) = screen.key(view, key)
        {
            return Ok(wish);
        }
    }
}

/// Does what was wished, and says so in a line.
fn fulfil(context: &Context, member: &str, row: Option<RowId>, wish: &Wish) -> Result<Bilingual, Failure> {
    let Some(row) = row else { return Ok(Bilingual::fixed("", "")) };
    let score = |args: ScoreArgs| {
        let named = ScoreArgs { indicators: vec![row.to_string()], by: Some(member.to_owned()), ..args };
        write::run(context, &named)
    };
    match wish {
        Wish::Level(level) => {
            score(ScoreArgs { level: Some(level.to_string()), ..ScoreArgs::default() })?;
            Ok(bilingual!("{row}: level {level:#} ditulis", "{row}: level {level} is written"))
        }
        Wish::Cite(ids) => {
            let evidence = if ids.is_empty() { vec![String::new()] } else { ids.clone() };
            score(ScoreArgs { evidence, ..ScoreArgs::default() })?;
            let count = ids.len();
            Ok(bilingual!("{row}: {count} data dukung dirujuk", "{row}: {count} documents are cited"))
        }
        Wish::Methods(methods) => {
            score(ScoreArgs { method: Some(methods.clone()), ..ScoreArgs::default() })?;
            Ok(bilingual!("{row}: metode ditulis", "{row}: the method is written"))
        }
        Wish::Add(source) => {
            add::run(context, &AddArgs::for_row(source, row))?;
            Ok(bilingual!("{row}: dokumen masuk; centang dengan `d`", "{row}: the document is in; tick it with `d`"))
        }
        Wish::Undo => {
            undo::run(context, &UndoArgs {})?;
            Ok(Bilingual::fixed("perubahan terakhir dibatalkan", "the last change is taken back"))
        }
        Wish::Edit | Wish::Quit => Ok(Bilingual::fixed("", "")),
    }
}

/// Gives the terminal to the editor, and takes it back.
fn in_the_editor(
    context: &Context,
    member: &str,
    row: RowId,
    terminal: &mut DefaultTerminal,
) -> Result<Result<Bilingual, Failure>, Failure> {
    ratatui::restore();
    let args = ScoreArgs {
        indicators: vec![row.to_string()],
        by: Some(member.to_owned()),
        edit: true,
        ..ScoreArgs::default()
    };
    let done = edit::run(context, &args);
    *terminal = ratatui::try_init().map_err(unusable)?;
    terminal.clear().map_err(unusable)?;
    Ok(done.map(|_| bilingual!("{row}: draf selesai", "{row}: the draft is done")))
}

/// Says that the terminal can't be used so.
fn unusable(error: std::io::Error) -> Failure {
    Failure::of_system(bilingual!("terminal", "terminal"), error)
}
