//! The rule `evidence-broken`.

use crate::bilingual;
use crate::check::Facts;
use crate::check::evidence::files;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::model::disk::{FileState, Flaw};
use crate::text::bilingual::Bilingual;

/// A document will not open for an assessor.
pub(crate) static RULE: Rule = Rule {
    id: "evidence-broken",
    severity: Severity::Warning,
    stage: Stage::Execution,
    summary: Bilingual::fixed(
        "PDF terpotong, terkunci, atau ternyata halaman web",
        "a PDF ends early, is locked, or is a web page",
    ),
    why: Bilingual::fixed(
        "Asesor tidak dapat membuka dokumen itu, sehingga level yang bertumpu padanya turun.",
        "An assessor can't open such a document, and the level that rests on it falls.",
    ),
    example: Bilingual::fixed(
        "evidence/perbup-12-2018-2929b2.pdf yang unduhannya berhenti di tengah",
        "evidence/perbup-12-2018-2929b2.pdf, whose download stopped half way",
    ),
    mend: Bilingual::fixed(
        "Ambil lagi dokumennya, simpan tanpa kata sandi, lalu ganti dengan `spbe evidence replace`.",
        "Get the document again, save it without a password, then replace it with `spbe evidence replace`.",
    ),
};

/// Looks at what was seen of every file.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    for (evidence, file, state) in files(facts) {
        let FileState::Sound(seen) = state else { continue };
        let Some(flaw) = seen.flaw else { continue };
        let (path, id) = (&file.value, &evidence.id.value);
        let help = bilingual!(
            "ambil lagi dokumennya, lalu `spbe evidence replace {id} …`",
            "get the document again, then `spbe evidence replace {id} …`"
        );
        findings.push(Finding::at(RULE.id, file.place.clone(), says(path, flaw)).help(help));
    }
}

/// Says what is wrong with a file.
pub(super) fn says(path: &str, flaw: Flaw) -> Bilingual {
    match flaw {
        Flaw::CutOff => bilingual!(
            "`{path}` berhenti sebelum akhir PDF; mungkin unduhannya terputus",
            "`{path}` stops before the end of a PDF; the download may have been cut off"
        ),
        Flaw::Locked => bilingual!(
            "`{path}` terkunci; pembacanya mungkin diminta kata sandi",
            "`{path}` is locked; who opens it may be asked for a password"
        ),
        Flaw::WebPage => bilingual!(
            "`{path}` bukan PDF melainkan halaman web atau data; mungkin halaman masuk yang tersimpan",
            "`{path}` is no PDF but a web page or data; a page to sign in may have been saved"
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::{file, sound};
    use crate::model::disk::{FileState, Flaw, SoundFile};

    #[test]
    fn a_document_that_will_not_open_is_found() {
        for (flaw, said) in [(Flaw::CutOff, "stops before"), (Flaw::Locked, "is locked"), (Flaw::WebPage, "a web page")]
        {
            let mut case = sound();
            assert!(case.says(check).is_empty());
            let seen = SoundFile { flaw: Some(flaw), ..file("cd34") };
            case.disk.evidence.insert("evidence/perbup.pdf".to_owned(), FileState::Sound(seen));
            assert!(case.says(check)[0].contains(said));
        }
    }
}
