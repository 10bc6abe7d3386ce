//! The words that every format of a report shares.

use crate::bilingual;
use crate::index::agreement::Standing;
use crate::model::manifest::AgencyKind;
use crate::text::bilingual::Bilingual;
use crate::text::language::Language;
use crate::text::word::{Vocabulary, Word};

/// The title of the report.
pub(crate) static REPORT: Bilingual = Bilingual::fixed("Laporan hasil evaluasi", "Evaluation report");
/// The index.
pub(crate) static INDEX: Bilingual = Bilingual::fixed("Indeks", "Index");
/// One domain.
pub(crate) static DOMAIN: Bilingual = Bilingual::fixed("Domain", "Domain");
/// One aspect.
pub(crate) static ASPECT: Bilingual = Bilingual::fixed("Aspek", "Aspect");
/// One indicator.
pub(crate) static INDICATOR: Bilingual = Bilingual::fixed("Indikator", "Indicator");
/// Several indicators.
pub(crate) static INDICATORS: Bilingual = Bilingual::fixed("Indikator", "Indicators");
/// The table of domains and aspects.
pub(crate) static DOMAINS_AND_ASPECTS: Bilingual = Bilingual::fixed("Domain dan aspek", "Domains and aspects");
/// Several aspects.
pub(crate) static ASPECTS: Bilingual = Bilingual::fixed("Aspek", "Aspects");
/// The name of whatever stands in the row.
pub(crate) static NAME: Bilingual = Bilingual::fixed("Nama", "Name");
/// The weight of a node or an indicator.
pub(crate) static WEIGHT: Bilingual = Bilingual::fixed("Bobot", "Weight");
/// The value of a node.
pub(crate) static VALUE: Bilingual = Bilingual::fixed("Nilai", "Value");
/// The level of an indicator.
pub(crate) static LEVEL: Bilingual = Bilingual::fixed("Level", "Level");
/// The ministry's level or value.
pub(crate) static MINISTRY: Bilingual = Bilingual::fixed("Eksternal", "External");
/// The same where a column is narrow.
pub(crate) static MINISTRY_SHORT: Bilingual = Bilingual::fixed("Ekst.", "Ext.");
/// The documents that support a level.
pub(crate) static EVIDENCE: Bilingual = Bilingual::fixed("Data dukung", "Evidence");
/// How a level was judged, and how the report came about.
pub(crate) static METHOD: Bilingual = Bilingual::fixed("Metode", "Method");
/// How far something is.
pub(crate) static STATE: Bilingual = Bilingual::fixed("Keadaan", "State");
/// The average of all agencies.
pub(crate) static NATIONAL: Bilingual = Bilingual::fixed("Nasional", "National");
/// What has no level yet.
pub(crate) static STILL_OPEN: Bilingual = Bilingual::fixed("Masih terbuka", "Still open");
/// What the evaluators wrote.
pub(crate) static EXPLANATIONS: Bilingual = Bilingual::fixed("Penjelasan", "Explanations");
/// Every line of the sum.
pub(crate) static CALCULATION: Bilingual = Bilingual::fixed("Perhitungan indeks", "How the index is calculated");
/// Stands where a text is not known.
pub(crate) static NOT_AVAILABLE: Bilingual = Bilingual::fixed("tidak tersedia", "not available");

/// How a row's level came about, in one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum StandingWord {
    /// The team decided it.
    Final,
    /// All evaluators came to the same level.
    Agreed,
    /// Evaluators differ.
    Disputed,
    /// Somebody has not scored yet.
    Missing,
}

impl From<&Standing> for StandingWord {
    fn from(standing: &Standing) -> Self {
        match standing {
            Standing::Final(_) => Self::Final,
            Standing::Agreed(_) => Self::Agreed,
            Standing::Disputed { .. } => Self::Disputed,
            Standing::Missing { .. } => Self::Missing,
        }
    }
}

impl Vocabulary for StandingWord {
    const WORDS: &'static [(Self, Word)] = &[
        (Self::Final, Word { code: "final", id: "ditetapkan", en: "final" }),
        (Self::Agreed, Word { code: "agreed", id: "sepakat", en: "agreed" }),
        (Self::Disputed, Word { code: "disputed", id: "berbeda", en: "disputed" }),
        (Self::Missing, Word { code: "missing", id: "belum dinilai", en: "missing" }),
    ];
}

/// Names a kind of agency as the heading of a column.
pub(crate) fn kind_heading(kind: AgencyKind, language: Language) -> String {
    match (kind, language) {
        (AgencyKind::Agency, Language::Indonesian) => "LPNK".to_owned(),
        _ => capitalised(kind.label(language)),
    }
}

/// Begins a text with a capital letter.
pub(crate) fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map(|first| first.to_uppercase().chain(characters).collect()).unwrap_or_default()
}

/// Joins names: `a`, `a dan b`, `a, b, dan c`.
pub(crate) fn joined(names: &[String], language: Language) -> String {
    let and = bilingual!("dan", "and");
    let and = and.get(language);
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [one, other] => format!("{one} {and} {other}"),
        [first @ .., last] => format!("{}, {and} {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::joined;
    use crate::text::language::Language;

    #[test]
    fn names_are_joined_as_a_sentence_wants_them() {
        let names: Vec<String> = ["a", "b", "c"].map(str::to_owned).to_vec();
        assert_eq!(joined(&names, Language::Indonesian), "a, b, dan c");
        assert_eq!(joined(&names[..2], Language::English), "a and b");
        assert_eq!(joined(&names[..1], Language::English), "a");
    }
}
