//! The rule `instrument-year`.

use crate::bilingual;
use crate::check::Facts;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::text::bilingual::Bilingual;

/// The instrument is not in use in the year of the evaluation.
pub(crate) static RULE: Rule = Rule {
    id: "instrument-year",
    severity: Severity::Warning,
    stage: Stage::Planning,
    summary: Bilingual::fixed(
        "instrumen tidak berlaku pada tahun evaluasi",
        "the instrument is not in use in the year of the evaluation",
    ),
    why: Bilingual::fixed(
        "Kementerian menilai dengan instrumen yang berlaku pada tahun itu; hasil dari instrumen lain tidak dapat \
         dibandingkan.",
        "The ministry assesses with the instrument in use that year; the result of another can't be compared.",
    ),
    example: Bilingual::fixed(
        concat!(
            "spbe.toml:  year = 2024\n",
            "            instrument = \"spbe-2018\"\n",
            "`spbe-2018` berlaku dari 2018 sampai 2020",
        ),
        concat!(
            "spbe.toml:  year = 2024\n",
            "            instrument = \"spbe-2018\"\n",
            "`spbe-2018` was in use from 2018 to 2020",
        ),
    ),
    mend: Bilingual::fixed(
        "Perbaiki `year` di spbe.toml, atau buat ruang kerja dengan instrumen tahun itu.",
        "Correct `year` in spbe.toml, or make a workspace with the instrument of that year.",
    ),
};

/// Compares the year with those of the instrument.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let (Some(instrument), Some(manifest)) = (&facts.workspace.instrument, &facts.workspace.manifest) else { return };
    let (id, year, years) = (&instrument.id, manifest.year.value, instrument.years);
    if years.contains(year) {
        return;
    }
    let from = years.from;
    let until = years.to.map_or_else(
        || bilingual!("`{id}` berlaku sejak {from}", "`{id}` is in use since {from}"),
        |to| bilingual!("`{id}` berlaku dari {from} sampai {to}", "`{id}` is in use from {from} to {to}"),
    );
    let message = bilingual!("`{id}` tidak berlaku pada tahun {year}", "`{id}` is not in use in the year {year}");
    findings.push(Finding::at(RULE.id, manifest.year.place.clone(), message).help(until));
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::{at, sound};

    #[test]
    fn a_year_of_another_instrument_is_found() {
        let mut case = sound();
        case.manifest().year = at("spbe.toml", 2, 2017);
        assert_eq!(case.says(check), ["spbe.toml:2 `tiny` is not in use in the year 2017"]);
        case.manifest().year = at("spbe.toml", 2, 2021);
        case.instrument().years.to = Some(2020);
        assert_eq!(case.advises(check), ["`tiny` is in use from 2018 to 2020"]);
    }

    #[test]
    fn a_year_of_the_instrument_is_silent() {
        assert!(sound().says(check).is_empty());
    }
}
