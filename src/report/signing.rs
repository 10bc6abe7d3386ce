//! Where reports and forms are signed.

use crate::model::manifest::{Agency, AgencyKind};
use crate::report::result::Report;

/// Stands where somebody writes by hand.
pub(crate) const DOTS: &str = "....................";

/// Writes place and day of a signature; the day is left to the pen.
pub(crate) fn place_and_day(report: &Report<'_>) -> String {
    let stated = report.workspace.presentation.place.as_deref();
    format!("{}, {DOTS} {}", stated.unwrap_or_else(|| place_of(report.agency)), report.year)
}

/// Finds the place where an agency signs: a regency or city carries it in its name, of all others it is not known.
fn place_of(agency: &Agency) -> &str {
    let beginnings: &[&str] = match agency.kind {
        AgencyKind::Regency => &["Pemerintah Kabupaten ", "Pemerintah Daerah Kabupaten ", "Pemkab ", "Kabupaten "],
        AgencyKind::City => &["Pemerintah Kota ", "Pemerintah Daerah Kota ", "Pemkot ", "Kota "],
        AgencyKind::Ministry | AgencyKind::Agency | AgencyKind::Institution | AgencyKind::Province => &[],
    };
    beginnings.iter().find_map(|beginning| agency.name.strip_prefix(beginning)).unwrap_or(DOTS)
}

#[cfg(test)]
mod tests {
    use super::{DOTS, place_and_day, place_of};
    use crate::model::manifest::{Agency, AgencyKind};
    use crate::report::result::Report;
    use crate::report::testing::denpasar;

    #[test]
    fn a_place_that_is_not_known_is_left_to_the_pen() {
        let agency = |name: &str, kind| Agency { name: name.to_owned(), kind, code: None };
        assert_eq!(place_of(&agency("Pemerintah Kabupaten Pemalang", AgencyKind::Regency)), "Pemalang");
        assert_eq!(place_of(&agency("Pemerintah Kota Denpasar", AgencyKind::City)), "Denpasar");
        assert_eq!(place_of(&agency("Pemerintah Provinsi Bali", AgencyKind::Province)), DOTS);
        assert_eq!(place_of(&agency("Kementerian Contoh", AgencyKind::Ministry)), DOTS);
    }

    #[test]
    fn the_place_that_the_agency_states_comes_first() {
        let mut workspace = denpasar();
        workspace.presentation.place = Some("Sanur".to_owned());
        let report = Report::of(&workspace, &[]).expect("a report");
        assert_eq!(place_and_day(&report), format!("Sanur, {DOTS} 2018"));
    }
}
