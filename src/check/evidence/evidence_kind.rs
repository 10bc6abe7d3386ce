//! The rule `evidence-kind`.

use crate::bilingual;
use crate::check::Facts;
use crate::check::evidence::files;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::model::disk::{FileState, Flaw, SoundFile};
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
        let Some(message) = says(&file.value, seen) else { continue };
        let id = &evidence.id.value;
        let help = bilingual!(
            "ganti dengan berkas yang benar: `spbe evidence replace {id} BERKAS`",
            "replace it by the right file: `spbe evidence replace {id} FILE`"
        );
        findings.push(Finding::at(RULE.id, file.place.clone(), message).help(help));
    }
}

/// Says that the content of a file is not what its ending says; nothing where it is.
pub(super) fn says(path: &str, seen: &SoundFile) -> Option<Bilingual> {
    let ending = extension(path);
    // What is empty or a web page has a rule of its own.
    if seen.size == 0 || seen.flaw == Some(Flaw::WebPage) || fits(&ending, &seen.head) {
        return None;
    }
    Some(match kind(&seen.head).map(|kind| kind.name) {
        Some(found) => bilingual!(
            "isi `{path}` bukan {ending} melainkan {found}",
            "the content of `{path}` is {found}, not {ending}"
        ),
        None => bilingual!("isi `{path}` bukan {ending}", "the content of `{path}` is not {ending}"),
    })
}

/// How files of one kind are named and begin.
struct Kind {
    name: &'static str,
    endings: &'static [&'static str],
    signatures: &'static [&'static [u8]],
}

/// The kinds that evidence usually has.
const KINDS: &[Kind] = &[
    Kind { name: "pdf", endings: &["pdf"], signatures: &[b"%PDF-"] },
    Kind { name: "png", endings: &["png"], signatures: &[b"\x89PNG\r\n\x1a\n"] },
    Kind { name: "jpg", endings: &["jpg", "jpeg"], signatures: &[b"\xff\xd8\xff"] },
    Kind { name: "gif", endings: &["gif"], signatures: &[b"GIF87a", b"GIF89a"] },
    Kind {
        name: "zip/docx/xlsx/pptx",
        endings: &["docx", "xlsx", "pptx", "odt", "ods", "odp", "zip"],
        signatures: &[b"PK\x03\x04", b"PK\x05\x06"],
    },
    Kind { name: "doc/xls/ppt", endings: &["doc", "xls", "ppt"], signatures: &[b"\xd0\xcf\x11\xe0"] },
];

/// The endings of plain texts.
const TEXTS: &[&str] = &["txt", "csv", "md", "json", "xml", "html", "htm"];

/// How a text of two bytes a character begins, as Windows calls "Unicode".
const WIDE: &[&[u8]] = &[b"\xff\xfe", b"\xfe\xff"];

/// Finds the kind that some first bytes show.
fn kind(head: &[u8]) -> Option<&'static Kind> {
    KINDS.iter().find(|kind| kind.begins(head))
}

impl Kind {
    /// Tells whether a file that starts with these bytes has a signature of this kind.
    fn begins(&self, head: &[u8]) -> bool {
        self.signatures.iter().any(|signature| head.starts_with(signature))
    }
}

/// Tells whether a file can begin like this under its ending; one of an unknown kind may begin in any way.
fn fits(ending: &str, head: &[u8]) -> bool {
    if TEXTS.contains(&ending) {
        let wide = WIDE.iter().any(|mark| head.starts_with(mark));
        return kind(head).is_none() && (wide || !head.contains(&0));
    }
    KINDS.iter().find(|kind| kind.endings.contains(&ending)).is_none_or(|kind| kind.begins(head))
}

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
        assert_eq!(case.says(check), ["evidence.csv:2 the content of `evidence/perbup.pdf` is png, not pdf"]);
    }

    /// What the rule says of a file with a name and first bytes.
    fn named(name: &str, head: &[u8]) -> Vec<String> {
        let mut case = sound();
        let path = format!("evidence/{name}");
        case.workspace.evidence[0].file = Some(at("evidence.csv", 2, path.clone()));
        let seen = SoundFile { head: head.to_vec(), ..file("cd34") };
        case.disk.evidence.insert(path, FileState::Sound(seen));
        case.says(check)
    }

    #[test]
    fn what_is_no_text_is_found_under_the_name_of_one() {
        assert_eq!(named("a.txt", b"\x7fELF\0\0"), ["evidence.csv:2 the content of `evidence/a.txt` is not txt"]);
        assert_eq!(named("a.csv", b"PK\x03\x04").len(), 1);
        assert_eq!(named("a.md", b"%PDF-1.7\n").len(), 1);
    }

    #[test]
    fn what_fits_and_what_is_of_an_unknown_kind_are_silent() {
        assert!(sound().says(check).is_empty());
        assert!(named("a.txt", b"Notulen\r\n").is_empty());
        assert!(named("a.txt", b"\xff\xfeN\0o\0").is_empty(), "a text as Windows saves it");
        assert!(named("a.DOCX", b"PK\x03\x04").is_empty());
        assert!(named("a.dwg", b"AC1032\0").is_empty());
        assert!(named("a", b"\0").is_empty());
    }
}
