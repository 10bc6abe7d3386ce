//! The rule `too-large`; the readers find its findings.

use crate::diagnostic::file_rules::TOO_LARGE;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::text::bilingual::Bilingual;

/// A text file is larger than any evaluation needs.
pub(crate) static RULE: Rule = Rule {
    id: TOO_LARGE,
    severity: Severity::Error,
    stage: Stage::Planning,
    summary: Bilingual::fixed(
        "berkas lebih besar daripada yang diperlukan evaluasi mana pun",
        "a text file is larger than any evaluation needs",
    ),
    why: Bilingual::fixed(
        "Berkas teks di atas 64 MiB atau 100.000 baris bukan hasil evaluasi; biasanya ekspor dari aplikasi lain.",
        "A text file of over 64 MiB or 100,000 rows is no evaluation; usually it is an export of another program.",
    ),
    example: Bilingual::fixed("evidence.csv dengan 2.000.000 baris", "evidence.csv with 2,000,000 rows"),
    mend: Bilingual::fixed(
        "Periksa asal berkasnya, lalu kembalikan isi yang benar dari git.",
        "Check where the file comes from, then bring the right content back from git.",
    ),
};
