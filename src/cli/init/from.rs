//! `spbe init DIR --from LAST`: what stays from one year to the next. Last year's workspace is only read.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use jiff::ToSpan;
use jiff::civil::Date;

use crate::bilingual;
use crate::cli::context::Context;
use crate::cli::failure::{Failure, Kind};
use crate::cli::reading;
use crate::format::manifest::NewService;
use crate::format::table::edit::TableEdit;
use crate::format::table::schema::Schema;
use crate::format::team::TeamEdit;
use crate::format::{assignments, recommendations, wanted};
use crate::model::files::{ASSIGNMENTS, EVIDENCE, EVIDENCE_LINKS, PRESENTATION, RECOMMENDATIONS, TEAM, WANTED};
use crate::model::instrument::Instrument;
use crate::model::manifest::{Period, Schedule};
use crate::model::recommendation::State;
use crate::model::row::RowId;
use crate::model::workspace::Workspace;
use crate::result::progress::runs::parts;
use crate::store::evidence_files::incoming;
use crate::store::load::Loaded;
use crate::store::write::Changes;
use crate::text::bilingual::Bilingual;
use crate::text::word::Vocabulary;

/// Last year's workspace, seen from the new one.
pub(super) struct Last<'a> {
    loaded: &'a Loaded,
    /// The instrument of the new evaluation.
    now: &'a Instrument,
    /// The rows of the new evaluation.
    rows: BTreeSet<RowId>,
    /// The rows of last year that nothing continues.
    lost: BTreeSet<RowId>,
    /// What came, for the person.
    told: Vec<Bilingual>,
}

/// Reads last year's workspace; one that can't be read whole would lose something on the way.
pub(super) fn read(context: &Context, folder: &Path) -> Result<Loaded, Failure> {
    let read = context.read_previous(folder, |file| {
        reading::levels(file) || [EVIDENCE, EVIDENCE_LINKS, RECOMMENDATIONS, PRESENTATION].contains(&file)
    });
    read.map_err(|mut failure| {
        // It is what was named that is wrong; a new workspace needs none around it.
        failure.kind = Kind::Refused;
        failure
    })
}

/// Returns the services that the new evaluation assesses: those of last year where they exist still, else all that may be.
pub(super) fn services(last: &Workspace, now: &Instrument) -> Vec<NewService> {
    let allowed = now.all_rows();
    let before = last.manifest.iter().flat_map(|manifest| &manifest.services);
    let same_instrument = last.instrument.as_ref().is_some_and(|before| before.id == now.id);
    let kept = before.filter(|service| same_instrument && allowed.contains(&service.row.value));
    let kept = kept.map(|service| NewService {
        row: service.row.value,
        name: service.name.clone().unwrap_or_default(),
        unit: service.unit.clone().unwrap_or_default(),
    });
    kept.collect()
}

/// Moves the schedule on by as many years as lie between the evaluations.
pub(super) fn schedule(last: &Workspace, year: u32) -> Schedule {
    let Some(manifest) = &last.manifest else { return Schedule::default() };
    let years = i64::from(year) - i64::from(manifest.year.value);
    let moved = |period: Option<Period>| {
        let Period { start, end } = period?;
        Some(Period { start: later(start, years)?, end: later(end, years)? })
    };
    let Schedule { planning, execution, reporting } = manifest.schedule;
    Schedule { planning: moved(planning), execution: moved(execution), reporting: moved(reporting) }
}

/// Moves a day by years; the 29th of February becomes the 28th where there is none.
fn later(day: Date, years: i64) -> Option<Date> {
    day.checked_add(years.years()).ok()
}

impl<'a> Last<'a> {
    /// Begins to carry over.
    pub(super) fn new(loaded: &'a Loaded, now: &'a Instrument, services: &[NewService]) -> Self {
        let services = services.iter().map(|service| service.row).collect();
        Self { loaded, now, rows: now.rows(&services), lost: BTreeSet::new(), told: Vec::new() }
    }

    /// Puts everything that stays into the files of the new workspace, and returns what came and what did not.
    pub(super) fn carry(mut self, changes: &mut Changes, year: u32) -> Result<Vec<Bilingual>, Failure> {
        self.team(changes)?;
        self.assignments(changes, year)?;
        self.recommendations(changes)?;
        self.served(changes)?;
        self.look(changes)?;
        if !self.lost.is_empty() {
            let lost: Vec<RowId> = self.lost.iter().copied().collect();
            let rows = parts(&lost, "..").join(", ");
            self.told.push(bilingual!(
                "tanpa padanan di instrumen baru: {rows}",
                "without a counterpart in the new instrument: {rows}"
            ));
        }
        Ok(self.told)
    }

