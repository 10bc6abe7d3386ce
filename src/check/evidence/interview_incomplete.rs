//! The rule `interview-incomplete`.

use crate::bilingual;
use crate::check::Facts;
use crate::check::wording::lacking;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::model::evidence::EvidenceKind;
use crate::text::bilingual::Bilingual;

/// An interview or observation does not say when, or with whom.
pub(crate) static RULE: Rule = Rule {
    id: "interview-incomplete",
    severity: Severity::Warning,
    stage: Stage::Planning,
    summary: Bilingual::fixed("wawancara atau observasi belum lengkap", "an interview or observation is incomplete"),
    why: Bilingual::fixed(
        "Wawancara tanpa tanggal dan unit tidak dapat ditelusuri lagi oleh asesor.",
        "An interview without a date and a unit cannot be followed up by an assessor.",
    ),
    example: Bilingual::same("evidence.csv:  wawancara-kominfo,interview,Wawancara,,,,"),
    mend: Bilingual::fixed(
        "Lengkapi kolom `date` dan `unit` di evidence.csv.",
        "Complete the columns `date` and `unit` in evidence.csv.",
    ),
};

/// Finds interviews and observations that lack a date or a unit, without which nobody could ask again.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    for evidence in &facts.workspace.evidence {
        let lacking = lacking(&[("`date`", evidence.date.is_none()), ("`unit`", evidence.unit.is_none())]);
        if !matches!(evidence.kind, EvidenceKind::Interview | EvidenceKind::Observation) || lacking.is_empty() {
            continue;
        }
        let (id, lacking) = (&evidence.id.value, lacking.join(", "));
        let message = bilingual!("`{id}` tidak menyebut {lacking}", "`{id}` does not say {lacking}");
        let help = bilingual!("isi {lacking} di baris ini", "fill in {lacking} on this line");
        findings.push(Finding::at(RULE.id, evidence.id.place.clone(), message).help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::sound;

    #[test]
    fn an_interview_with_nobody_on_no_day_is_found() {
        let mut case = sound();
        (case.workspace.evidence[1].date, case.workspace.evidence[1].unit) = (None, None);
        assert_eq!(case.says(check), ["evidence.csv:3 `wawancara` does not say `date`, `unit`"]);
    }

    #[test]
    fn a_complete_interview_is_silent() {
        assert!(sound().says(check).is_empty());
    }
}
