//! The rule `own-column`; the readers find its findings.

use crate::diagnostic::file_rules::OWN_COLUMN;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::text::bilingual::Bilingual;

/// A table has a column of somebody's own.
pub(crate) static RULE: Rule = Rule {
    id: OWN_COLUMN,
    severity: Severity::Warning,
    stage: Stage::Planning,
    summary: Bilingual::fixed("kolom buatan sendiri", "a table has a column of one's own"),
    why: Bilingual::fixed(
        "Isinya disimpan apa adanya, tetapi tidak dibaca: tidak dihitung dan tidak masuk laporan.",
        "What stands in it is kept as it is, but nobody reads it: it does not count and is not reported.",
    ),
    example: Bilingual::same("scores/hukum.csv:  indicator,level,method,date,evidence,explanation,catatan"),
    mend: Bilingual::fixed(
        "Biarkan bila hanya untuk Anda sendiri; pindahkan isinya ke kolom yang dikenal bila harus ikut dinilai.",
        "Leave it if it is for yourself alone; move its content to a known column if it is to count.",
    ),
};
