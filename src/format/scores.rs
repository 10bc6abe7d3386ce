//! `scores/<member>.csv`.

use crate::format::reading::Reading;
use crate::format::scalar;
use crate::format::table::parse::parse;
use crate::format::table::row::Row;
use crate::format::table::schema::Schema;
use crate::model::id::Id;
use crate::model::score::{Method, Score};

/// The shape of the table; it has one author.
pub(crate) static SCHEMA: Schema = Schema {
    columns: &["indicator", "level", "method", "date", "evidence", "explanation"],
    keys: 1,
    later: 0,
    one_line: false,
};

/// Reads the score file of a member.
pub(crate) fn read(text: &str, by: &Id, reading: &Reading) -> Vec<Score> {
    let Some(table) = parse(text, &SCHEMA, reading) else { return Vec::new() };
    Row::all(&table, &SCHEMA, reading).filter_map(|row| score(row, by)).collect()
}

/// Reads a score; nothing without its row and level, while a wrong method is only left out.
fn score(row: Row<'_>, by: &Id) -> Option<Score> {
    let (id, level) = (row.row_id("indicator"), row.level("level"));
    let methods = row.parts("method", '+').into_iter().filter_map(|part| {
        scalar::word_text::<Method>(&part.value, part.place.span.unwrap_or_default(), row.reading())
    });
    let methods = methods.map(|method| method.value).collect();
    let date = row.date("date");
    Some(Score {
        by: by.clone(),
        row: id?,
        level: level?,
        methods,
        date,
        evidence: row.parts("evidence", ' '),
        explanation: row.said("explanation", false),
    })
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::diagnostic::source::{LineColumn, line_column};
    use crate::format::reading::Reading;
    use crate::model::id::Id;
    use crate::model::score::Method;

    #[test]
    fn every_cell_is_read_with_its_place() {
        let text = "indicator,level,method,date,evidence,explanation\n\
                    9,3,document+wawancara,2018-07-02,a-1 b-2,\"Fakta;\nanalisis\"\n";
        let reading = Reading::new("scores/hukum.csv");
        let scores = read(text, &Id::parse("hukum").expect("an id"), &reading);
        let score = &scores[0];
        assert_eq!(score.methods, [Method::Document, Method::Interview]);
        assert_eq!(score.explanation.value, "Fakta;\nanalisis");
        let second = score.evidence[1].place.span.clone().expect("a span");
        assert_eq!(&text[second], "b-2");
        let findings = reading.finish();
        assert_eq!(findings.len(), 1, "only the Indonesian word: {findings:?}");
        assert_eq!(findings[0].rule, "not-canonical");
    }

    #[test]
    fn bad_cells_are_found_where_they_stand() {
        let text = "indicator,level,method,date,evidence,explanation\n\
                    9,-1,document,17/04/2018,,\n12,three,phone,2018-02-30,,\nx,3,,,,\n13,3,4\n14,,,,,\n";
        let reading = Reading::new("scores/hukum.csv");
        assert_eq!(read(text, &Id::parse("hukum").expect("an id"), &reading).len(), 0);
        let found: Vec<_> = reading
            .finish()
            .into_iter()
            .map(|finding| {
                let span = finding.place.and_then(|place| place.span).expect("a span");
                let LineColumn { line, column } = line_column(text, span.start);
                (line, column, finding.rule)
            })
            .collect();
        let expected = [
            (5, 1, "bad-syntax"),
            (2, 3, "bad-value"),
            (2, 15, "not-canonical"),
            (3, 4, "bad-value"),
            (3, 10, "bad-value"),
            (3, 16, "bad-value"),
            (4, 1, "bad-value"),
            (6, 4, "missing-field"),
        ];
        assert_eq!(found, expected);
    }
}