    /// Returns the rows that continue one of last year.
    fn continued(&mut self, row: RowId) -> Vec<RowId> {
        let before = self.loaded.workspace.instrument.as_ref().map(|instrument| instrument.id.as_ref());
        let mut now = self.now.continued(before.unwrap_or_default(), row);
        now.retain(|row| self.rows.contains(row));
        if now.is_empty() {
            self.lost.insert(row);
        }
        now
    }

    /// Takes the team over without its briefings and without those who have left; units own what continues their rows.
    fn team(&mut self, changes: &mut Changes) -> Result<(), Failure> {
        let loaded = self.loaded;
        let workspace = &loaded.workspace;
        let Some(text) = loaded.sources.text(TEAM) else { return Ok(()) };
        let unread = |_| {
            Failure::new(bilingual!("`team.toml` tahun lalu tidak terbaca", "last year's `team.toml` can't be read"))
        };
        let mut edit = TeamEdit::open(text).map_err(unread)?;
        edit.remove_briefings();
        for member in workspace.team.members.iter().filter(|member| member.has_left()) {
            edit.remove_member(member.id.value.as_str())?;
        }
        let same = workspace.instrument.as_ref().is_some_and(|before| before.id == self.now.id);
        let known = workspace.rows();
        for unit in workspace.team.units.iter().filter(|_| !same) {
            let Some(instrument) = workspace.instrument.as_deref() else { continue };
            let owned = unit.indicators.iter().flat_map(|selector| selector.value.rows(instrument, &known));
            let owned: BTreeSet<RowId> =
                owned.collect::<Vec<_>>().into_iter().flat_map(|row| self.continued(row)).collect();
            let owned: Vec<RowId> = owned.into_iter().collect();
            edit.set_indicators(&unit.name.value, &parts(&owned, ".."))?;
        }
        self.functions(&mut edit)?;
        changes.text(TEAM, edit.into_text());
        let (members, units) = (workspace.team.present().count(), workspace.team.units.len());
        self.told.push(bilingual!("tim: {members} anggota, {units} unit", "team: {members} members, {units} units"));
        if let Some(decree) = &workspace.team.decree {
            let number = &decree.number;
            self.told.push(bilingual!(
                "keputusan tim masih yang lama: {number}",
                "the team's decree is still the old one: {number}"
            ));
        }
        Ok(())
    }

    /// Leaves out the functions that the new instrument does not have, and tells them.
    fn functions(&mut self, edit: &mut TeamEdit) -> Result<(), Failure> {
        let known = |function: &str| {
            self.now.functions.is_empty() || self.now.functions.iter().any(|known| known.id == function)
        };
        let mut gone: Vec<String> = Vec::new();
        for member in self.loaded.workspace.team.present() {
            let functions = member.functions.iter().map(|function| function.value.clone());
            let (kept, lost): (Vec<String>, Vec<String>) = functions.partition(|function| known(function));
            if !lost.is_empty() {
                let id = member.id.value.as_str();
                edit.set_list(id, "functions", &kept)?;
                gone.push(format!("{} ({id})", lost.join(", ")));
            }
        }
        if !gone.is_empty() {
            let gone = gone.join("; ");
            self.told.push(bilingual!(
                "fungsi yang tidak dikenal instrumen baru: {gone}",
                "functions that the new instrument does not have: {gone}"
            ));
        }
        Ok(())
    }

