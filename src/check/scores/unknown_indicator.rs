//! The rule `unknown-indicator`.

use std::collections::BTreeSet;

use crate::bilingual;
use crate::check::Facts;
use crate::check::wording::quoted;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::place::Located;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::model::instrument::Instrument;
use crate::model::row::RowId;
use crate::model::selector::Selector;
use crate::model::workspace::Workspace;
use crate::text::bilingual::Bilingual;
use crate::text::nearest::did_you_mean;

/// A row is named that is not evaluated.
pub(crate) static RULE: Rule = Rule {
    id: "unknown-indicator",
    severity: Severity::Error,
    stage: Stage::Planning,
    summary: Bilingual::fixed("indikator tidak ada dalam evaluasi ini", "this evaluation does not have the indicator"),
    why: Bilingual::fixed(
        "Yang ditulis untuk indikator yang tidak ada tidak ikut dihitung, dan indikator yang dimaksud tetap kosong.",
        "What is written for an indicator that does not exist does not count, and the one that was meant stays empty.",
    ),
    example: Bilingual::fixed(
        concat!(
            "scores/hukum.csv:  99,3,document,2018-07-02,,Tidak ada di instrumen\n",
            "atau  35,3,…  untuk indikator yang dinilai per layanan: 35-1,3,…",
        ),
        concat!(
            "scores/hukum.csv:  99,3,document,2018-07-02,,Tidak ada di instrumen\n",
            "or  35,3,…  for an indicator that is assessed per service: 35-1,3,…",
        ),
    ),
    mend: Bilingual::fixed(
        "Tulis nomor dari instrumen. Indikator yang dinilai per layanan ditulis per baris, misalnya `35-1`.",
        "Write a number of the instrument. An indicator assessed per service is written by row, such as `35-1`.",
    ),
};

/// Finds rows that the evaluation does not have, wherever a row is named.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let workspace = facts.workspace;
    let (Some(instrument), Some(manifest)) = (&workspace.instrument, &workspace.manifest) else { return };
    let rows = Rows { instrument, evaluated: workspace.rows(), allowed: instrument.all_rows() };
    let services = manifest.services.iter().map(|service| &service.row);
    findings.extend(services.filter(|row| !rows.is_service(row.value)).map(|row| rows.unknown_service(row)));
    let unknown = named(workspace).filter(|row| !rows.evaluated.contains(&row.value));
    findings.extend(unknown.map(|row| rows.unknown(row)));
    let owned = workspace.team.units.iter().flat_map(|unit| &unit.indicators);
    let empty = owned.filter(|selector| selector.value.rows(instrument, &rows.allowed).is_empty());
    findings.extend(empty.map(|selector| rows.names_nothing(selector)));
}

/// Every row that a table names.
fn named(workspace: &Workspace) -> impl Iterator<Item = &Located<RowId>> {
    let assigned = workspace.assignments.iter().map(|assignment| &assignment.row);
    let linked = workspace.links.iter().map(|link| &link.row);
    let scored = workspace.scores.iter().map(|score| &score.row);
    let agreed = workspace.finals.iter().map(|score| &score.row);
    let external = workspace.external.iter().map(|score| &score.row);
    let advised = workspace.recommendations.iter().map(|advice| &advice.row);
    let answered = workspace.answers.iter().filter(|answer| answer.alone).map(|answer| &answer.row);
    let approved = workspace.approvals.iter().map(|word| &word.row);
    let served = workspace.wanted.iter().map(|served| &served.row);
    assigned
        .chain(linked)
        .chain(scored)
        .chain(agreed)
        .chain(answered)
        .chain(external)
        .chain(advised)
        .chain(served)
        .chain(approved)
}

/// The rows that can be named.
struct Rows<'a> {
    instrument: &'a Instrument,
    evaluated: BTreeSet<RowId>,
    allowed: BTreeSet<RowId>,
}

