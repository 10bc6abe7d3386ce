//! The rule `evidence-not-indexed`.

use std::collections::BTreeSet;

use crate::bilingual;
use crate::check::Facts;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::place::Place;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::text::bilingual::Bilingual;
use crate::text::shell::quoted;

/// A file in `evidence/` is not in the index.
pub(crate) static RULE: Rule = Rule {
    id: "evidence-not-indexed",
    severity: Severity::Warning,
    stage: Stage::Planning,
    summary: Bilingual::fixed("berkas di `evidence/` tidak ada di indeks", "a file in `evidence/` is not in the index"),
    why: Bilingual::fixed(
        "Berkas yang tidak terindeks tidak ikut diperiksa dan tidak dapat dirujuk nilai.",
        "A file that is not indexed is not checked and can be cited by no score.",
    ),
    example: Bilingual::fixed(
        concat!("evidence/lupa.pdf\n", "evidence.csv: tidak ada baris untuk berkas ini",),
        concat!("evidence/lupa.pdf\n", "evidence.csv: no row for this file",),
    ),
    mend: Bilingual::fixed(
        "Catat dengan `spbe evidence add`, atau hapus berkasnya.",
        "Index it with `spbe evidence add`, or delete the file.",
    ),
};

/// Finds files that the index does not name.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    // What a document became that was moved is told with the document.
    let moved: BTreeSet<&String> = facts.disk.moved.values().collect();
    for file in facts.disk.unindexed.iter().filter(|file| !moved.contains(file)) {
        let shown = quoted(file);
        let message = bilingual!("`{file}` tidak ada di indeks", "`{file}` is not in the index");
        let help = bilingual!(
            "catat dengan `spbe evidence add {shown} --for INDIKATOR` lalu hapus yang ini, atau hapus saja",
            "index it with `spbe evidence add {shown} --for INDICATOR` and delete this one, or just delete it"
        );
        findings.push(Finding::at(RULE.id, Place::file(file.as_str()), message).help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::sound;

    #[test]
    fn a_file_that_nobody_indexed_is_found() {
        let mut case = sound();
        case.disk.unindexed.push("evidence/lupa.pdf".to_owned());
        assert_eq!(case.says(check), ["evidence/lupa.pdf:- `evidence/lupa.pdf` is not in the index"]);
    }

    #[test]
    fn indexed_files_are_silent() {
        assert!(sound().says(check).is_empty());
    }
}
