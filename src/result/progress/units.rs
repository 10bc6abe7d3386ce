//! What units that own rows still owe.

use jiff::civil::Date;

use crate::model::row::RowId;
use crate::result::owners::{Owner, owners};
use crate::result::report::Report;
use crate::result::wanted::{Need, Want, needs};

/// What a unit owns and still owes.
#[derive(Clone, Debug)]
pub(crate) struct UnitProgress<'a> {
    /// The name.
    pub(crate) name: &'a str,
    /// Its rows, with what each has and wants.
    pub(crate) needs: Vec<Need<'a>>,
}

impl<'a> UnitProgress<'a> {
    /// Returns the rows whose evidence is missing.
    pub(crate) fn lacking(&self) -> impl Iterator<Item = &Need<'a>> {
        self.needs.iter().filter(|need| need.is_lacking())
    }

    /// Returns the rows on which evidence for a higher level would lead on to the target.
    pub(crate) fn improvable(&self) -> impl Iterator<Item = &Need<'a>> {
        self.needs.iter().filter(|need| matches!(need.wanted, Want::Next(_)))
    }

    /// Returns the first day on which missing evidence is due.
    pub(crate) fn due(&self) -> Option<Date> {
        self.lacking().filter_map(|need| need.due).min()
    }
}

/// Finds what each unit owes, as they stand in `team.toml`.
pub(crate) fn units<'a>(report: &'a Report<'a>) -> Vec<UnitProgress<'a>> {
    let unit = |owner: Owner<'a>| UnitProgress { name: owner.name, needs: needs(report, &owner) };
    owners(report.workspace).into_iter().map(unit).collect()
}

/// Returns the rows of needs.
pub(crate) fn rows<'n, 'a: 'n>(needs: impl Iterator<Item = &'n Need<'a>>) -> Vec<RowId> {
    needs.map(|need| need.line.row).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{rows, units};
    use crate::result::progress::runs::listed;
    use crate::result::testing::{assign, pemalang, report, support};

    #[test]
    fn what_is_missing_is_told_from_what_would_lead_on() {
        let mut workspace = pemalang();
        support(&mut workspace, "jdih,document,JDIH,2018-01-02,,evidence/jdih.pdf,00\n", "33,jdih,2\n");
        assign(&mut workspace, "4,tik,2018-07-10\n");
        let report = report(&workspace);
        let units = units(&report);
        let told: Vec<_> = units
            .iter()
            .map(|unit| (unit.name, listed(&rows(unit.lacking())), listed(&rows(unit.improvable())), unit.due()))
            .collect();
        assert_eq!(told[0], ("Bagian Hukum", String::new(), "33".to_owned(), None));
        assert_eq!(told[1], ("Dinas Kominfo", "3, 4, 18".to_owned(), String::new(), Some(date(2018, 7, 10))));
    }
}
