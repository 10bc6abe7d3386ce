//! `spbe init DIR --from LAST`: what stays from one year to the next. Last year's workspace is only read.

mod assignments;
mod look;
mod team;

use std::collections::BTreeSet;
use std::path::Path;

use jiff::ToSpan;
use jiff::civil::Date;

use crate::bilingual;
use crate::cli::context::Context;
use crate::cli::failure::{Failure, Kind};
use crate::cli::init::told::Told;
use crate::cli::reading;
use crate::diagnostic::place::Located;
use crate::format::manifest::NewService;
use crate::format::table::edit::TableEdit;
use crate::format::table::schema::Schema;
use crate::format::{recommendations, wanted};
use crate::model::decimal::Decimal;
use crate::model::files::{EVIDENCE, EVIDENCE_LINKS, MANIFEST, PRESENTATION, RECOMMENDATIONS, WANTED};
use crate::model::instrument::Instrument;
use crate::model::manifest::{Period, Schedule, Service};
use crate::model::recommendation::State;
use crate::model::row::RowId;
use crate::model::workspace::Workspace;
use crate::result::progress::runs::listed;
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
    /// The rows at which a level stood that the new scale does not have.
    off_scale: BTreeSet<RowId>,
    /// How the new workspace stands.
    standing: Standing,
    /// What there is to tell.
    told: &'a mut Told,
}

/// How far the new workspace is, for the next steps.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Standing {
    /// How many members there are.
    pub(super) members: usize,
    /// How many rows nobody evaluates.
    pub(super) unassigned: usize,
    /// How many documents are on the wish list.
    pub(super) wanted: usize,
}

/// Reads last year's workspace; one that can't be read whole would lose something on the way.
pub(super) fn read(context: &Context, folder: &Path) -> Result<Loaded, Failure> {
    let read = context.read_previous(folder, |file| {
        reading::levels(file) || [EVIDENCE, EVIDENCE_LINKS, RECOMMENDATIONS, PRESENTATION].contains(&file)
    });
    let mut loaded = read.map_err(|mut failure| {
        // It is what was named that is wrong; a new workspace needs none around it.
        failure.kind = Kind::Refused;
        failure
    })?;
    loaded.see_logo();
    Ok(loaded)
}

/// Returns the services that the new evaluation assesses: those of last year where they exist still.
pub(super) fn services(last: &Workspace, now: &Instrument) -> Vec<NewService> {
    let (kept, _) = sorted_services(last, now);
    let new = kept.into_iter().map(|service| NewService {
        row: service.row.value,
        name: service.name.clone().unwrap_or_default(),
        unit: service.unit.clone().unwrap_or_default(),
    });
    new.collect()
}

/// Tells the services of last year that exist still from those that do not: a row of another instrument is another service.
fn sorted_services<'l>(last: &'l Workspace, now: &Instrument) -> (Vec<&'l Service>, Vec<&'l Service>) {
    let allowed = now.all_rows();
    let same_instrument = is_same(last, now);
    let before = last.manifest.iter().flat_map(|manifest| &manifest.services);
    before.partition(|service| same_instrument && allowed.contains(&service.row.value))
}

