//! The words that every format of a report shares.

use crate::bilingual;
use crate::index::agreement::Standing;
use crate::model::manifest::AgencyKind;
use crate::text::bilingual::Bilingual;
use crate::text::language::Language;
use crate::text::word::{Vocabulary, Word};

pub(crate) static REPORT: Bilingual = Bilingual::fixed("Laporan hasil evaluasi", "Evaluation report");
pub(crate) static INDEX: Bilingual = Bilingual::fixed("Indeks", "Index");
pub(crate) static DOMAIN: Bilingual = Bilingual::fixed("Domain", "Domain");
pub(crate) static ASPECT: Bilingual = Bilingual::fixed("Aspek", "Aspect");
pub(crate) static INDICATOR: Bilingual = Bilingual::fixed("Indikator", "Indicator");
pub(crate) static INDICATORS: Bilingual = Bilingual::fixed("Indikator", "Indicators");
pub(crate) static DOMAINS_AND_ASPECTS: Bilingual = Bilingual::fixed("Domain dan aspek", "Domains and aspects");
pub(crate) static ASPECTS: Bilingual = Bilingual::fixed("Aspek", "Aspects");
pub(crate) static NAME: Bilingual = Bilingual::fixed("Nama", "Name");
pub(crate) static WEIGHT: Bilingual = Bilingual::fixed("Bobot", "Weight");
pub(crate) static VALUE: Bilingual = Bilingual::fixed("Nilai", "Value");
pub(crate) static LEVEL: Bilingual = Bilingual::fixed("Level", "Level");
pub(crate) static MINISTRY: Bilingual = Bilingual::fixed("Eksternal", "External");
pub(crate) static MINISTRY_SHORT: Bilingual = Bilingual::fixed("Ekst.", "Ext.");
pub(crate) static EVIDENCE: Bilingual = Bilingual::fixed("Data dukung", "Evidence");
pub(crate) static METHOD: Bilingual = Bilingual::fixed("Metode", "Method");
pub(crate) static STATE: Bilingual = Bilingual::fixed("Keadaan", "State");
pub(crate) static NATIONAL: Bilingual = Bilingual::fixed("Nasional", "National");
pub(crate) static STILL_OPEN: Bilingual = Bilingual::fixed("Masih terbuka", "Still open");
pub(crate) static EXPLANATIONS: Bilingual = Bilingual::fixed("Penjelasan", "Explanations");
pub(crate) static CALCULATION: Bilingual = Bilingual::fixed("Perhitungan indeks", "How the index is calculated");
pub(crate) static NOT_AVAILABLE: Bilingual = Bilingual::fixed("tidak tersedia", "not available");

/// How a row's level came about, in one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum StandingWord {
    Final,
    Agreed,
    Disputed,
    Missing,
}

impl From<&Standing> for StandingWord {
    fn from(standing: &Standing) -> Self {
        match standing {
            Standing::Final(_) => Self::Final,
            Standing::Agreed(_) => Self::Agreed,
            Standing::Disputed(_) => Self::Disputed,
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
