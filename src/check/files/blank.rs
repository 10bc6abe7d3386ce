//! The rule `blank`; the readers find its findings.

use crate::diagnostic::file_rules::BLANK;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::text::bilingual::Bilingual;

/// A text is there that says nothing.
pub(crate) static RULE: Rule = Rule {
    id: BLANK,
    severity: Severity::Error,
    stage: Stage::Planning,
    summary: Bilingual::fixed("teks tanpa isi", "a text says nothing"),
    why: Bilingual::fixed(
        "Nama, judul atau alasan tanpa huruf dan angka mengisi kolom tanpa memberi tahu apa pun.",
        "A name, title or reason without a letter or a digit fills its field and tells nothing.",
    ),
    example: Bilingual::same("team.toml:  name = \"-\""),
    mend: Bilingual::fixed(
        "Tulis teksnya, atau hapus isian yang tidak wajib.",
        "Write the text, or remove a field that is not required.",
    ),
};
