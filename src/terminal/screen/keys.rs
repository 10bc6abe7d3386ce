//! What the keys of the screen do.

use std::collections::BTreeSet;

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::bilingual;
use crate::model::decimal::Decimal;
use crate::model::score::Method;
use crate::terminal::screen::{EntryState, Mode, Screen, View};
use crate::text::bilingual::Bilingual;
use crate::text::fold::folded;
use crate::text::word::Vocabulary;

/// What the person wishes to be done, beyond the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Wish {
    /// To leave.
    Quit,
    /// To give the chosen row a level.
    Level(Decimal),
    /// To cite these documents for it.
    Cite(Vec<String>),
    /// To say how it was assessed.
    Methods(String),
    /// To write facts and analysis in the editor.
    Edit,
    /// To take a document in, by its path or address.
    Add(String),
    /// To take the last change back.
    Undo,
}

/// How many lines the right side moves at once.
const PAGE: u16 = 8;

impl Screen {
    /// Takes a key; what must be done beyond the screen is returned.
    pub(crate) fn key(&mut self, view: &View<'_>, key: KeyEvent) -> Option<Wish> {
        if key.modifiers.contains(KeyModifiers::CONTROL) && key.code == KeyCode::Char('c') {
            return Some(Wish::Quit);
        }
        match std::mem::take(&mut self.mode) {
            Mode::Browsing => self.browse(view, key.code),
            Mode::Level(text) => self.typed(view, key.code, text, Mode::Level),
            Mode::Search(text) => self.typed(view, key.code, text, Mode::Search),
            Mode::Document(text) => self.typed(view, key.code, text, Mode::Document),
            Mode::Ticking(at, ticked) => self.tick(view, key.code, at, ticked),
            Mode::Methods(at, ticked) => self.tick_methods(key.code, at, ticked),
        }
    }

    /// Moves among the rows, or begins something with the chosen one.
    fn browse(&mut self, view: &View<'_>, key: KeyCode) -> Option<Wish> {
        let last = view.rows.len().saturating_sub(1);
        let before = self.at;
        match key {
            KeyCode::Char('q') | KeyCode::Esc => return Some(Wish::Quit),
            KeyCode::Up | KeyCode::Char('k') => self.at = self.at.saturating_sub(1),
            KeyCode::Down | KeyCode::Char('j') => self.at = (self.at + 1).min(last),
            KeyCode::Home => self.at = 0,
            KeyCode::End => self.at = last,
            KeyCode::PageDown | KeyCode::Char(' ') => self.scroll = self.scroll.saturating_add(PAGE),
            KeyCode::PageUp => self.scroll = self.scroll.saturating_sub(PAGE),
            KeyCode::Char('n') => self.next_open(view),
            KeyCode::Char('/') => self.mode = Mode::Search(String::new()),
            KeyCode::Char('u') => return Some(Wish::Undo),
            _ => return self.begin(view, key),
        }
        if self.at != before {
            self.scroll = 0;
            self.said.clear();
        }
        None
    }

    /// Begins something with the chosen row.
    fn begin(&mut self, view: &View<'_>, key: KeyCode) -> Option<Wish> {
        let entry = self.entry(view)?;
        match key {
            KeyCode::Char(digit) if digit.is_ascii_digit() && view.is_of_digits() => {
                return self.level(view, &digit.to_string());
            }
            KeyCode::Char(digit) if digit.is_ascii_digit() => self.mode = Mode::Level(digit.to_string()),
            KeyCode::Char('e') | KeyCode::Enter => return Some(Wish::Edit),
            KeyCode::Char('b') => self.mode = Mode::Document(String::new()),
            KeyCode::Char('d') => {
                let cited = entry.judged.documents.iter().filter(|document| document.cited);
                self.mode = Mode::Ticking(0, cited.map(|document| document.evidence.id.value.to_string()).collect());
            }
            KeyCode::Char('m') => {
                let methods = entry.judged.own.map(|score| score.methods.iter().copied().collect());
                self.mode = Mode::Methods(0, methods.unwrap_or_else(|| BTreeSet::from([Method::Document])));
            }
            _ => {}
        }
        None
    }

    /// Takes a level that was given, or says why there is none.
    fn level(&mut self, view: &View<'_>, text: &str) -> Option<Wish> {
        let level = Decimal::parse(text).map(|(level, _)| level).filter(|level| view.scale.allows(*level));
        if level.is_none() {
            let (lowest, highest) = (view.numbers.plain(view.scale.lowest), view.numbers.plain(view.scale.highest));
            self.said = view.say(&bilingual!(
                "tidak ada level {text}; pakai {lowest} sampai {highest}",
                "there is no level {text}; use {lowest} to {highest}"
            ));
        }
        level.map(Wish::Level)
    }

