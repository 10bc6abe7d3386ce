//! Sheets that are taken in together: each is merged with what is here and with those before it, and written at the end.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::bilingual;
use crate::cli::change::Change;
use crate::cli::context::Context;
use crate::cli::evidence::add::hand_in;
use crate::cli::evidence::link::put;
use crate::cli::failure::Failure;
use crate::cli::import::sheets::Found;
use crate::cli::rows;
use crate::form::handout::owners_of_rows;
use crate::format::table::edit::TableEdit;
use crate::format::{evidence, evidence_links, final_scores, received, scores};
use crate::index::answer::unwritten;
use crate::model::decimal::Decimal;
use crate::model::files::{EVIDENCE, EVIDENCE_LINKS, FINAL, FINAL_SCORES, RECEIVED, score_file};
use crate::model::row::RowId;
use crate::model::score::Method;
use crate::model::workspace::Workspace;
use crate::text::bilingual::Bilingual;
use crate::text::word::Vocabulary;
use crate::workbook::intake::merge::{Merged, Take, merge};
use crate::workbook::intake::{Values, plain};

/// What became of a sheet.
pub(super) struct Outcome<'a> {
    /// The sheet.
    pub(super) sheet: &'a Found,
    /// What is taken of it; nothing where it can't be read or has faults.
    pub(super) merged: Option<Merged>,
}

impl Outcome<'_> {
    /// Tells whether the sheet is taken in, whole.
    pub(super) fn is_taken(&self) -> bool {
        self.merged.as_ref().is_some_and(|merged| merged.conflicts.is_empty())
    }
}

/// Sheets that are taken in together.
pub(super) struct Batch<'a> {
    take: &'a Take,
    clears: bool,
    /// What became of each, in their order.
    pub(super) outcomes: Vec<Outcome<'a>>,
    /// The values of rows that sheets before changed.
    changed: BTreeMap<(String, RowId), Values>,
    /// Who decides on the agreed levels among them.
    decider: Option<String>,
}

impl<'a> Batch<'a> {
    /// Begins with no sheet.
    pub(super) fn new(take: &'a Take, clears: bool) -> Self {
        Self { take, clears, outcomes: Vec::new(), changed: BTreeMap::new(), decider: None }
    }

    /// Merges a sheet; what it changes counts for those behind it if it is taken whole.
    pub(super) fn add(&mut self, workspace: &Workspace, sheet: &'a Found) {
        let merged = sheet.content.as_ref().ok().filter(|read| read.understood.faults.is_empty()).map(|read| {
            let (whose, answers) = (read.whose(), read.handed.is_of_answers());
            let here = |row: RowId| {
                let changed = self.changed.get(&(whose.to_owned(), row)).cloned();
                changed.unwrap_or_else(|| read.values(workspace, row))
            };
            let before = read.handed.origin.as_ref().map(|origin| &origin.values);
            merge(&read.understood.rows, before, here, self.take, self.clears, answers)
        });
        let outcome = Outcome { sheet, merged };
        if let (true, Some(merged), Ok(read)) = (outcome.is_taken(), &outcome.merged, &sheet.content) {
            let whose = read.whose().to_owned();
            self.changed.extend(merged.written.iter().map(|(row, values)| ((whose.clone(), *row), values.clone())));
            self.decider = self.decider.take().or_else(|| read.handed.is_of_answers().then(|| read.member.to_string()));
        }
        self.outcomes.push(outcome);
    }

    /// Counts the sheets that are not taken in.
    pub(super) fn left_out(&self) -> usize {
        self.outcomes.iter().filter(|outcome| !outcome.is_taken()).count()
    }

    /// Puts what is taken into the tables, documents first; nothing where there is nothing to write.
    pub(super) fn write(&mut self, context: &Context, change: &mut Change<'_>) -> Result<Option<Bilingual>, Failure> {
        let today = context.today()?;
        let documents = self.documents(context, change)?;
        let members: BTreeSet<String> = self.changed.keys().map(|(member, _)| member.clone()).collect();
        for member in &members {
            let own = self.changed.iter().filter(|((other, _), _)| other == member);
            let own: Vec<(RowId, &Values)> = own.map(|((_, row), values)| (*row, values)).collect();
            match &self.decider {
                Some(decider) if member == FINAL => settle(change, decider, &own, today)?,
                _ => score(change, member, &own, today)?,
            }
        }
        let received = self.receive(change, today)?;
        let rows = self.changed.len();
        if rows + documents + received == 0 {
            return Ok(None);
        }
        Ok(Some(bilingual!(
            "Masuk: {received} lembar, {rows} nilai, {documents} dokumen.",
            "Taken in: {received} sheets, {rows} scores, {documents} documents."
        )))
    }

    /// Takes in the documents beside the sheets, and links what is cited: each at the level that the sheet gives.
    fn documents(&mut self, context: &Context, change: &mut Change<'_>) -> Result<usize, Failure> {
        let taken = self.outcomes.iter().filter(|outcome| outcome.is_taken());
        let handed =
            taken.filter_map(|outcome| Some((outcome.sheet, outcome.sheet.content.as_ref().ok()?.member.as_str())));
        let handed: Vec<(&Found, &str)> = handed.filter(|(sheet, _)| !sheet.documents.is_empty()).collect();
        let mut index = change.table(EVIDENCE, &evidence::SCHEMA)?;
        let mut links = change.table(EVIDENCE_LINKS, &evidence_links::SCHEMA)?;
        let owners = owners_of_rows(&change.loaded.workspace);
        let mut ids: Vec<String> = Vec::new();
        let mut count = 0;
        for (sheet, member) in handed {
            for (row, file) in &sheet.documents {
                let key = (member.to_owned(), *row);
                let values = self.changed.get(&key).cloned();
                let mut values = values.unwrap_or_else(|| Values::of(&change.loaded.workspace, member, *row));
                let id = hand_in(
                    context,
                    change,
                    &mut index,
                    &mut links,
                    (file, *row, level(&values), owners.get(row)),
                    &ids,
                )?;
                if !values.level.is_empty() && !values.cites(&id) {
                    values.evidence = format!("{} {id}", values.evidence).trim().to_owned();
                    self.changed.insert(key, values);
                }
                let known = change.loaded.workspace.evidence.iter().any(|entry| entry.id.value.as_str() == id);
                count += usize::from(!known && !ids.contains(&id));
                ids.push(id);
            }
        }
        self.link_what_is_cited(change, &mut links)?;
        change.changes.text(EVIDENCE, index.into_text());
        change.changes.text(EVIDENCE_LINKS, links.into_text());
        Ok(count)
    }

