//! `scores/external.csv`.

use crate::format::reading::Reading;
use crate::format::table::parse::parse;
use crate::format::table::row::Row;
use crate::format::table::schema::Schema;
use crate::model::score::{ExternalScore, ExternalStage};

/// The shape of the table.
pub(crate) static SCHEMA: Schema =
    Schema { columns: &["indicator", "stage", "level", "note"], keys: 2, later: 0, one_line: false };

/// Reads `scores/external.csv`.
pub(crate) fn read(text: &str, reading: &Reading) -> Vec<ExternalScore> {
    let Some(table) = parse(text, &SCHEMA, reading) else { return Vec::new() };
    Row::all(&table, &SCHEMA, reading).filter_map(external_score).collect()
}

/// Reads what the ministry gave; nothing without its row, stage and level.
fn external_score(row: Row<'_>) -> Option<ExternalScore> {
    let (id, stage, level) = (row.row_id("indicator"), row.word::<ExternalStage>("stage"), row.level("level"));
    Some(ExternalScore { row: id?, stage: stage?.value, level: level?, note: row.text("note").value })
}

#[cfg(test)]
mod tests {
    use super::{SCHEMA, read};
    use crate::format::reading::Reading;
    use crate::format::table::edit::TableEdit;
    use crate::model::score::ExternalStage;

    #[test]
    fn every_stage_is_read_in_both_languages_and_the_last_one_is_the_result() {
        let text =
            "indicator,stage,level,note\n1,document,1,\n1,wawancara,2,\n1,visitasi,2,\n1,reviu,3,\n1,hasil,3,x\n";
        let stages: Vec<ExternalStage> =
            read(text, &Reading::new("external.csv")).into_iter().map(|score| score.stage).collect();
        assert!(stages.is_sorted() && stages.len() == 5, "{stages:?}");
        assert_eq!(stages.last(), Some(&ExternalStage::Result));
    }

    #[test]
    fn a_record_is_found_however_its_stage_is_spelt() {
        let text = "indicator,stage,level,note\n1,Hasil,3,x\n";
        let mut table = TableEdit::open(Some(text), &SCHEMA, "external.csv").expect("a table");
        table.put(&["1", "result", "2", "x"].map(str::to_owned), |_| std::cmp::Ordering::Less).expect("written");
        assert_eq!(table.into_text(), "indicator,stage,level,note\n1,Hasil,2,x\n");
    }
}