    /// Takes a key while something is typed.
    fn typed(&mut self, view: &View<'_>, key: KeyCode, mut text: String, mode: fn(String) -> Mode) -> Option<Wish> {
        match key {
            KeyCode::Esc => return None,
            KeyCode::Enter => return self.entered(view, &mode(text)),
            KeyCode::Backspace => drop(text.pop()),
            KeyCode::Char(letter) => text.push(letter),
            _ => {}
        }
        self.mode = mode(text);
        None
    }

    /// Takes what was typed.
    fn entered(&mut self, view: &View<'_>, mode: &Mode) -> Option<Wish> {
        match mode {
            Mode::Level(text) => self.level(view, text),
            Mode::Document(text) => (!text.trim().is_empty()).then(|| Wish::Add(text.trim().to_owned())),
            Mode::Search(text) => {
                self.find(view, text);
                None
            }
            Mode::Browsing | Mode::Ticking(..) | Mode::Methods(..) => None,
        }
    }

    /// Goes to the next row that is not done.
    fn next_open(&mut self, view: &View<'_>) {
        self.go(view, |entry| entry.state != EntryState::Done, &NONE_OPEN);
    }

    /// Goes to the next row whose number or name has a word.
    fn find(&mut self, view: &View<'_>, text: &str) {
        let wanted = folded(text);
        let language = view.language;
        self.go(
            view,
            |entry| {
                let line = entry.judged.line;
                line.row.to_string() == wanted || folded(&line.name(language)).contains(&wanted)
            },
            &bilingual!("`{text}` tidak ditemukan", "`{text}` is not found"),
        );
    }

    /// Goes to the next row of a sort, behind the chosen one and around; says so where there is none.
    fn go(&mut self, view: &View<'_>, wanted: impl Fn(&crate::terminal::screen::Entry<'_>) -> bool, none: &Bilingual) {
        let count = view.rows.len();
        let order = (1..=count).map(|step| (self.at + step) % count);
        match order.clone().find(|at| wanted(&view.rows[*at])) {
            Some(at) => {
                self.at = at;
                self.scroll = 0;
                self.said.clear();
            }
            None => self.said = view.say(none),
        }
    }

    /// Takes a key while documents are ticked.
    fn tick(&mut self, view: &View<'_>, key: KeyCode, mut at: usize, mut ticked: BTreeSet<String>) -> Option<Wish> {
        let documents = &self.entry(view)?.judged.documents;
        match key {
            KeyCode::Esc => return None,
            KeyCode::Enter => {
                let order = documents.iter().map(|document| document.evidence.id.value.to_string());
                return Some(Wish::Cite(order.filter(|id| ticked.contains(id)).collect()));
            }
            KeyCode::Up | KeyCode::Char('k') => at = at.saturating_sub(1),
            KeyCode::Down | KeyCode::Char('j') => at = (at + 1).min(documents.len().saturating_sub(1)),
            KeyCode::Char(' ' | 'x') => {
                if let Some(document) = documents.get(at) {
                    toggle(&mut ticked, document.evidence.id.value.to_string());
                }
            }
            _ => {}
        }
        self.mode = Mode::Ticking(at, ticked);
        None
    }

    /// Takes a key while methods are ticked.
    fn tick_methods(&mut self, key: KeyCode, mut at: usize, mut ticked: BTreeSet<Method>) -> Option<Wish> {
        match key {
            KeyCode::Esc => return None,
            KeyCode::Enter if !ticked.is_empty() => {
                let codes: Vec<&str> = ticked.iter().map(|method| method.code()).collect();
                return Some(Wish::Methods(codes.join("+")));
            }
            KeyCode::Up | KeyCode::Char('k') => at = at.saturating_sub(1),
            KeyCode::Down | KeyCode::Char('j') => at = (at + 1).min(Method::WORDS.len() - 1),
            KeyCode::Char(' ' | 'x') => toggle(&mut ticked, Method::WORDS[at].0),
            _ => {}
        }
        self.mode = Mode::Methods(at, ticked);
        None
    }
}

/// Said where every row is done.
static NONE_OPEN: Bilingual = Bilingual::fixed("semua sudah selesai", "all are done");

/// Puts in what is not there, and takes out what is.
fn toggle<T: Ord>(ticked: &mut BTreeSet<T>, one: T) {
    if !ticked.remove(&one) {
        ticked.insert(one);
    }
}