    /// Links documents that a sheet cites newly for a row: who fills it in can't do so elsewhere.
    fn link_what_is_cited(&self, change: &Change<'_>, links: &mut TableEdit<'_>) -> Result<(), Failure> {
        let workspace = &change.loaded.workspace;
        for ((member, row), values) in self.changed.iter().filter(|((member, _), _)| member != FINAL) {
            let before = Values::of(workspace, member, *row);
            let linked =
                |id: &str| workspace.links.iter().any(|link| link.row.value == *row && link.evidence.value == id);
            let new = values.evidence.split(' ').filter(|id| !id.is_empty() && !before.cites(id) && !linked(id));
            for id in new {
                put(links, change, id, &BTreeSet::from([*row]), level(values))?;
            }
        }
        Ok(())
    }

    /// Notes which sheets came in; one that came in before is noted once.
    fn receive(&self, change: &mut Change<'_>, today: Date) -> Result<usize, Failure> {
        let mut table = change.table(RECEIVED, &received::SCHEMA)?;
        let mut count = 0;
        for outcome in self.outcomes.iter().filter(|outcome| outcome.is_taken()) {
            let (Some(merged), Ok(read)) = (&outcome.merged, &outcome.sheet.content) else { continue };
            let (member, sha256) = (read.member.to_string(), &outcome.sheet.sha256);
            let known =
                change.loaded.workspace.received.iter().any(|known| known.member == member && known.sha256 == *sha256);
            let untouched = !merged.touched && outcome.sheet.documents.is_empty();
            if known || untouched {
                continue;
            }
            let name = outcome.sheet.shown.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
            let cells = [today.to_string(), member, name, sha256.clone(), merged.written.len().to_string()];
            table.put(&cells, |_| std::cmp::Ordering::Less).map_err(|error| change.refused(RECEIVED, error))?;
            count += 1;
        }
        if count > 0 {
            change.changes.text(RECEIVED, table.into_text());
        }
        Ok(count)
    }
}

/// Puts agreed levels and answers into their table; the day and who decided stay where neither level nor reason changes.
fn settle(change: &mut Change<'_>, decider: &str, own: &[(RowId, &Values)], today: Date) -> Result<(), Failure> {
    let mut table = change.table(FINAL_SCORES, &final_scores::SCHEMA)?;
    for (row, values) in own {
        let refused = |error| change.refused(FINAL_SCORES, error);
        let before = table.record(&[&row.to_string()]).map_err(refused)?.unwrap_or_else(|| vec![String::new(); 6]);
        let decided = level(values).map(|level| table.number(level)).unwrap_or_default();
        let same = before[1] == decided && before[4].trim() == values.reason;
        let (date, by) = match (decided.is_empty(), same) {
            (true, _) => (String::new(), String::new()),
            (false, true) => (before[2].clone(), before[3].clone()),
            (false, false) => (today.to_string(), decider.to_owned()),
        };
        // What all evaluators say alike is the answer without being written again.
        let is_only = unwritten(&change.loaded.workspace, *row).is_some_and(|text| plain(text) == values.explanation);
        let answer = if is_only && before[5].is_empty() { String::new() } else { values.explanation.clone() };
        let cells = [row.to_string(), decided, date, by, values.reason.clone(), answer];
        table.put(&cells, |keys| rows::by_key(keys, *row)).map_err(refused)?;
    }
    change.changes.text(FINAL_SCORES, table.into_text());
    Ok(())
}

/// Returns the level of a row, where it has one.
fn level(values: &Values) -> Option<Decimal> {
    Decimal::parse(&values.level).map(|(level, _)| level)
}

/// Puts rows into the score file of a member; the day is that of the judgement, and stays where only words change.
fn score(change: &mut Change<'_>, member: &str, own: &[(RowId, &Values)], today: Date) -> Result<(), Failure> {
    let file = score_file(member);
    let mut table = change.table(&file, &scores::SCHEMA)?;
    for (row, values) in own {
        let before = table.record(&[&row.to_string()]).map_err(|error| change.refused(&file, error))?;
        let number = |text: &str| Decimal::parse(text).map(|(level, _)| level);
        let level = number(&values.level);
        let judged = before.as_ref().filter(|cells| number(&cells[1]) == level && !cells[3].is_empty());
        let date = judged.map_or_else(|| today.to_string(), |cells| cells[3].clone());
        let method = if values.method.is_empty() { Method::Document.code() } else { &values.method };
        let cells = [
            row.to_string(),
            level.map(|level| table.number(level)).unwrap_or_default(),
            method.to_owned(),
            date,
            values.evidence.clone(),
            values.explanation.clone(),
        ];
        table.put(&cells, |keys| rows::by_key(keys, *row)).map_err(|error| change.refused(&file, error))?;
    }
    change.changes.text(file.as_str(), table.into_text());
    Ok(())
}
