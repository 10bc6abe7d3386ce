//! The recommendations as a list: `spbe recommend list`.

use serde::Serialize;

use crate::bilingual;
use crate::index::agreement::standings;
use crate::model::decimal::Decimal;
use crate::model::recommendation::{Recommendation, Source, State};
use crate::model::workspace::Workspace;
use crate::report::grid::{Column, Grid, shortened};
use crate::report::label::capitalised;
use crate::text::bilingual::Bilingual;
use crate::text::language::Language;
use crate::text::number::with_mark;
use crate::text::word::Vocabulary;

/// How much of a unit's name is shown; the whole is in the JSON.
const UNIT: usize = 20;

/// A recommendation with the level that its row has now.
#[derive(Debug)]
pub struct Entry<'a> {
    advice: &'a Recommendation,
    level: Option<Decimal>,
}

impl Entry<'_> {
    /// Tells whether this is in a state and of a unit, as far as these are asked for; case does not matter.
    pub fn matches(&self, state: Option<State>, unit: Option<&str>) -> bool {
        let folded = |name: &str| name.trim().to_lowercase();
        let own = folded(self.advice.unit.as_deref().unwrap_or_default());
        state.is_none_or(|state| state == self.advice.state) && unit.is_none_or(|unit| folded(unit) == own)
    }
}

/// Returns all recommendations, as they stand in the file.
pub fn entries(workspace: &Workspace) -> Vec<Entry<'_>> {
    let standings = standings(workspace);
    let level = |advice: &Recommendation| standings.get(&advice.row.value).and_then(|standing| standing.level());
    workspace.recommendations.iter().map(|advice| Entry { advice, level: level(advice) }).collect()
}

/// Writes recommendations for a terminal; what is usual, an open one of the agency's own, is not said each time.
pub fn text(entries: &[Entry<'_>], language: Language, width: usize) -> String {
    if entries.is_empty() {
        let none = bilingual!(
            "Tidak ada rekomendasi; susun dengan `spbe recommend`.\n",
            "There are no recommendations; draft them with `spbe recommend`.\n"
        );
        return none.get(language).to_owned();
    }
    let heading = |id: &'static str, en: &'static str| Bilingual::fixed(id, en).get(language).to_owned();
    let mut grid = Grid::new(vec![
        Column::left("No"),
        Column::left("Level"),
        Column::left(heading("Prioritas", "Priority")),
        Column::left(heading("Keadaan", "State")),
        Column::left(heading("Sumber", "Source")),
        Column::left(heading("Tenggat", "Due")),
        Column::left("Unit"),
        Column::giving_way(heading("Tindakan", "Action")),
    ]);
    for entry in entries {
        let advice = entry.advice;
        let (usual_state, usual_source) = (advice.state == State::default(), advice.source == Source::default());
        grid.row(vec![
            advice.row.value.to_string(),
            levels(entry, language),
            advice.priority.clone().unwrap_or_default(),
            if usual_state { String::new() } else { advice.state.label(language).to_owned() },
            if usual_source { String::new() } else { advice.source.label(language).to_owned() },
            advice.due.as_ref().map(|due| due.value.to_string()).unwrap_or_default(),
            shortened(advice.unit.as_deref().unwrap_or_default(), UNIT),
            advice.action.value.clone(),
        ]);
    }
    format!("{}\n\n{}\n", grid.lines(width).join("\n"), summary(entries, language))
}

/// Shows the level of now and the one to reach.
fn levels(entry: &Entry<'_>, language: Language) -> String {
    let shown =
        |level: Option<Decimal>| level.map_or("–".to_owned(), |level| with_mark(&level.to_string(), language));
    let to = entry.advice.to_level.as_ref().map(|to| to.value);
    format!("{} → {}", shown(entry.level), shown(to))
}

/// Counts recommendations by state.
fn summary(entries: &[Entry<'_>], language: Language) -> String {
    let count = |state: &State| entries.iter().filter(|entry| entry.advice.state == *state).count();
    let part = |(state, _): &(State, _)| match count(state) {
        0 => None,
        count => Some(format!("{count} {}", state.label(language))),
    };
    capitalised(&State::WORDS.iter().filter_map(part).collect::<Vec<_>>().join(", ")) + "."
}

/// Writes recommendations as JSON, version 1.
pub fn json(entries: &[Entry<'_>]) -> String {
    crate::report::json_text(&ListOut { version: 1, recommendations: entries.iter().map(EntryV1::of).collect() })
}

#[derive(Serialize)]
struct ListOut<'a> {
    version: u32,
    recommendations: Vec<EntryV1<'a>>,
}

/// A recommendation in JSON, version 1, wherever one stands.
#[derive(Serialize)]
pub(crate) struct EntryV1<'a> {
    indicator: String,
    level: Option<String>,
    to_level: Option<String>,
    action: &'a str,
    unit: Option<&'a str>,
    due: Option<String>,
    priority: Option<&'a str>,
    source: &'static str,
    state: &'static str,
}

impl<'a> EntryV1<'a> {
    /// Takes a recommendation with the level of its row.
    pub(crate) fn of(Entry { advice, level }: &Entry<'a>) -> Self {
        Self {
            indicator: advice.row.value.to_string(),
            level: level.map(|level| level.to_string()),
            to_level: advice.to_level.as_ref().map(|to| to.value.to_string()),
            action: &advice.action.value,
            unit: advice.unit.as_deref(),
            due: advice.due.as_ref().map(|due| due.value.to_string()),
            priority: advice.priority.as_deref(),
            source: advice.source.code(),
            state: advice.state.code(),
        }
    }
}
