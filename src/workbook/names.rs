//! The names of the sheets, by which formulas of one find the cells of another.

use crate::text::bilingual::Bilingual;

/// The index, the domains and the aspects.
pub(super) static RESULT_SHEET: Bilingual = Bilingual::fixed("Hasil", "Result");
/// The indicators and their levels.
pub(super) static INDICATOR_SHEET: Bilingual = Bilingual::fixed("Indikator", "Indicators");
/// The evidence index.
pub(super) static EVIDENCE_SHEET: Bilingual = Bilingual::fixed("Data dukung", "Evidence");
/// The recommendations.
pub(super) static RECOMMENDATION_SHEET: Bilingual = Bilingual::fixed("Rekomendasi", "Recommendations");
/// How the result is computed, and by which weights and predicates.
pub(super) static METHOD_SHEET: Bilingual = Bilingual::fixed("Metode", "Method");
