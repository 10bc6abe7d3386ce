//! How an agency presents its report: logo, colour, preface, who signs (`report.toml`).

use crate::diagnostic::place::Located;
use crate::model::colour::Colour;

/// What `report.toml` says; nothing of it has to be said.
#[derive(Clone, Debug, Default)]
pub struct Presentation {
    /// The file of the logo, relative to the workspace: PNG or SVG.
    pub logo: Option<Located<String>>,
    /// The colour of headings and charts.
    pub accent: Option<Located<Colour>>,
    /// The words before the report; an empty line begins a new paragraph.
    pub preface: Option<String>,
    /// Legal bases beside the instrument's own regulation.
    pub bases: Vec<String>,
    /// Where the report is signed.
    pub place: Option<String>,
    /// Who signs it.
    pub signatories: Vec<Signatory>,
}

/// Somebody who signs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signatory {
    /// The office that signs, such as `Sekretaris Daerah`.
    pub office: String,
    /// The name.
    pub name: Option<String>,
    /// What stands below the name, such as `NIP 19700101 199503 1 001`.
    pub number: Option<String>,
}
