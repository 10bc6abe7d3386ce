//! The rule `evidence-kind`.

use crate::bilingual;
use crate::check::Facts;
use crate::check::evidence::files;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::model::disk::FileState;
use crate::text::bilingual::Bilingual;
use crate::text::slug::extension;

/// The content of a file is not what its ending says.
pub(crate) static RULE: Rule = Rule {
    id: "evidence-kind",
    severity: Severity::Warning,
    stage: Stage::Planning,
    summary: Bilingual::fixed(
        "isi berkas tidak sesuai dengan akhirannya",
        "the content of a file is not what its ending says",
    ),
    why: Bilingual::fixed(
        "Berkas yang hanya berganti nama tidak terbuka di komputer asesor.",
        "A file that was only renamed does not open on an assessor's computer.",
    ),
    example: Bilingual::fixed(
        "evidence/perbup-12-2018-2929b2.pdf yang isinya gambar PNG",
        "evidence/perbup-12-2018-2929b2.pdf, whose content is a PNG picture",
    ),
    mend: Bilingual::fixed(
        "Simpan ulang dalam bentuk yang benar, lalu ganti dengan `spbe evidence replace`.",
        "Save it in the right form, then replace it with `spbe evidence replace`.",
    ),
};

/// Looks at what was seen of every file.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    for (evidence, file, state) in files(facts) {
        let FileState::Sound(seen) = state else { continue };
        let path = &file.value;
        let ending = extension(path);
        let fits = SIGNATURES.iter().find(|(endings, _)| endings.contains(&ending.as_str()));
        let Some((_, signatures)) = fits.filter(|_| seen.size > 0) else { continue };
        if signatures.iter().any(|signature| seen.head.starts_with(signature)) {
            continue;
        }
        let id = &evidence.id.value;
        let message = bilingual!("isi `{path}` bukan {ending}", "the content of `{path}` is not {ending}");
        let help = bilingual!(
            "ganti dengan berkas yang benar: `spbe evidence replace {id} FILE`",
            "replace it by the right file: `spbe evidence replace {id} FILE`"
        );
        findings.push(Finding::at(RULE.id, file.place.clone(), message).help(help));
    }
}

/// How files of the usual kinds begin, by their endings.
const SIGNATURES: &[(&[&str], &[&[u8]])] = &[
    (&["pdf"], &[b"%PDF-"]),
    (&["png"], &[b"\x89PNG\r\n\x1a\n"]),
    (&["jpg", "jpeg"], &[b"\xff\xd8\xff"]),
    (&["gif"], &[b"GIF87a", b"GIF89a"]),
    (&["docx", "xlsx", "pptx", "odt", "ods", "zip"], &[b"PK\x03\x04", b"PK\x05\x06"]),
    (&["doc", "xls", "ppt"], &[b"\xd0\xcf\x11\xe0"]),
];

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::{at, file, sound};
    use crate::model::disk::{FileState, SoundFile};

    #[test]
    fn a_picture_that_is_called_a_pdf_is_found() {
        let mut case = sound();
        let picture = SoundFile { head: b"\x89PNG\r\n\x1a\n".to_vec(), ..file("cd34") };
        case.disk.evidence.insert("evidence/perbup.pdf".to_owned(), FileState::Sound(picture));
        assert_eq!(case.says(check), ["evidence.csv:2 the content of `evidence/perbup.pdf` is not pdf"]);
    }

    #[test]
    fn what_fits_and_what_has_no_signature_are_silent() {
        let mut case = sound();
        assert!(case.says(check).is_empty());
        case.workspace.evidence[0].file = Some(at("evidence.csv", 2, "evidence/a.txt".to_owned()));
        case.disk.evidence.insert("evidence/a.txt".to_owned(), FileState::Sound(file("cd34")));
        assert!(case.says(check).is_empty());
    }
}
