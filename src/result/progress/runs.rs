//! Rows in few words: runs of whole indicators by their ends.

use crate::model::row::RowId;

/// Lists rows in the way in which the command line takes them: `1..4, 7, 35-1`; of two that follow each other each is told.
pub(crate) fn listed(rows: &[RowId]) -> String {
    parts(rows, "..").join(", ")
}

/// Lists rows as arguments of a command: `1..4 7 35-1`.
pub(crate) fn arguments(rows: &[RowId]) -> String {
    parts(rows, "..").join(" ")
}

/// Lists rows with a word between the ends of a run.
pub(crate) fn parts(rows: &[RowId], between: &str) -> Vec<String> {
    let mut runs: Vec<(RowId, RowId)> = Vec::new();
    for row in rows {
        match runs.last_mut() {
            Some((_, last)) if follows(*last, *row) => *last = *row,
            _ => runs.push((*row, *row)),
        }
    }
    let part = |(first, last): (RowId, RowId)| match last.indicator - first.indicator {
        0 => vec![first.to_string()],
        1 => vec![first.to_string(), last.to_string()],
        _ => vec![format!("{first}{between}{last}")],
    };
    runs.into_iter().flat_map(part).collect()
}

/// Tells whether an indicator comes right behind another; those assessed per service stand alone.
fn follows(row: RowId, next: RowId) -> bool {
    row.service.is_none() && next.service.is_none() && next.indicator == row.indicator.saturating_add(1)
}

#[cfg(test)]
mod tests {
    use super::{arguments, listed, parts};
    use crate::model::row::RowId;

    #[test]
    fn only_three_whole_indicators_or_more_make_a_run() {
        let rows = |texts: &[&str]| -> Vec<RowId> { texts.iter().map(|text| text.parse().expect("a row")).collect() };
        assert_eq!(listed(&rows(&["1", "2", "3", "4", "7"])), "1..4, 7");
        assert_eq!(listed(&rows(&["1", "2", "4", "35-1", "35-2", "35-3"])), "1, 2, 4, 35-1, 35-2, 35-3");
        assert_eq!(arguments(&rows(&["1", "2", "3", "35-1"])), "1..3 35-1");
        assert_eq!(parts(&rows(&["5", "6", "7", "9"]), " s.d. "), ["5 s.d. 7", "9"]);
        assert_eq!(listed(&[]), "");
    }
}
