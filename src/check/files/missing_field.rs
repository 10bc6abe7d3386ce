//! The rule `missing-field`; the readers find its findings.

use crate::diagnostic::file_rules::MISSING_FIELD;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::text::bilingual::Bilingual;

/// A key, column or cell that every such record has is absent.
pub(crate) static RULE: Rule = Rule {
    id: MISSING_FIELD,
    severity: Severity::Error,
    stage: Stage::Planning,
    summary: Bilingual::fixed("isian wajib tidak ada", "something required is absent"),
    why: Bilingual::fixed(
        "Catatan tanpa isian wajib tidak dapat dipakai dan tidak ikut dihitung.",
        "A record without a required field can't be used and does not count.",
    ),
    example: Bilingual::fixed(
        concat!("spbe.toml:  [evaluation]\n", "            instrument = \"spbe-2018\"\n", "tidak ada `year = 2018`",),
        concat!("spbe.toml:  [evaluation]\n", "            instrument = \"spbe-2018\"\n", "no `year = 2018`",),
    ),
    mend: Bilingual::fixed("Tambahkan isian yang disebut.", "Add the field that is named."),
};
