//! The rule `service-missing`.

use crate::bilingual;
use crate::check::Facts;
use crate::check::wording::quoted;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::text::bilingual::Bilingual;

/// An indicator that is assessed per service has too few services.
pub(crate) static RULE: Rule = Rule {
    id: "service-missing",
    severity: Severity::Error,
    stage: Stage::Planning,
    summary: Bilingual::fixed(
        "layanan yang harus dinilai kurang dari yang diminta instrumen",
        "fewer services are assessed than the instrument asks for",
    ),
    why: Bilingual::fixed(
        "Indikator yang dinilai per layanan hanya ada selama ada layanannya; tanpa itu indeks dihitung tanpa \
         indikator tersebut.",
        "An indicator assessed per service exists only as its services; without them the index is computed without it.",
    ),
    example: Bilingual::fixed(
        "spbe.toml: tidak ada [[service]] dengan row \"35-1\", \"35-2\" atau \"35-3\"",
        "spbe.toml: no [[service]] whose row is \"35-1\", \"35-2\" or \"35-3\"",
    ),
    mend: Bilingual::fixed(
        "Tambahkan `[[service]]` dengan `row` dan `name` di spbe.toml.",
        "Add a `[[service]]` with `row` and `name` to spbe.toml.",
    ),
};

/// Counts the services of every indicator that is assessed per service.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let (Some(instrument), Some(manifest)) = (&facts.workspace.instrument, &facts.workspace.manifest) else { return };
    let services = manifest.service_rows();
    let repeated = instrument.indicators.iter().filter_map(|indicator| Some((indicator, indicator.repeat?)));
    for (indicator, repeat) in repeated {
        let rows = indicator.rows();
        let found = rows.iter().filter(|row| services.contains(*row)).count();
        let (id, least) = (indicator.id, repeat.least);
        if usize::try_from(least).is_ok_and(|least| found >= least) {
            continue;
        }
        let message = bilingual!(
            "indikator `{id}` dinilai untuk sekurang-kurangnya {least} layanan, di sini {found}",
            "indicator `{id}` is assessed for {least} services or more, here for {found}"
        );
        let rows = quoted(rows);
        let help = bilingual!(
            "tambahkan `[[service]]` dengan salah satu `row` ini: {rows}",
            "add a `[[service]]` with one of these as its `row`: {rows}"
        );
        findings.push(Finding::at(RULE.id, manifest.instrument.place.clone(), message).help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::sound;

    #[test]
    fn an_indicator_without_any_service_would_be_left_out_of_the_index() {
        let mut case = sound();
        case.manifest().services.clear();
        assert_eq!(case.says(check), ["spbe.toml:3 indicator `3` is assessed for 1 services or more, here for 0"]);
        assert_eq!(case.advises(check), ["add a `[[service]]` with one of these as its `row`: `3-1`, `3-2`, `3-3`"]);
    }

    #[test]
    fn one_service_is_enough_where_the_instrument_says_so() {
        let mut case = sound();
        case.manifest().services.truncate(1);
        assert!(case.says(check).is_empty());
    }
}
