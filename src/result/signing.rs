//! Where reports and forms are signed.

use crate::bilingual;
use crate::model::instrument::Instrument;
use crate::model::manifest::{Agency, AgencyKind};
use crate::model::role::Role;
use crate::result::label::capitalised;
use crate::result::report::Report;
use crate::text::bilingual::Bilingual;
use crate::text::language::Language;
use crate::text::word::Vocabulary;

/// Stands where somebody writes by hand.
pub(crate) const DOTS: &str = "....................";

/// Writes place and day of a signature; the day is left to the pen.
pub(crate) fn place_and_day(report: &Report<'_>) -> String {
    format!("{} {}", place_and_open_day(report), report.year)
}

/// Writes the place of a signature that may be given in a later year; day and year are left to the pen.
pub(crate) fn place_and_open_day(report: &Report<'_>) -> String {
    let stated = report.workspace.presentation.place.as_deref();
    format!("{}, {DOTS}", stated.unwrap_or_else(|| place_of(report.agency)))
}

/// Names the office in which a role signs, the same in reports and forms.
pub(crate) fn office(instrument: &Instrument, role: Role, language: Language) -> String {
    let (name, team) = (role_name(instrument, role, language), team_name(instrument, language));
    let subject = instrument.subject.get(language);
    match role {
        Role::Coordinator => bilingual!("{name} {subject}", "{name} of {subject}").get(language).to_owned(),
        Role::Responsible => bilingual!("{name} {team}", "{name}, {team}").get(language).to_owned(),
        Role::DataEntry | Role::Member => name,
    }
}

/// Names a role as the instrument does.
pub(crate) fn role_name(instrument: &Instrument, role: Role, language: Language) -> String {
    let named = instrument.roles.iter().find(|known| known.role == role);
    named.map_or_else(|| capitalised(role.label(language)), |known| known.name.get(language).to_owned())
}

/// Names the team: evaluators by one instrument, assessors by another.
pub(crate) fn team_name(instrument: &Instrument, language: Language) -> String {
    let (id, en) = (capitalised(&instrument.evaluator.id), &instrument.evaluator.en);
    let subject = instrument.subject.get(language);
    bilingual!("Tim {id} Internal {subject}", "internal {en} team for {subject}").get(language).to_owned()
}

/// Names the head of an agency, who decrees: `Bupati Pemalang`; an unusual name stands whole behind the office.
pub(crate) fn head_of(agency: &Agency, language: Language) -> String {
    let office = match agency.kind {
        AgencyKind::Regency => Bilingual::fixed("Bupati", "Regent of"),
        AgencyKind::City => Bilingual::fixed("Wali Kota", "Mayor of"),
        AgencyKind::Province => Bilingual::fixed("Gubernur", "Governor of"),
        AgencyKind::Ministry => Bilingual::fixed("Menteri", "Minister of"),
        AgencyKind::Agency | AgencyKind::Institution => Bilingual::fixed("Kepala", "Head of"),
    };
    let office = office.get(language);
    format!("{office} {}", own_name(agency).unwrap_or(&agency.name))
}

/// Finds the place where an agency signs: a regency or city carries it in its name, of all others it is not known.
fn place_of(agency: &Agency) -> &str {
    match agency.kind {
        AgencyKind::Regency | AgencyKind::City => own_name(agency).unwrap_or(DOTS),
        AgencyKind::Ministry | AgencyKind::Agency | AgencyKind::Institution | AgencyKind::Province => DOTS,
    }
}

/// Returns the name of an agency without the words that say of which kind it is.
fn own_name(agency: &Agency) -> Option<&str> {
    let beginnings: &[&str] = match agency.kind {
        AgencyKind::Regency => &["Pemerintah Kabupaten ", "Pemerintah Daerah Kabupaten ", "Pemkab ", "Kabupaten "],
        AgencyKind::City => &["Pemerintah Kota ", "Pemerintah Daerah Kota ", "Pemkot ", "Kota "],
        AgencyKind::Province => &["Pemerintah Provinsi ", "Pemerintah Daerah Provinsi ", "Pemprov ", "Provinsi "],
        AgencyKind::Ministry => &["Kementerian "],
        AgencyKind::Agency | AgencyKind::Institution => &[],
    };
    beginnings.iter().find_map(|beginning| agency.name.strip_prefix(beginning))
}

#[cfg(test)]
mod tests {
    use super::{DOTS, head_of, office, place_and_day, place_of};
    use crate::model::manifest::{Agency, AgencyKind};
    use crate::model::role::Role;
    use crate::result::report::Report;
    use crate::result::testing::{denpasar, instrument_of};
    use crate::text::language::Language;

    #[test]
    fn a_coordinator_signs_for_what_the_instrument_evaluates() {
        let of = |id: &str, language| office(&instrument_of(id), Role::Coordinator, language);
        assert_eq!(of("spbe-2020", Language::Indonesian), "Koordinator SPBE");
        assert_eq!(of("pemdi-2026", Language::Indonesian), "Koordinator Pemerintah Digital");
        assert_eq!(of("pemdi-2026", Language::English), "Coordinator of digital government");
    }

    #[test]
    fn a_place_that_is_not_known_is_left_to_the_pen() {
        let agency = |name: &str, kind| Agency { name: name.to_owned(), kind, code: None };
        assert_eq!(place_of(&agency("Pemerintah Kabupaten Pemalang", AgencyKind::Regency)), "Pemalang");
        assert_eq!(place_of(&agency("Pemerintah Kota Denpasar", AgencyKind::City)), "Denpasar");
        assert_eq!(place_of(&agency("Pemerintah Provinsi Bali", AgencyKind::Province)), DOTS);
        assert_eq!(place_of(&agency("Kementerian Contoh", AgencyKind::Ministry)), DOTS);
    }

    #[test]
    fn who_decrees_is_named_after_the_agency() {
        let head = |name: &str, kind, language| head_of(&Agency { name: name.to_owned(), kind, code: None }, language);
        let id = Language::Indonesian;
        assert_eq!(head("Pemerintah Kabupaten Pemalang", AgencyKind::Regency, id), "Bupati Pemalang");
        assert_eq!(head("Pemerintah Kota Denpasar", AgencyKind::City, Language::English), "Mayor of Denpasar");
        assert_eq!(head("Pemerintah Provinsi Bali", AgencyKind::Province, id), "Gubernur Bali");
        assert_eq!(head("Kementerian Keuangan", AgencyKind::Ministry, id), "Menteri Keuangan");
        assert_eq!(head("Badan Pusat Statistik", AgencyKind::Agency, id), "Kepala Badan Pusat Statistik");
    }

    #[test]
    fn the_place_that_the_agency_states_comes_first() {
        let mut workspace = denpasar();
        workspace.presentation.place = Some("Sanur".to_owned());
        let report = Report::of(&workspace, &[]).expect("a report");
        assert_eq!(place_and_day(&report), format!("Sanur, {DOTS} 2018"));
    }
}
