//! How the screen is drawn: rows at the left, the chosen one at the right, what was said and the keys below. No colour is
//! needed: what matters is a letter or a mark.

use std::collections::BTreeSet;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Text};
use ratatui::widgets::{Block, Borders, List, ListState, Paragraph, Wrap};

use crate::bilingual;
use crate::model::score::{Method, Score};
use crate::result::judging::Offered;
use crate::result::wanted::whole;
use crate::terminal::screen::{Entry, EntryState, Mode, Screen, View, own_level};
use crate::text::bilingual::Bilingual;
use crate::text::date::in_words;
use crate::text::visible::on_one_line;
use crate::text::word::Vocabulary;

/// What stands out.
const STRONG: Style = Style::new().add_modifier(Modifier::BOLD);
/// Where the cursor is.
const CHOSEN: Style = Style::new().add_modifier(Modifier::REVERSED);

/// Draws everything.
pub(crate) fn draw(frame: &mut Frame<'_>, view: &View<'_>, screen: &Screen) {
    let [body, said, keys] =
        Layout::vertical([Constraint::Min(3), Constraint::Length(1), Constraint::Length(1)]).areas(frame.area());
    let left = (body.width * 2 / 5).clamp(24, 60);
    let [list, detail] = Layout::horizontal([Constraint::Length(left), Constraint::Min(20)]).areas(body);
    rows(frame, list, view, screen);
    match (&screen.mode, screen.entry(view)) {
        (Mode::Ticking(at, ticked), Some(entry)) => documents(frame, detail, view, entry, (*at, ticked)),
        (Mode::Methods(at, ticked), Some(_)) => methods(frame, detail, view, *at, ticked),
        (_, Some(entry)) => chosen(frame, detail, view, screen, entry),
        (_, None) => {
            let none = bilingual!("Tidak ada indikator yang ditugaskan.", "No indicator is assigned.");
            frame.render_widget(Paragraph::new(view.say(&none)), detail);
        }
    }
    frame.render_widget(Paragraph::new(prompt(view, screen)).style(STRONG), said);
    frame.render_widget(Paragraph::new(help(view, screen)), keys);
}

/// Draws the rows of the member.
fn rows(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, screen: &Screen) {
    let done = view.rows.iter().filter(|entry| entry.judged.own.is_some()).count();
    let (member, all) = (on_one_line(view.member), view.rows.len());
    let title = view.say(&bilingual!(" {member}: {done} dari {all} ", " {member}: {done} of {all} "));
    let items = view.rows.iter().map(|entry| {
        let line = entry.judged.line;
        let level = own_level(entry).map(|level| view.numbers.level(level)).unwrap_or_default();
        let (row, mark) = (line.row.to_string(), mark(entry.state));
        let name = on_one_line(&line.short_name(view.language));
        format!("{row:>4} {mark} {level:>2} {name}")
    });
    let list = List::new(items.collect::<Vec<String>>())
        .block(Block::new().borders(Borders::RIGHT | Borders::TOP).title(title))
        .highlight_style(CHOSEN);
    let mut state = ListState::default().with_selected(Some(screen.at));
    frame.render_stateful_widget(list, area, &mut state);
}

/// Returns the mark of a state: nothing where all is done.
fn mark(state: EntryState) -> char {
    match state {
        EntryState::Open => '·',
        EntryState::Late(_) => '!',
        EntryState::Incomplete => '~',
        EntryState::Done => ' ',
    }
}

/// Draws the chosen row: criteria, evidence, methods, explanation, and what others gave once the own level is.
fn chosen(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, screen: &Screen, entry: &Entry<'_>) {
    let line = entry.judged.line;
    let mut text = Text::default();
    let mut part = |style: Style, words: String| text.push_line(Line::styled(words, style));
    part(STRONG, format!("{}. {}", line.row, on_one_line(&line.name(view.language))));
    part(Style::new(), standing(view, entry));
    part(Style::new(), String::new());
    let present = own_level(entry).map(whole);
    for (level, criterion) in line.indicator.criteria.iter() {
        let is_present = present == Some(*level);
        let (mark, style) = if is_present { ('>', STRONG) } else { (' ', Style::new()) };
        part(style, format!("{mark} {}  {}", view.numbers.plain(*level), on_one_line(criterion)));
    }
    part(Style::new(), String::new());
    part(STRONG, view.say(&Bilingual::fixed("Data dukung", "Evidence")));
    let at_hand = entry.judged.documents.iter().filter(|document| document.cited || document.linked);
    let at_hand: Vec<String> = at_hand.map(|document| boxed(view, document, document.cited)).collect();
    if at_hand.is_empty() {
        part(Style::new(), view.say(&Bilingual::fixed("  belum ada", "  none yet")));
    }
    at_hand.into_iter().for_each(|document| part(Style::new(), document));
    if let Some(own) = entry.judged.own {
        let methods: Vec<&str> = own.methods.iter().map(|method| method.label(view.language)).collect();
        part(Style::new(), String::new());
        part(STRONG, view.say(&bilingual!("Penjelasan", "Explanation")) + " (" + &methods.join("+") + ")");
        let explanation = own.explanation.value.trim();
        explanation.lines().for_each(|line| part(Style::new(), on_one_line(line)));
        others(view, entry).into_iter().for_each(|line| part(Style::new(), line));
    }
    let block = Block::new().borders(Borders::TOP);
    let paragraph = Paragraph::new(text).block(block).wrap(Wrap { trim: false }).scroll((screen.scroll, 0));
    frame.render_widget(paragraph, area);
}

