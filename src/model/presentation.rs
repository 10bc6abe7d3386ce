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
    /// Who signs it.
    pub(crate) signatories: Vec<Signatory>,
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
