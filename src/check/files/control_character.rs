//! The rule `control-character`; the readers find its findings.

use crate::diagnostic::file_rules::CONTROL_CHARACTER;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::text::bilingual::Bilingual;

/// A text holds a character that nobody sees.
pub(crate) static RULE: Rule = Rule {
    id: CONTROL_CHARACTER,
    severity: Severity::Error,
    stage: Stage::Planning,
    summary: Bilingual::fixed("ada karakter tak terlihat", "a text holds an invisible character"),
    why: Bilingual::fixed(
        "Karakter kendali dan pembalik arah dapat menyembunyikan isi dari mata, atau memerintah terminal yang \
         menampilkannya.",
        "Control characters and direction marks can hide content from the eye, or command the terminal that shows it.",
    ),
    example: Bilingual::same("team.toml:  name = \"Kepala\\u0000 Bagian Hukum\""),
    mend: Bilingual::fixed(
        "Hapus karakter di tempat yang ditunjuk.",
        "Remove the character at the place that is shown.",
    ),
};
