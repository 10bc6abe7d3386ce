//! The rule `encoding`; the readers find its findings.

use crate::diagnostic::file_rules::ENCODING;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::text::bilingual::Bilingual;

/// A text file is not UTF-8.
pub(crate) static RULE: Rule = Rule {
    id: ENCODING,
    severity: Severity::Warning,
    stage: Stage::Planning,
    summary: Bilingual::fixed("berkas bukan UTF-8", "a text file is not UTF-8"),
    why: Bilingual::fixed(
        "Huruf di luar ASCII dibaca sebagai Windows-1252, yang bisa keliru; perintah tidak mengubah berkas seperti ini.",
        "Letters beyond ASCII are read as Windows-1252, which may be wrong; no command changes such a file.",
    ),
    example: Bilingual::fixed(
        "scores/hukum.csv disimpan dari Excel sebagai \"CSV\", bukan \"CSV UTF-8\"",
        "scores/hukum.csv, saved in Excel as \"CSV\" and not as \"CSV UTF-8\"",
    ),
    mend: Bilingual::fixed(
        "Simpan ulang berkasnya sebagai UTF-8 (di Excel: \"CSV UTF-8\").",
        "Save the file as UTF-8 (in Excel: \"CSV UTF-8\").",
    ),
};
