//! What a rule is: its name, its default severity, when it speaks, and its documentation.

use crate::text::bilingual::Bilingual;
use crate::text::word::{Vocabulary, Word};

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Severity {
    /// The rule is silent.
    Off,
    /// Worth a look; never changes the exit code.
    Warning,
    /// The submission is refused: exit code 1.
    Error,
}

impl Vocabulary for Severity {
    const WORDS: &'static [(Self, Word)] = &[
        (Self::Error, Word { code: "error", id: "kesalahan", en: "error" }),
        (Self::Warning, Word { code: "warning", id: "peringatan", en: "warning" }),
        (Self::Off, Word { code: "off", id: "mati", en: "off" }),
    ];
}

/// The stages of an evaluation, in order; each includes the ones before it (PermenPANRB 5/2018).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Stage {
    /// Instrument and team are prepared, the evaluation is socialised.
    Planning,
    /// Data are collected and assessed.
    Execution,
    /// Results and recommendations are compiled.
    Reporting,
    /// The result goes to the ministry.
    Submission,
}

impl Vocabulary for Stage {
    const WORDS: &'static [(Self, Word)] = &[
        (Self::Planning, Word { code: "planning", id: "perencanaan", en: "planning" }),
        (Self::Execution, Word { code: "execution", id: "pelaksanaan", en: "execution" }),
        (Self::Reporting, Word { code: "reporting", id: "pelaporan", en: "reporting" }),
        (Self::Submission, Word { code: "submission", id: "penyampaian", en: "submission" }),
    ];
}

/// A rule: everything about it but its logic.
#[derive(Clone, Debug)]
pub(crate) struct Rule {
    /// The name, in kebab case.
    pub(crate) id: &'static str,
    /// The severity unless the workspace or the command line says otherwise.
    pub(crate) severity: Severity,
    /// The first stage at which the rule speaks; [`Stage::Planning`] for what is wrong at every stage.
    pub(crate) stage: Stage,
    /// One line: what is wrong when the rule speaks.
    pub(crate) summary: Bilingual,
    /// Why it matters to the evaluation.
    pub(crate) why: Bilingual,
    /// What it looks like in the files: lines that make the rule speak, and words only where lines can't show it.
    pub(crate) example: Bilingual,
    /// What to do about it.
    pub(crate) mend: Bilingual,
}
