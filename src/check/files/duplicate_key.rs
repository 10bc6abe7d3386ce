//! The rule `duplicate-key`; the readers find its findings.

use crate::diagnostic::file_rules::DUPLICATE_KEY;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::text::bilingual::Bilingual;

/// The same key stands twice.
pub(crate) static RULE: Rule = Rule {
    id: DUPLICATE_KEY,
    severity: Severity::Error,
    stage: Stage::Planning,
    summary: Bilingual::fixed("kunci yang sama ditulis dua kali", "the same key stands twice"),
    why: Bilingual::fixed(
        "Tidak jelas isian mana yang berlaku; biasanya dua orang menyunting berkas yang sama.",
        "It is not clear which of them holds; usually two people edited the same file.",
    ),
    example: Bilingual::same(concat!("spbe.toml:  year = 2018\n", "            year = 2019",)),
    mend: Bilingual::fixed("Sisakan satu dan hapus yang lain.", "Keep one of them and remove the other."),
};
