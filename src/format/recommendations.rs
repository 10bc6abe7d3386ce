//! `recommendations.csv`.

use crate::format::reading::Reading;
use crate::format::scalar;
use crate::format::table::edit::TableEdit;
use crate::format::table::parse::parse;
use crate::format::table::row::Row;
use crate::format::table::schema::Schema;
use crate::model::recommendation::{Draft, Recommendation};
use crate::text::word::Vocabulary;

/// The shape of the table; several people add to it at once.
pub(crate) static SCHEMA: Schema = Schema {
    columns: &["indicator", "to_level", "action", "unit", "due", "priority", "source", "state"],
    keys: 3,
    later: 0,
    one_line: true,
};

/// Reads `recommendations.csv`.
pub(crate) fn read(text: &str, reading: &Reading) -> Vec<Recommendation> {
    let Some(table) = parse(text, &SCHEMA, reading) else { return Vec::new() };
    Row::all(&table, &SCHEMA, reading).filter_map(recommendation).collect()
}

/// Reads a recommendation; nothing without its row and what to do.
fn recommendation(row: Row<'_>) -> Option<Recommendation> {
    let (id, action) = (row.row_id("indicator"), row.required("action").map(|_| row.said("action", true)));
    let to_level = row.optional_level("to_level");
    let due = row.date("due");
    let (source, state) = (word(row, "source"), word(row, "state"));
    Some(Recommendation {
        row: id?,
        to_level,
        action: action?,
        unit: row.filled("unit").map(|unit| unit.value),
        due,
        priority: row.filled("priority").map(|priority| priority.value),
        source,
        state,
        place: row.place(),
    })
}

/// Returns the cells of a record, with the level as the table writes numbers.
pub(crate) fn cells(draft: &Draft, table: &TableEdit<'_>) -> [String; 8] {
    [
        draft.row.to_string(),
        draft.to_level.map(|level| table.number(level)).unwrap_or_default(),
        draft.action.clone(),
        draft.unit.clone().unwrap_or_default(),
        draft.due.map(|due| due.to_string()).unwrap_or_default(),
        draft.priority.clone().unwrap_or_default(),
        draft.source.code().to_owned(),
        draft.state.code().to_owned(),
    ]
}

/// Reads a word that may be absent; an absent or unreadable one is the usual.
fn word<T: Vocabulary + Default>(row: Row<'_>, column: &str) -> T {
    let found = row
        .filled(column)
        .and_then(|text| scalar::word_text(&text.value, text.place.span.unwrap_or_default(), row.reading()));
    found.map(|word| word.value).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::format::reading::Reading;
    use crate::model::recommendation::{Source, State};

    #[test]
    fn what_is_not_said_is_the_usual() {
        let text = "indicator,to_level,action,unit,due,priority,source,state\n\
                    16,2,Susun kebijakan WBS,Inspektorat,2019-03-31,tinggi,,\n\
                    17,3,Perluas,,,,eksternal,selesai\n18,,,,,,,\n";
        let reading = Reading::new("recommendations.csv");
        let read = read(text, &reading);
        assert_eq!((read[0].source, read[0].state), (Source::Internal, State::Open));
        assert_eq!((read[1].source, read[1].state), (Source::External, State::Done));
        let rules: Vec<_> = reading.finish().into_iter().map(|finding| finding.rule).collect();
        assert_eq!(rules, ["not-canonical", "not-canonical", "missing-field"]);
    }
}
