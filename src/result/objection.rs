//! What the agency can answer the assessors: the rows on which they gave less than it claims, with their reason.

use crate::model::decimal::Decimal;
use crate::result::report::Report;
use crate::result::submission::{Submitted, submitted};

/// A row on which the assessors gave less than the agency claims.
#[derive(Clone, Debug)]
pub(crate) struct Disputed<'a> {
    /// What was handed in.
    pub(crate) submitted: Submitted<'a>,
    /// The level that the agency claims.
    pub(crate) claimed: Decimal,
    /// The level that the assessors gave.
    pub(crate) given: Decimal,
    /// What they noted, at the latest stage that says something; empty where they noted nothing.
    pub(crate) note: &'a str,
}

/// Finds the rows on which the assessors gave less than the agency claims, in order.
pub(crate) fn disputed<'a>(report: &'a Report<'a>) -> Vec<Disputed<'a>> {
    let row = |submitted: Submitted<'a>| {
        let (claimed, given) = (submitted.line.level?, submitted.line.external?);
        let own = report.workspace.external.iter().filter(|score| score.row.value == submitted.line.row);
        let noted = own.filter(|score| !score.note.trim().is_empty()).max_by_key(|score| score.stage);
        let note = noted.map_or("", |score| score.note.trim());
        (given < claimed).then_some(Disputed { submitted, claimed, given, note })
    };
    submitted(report).into_iter().filter_map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::disputed;
    use crate::result::testing::{assessed, report, settled};

    #[test]
    fn a_row_with_a_lower_level_is_disputed_with_the_latest_note() {
        let mut workspace = settled();
        let level = |row: usize| report(&settled()).indicators[row].level.expect("a level").to_string();
        assessed(
            &mut workspace,
            &format!("1,document,0,Mana SOP-nya?\n1,interview,0,\n2,document,{},Baik\n3,visit,0,\n", level(1)),
        );
        let report = report(&workspace);
        let rows = disputed(&report);
        let said: Vec<_> = rows.iter().map(|row| (row.submitted.line.row.indicator, row.given, row.note)).collect();
        assert_eq!(said, [(1, 0.into(), "Mana SOP-nya?"), (3, 0.into(), "")]);
    }
}
