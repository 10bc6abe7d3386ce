//! A few findings in a few files, for the tests of the formats.

use std::sync::Arc;

use crate::check::Judged;
use crate::check::policy::Policy;
use crate::diagnostic::finding::Finding;
use crate::diagnostic::place::Place;
use crate::diagnostic::rule::{Severity, Stage};
use crate::diagnostic::source::Sources;
use crate::findings::Checked;
use crate::findings::format::{FindingFormat, Telling};
use crate::text::bilingual::Bilingual;
use crate::text::language::Language;

pub(super) fn sources() -> Sources {
    let mut sources = Sources::default();
    sources.insert(Arc::from("scores/hukum.csv"), "indicator,level\r\n12,9\r\n13,\u{1b}4\r\n".to_owned());
    sources.insert(Arc::from("spbe.toml"), "\u{feff}schema = 1\n[agency]\nname = \"x\"".to_owned());
    sources
}

/// Findings of a workspace that lies in the folder `kab` of its repository.
pub(super) fn below_the_top<'a>(policy: &'a Policy, sources: &'a Sources, findings: &'a [Judged]) -> Checked<'a> {
    Checked { workspace: ".", within: Some("kab/"), policy, sources, findings, relaxed: &[] }
}

pub(super) fn error(finding: Finding) -> Judged {
    Judged { finding, severity: Severity::Error }
}

pub(super) fn warning(finding: Finding) -> Judged {
    Judged { finding, severity: Severity::Warning }
}

/// A finding at the first place where a text stands in a file.
pub(super) fn found(rule: &'static str, file: &str, text: &str) -> Finding {
    let start = sources().text(file).and_then(|source| source.find(text)).expect("the text is in the file");
    let place = Place::new(&Arc::from(file), start..start + text.len());
    Finding::at(rule, place, Bilingual::fixed("pesan", "message"))
}

/// What a format says of workspaces at their submission, without colours.
pub(super) fn shown(format: FindingFormat, checked: &[Checked<'_>], language: Language) -> String {
    format.render(checked, Telling { stage: Stage::Submission, language, colour: false })
}
