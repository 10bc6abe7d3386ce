//! The rule `link-address`.

use crate::bilingual;
use crate::check::Facts;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::rule::{Rule, Severity, Stage};
use crate::model::address::{self, NoAddress};
use crate::model::evidence::EvidenceKind;
use crate::text::bilingual::Bilingual;

/// A link leads nowhere.
pub(crate) static RULE: Rule = Rule {
    id: "link-address",
    severity: Severity::Error,
    stage: Stage::Planning,
    summary: Bilingual::fixed("tautan tanpa alamat web", "a link has no web address"),
    why: Bilingual::fixed(
        "Asesor hanya dapat membuka alamat yang diawali http:// atau https://; tautan lain tidak menunjukkan apa pun.",
        "An assessor can open only what begins with http:// or https://; any other link shows nothing.",
    ),
    example: Bilingual::same("evidence.csv:  jdih,link,JDIH,2018-07-23,Bagian Hukum,,"),
    mend: Bilingual::fixed(
        "Tulis alamat lengkapnya di kolom `file`, atau simpan dokumennya dengan `spbe evidence add`.",
        "Write the whole address into the column `file`, or keep the document with `spbe evidence add`.",
    ),
};

/// Finds links without an address that a browser opens.
pub(crate) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let links = facts.workspace.evidence.iter().filter(|evidence| evidence.kind == EvidenceKind::Link);
    for evidence in links {
        let id = &evidence.id.value;
        let (place, message) = match &evidence.file {
            None => (
                &evidence.id.place,
                bilingual!("tautan `{id}` tidak memiliki alamat", "the link `{id}` has no address"),
            ),
            Some(file) if address::check(&file.value).is_ok() => continue,
            Some(file) if address::check(&file.value) == Err(NoAddress::Password) => {
                (&file.place, bilingual!("alamat `{id}` memuat kata sandi", "the address of `{id}` holds a password"))
            }
            Some(file) => {
                let address = &file.value;
                (&file.place, bilingual!("`{address}` bukan alamat web", "`{address}` is no web address"))
            }
        };
        let help = bilingual!(
            "tulis alamat yang diawali `https://` di kolom `file`",
            "write an address that begins with `https://` into the column `file`"
        );
        findings.push(Finding::at(RULE.id, place.clone(), message).help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::testing::{at, evidence, sound};
    use crate::model::evidence::EvidenceKind;

    fn linked(address: Option<&str>) -> Vec<String> {
        let mut case = sound();
        let mut link = evidence(4, "jdih", EvidenceKind::Link);
        link.file = address.map(|address| at("evidence.csv", 4, address.to_owned()));
        case.workspace.evidence.push(link);
        case.says(check)
    }

    #[test]
    fn a_link_that_opens_nowhere_is_found() {
        assert_eq!(linked(None), ["evidence.csv:4 the link `jdih` has no address"]);
        for address in ["../../etc/passwd", "javascript:alert(1)", "https://", "file:///etc/passwd", "https://a b"] {
            assert_eq!(linked(Some(address)), [format!("evidence.csv:4 `{address}` is no web address")]);
        }
    }

    #[test]
    fn a_password_is_not_quoted() {
        assert_eq!(
            linked(Some("https://admin:rahasia@a.go.id/")),
            ["evidence.csv:4 the address of `jdih` holds a password"]
        );
    }

    #[test]
    fn a_web_address_is_silent() {
        assert!(linked(Some("https://jdih.example/produk")).is_empty());
        assert!(linked(Some("HTTP://jdih.example")).is_empty());
    }
}
