//! The recommendations for a terminal: `spbe recommend list`.

use crate::bilingual;
use crate::model::decimal::Decimal;
use crate::model::recommendation::{Source, State};
use crate::result::label::capitalised;
use crate::result::recommendations::ListedRecommendation;
use crate::terminal::grid::{Column, Grid, shortened};
use crate::text::bilingual::Bilingual;
use crate::text::language::Language;
use crate::text::number::with_mark;
use crate::text::word::Vocabulary;

/// How much of a unit's name is shown; the whole is in the JSON.
const UNIT: usize = 20;

/// Writes recommendations for a terminal; what is usual, an open one of the agency's own, is not said each time.
pub(crate) fn text(entries: &[ListedRecommendation<'_>], language: Language, width: usize) -> String {
    if entries.is_empty() {
        let none = bilingual!(
            "Tidak ada rekomendasi; susun dengan `spbe recommend`.\n",
            "There are no recommendations; draft them with `spbe recommend`.\n"
        );
        return none.get(language).to_owned();
    }
    let heading = |id: &'static str, en: &'static str| Bilingual::fixed(id, en).get(language).to_owned();
    let mut grid = Grid::new(
        vec![
            Column::left("No"),
            Column::left("Level"),
            Column::left(heading("Prioritas", "Priority")).folding(3),
            Column::left(heading("Keadaan", "State")),
            Column::left(heading("Sumber", "Source")).folding(2),
            Column::left(heading("Tenggat", "Due")).folding(4),
            Column::left("Unit").folding(1),
            Column::giving_way(heading("Tindakan", "Action")),
        ],
        width,
    );
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
    format!("{}\n\n{}\n", grid.lines().join("\n"), summary(entries, language))
}

/// Shows the level of now and the one to reach.
fn levels(entry: &ListedRecommendation<'_>, language: Language) -> String {
    let shown =
        |level: Option<Decimal>| level.map_or("–".to_owned(), |level| with_mark(&level.to_string(), language));
    let to = entry.advice.to_level.as_ref().map(|to| to.value);
    format!("{} → {}", shown(entry.level), shown(to))
}

/// Counts recommendations by state.
fn summary(entries: &[ListedRecommendation<'_>], language: Language) -> String {
    let count = |state: &State| entries.iter().filter(|entry| entry.advice.state == *state).count();
    let part = |(state, _): &(State, _)| match count(state) {
        0 => None,
        count => Some(format!("{count} {}", state.label(language))),
    };
    capitalised(&State::WORDS.iter().filter_map(part).collect::<Vec<_>>().join(", ")) + "."
}
