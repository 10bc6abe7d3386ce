//! How far an evaluation is, for a person: `spbe status`.

mod beside;
mod member;
pub(in crate::terminal) mod stages;
#[cfg(test)]
mod tests;
mod unit;
mod whole;

use jiff::civil::Date;

use crate::bilingual;
use crate::result::numbers::Numbers;
use crate::result::progress::Progress;
use crate::result::progress::members::MemberProgress;
use crate::result::progress::moment::days;
use crate::result::progress::sheets::Beside;
use crate::result::progress::told;
use crate::result::progress::units::UnitProgress;
use crate::terminal::grid::hanging;
use crate::terminal::page::{PLAIN, Page, inner};
use crate::text::bilingual::Bilingual;
use crate::text::date::in_words;
use crate::text::language::Language;

/// What the page shows.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Shown<'p, 'a> {
    /// The whole evaluation, with what lies beside the tables.
    Whole(&'p Beside),
    /// Those who are late.
    Late,
    /// The next things of a member.
    Member(&'p MemberProgress<'a>),
    /// What a unit owns and owes.
    Unit(&'p UnitProgress<'a>),
}

/// Writes how far an evaluation is for a terminal of a width.
pub(crate) fn text(progress: &Progress<'_>, shown: Shown<'_, '_>, language: Language, width: usize) -> String {
    let mut page = Page::default();
    let numbers = progress.report.numbers(language);
    let layout = Layout { progress, language, numbers, width: inner(width) };
    match shown {
        Shown::Whole(beside) => whole::write(&mut page, layout, beside),
        Shown::Late => whole::write_late(&mut page, layout),
        Shown::Member(of) => member::write(&mut page, layout, of),
        Shown::Unit(of) => unit::write(&mut page, layout, of),
    }
    page.finish()
}

/// What a page is written with.
#[derive(Clone, Copy, Debug)]
struct Layout<'p> {
    progress: &'p Progress<'p>,
    language: Language,
    numbers: Numbers,
    /// The columns beside the indent.
    width: usize,
}

impl Layout<'_> {
    /// Says something in the language of the page.
    fn say(self, text: &Bilingual) -> String {
        text.get(self.language).to_owned()
    }

    /// Writes pairs of a label and a text of any length.
    fn pairs(self, page: &mut Page, pairs: &[(String, String)]) {
        for line in hanging(pairs, self.width).into_iter().flatten() {
            page.line(PLAIN, &line);
        }
    }

    /// Says until when something is due, and since when where that is over; nothing where nobody said it.
    fn due(self, due: Option<Date>) -> Option<String> {
        let due = due?;
        let (day, late) = (in_words(due, self.language), self.days(days(due, self.progress.day)));
        Some(self.say(&if due < self.progress.day {
            bilingual!("tenggat {day}, terlambat {late}", "due {day}, {late} late")
        } else {
            bilingual!("sampai {day}", "due {day}")
        }))
    }

    /// Counts days.
    fn days(self, count: i32) -> String {
        self.say(&told::days(count))
    }
}
