//! The assignments for a terminal: `spbe assign list`.

use crate::model::row::RowId;
use crate::result::progress::runs::listed;
use crate::result::tasks::RowTasks;
use crate::terminal::grid::hanging;
use crate::terminal::page::{ATTENTION, PLAIN, Page, inner};
use crate::text::bilingual::Bilingual;
use crate::text::date::in_words;
use crate::text::language::Language;
use crate::text::visible::on_one_line;

/// Writes who evaluates what: by member, by unit, who has nothing to do, and the rows that nobody evaluates.
pub(crate) fn text(tasks: &[RowTasks<'_>], idle: &[&str], language: Language, width: usize) -> String {
    let mut page = Page::default();
    let say = |text: &Bilingual| text.get(language).to_owned();
    page.title(&say(&Bilingual::fixed("Anggota", "Members")));
    pairs(&mut page, &by_member(tasks, language), width);
    page.heading(&say(&Bilingual::fixed("Unit", "Units")));
    pairs(&mut page, &by_unit(tasks), width);
    if !idle.is_empty() {
        page.heading(&say(&Bilingual::fixed("Tanpa tugas", "Without a task")));
        page.paragraph(PLAIN, "", &on_one_line(&idle.join(", ")), inner(width));
    }
    let nobody: Vec<RowId> = tasks.iter().filter(|task| task.members.is_empty()).map(|task| task.row).collect();
    if !nobody.is_empty() {
        page.heading(&say(&Bilingual::fixed("Tanpa penilai", "Without an evaluator")));
        page.paragraph(ATTENTION, "", &listed(&nobody), inner(width));
    }
    page.finish()
}

/// Lists what each member evaluates: how many rows, which, and from when to when they are due.
fn by_member(tasks: &[RowTasks<'_>], language: Language) -> Vec<(String, String)> {
    let mut names: Vec<&str> = Vec::new();
    for (member, _) in tasks.iter().flat_map(|task| &task.members) {
        if !names.contains(member) {
            names.push(member);
        }
    }
    names.sort_unstable();
    let line = |name: &&str| {
        let own =
            || tasks.iter().flat_map(|task| task.members.iter().map(move |(member, due)| (task.row, *member, *due)));
        let own: Vec<_> = own().filter(|(_, member, _)| member == name).collect();
        let rows: Vec<RowId> = own.iter().map(|(row, ..)| *row).collect();
        let days = || own.iter().filter_map(|(.., due)| *due);
        let due = match (days().min(), days().max()) {
            (Some(first), Some(last)) if first == last => format!(" ({})", in_words(first, language)),
            (Some(first), Some(last)) => format!(" ({} – {})", in_words(first, language), in_words(last, language)),
            _ => String::new(),
        };
        (on_one_line(name), format!("{}: {}{due}", rows.len(), listed(&rows)))
    };
    names.iter().map(line).collect()
}

/// The evaluators of a unit's rows, each with those that they evaluate.
type Evaluators<'a> = Vec<(&'a str, Vec<RowId>)>;

/// Lists who evaluates the rows of each unit.
fn by_unit(tasks: &[RowTasks<'_>]) -> Vec<(String, String)> {
    let mut units: Vec<(&str, Evaluators<'_>)> = Vec::new();
    for task in tasks {
        let unit = task.unit.unwrap_or("–");
        let at = units.iter().position(|(known, _)| *known == unit).unwrap_or_else(|| {
            units.push((unit, Vec::new()));
            units.len() - 1
        });
        let members = task.members.iter().map(|(member, _)| *member);
        let members = if task.members.is_empty() { vec!["?"] } else { members.collect() };
        for member in members {
            match units[at].1.iter_mut().find(|(known, _)| *known == member) {
                Some((_, rows)) => rows.push(task.row),
                None => units[at].1.push((member, vec![task.row])),
            }
        }
    }
    let line = |(unit, members): &(&str, Evaluators<'_>)| {
        let members = members.iter().map(|(member, rows)| format!("{} {}", on_one_line(member), listed(rows)));
        (on_one_line(unit), members.collect::<Vec<_>>().join("; "))
    };
    units.iter().map(line).collect()
}

/// Writes pairs of a name and a text of any length.
fn pairs(page: &mut Page, pairs: &[(String, String)], width: usize) {
    for line in hanging(pairs, inner(width)).into_iter().flatten() {
        page.line(PLAIN, &line);
    }
}
