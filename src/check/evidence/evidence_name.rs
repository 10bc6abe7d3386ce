//! The rule `evidence-name`.

use crate::bilingual;
use crate::check::Facts;
use crate::check::evidence::files;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::model::disk::FileState;
use crate::text::bilingual::Bilingual;

/// A file is not named after the ministry's pattern.
pub(crate) static RULE: Rule = Rule {
    id: "evidence-name",
    severity: Severity::Off,
    stage: Stage::Planning,
    summary: Bilingual::fixed(
        "nama berkas tidak mengikuti pola kementerian",
        "a file is not named after the ministry's pattern",
    ),
    why: Bilingual::fixed(
        "Aplikasi kementerian memakai nama seperti `Indikator1a-Permen-TataKelolaSPBE.pdf`; di sini nama mengikuti id, \
         maka aturan ini mati kecuali dinyalakan.",
        "The ministry's application uses names such as `Indikator1a-Permen-TataKelolaSPBE.pdf`; here files are named by \
         id, so the rule is off unless it is turned on.",
    ),
    example: Bilingual::fixed(
        concat!("evidence/perbup-12.pdf\n", "pola kementerian: Indikator4a-Perbup-TataKelolaSPBE.pdf",),
        concat!("evidence/perbup-12.pdf\n", "the ministry's pattern: Indikator4a-Perbup-TataKelolaSPBE.pdf",),
    ),
    mend: Bilingual::fixed(
        "Beri nama berkas `Indikator<nomor><huruf>-<jenis>-<judul>`.",
        "Name the file `Indikator<number><letter>-<kind>-<title>`.",
    ),
};

/// Looks at what was seen of every file.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    for (evidence, file, state) in files(facts) {
        let path = &file.value;
        let name = path.rsplit('/').next().unwrap_or(path);
        if !matches!(state, FileState::Sound(_)) || fits(name) {
            continue;
        }
        let id = &evidence.id.value;
        let message = bilingual!(
            "nama `{name}` (`{id}`) tidak mengikuti pola kementerian",
            "the name `{name}` (`{id}`) does not follow the ministry's pattern"
        );
        let help = bilingual!(
            "beri nama seperti `Indikator1a-Permen-TataKelolaSPBE.pdf`",
            "name it like `Indikator1a-Permen-TataKelolaSPBE.pdf`"
        );
        findings.push(Finding::at(RULE.id, file.place.clone(), message).help(help));
    }
}

/// Tells whether a name reads `Indikator`, a number, a letter, a kind and a title.
fn fits(name: &str) -> bool {
    let parts = || {
        let rest = name.strip_prefix("Indikator")?;
        let (indicator, rest) = rest.split_once('-')?;
        let (kind, title) = rest.split_once('-')?;
        let number = indicator.trim_end_matches(|character: char| character.is_ascii_lowercase());
        let letters = indicator.len() - number.len();
        let numbered = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
        Some(numbered && letters == 1 && !kind.is_empty() && !title.is_empty())
    };
    parts().unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::{at, file, sound};
    use crate::model::disk::FileState;

    fn named(name: &str) -> Vec<String> {
        let mut case = sound();
        let path = format!("evidence/{name}");
        case.workspace.evidence.truncate(1);
        case.workspace.evidence[0].file = Some(at("evidence.csv", 2, path.clone()));
        case.disk.evidence.insert(path, FileState::Sound(file("cd34")));
        case.says(check)
    }

    #[test]
    fn another_name_is_found() {
        for name in ["perbup.pdf", "Indikator-Permen-X.pdf", "Indikator1-Permen-X.pdf", "Indikator1a-Permen.pdf"] {
            assert_eq!(named(name).len(), 1, "{name}");
        }
    }

    #[test]
    fn the_pattern_of_the_ministry_is_silent() {
        assert!(named("Indikator1a-Permen-TataKelolaSPBE.pdf").is_empty());
        assert!(named("Indikator12c-SK-Tim-Pengarah.pdf").is_empty());
    }
}