impl Rows<'_> {
    /// Tells whether a row is a service that the instrument has, assessed here or not.
    fn is_service(&self, row: RowId) -> bool {
        row.service.is_some() && self.allowed.contains(&row)
    }

    /// Complains of a service of the manifest that the instrument does not have, with those that it has.
    fn unknown_service(&self, row: &Located<RowId>) -> Finding {
        let service = row.value;
        let message =
            bilingual!("instrumen tidak memiliki layanan `{service}`", "the instrument has no service `{service}`");
        let services = quoted(self.allowed.iter().filter(|row| row.service.is_some()));
        let help = if services.is_empty() {
            Bilingual::fixed("instrumen ini tidak menilai per layanan", "this instrument assesses nothing per service")
        } else {
            bilingual!("layanan yang dapat dinilai: {services}", "the services are {services}")
        };
        Finding::at(RULE.id, row.place.clone(), message).help(help)
    }

    /// Complains of a row that a table names and the evaluation does not have.
    fn unknown(&self, row: &Located<RowId>) -> Finding {
        let value = row.value;
        let message =
            bilingual!("tidak ada baris `{value}` dalam evaluasi ini", "this evaluation has no row `{value}`");
        let mut finding = Finding::at(RULE.id, row.place.clone(), message);
        finding.help = self.way_out(value);
        finding
    }

    /// What may have been meant by a row that is not evaluated.
    fn way_out(&self, row: RowId) -> Option<Bilingual> {
        if self.allowed.contains(&row) {
            return Some(bilingual!(
                "bila layanan ini dinilai, tambahkan `[[service]]` dengan `row = \"{row}\"` di `spbe.toml`",
                "where this service is assessed, add a `[[service]]` with `row = \"{row}\"` to `spbe.toml`"
            ));
        }
        let known = self.instrument.indicator(row.indicator).is_some();
        let of_indicator =
            |rows: &BTreeSet<RowId>| quoted(rows.iter().filter(|other| other.indicator == row.indicator));
        let (indicator, evaluated) = (row.indicator, of_indicator(&self.evaluated));
        if known && !evaluated.is_empty() {
            return Some(bilingual!(
                "indikator `{indicator}` ditulis sebagai {evaluated}",
                "indicator `{indicator}` is written as {evaluated}"
            ));
        }
        if known {
            let allowed = of_indicator(&self.allowed);
            return Some(bilingual!(
                "indikator `{indicator}` dinilai per layanan; tambahkan `[[service]]` untuk {allowed} di `spbe.toml`",
                "indicator `{indicator}` is assessed per service; add a `[[service]]` for {allowed} to `spbe.toml`"
            ));
        }
        let names: Vec<String> = self.evaluated.iter().map(RowId::to_string).collect();
        did_you_mean(&row.to_string(), names.iter().map(String::as_str))
    }

    /// Complains of a selector by which a unit would own nothing.
    fn names_nothing(&self, selector: &Located<Selector>) -> Finding {
        let (value, id) = (selector.value, &self.instrument.id);
        let message = bilingual!(
            "`{value}` tidak menunjuk indikator mana pun di `{id}`",
            "`{value}` names no indicator of `{id}`"
        );
        let help = bilingual!(
            "lihat indikatornya dengan `spbe instrument show {id}`",
            "see the indicators with `spbe instrument show {id}`"
        );
        Finding::at(RULE.id, selector.place.clone(), message).help(help)
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::{assignment, at, link, row, score, sound};
    use crate::model::score::ExternalStage;
    use crate::model::team::Unit;

    #[test]
    fn a_row_that_is_not_evaluated_is_found_wherever_it_is_named() {
        let mut case = sound();
        case.workspace.assignments.push(assignment(7, "4", "ict"));
        case.workspace.links.push(link(5, "48", "perbup", None));
        case.workspace.scores.push(score(9, "ict", "7", "2", &[]));
        case.settle(2, "8", "2");
        case.judge(2, "9", ExternalStage::Document, "2");
        assert_eq!(
            case.says(check),
            [
                "assignments.csv:7 this evaluation has no row `4`",
                "evidence-links.csv:5 this evaluation has no row `48`",
                "scores/ict.csv:9 this evaluation has no row `7`",
                "scores/final.csv:2 this evaluation has no row `8`",
                "scores/external.csv:2 this evaluation has no row `9`"
            ]
        );
    }

    #[test]
    fn the_help_says_what_may_have_been_meant() {
        let mut case = sound();
        for (line, row) in ["3", "3-3", "3-4", "1-1"].into_iter().enumerate() {
            case.workspace.assignments.push(assignment(10 + line, row, "ict"));
        }
        assert_eq!(
            case.advises(check),
            [
                "indicator `3` is written as `3-1`, `3-2`",
                "where this service is assessed, add a `[[service]]` with `row = \"3-3\"` to `spbe.toml`",
                "indicator `3` is written as `3-1`, `3-2`",
                "indicator `1` is written as `1`"
            ]
        );
    }

    #[test]
    fn a_service_must_be_one_that_the_instrument_assesses() {
        let mut case = sound();
        case.manifest().services[1].row = at("spbe.toml", 8, row("1"));
        case.manifest().services[0].row = at("spbe.toml", 7, row("3-4"));
        let said = case.says(check);
        assert_eq!(said[0], "spbe.toml:7 the instrument has no service `3-4`");
        assert_eq!(said[1], "spbe.toml:8 the instrument has no service `1`");
        assert_eq!(case.advises(check)[0], "the services are `3-1`, `3-2`, `3-3`");
    }

    #[test]
    fn a_unit_must_own_something_and_may_own_a_service_that_is_not_assessed() {
        let mut case = sound();
        let owned = ["1..2", "3", "3-3", "aspect:7"].map(|text| at("team.toml", 80, text.parse().expect("a selector")));
        let unit = Unit { name: at("team.toml", 79, "Setda".to_owned()), indicators: owned.to_vec() };
        case.workspace.team.units.push(unit);
        assert_eq!(case.says(check), ["team.toml:80 `aspect:7` names no indicator of `tiny`"]);
    }
}
