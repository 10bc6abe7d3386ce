//! The screen on which a member scores: what is shown, what the keys do, and how it is drawn. Nothing here touches a file.

mod draw;
mod keys;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use jiff::civil::Date;

pub(crate) use draw::draw;
pub(crate) use keys::Wish;

use crate::model::decimal::Decimal;
use crate::model::instrument::Scale;
use crate::model::score::Method;
use crate::result::judging::{Judging, judging};
use crate::result::numbers::Numbers;
use crate::result::progress::members::{Lack, MemberProgress, TaskState};
use crate::result::report::Report;
use crate::text::bilingual::Bilingual;
use crate::text::language::Language;

/// What is shown: the rows of a member, as they stand in the files.
pub(crate) struct View<'a> {
    /// Whose rows they are.
    pub(crate) member: &'a str,
    /// The rows, in order.
    pub(crate) rows: Vec<Entry<'a>>,
    /// The scale of levels.
    pub(crate) scale: &'a Scale,
    /// What writes numbers.
    pub(crate) numbers: Numbers,
    /// The language.
    pub(crate) language: Language,
}

/// A row of the member.
pub(crate) struct Entry<'a> {
    /// What is needed in order to judge it.
    pub(crate) judged: Judging<'a>,
    /// How far it is.
    pub(crate) state: EntryState,
    /// Until when it is due; absent where nobody said it.
    pub(crate) due: Option<Date>,
}

/// How far a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum EntryState {
    /// It is not scored, and there is time.
    Open,
    /// It is not scored, since so many days.
    Late(i32),
    /// It is scored, and lacks evidence or words.
    Incomplete,
    /// It is done.
    Done,
}

impl<'a> View<'a> {
    /// Gathers the rows of a member: those assigned, as they are due.
    pub(crate) fn of(report: &'a Report<'a>, progress: &MemberProgress<'a>, language: Language) -> Self {
        let rows = progress.tasks.iter().map(|task| {
            let lacking = progress.todos.iter().any(|todo| {
                let own = |lack: &Lack| matches!(lack, Lack::Evidence | Lack::Explanation);
                todo.line.row == task.line.row && todo.lacks.iter().any(own)
            });
            let state = match task.state {
                TaskState::Open => EntryState::Open,
                TaskState::Late(days) => EntryState::Late(days),
                TaskState::In if lacking => EntryState::Incomplete,
                TaskState::In => EntryState::Done,
            };
            Entry { judged: judging(report, task.line, progress.id), state, due: task.due }
        });
        Self {
            member: progress.name,
            rows: rows.collect(),
            scale: &report.instrument.scale,
            numbers: report.numbers(language),
            language,
        }
    }

    /// Says something in the language of the screen.
    fn say(&self, text: &Bilingual) -> String {
        text.get(self.language).to_owned()
    }

    /// Tells whether every level of the scale is one digit.
    fn is_of_digits(&self) -> bool {
        self.scale.step == 1.into() && self.scale.highest <= 9.into()
    }
}

/// Where the person is: the row, what is being typed or chosen, and what was last said.
#[derive(Clone, Debug, Default)]
pub(crate) struct Screen {
    /// The place of the chosen row in the list.
    pub(crate) at: usize,
    /// How far the right side is moved up.
    scroll: u16,
    /// What is being done.
    mode: Mode,
    /// What was last said, below.
    pub(crate) said: String,
}

/// What is being done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
enum Mode {
    /// Rows are looked through.
    #[default]
    Browsing,
    /// A level with a comma is typed.
    Level(String),
    /// A word to find is typed.
    Search(String),
    /// The path or address of a document is typed.
    Document(String),
    /// Documents are ticked: the place of the cursor, and the ids that are ticked.
    Ticking(usize, BTreeSet<String>),
    /// Methods are ticked.
    Methods(usize, BTreeSet<Method>),
}

impl Screen {
    /// Returns the chosen row; none where there is none at all.
    pub(crate) fn entry<'v, 'a>(&self, view: &'v View<'a>) -> Option<&'v Entry<'a>> {
        view.rows.get(self.at.min(view.rows.len().saturating_sub(1)))
    }
}

/// Returns the level of the own judgement.
fn own_level(entry: &Entry<'_>) -> Option<Decimal> {
    entry.judged.own.map(|score| score.level.value)
}
