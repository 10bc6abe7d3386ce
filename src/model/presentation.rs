//! How an agency presents its report: logo, colour, preface, who signs (`report.toml`).

use crate::diagnostic::place::Located;
use crate::text::colour::Colour;

/// What `report.toml` says; nothing of it has to be said.
#[derive(Clone, Debug, Default)]
pub(crate) struct Presentation {
    /// The file of the logo, relative to the workspace: PNG or SVG.
    pub(crate) logo: Option<Located<String>>,
    /// The colour of headings and charts.
    pub(crate) accent: Option<Located<Colour>>,
    /// The words before the report; an empty line begins a new paragraph.
    pub(crate) preface: Option<String>,
    /// Legal bases beside the instrument's own regulation.
    pub(crate) bases: Vec<String>,
    /// Where the report is signed.
    pub(crate) place: Option<String>,
    /// The head of letters.
    pub(crate) letterhead: LetterheadLines,
    /// The tags by which a program for electronic signatures finds the places to sign, in their order.
    pub(crate) signature_tags: Vec<String>,
    /// Who signs it.
    pub(crate) signatories: Vec<Signatory>,
}

/// What stands at the head of letters beside the logo; what is not said does not stand there.
#[derive(Clone, Debug, Default)]
pub(crate) struct LetterheadLines {
    /// What the unit that writes belongs to, such as `Pemerintah Kabupaten Pemalang`.
    pub(crate) parent: Option<String>,
    /// The unit that writes; the agency unless said.
    pub(crate) name: Option<String>,
    /// Street, place and postal code.
    pub(crate) address: Option<String>,
    /// The telephone number.
    pub(crate) telephone: Option<String>,
    /// The e-mail address.
    pub(crate) email: Option<String>,
}

/// Somebody who signs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Signatory {
    /// The office that signs, such as `Sekretaris Daerah`.
    pub(crate) office: String,
    /// The name.
    pub(crate) name: Option<String>,
    /// What stands below the name, such as `NIP 19700101 199503 1 001`.
    pub(crate) number: Option<String>,
}