    /// Takes the assignments over, due as many years later; those of people who have left are nobody's.
    fn assignments(&mut self, changes: &mut Changes, year: u32) -> Result<(), Failure> {
        let workspace = &self.loaded.workspace;
        let before = workspace.manifest.as_ref().map_or(year, |manifest| manifest.year.value);
        let years = i64::from(year) - i64::from(before);
        let mut tasks: BTreeMap<(RowId, &str), Option<Date>> = BTreeMap::new();
        for task in &workspace.assignments {
            let present = workspace.team.member(&task.member.value).is_some_and(|member| !member.has_left());
            for row in self.continued(task.row.value).into_iter().filter(|_| present) {
                let due = task.due.and_then(|due| later(due, years));
                let earliest = tasks.entry((row, &task.member.value)).or_insert(due);
                *earliest = earliest.iter().copied().chain(due).min();
            }
        }
        let count = tasks.len();
        let records = tasks.into_iter().map(|((row, member), due)| {
            vec![row.to_string(), member.to_owned(), due.map(|due| due.to_string()).unwrap_or_default()]
        });
        put(changes, ASSIGNMENTS, &assignments::SCHEMA, records)?;
        self.told.push(bilingual!("{count} penugasan", "{count} assignments"));
        Ok(())
    }

    /// Takes the recommendations over that are still open, as they are due.
    fn recommendations(&mut self, changes: &mut Changes) -> Result<(), Failure> {
        let workspace = &self.loaded.workspace;
        let mut records = Vec::new();
        for advice in workspace.recommendations.iter().filter(|advice| advice.state == State::Open) {
            for row in self.continued(advice.row.value) {
                records.push(vec![
                    row.to_string(),
                    advice.to_level.as_ref().map(|level| level.value.to_string()).unwrap_or_default(),
                    advice.action.value.clone(),
                    advice.unit.clone().unwrap_or_default(),
                    advice.due.as_ref().map(|due| due.value.to_string()).unwrap_or_default(),
                    advice.priority.clone().unwrap_or_default(),
                    advice.source.code().to_owned(),
                    advice.state.code().to_owned(),
                ]);
            }
        }
        let count = records.len();
        if count > 0 {
            put(changes, RECOMMENDATIONS, &recommendations::SCHEMA, records.into_iter())?;
            self.told.push(bilingual!("{count} rekomendasi yang masih terbuka", "{count} open recommendations"));
        }
        Ok(())
    }

    /// Notes which documents served last year; they are no evidence of this one.
    fn served(&mut self, changes: &mut Changes) -> Result<(), Failure> {
        let workspace = &self.loaded.workspace;
        let mut records: BTreeSet<(RowId, Vec<String>)> = BTreeSet::new();
        for link in &workspace.links {
            let Some(document) = workspace.evidence.iter().find(|one| one.id.value.as_str() == link.evidence.value)
            else {
                continue;
            };
            for row in self.continued(link.row.value) {
                let level = link.level.as_ref().map(|level| level.value.to_string()).unwrap_or_default();
                let (kind, unit) = (document.kind.code().to_owned(), document.unit.clone().unwrap_or_default());
                records.insert((row, vec![row.to_string(), level, kind, document.title.clone(), unit]));
            }
        }
        let count = records.len();
        if count > 0 {
            put(changes, WANTED, &wanted::SCHEMA, records.into_iter().map(|(_, cells)| cells))?;
            self.told.push(bilingual!(
                "{count} dokumen yang dipakai tahun lalu, sebagai daftar keinginan (`{WANTED}`)",
                "{count} documents that served last year, as a wish list (`{WANTED}`)"
            ));
        }
        Ok(())
    }

    /// Takes over how the report looks, with its logo.
    fn look(&mut self, changes: &mut Changes) -> Result<(), Failure> {
        let Some(text) = self.loaded.sources.text(PRESENTATION) else { return Ok(()) };
        changes.text(PRESENTATION, text.to_owned());
        if let Some(logo) = &self.loaded.workspace.presentation.logo {
            let file = logo.value.replace('\\', "/");
            if let Ok(logo) = incoming(&self.loaded.root().join(&file)) {
                changes.copy(file, logo);
            }
        }
        self.told.push(bilingual!("tampilan laporan (`{PRESENTATION}`)", "the look of the report (`{PRESENTATION}`)"));
        Ok(())
    }
}

/// Writes a table of these records.
fn put(
    changes: &mut Changes,
    file: &str,
    schema: &'static Schema,
    records: impl Iterator<Item = Vec<String>>,
) -> Result<(), Failure> {
    let refused = |_| Failure::new(bilingual!("`{file}` tidak dapat ditulis", "`{file}` can't be written"));
    let mut table = TableEdit::open(None, schema, file).map_err(refused)?;
    for cells in records {
        table.put(&cells, |_| std::cmp::Ordering::Less).map_err(refused)?;
    }
    changes.text(file, table.into_text());
    Ok(())
}
