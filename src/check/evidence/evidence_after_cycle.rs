//! The rule `evidence-after-cycle`.

use crate::bilingual;
use crate::check::Facts;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::text::bilingual::Bilingual;

/// A document is dated after the evaluation's year.
pub(crate) static RULE: Rule = Rule {
    id: "evidence-after-cycle",
    severity: Severity::Warning,
    stage: Stage::Planning,
    summary: Bilingual::fixed(
        "data dukung bertanggal sesudah tahun evaluasi",
        "a document is dated after the evaluation's year",
    ),
    why: Bilingual::fixed(
        "Yang dinilai adalah keadaan pada tahun evaluasi; dokumen yang lebih baru tidak membuktikannya.",
        "What is judged is the state in the year of the evaluation; a later document does not show it.",
    ),
    example: Bilingual::same(concat!(
        "spbe.toml:  year = 2018\n",
        "evidence.csv:  sk-tim,document,SK Tim,2019-02-01,Bagian Hukum,evidence/sk-tim.pdf,…",
    )),
    mend: Bilingual::fixed(
        "Perbaiki tanggalnya, atau pakai dokumen dari tahun evaluasi.",
        "Correct the date, or use a document of the year.",
    ),
};

/// Compares the dates of documents with the year.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let Some(manifest) = &facts.workspace.manifest else { return };
    let year = manifest.year.value;
    let later = |of: i16| i64::from(of) > i64::from(year);
    let dated = facts.workspace.evidence.iter().filter_map(|evidence| Some((evidence, evidence.date.as_ref()?)));
    for (evidence, date) in dated.filter(|(_, date)| later(date.value.year())) {
        let (id, day) = (&evidence.id.value, date.value);
        let message = bilingual!(
            "`{id}` bertanggal {day}, evaluasinya tahun {year}",
            "`{id}` is dated {day}, the evaluation is of {year}"
        );
        let help =
            bilingual!("perbaiki tanggalnya, atau ganti dokumennya", "correct the date, or replace the document");
        findings.push(Finding::at(RULE.id, date.place.clone(), message).help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::{at, sound};
    use jiff::civil::date;

    #[test]
    fn a_document_of_the_next_year_is_found() {
        let mut case = sound();
        case.workspace.evidence[0].date = Some(at("evidence.csv", 2, date(2019, 1, 2)));
        assert_eq!(case.says(check), ["evidence.csv:2 `perbup` is dated 2019-01-02, the evaluation is of 2018"]);
    }

    #[test]
    fn documents_up_to_the_last_day_of_the_year_are_silent() {
        let mut case = sound();
        case.workspace.evidence[0].date = Some(at("evidence.csv", 2, date(2018, 12, 31)));
        assert!(case.says(check).is_empty());
    }
}