/// Tells whether the new evaluation has the instrument of last year.
pub(super) fn is_same(last: &Workspace, now: &Instrument) -> bool {
    last.instrument.as_ref().is_some_and(|before| before.id == now.id)
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
    pub(super) fn new(loaded: &'a Loaded, now: &'a Instrument, services: &[NewService], told: &'a mut Told) -> Self {
        let services = services.iter().map(|service| service.row).collect();
        let rows = now.rows(&services);
        let (lost, off_scale, standing) = (BTreeSet::new(), BTreeSet::new(), Standing::default());
        Self { loaded, now, rows, lost, off_scale, standing, told }
    }

    /// Puts everything that stays into the files of the new workspace, tells it, and returns how that stands.
    pub(super) fn carry(mut self, changes: &mut Changes, year: u32) -> Result<Standing, Failure> {
        let before = self.loaded.workspace.manifest.as_ref().map_or(year, |manifest| manifest.year.value);
        self.team(changes)?;
        self.assignments(changes, i64::from(year) - i64::from(before))?;
        self.recommendations(changes)?;
        self.served(changes)?;
        self.look(changes);
        self.tell_lost();
        self.tell_services();
        self.tell_levels();
        Ok(self.standing)
    }

    /// Tells the rows that nothing continues.
    fn tell_lost(&mut self) {
        if self.lost.is_empty() {
            return;
        }
        let rows = list(&self.lost);
        self.told.doubtful(
            bilingual!(
                "tanpa padanan di instrumen baru: {rows}",
                "without a counterpart in the new instrument: {rows}"
            ),
            bilingual!(
                "yang menyangkut indikator itu tetap ada di ruang kerja tahun lalu",
                "what belongs to them stays in last year's workspace"
            ),
        );
    }

    /// Tells the services that do not go on.
    fn tell_services(&mut self) {
        let (_, gone) = sorted_services(&self.loaded.workspace, self.now);
        if gone.is_empty() {
            return;
        }
        let gone: Vec<String> = gone.into_iter().map(shown).collect();
        let (gone, now) = (gone.join(", "), &self.now.id);
        self.told.doubtful(
            bilingual!("layanan tanpa padanan di `{now}`: {gone}", "services without a counterpart in `{now}`: {gone}"),
            self.about_services(),
        );
    }

    /// Tells where a level stood that the new scale does not have.
    fn tell_levels(&mut self) {
        if self.off_scale.is_empty() {
            return;
        }
        let (rows, now) = (list(&self.off_scale), &self.now.id);
        self.told.doubtful(
            bilingual!(
                "level yang tidak ada di skala `{now}`, dikosongkan pada: {rows}",
                "levels that are not on the scale of `{now}`, left empty at: {rows}"
            ),
            bilingual!(
                "isi levelnya di `{RECOMMENDATIONS}` dan `{WANTED}`",
                "fill the level in, in `{RECOMMENDATIONS}` and `{WANTED}`"
            ),
        );
    }

    /// Says what to do about services that do not go on.
    fn about_services(&self) -> Bilingual {
        if self.rows.iter().any(|row| row.service.is_some()) {
            return bilingual!("isi [[service]] di `{MANIFEST}`", "fill in each [[service]] in `{MANIFEST}`");
        }
        bilingual!(
            "instrumen ini tidak menilai tiap layanan; hasil tahun lalu tetap di ruang kerjanya",
            "this instrument assesses no single services; last year's result stays in its workspace"
        )
    }

    /// Returns a level as it is written; one that the new scale does not have is left empty, and told.
    fn level(&mut self, row: RowId, level: Option<&Located<Decimal>>) -> String {
        let Some(level) = level else { return String::new() };
        if self.now.scale.allows(level.value) {
            return level.value.to_string();
        }
        self.off_scale.insert(row);
        String::new()
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

    /// Takes the recommendations over that are still open, as they are due.
    fn recommendations(&mut self, changes: &mut Changes) -> Result<(), Failure> {
        let workspace = &self.loaded.workspace;
        let mut records = Vec::new();
        for advice in workspace.recommendations.iter().filter(|advice| advice.state == State::Open) {
            for row in self.continued(advice.row.value) {
                records.push(vec![
                    row.to_string(),
                    self.level(row, advice.to_level.as_ref()),
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
            self.told.came(bilingual!("{count} rekomendasi yang masih terbuka", "{count} open recommendations"));
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
                let level = self.level(row, link.level.as_ref());
                let (kind, unit) = (document.kind.code().to_owned(), document.unit.clone().unwrap_or_default());
                records.insert((row, vec![row.to_string(), level, kind, document.title.clone(), unit]));
            }
        }
        let count = records.len();
        self.standing.wanted = count;
        if count > 0 {
            put(changes, WANTED, &wanted::SCHEMA, records.into_iter().map(|(_, cells)| cells))?;
            self.told.came(bilingual!(
                "{count} dokumen yang dipakai tahun lalu, sebagai daftar keinginan (`{WANTED}`)",
                "{count} documents that served last year, as a wish list (`{WANTED}`)"
            ));
        }
        Ok(())
    }
}

/// Lists rows as the command line takes them.
fn list(rows: &BTreeSet<RowId>) -> String {
    listed(&rows.iter().copied().collect::<Vec<_>>())
}

/// Names a service for a message.
fn shown(service: &Service) -> String {
    let row = service.row.value;
    service.name.as_ref().map_or_else(|| row.to_string(), |name| format!("{name} ({row})"))
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
    changes.drop(file);
    changes.text(file, table.into_text());
    Ok(())
}
