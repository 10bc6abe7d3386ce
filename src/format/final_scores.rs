//! `scores/final.csv`: the agreed levels, and the agency's own answers.

use crate::format::reading::Reading;
use crate::format::table::parse::parse;
use crate::format::table::row::Row;
use crate::format::table::schema::Schema;
use crate::model::score::{Answer, FinalScore};

/// The shape of the table; a conflict in it must stay a conflict.
pub(crate) static SCHEMA: Schema = Schema {
    columns: &["indicator", "level", "date", "decided_by", "reason", "explanation"],
    keys: 1,
    later: 1,
    one_line: false,
};

/// Reads `scores/final.csv`.
///
/// A row without a level holds an answer alone: it settles nothing, and neither reason nor decider is asked.
pub(crate) fn read(text: &str, reading: &Reading) -> (Vec<FinalScore>, Vec<Answer>) {
    let Some(table) = parse(text, &SCHEMA, reading) else { return (Vec::new(), Vec::new()) };
    let rows: Vec<(Option<FinalScore>, Option<Answer>)> = Row::all(&table, &SCHEMA, reading).map(row).collect();
    let (finals, answers): (Vec<_>, Vec<_>) = rows.into_iter().unzip();
    (finals.into_iter().flatten().collect(), answers.into_iter().flatten().collect())
}

/// Reads what a row says: an agreed level, an answer, or both; one of them must be there.
fn row(row: Row<'_>) -> (Option<FinalScore>, Option<Answer>) {
    let Some(id) = row.row_id("indicator") else { return (None, None) };
    let answer = Some(row.said("explanation", false)).filter(|text| !text.value.is_empty());
    let level = if answer.is_some() { row.optional_level("level") } else { row.level("level") };
    let answer = answer.map(|text| Answer { row: id.clone(), text, alone: level.is_none() });
    let date = row.date("date");
    let settled = level.map(|level| FinalScore {
        row: id,
        level,
        date,
        decided_by: row.filled("decided_by"),
        reason: row.said("reason", false),
    });
    (settled, answer)
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::format::reading::Reading;

    fn rows(text: &str) -> (Vec<String>, Vec<String>, Vec<&'static str>) {
        let reading = Reading::new("scores/final.csv");
        let (finals, answers) = read(text, &reading);
        (
            finals.iter().map(|score| format!("{} {}", score.row.value, score.level.value)).collect(),
            answers.iter().map(|answer| format!("{} {}", answer.row.value, answer.text.value)).collect(),
            reading.finish().into_iter().map(|finding| finding.rule).collect(),
        )
    }

    #[test]
    fn a_row_without_a_level_is_an_answer_alone() {
        let text = "indicator,level,date,decided_by,reason,explanation\n\
                    1,3,2018-07-02,sekda,Sesuai kriteria\n2,,,,,\"Sudah ada SK,\nmenyusul SOP\"\n3,2,,,,Ada\n4,,,,,\n";
        let (finals, answers, rules) = rows(text);
        assert_eq!(finals, ["1 3", "3 2"], "a row that ends before the answer has none");
        assert_eq!(answers, ["2 Sudah ada SK,\nmenyusul SOP", "3 Ada"]);
        assert_eq!(rules, ["missing-field"], "a row with neither says nothing");
    }

    #[test]
    fn a_file_of_before_has_no_answers() {
        let (finals, answers, rules) = rows("indicator,level,date,decided_by,reason\n1,3,,,\n2,,,,x\n");
        assert_eq!((finals.len(), answers.len()), (1, 0));
        assert_eq!(rules, ["missing-field"]);
    }
}
