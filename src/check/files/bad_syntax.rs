//! The rule `bad-syntax`; the readers find its findings.

use crate::diagnostic::file_rules::BAD_SYNTAX;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::text::bilingual::Bilingual;

/// A file is not what its name says, or carries the marks of an unsettled merge.
pub(crate) static RULE: Rule = Rule {
    id: BAD_SYNTAX,
    severity: Severity::Error,
    stage: Stage::Planning,
    summary: Bilingual::fixed("berkas tidak dapat dibaca", "a file can't be read as what it is"),
    why: Bilingual::fixed(
        "Isi setelah kesalahan tidak terbaca, sehingga hasil evaluasi tidak lengkap. Aturan yang bergantung pada \
         berkas ini diam sampai berkas itu diperbaiki.",
        "What stands behind the fault is not read, so the evaluation is incomplete. Rules that rest on this file stay \
         silent until it is mended.",
    ),
    example: Bilingual::fixed(
        concat!(
            "scores/hukum.csv:  12,3,document,2018-07-02,,\"Berlaku di semua unit\n",
            "tanda kutip pembuka tidak pernah ditutup",
        ),
        concat!(
            "scores/hukum.csv:  12,3,document,2018-07-02,,\"Berlaku di semua unit\n",
            "the quote that opens is never closed",
        ),
    ),
    mend: Bilingual::fixed(
        "Perbaiki baris yang ditunjuk, atau selesaikan konflik penggabungan git di dalamnya.",
        "Mend the line that is shown, or settle the git merge conflict in it.",
    ),
};