/// Says until when a row is due, and how late it is.
fn standing(view: &View<'_>, entry: &Entry<'_>) -> String {
    let due = entry.due.map(|due| in_words(due, view.language));
    view.say(&match (entry.state, due) {
        (EntryState::Late(days), Some(due)) => {
            bilingual!("tenggat {due}, terlambat {days} hari", "due {due}, {days} days late")
        }
        (EntryState::Incomplete, _) => {
            bilingual!("data dukung atau penjelasan kurang", "evidence or words are missing")
        }
        (EntryState::Done, _) => bilingual!("selesai", "done"),
        (_, Some(due)) => bilingual!("tenggat {due}", "due {due}"),
        (_, None) => bilingual!("tanpa tenggat", "no day is set"),
    })
}

/// Lists what others gave.
fn others(view: &View<'_>, entry: &Entry<'_>) -> Vec<String> {
    let given = |score: &&Score| format!("  {}: {}", score.by, view.numbers.level(score.level.value));
    let given: Vec<String> = entry.judged.others.iter().map(given).collect();
    if given.is_empty() {
        return given;
    }
    let title = view.say(&Bilingual::fixed("Penilaian lain", "Other scores"));
    [String::new(), title].into_iter().chain(given).collect()
}

/// Writes a document with its box.
fn boxed(view: &View<'_>, document: &Offered<'_>, ticked: bool) -> String {
    let (mark, title) = (if ticked { 'x' } else { ' ' }, on_one_line(&document.evidence.title));
    let level = document.level.map(|level| format!(" ({})", view.numbers.level(level))).unwrap_or_default();
    format!("[{mark}] {title}{level}")
}

/// Draws all documents, to be ticked.
fn documents(
    frame: &mut Frame<'_>,
    area: Rect,
    view: &View<'_>,
    entry: &Entry<'_>,
    (at, ticked): (usize, &BTreeSet<String>),
) {
    let items: Vec<String> = entry
        .judged
        .documents
        .iter()
        .map(|document| boxed(view, document, ticked.contains(document.evidence.id.value.as_str())))
        .collect();
    let title = view.say(&Bilingual::fixed(" Data dukung ", " Evidence "));
    choices(frame, area, items, title, at);
}

/// Draws the methods, to be ticked.
fn methods(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, at: usize, ticked: &BTreeSet<Method>) {
    let item = |(method, _): &(Method, crate::text::word::Word)| {
        let mark = if ticked.contains(method) { 'x' } else { ' ' };
        format!("[{mark}] {}", method.label(view.language))
    };
    let title = view.say(&Bilingual::fixed(" Metode ", " Method "));
    choices(frame, area, Method::WORDS.iter().map(item).collect(), title, at);
}

/// Draws a list with a cursor.
fn choices(frame: &mut Frame<'_>, area: Rect, items: Vec<String>, title: String, at: usize) {
    let list = List::new(items).block(Block::new().borders(Borders::TOP).title(title)).highlight_style(CHOSEN);
    let mut state = ListState::default().with_selected(Some(at));
    frame.render_stateful_widget(list, area, &mut state);
}

/// Says what is being typed, else what was last said.
fn prompt(view: &View<'_>, screen: &Screen) -> String {
    match &screen.mode {
        Mode::Level(text) => format!("{}: {text}_", view.say(&Bilingual::fixed("Level", "Level"))),
        Mode::Search(text) => format!("/{text}_"),
        Mode::Document(text) => {
            let what = Bilingual::fixed("Berkas atau alamat", "File or address");
            format!("{}: {text}_", view.say(&what))
        }
        Mode::Browsing | Mode::Ticking(..) | Mode::Methods(..) => screen.said.clone(),
    }
}

/// Lists the keys.
fn help(view: &View<'_>, screen: &Screen) -> String {
    let levels = format!("{}-{}", view.numbers.plain(view.scale.lowest), view.numbers.plain(view.scale.highest));
    view.say(&match screen.mode {
        Mode::Browsing => bilingual!(
            "{levels} level  e teks  d bukti  b berkas  m cara  / cari  n lanjut  u batal  q tutup",
            "{levels} level  e text  d evidence  b file  m method  / find  n next  u undo  q quit"
        ),
        Mode::Ticking(..) | Mode::Methods(..) => {
            bilingual!("spasi centang  Enter simpan  Esc batal", "space ticks  Enter saves  Esc leaves")
        }
        Mode::Level(_) | Mode::Search(_) | Mode::Document(_) => {
            bilingual!("Enter simpan  Esc batal", "Enter saves  Esc leaves")
        }
    })
}
