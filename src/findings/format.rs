//! The formats of findings: a new one is a file beside this one and a variant here.

use crate::diagnostic::rule::Stage;
use crate::findings::{Checked, github, json, junit, sarif, short, text};
use crate::text::language::Language;
use crate::text::word::{Vocabulary, Word};

/// A format of findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FindingFormat {
    /// For a person, with the lines concerned.
    Text,
    /// One line a finding, for editors.
    Short,
    /// For programs.
    Json,
    /// For code scanning (SARIF 2.1.0).
    Sarif,
    /// For the test reports of CI.
    Junit,
    /// Workflow commands of GitHub Actions.
    Github,
}

impl Vocabulary for FindingFormat {
    const WORDS: &'static [(Self, Word)] = &[
        (Self::Text, Word { code: "text", id: "text", en: "text" }),
        (Self::Short, Word { code: "short", id: "short", en: "short" }),
        (Self::Json, Word { code: "json", id: "json", en: "json" }),
        (Self::Sarif, Word { code: "sarif", id: "sarif", en: "sarif" }),
        (Self::Junit, Word { code: "junit", id: "junit", en: "junit" }),
        (Self::Github, Word { code: "github", id: "github", en: "github" }),
    ];
}

/// How findings are told, whatever the format.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Telling {
    /// The stage that was asked about.
    pub(crate) stage: Stage,
    /// The language.
    pub(crate) language: Language,
    /// Whether colours are shown.
    pub(crate) colour: bool,
}

impl FindingFormat {
    /// Renders findings.
    pub(crate) fn render(self, checked: &[Checked<'_>], telling: Telling) -> String {
        let Telling { stage, language, colour } = telling;
        match self {
            Self::Text => text::render(checked, language, colour),
            Self::Short => short::render(checked, language),
            Self::Json => json::render(checked, language),
            Self::Sarif => sarif::render(checked, language),
            Self::Junit => junit::render(checked, stage, language),
            Self::Github => github::render(checked, language),
        }
    }
}
