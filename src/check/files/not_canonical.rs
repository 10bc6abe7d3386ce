//! The rule `not-canonical`; the readers find its findings.

use crate::diagnostic::file_rules::NOT_CANONICAL;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::text::bilingual::Bilingual;

/// A value is understood, but written in another way than commands write it.
pub(crate) static RULE: Rule = Rule {
    id: NOT_CANONICAL,
    severity: Severity::Warning,
    stage: Stage::Planning,
    summary: Bilingual::fixed("penulisan tidak baku", "a value is not written the usual way"),
    why: Bilingual::fixed(
        "Satu nilai yang ditulis dengan beberapa cara menyulitkan pencarian dan perbandingan antarberkas.",
        "One value that is written in several ways is harder to search for and to compare between files.",
    ),
    example: Bilingual::same(
        "scores/hukum.csv:  12,\"3,0\",dokumen,02/07/2018,perbup-12-2018-2929b2,Berlaku di semua unit",
    ),
    mend: Bilingual::fixed("Tulis nilainya seperti yang disarankan.", "Write the value as the help shows it."),
};
