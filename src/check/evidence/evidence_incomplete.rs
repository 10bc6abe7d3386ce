//! The rule `evidence-incomplete`.

use crate::bilingual;
use crate::check::Facts;
use crate::check::wording::lacking;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::model::evidence::EvidenceKind;
use crate::text::bilingual::Bilingual;

/// A document does not say of when it is, or from whom.
pub(crate) static RULE: Rule = Rule {
    id: "evidence-incomplete",
    severity: Severity::Warning,
    stage: Stage::Execution,
    summary: Bilingual::fixed("data dukung tanpa tanggal atau unit", "evidence has no day or no unit"),
    why: Bilingual::fixed(
        "Tanpa tanggal dan unit, asesor tidak tahu apakah dokumen masih berlaku dan siapa yang dapat ditanya.",
        "Without day and unit an assessor does not know whether a document is still in force, and whom to ask.",
    ),
    example: Bilingual::same("evidence.csv:  sk-tim,document,SK Tim,,,evidence/sk-tim.pdf,…"),
    mend: Bilingual::fixed("Lengkapi dengan `spbe evidence set`.", "Complete it with `spbe evidence set`."),
};

/// Finds documents, pictures and addresses without a day or a unit; what was said or seen has a rule of its own.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let kept = |kind: EvidenceKind| !matches!(kind, EvidenceKind::Interview | EvidenceKind::Observation);
    for evidence in facts.workspace.evidence.iter().filter(|evidence| kept(evidence.kind)) {
        let (columns, options): (Vec<&str>, Vec<&str>) = lacking(&[
            (("date", "--dated YYYY-MM-DD"), evidence.date.is_none()),
            (("unit", "--unit UNIT"), evidence.unit.is_none()),
        ])
        .into_iter()
        .unzip();
        if columns.is_empty() {
            continue;
        }
        let id = &evidence.id.value;
        let (columns, options) = (columns.join("`, `"), options.join(" "));
        let message = bilingual!("`{id}` tidak menyebut `{columns}`", "`{id}` does not say `{columns}`");
        let help = bilingual!(
            "lengkapi: `spbe evidence set {id} {options}`",
            "complete it: `spbe evidence set {id} {options}`"
        );
        findings.push(Finding::at(RULE.id, evidence.id.place.clone(), message).help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::{at, sound};
    use jiff::civil::date;

    #[test]
    fn a_document_of_no_day_from_nobody_is_found() {
        let mut case = sound();
        (case.workspace.evidence[0].date, case.workspace.evidence[0].unit) = (None, None);
        assert_eq!(case.says(check), ["evidence.csv:2 `perbup` does not say `date`, `unit`"]);
        case.workspace.evidence[0].date = Some(at("evidence.csv", 2, date(2018, 2, 1)));
        case.workspace.evidence[0].unit = Some("Setda".to_owned());
        assert!(case.says(check).is_empty());
    }
}
