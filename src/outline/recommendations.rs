//! Recommendations, the most urgent first.

use crate::bilingual;
use crate::model::recommendation::{Priority, Recommendation, Source, State};
use crate::outline::ReportWriter;
use crate::paper::document::block::Block;
use crate::paper::document::table::{Cell, Table};
use crate::result::label::INDICATOR;
use crate::text::bilingual::Bilingual;
use crate::text::date;
use crate::text::word::{Vocabulary, Word};

/// Writes the recommendations that are open, and how many are done; without one there is no such section.
pub(super) fn blocks(writer: &ReportWriter<'_>) -> Vec<Block> {
    let all = &writer.report.workspace.recommendations;
    if all.is_empty() {
        return Vec::new();
    }
    let open = open(writer);
    let mut blocks = vec![writer.chapter(&bilingual!("Rekomendasi", "Recommendations")), writer.paragraph(&said(all))];
    let mut begin = 0;
    while begin < open.len() {
        let priority = priority(open[begin]);
        let end = open[begin..].iter().position(|other| self::priority(other) != priority);
        let end = end.map_or(open.len(), |length| begin + length);
        blocks.push(writer.part(&heading(&priority)));
        blocks.push(Block::Table(table(writer, &open[begin..end])));
        begin = end;
    }
    blocks
}

/// Returns the open recommendations by priority and row.
pub(super) fn open<'a>(writer: &ReportWriter<'a>) -> Vec<&'a Recommendation> {
    let all = writer.report.workspace.recommendations.iter();
    let mut open: Vec<&Recommendation> = all.filter(|one| one.state == State::Open).collect();
    // A stable sort: recommendations of one row stay as they were written.
    open.sort_by_key(|one| (priority(one), one.row.value));
    open
}

/// Counts what is to be acted on, and what is done or was dropped.
fn said(all: &[Recommendation]) -> Bilingual {
    let count = |state: State| all.iter().filter(|one| one.state == state).count();
    let (open, done, dropped) = (count(State::Open), count(State::Done), count(State::Dropped));
    let ended = match (done, dropped) {
        (0, 0) => bilingual!("", ""),
        (done, 0) => bilingual!(" {done} sudah selesai.", " {done} are done."),
        (0, dropped) => bilingual!(" {dropped} dibatalkan.", " {dropped} were dropped."),
        (done, dropped) => {
            bilingual!(
                " {done} sudah selesai dan {dropped} dibatalkan.",
                " {done} are done and {dropped} were dropped."
            )
        }
    };
    let (id, en) = (&ended.id, &ended.en);
    bilingual!("Rekomendasi yang perlu ditindaklanjuti: {open}.{id}", "Recommendations to act on: {open}.{en}")
}

/// How urgent something is: its rank, and the word where it is none of the known ones.
fn priority(one: &Recommendation) -> (usize, String) {
    let word = one.priority.as_deref().unwrap_or_default().trim().to_lowercase();
    match Priority::from_word(&word) {
        Some(known) => (Priority::WORDS.iter().take_while(|(other, _)| *other != known).count(), String::new()),
        None if word.is_empty() => (Priority::WORDS.len() + 1, word),
        None => (Priority::WORDS.len(), word),
    }
}

/// Names a priority; a word that is none of the known ones is quoted.
fn heading((rank, word): &(usize, String)) -> Bilingual {
    match Priority::WORDS.get(*rank) {
        Some((_, Word { id, en, .. })) => bilingual!("Prioritas {id}", "Priority: {en}"),
        None if word.is_empty() => bilingual!("Tanpa prioritas", "Without a priority"),
        None => bilingual!("Prioritas {word}", "Priority: {word}"),
    }
}

/// Lists the recommendations of one priority.
fn table(writer: &ReportWriter<'_>, open: &[&Recommendation]) -> Table {
    let to = bilingual!("Level", "Level");
    let mut table = Table::new("")
        .narrow("No.")
        .wide(INDICATOR.get(writer.language), 3)
        .mark(writer.say(&to))
        .wide(writer.say(&bilingual!("Yang perlu dilakukan", "What to do")), 5)
        .wide(writer.say(&bilingual!("Unit dan batas waktu", "Unit and due date")), 3);
    for one in open {
        table.row(row(writer, one));
    }
    table.folded()
}

/// Writes a recommendation: from which level to which, what to do, who and by when; the ministry's says so.
fn row(writer: &ReportWriter<'_>, one: &Recommendation) -> Vec<Cell> {
    let line = writer.report.line(one.row.value);
    let numbers = writer.numbers();
    let (now, to) = (
        numbers.level_or_open(line.and_then(|line| line.level)),
        numbers.level_or_open(one.to_level.as_ref().map(|level| level.value)),
    );
    let due = one.due.as_ref().map(|due| date::in_words(due.value, writer.language));
    let source = (one.source == Source::External).then(|| one.source.label(writer.language).to_owned());
    let who: Vec<String> = [one.unit.clone(), due, source].into_iter().flatten().collect();
    vec![
        one.row.value.to_string().into(),
        line.map(|line| line.short_name(writer.language)).unwrap_or_default().into(),
        format!("{now} → {to}").into(),
        one.action.value.as_str().into(),
        who.join("\n").into(),
    ]
}
