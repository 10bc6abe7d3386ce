//! One finding with its line and column, as every format but the one with snippets tells it.

use std::sync::Arc;

use crate::check::relaxed::{Kind, Relaxed};
use crate::diagnostic::finding::Finding;
use crate::diagnostic::rule::Severity;
use crate::findings::Checked;
use crate::model::files::MANIFEST;
use crate::text::language::Language;
use crate::text::word::Vocabulary;

/// A finding as it is told in one language; it borrows none of the texts.
#[derive(Debug)]
pub(super) struct Told {
    /// The workspace, as it was given.
    pub(super) workspace: Arc<str>,
    /// Where the workspace is in its git repository, with a final `/`; empty at its top, absent outside of one.
    pub(super) within: Option<Arc<str>>,
    /// The id of its rule.
    pub(super) rule: &'static str,
    /// How much it weighs; absent for a note, which weighs nothing.
    pub(super) severity: Option<Severity>,
    /// The file, relative to the workspace; absent where it stands nowhere.
    pub(super) file: Option<Arc<str>>,
    /// The line; absent where the whole file is meant.
    pub(super) line: Option<usize>,
    /// The column.
    pub(super) column: Option<usize>,
    /// What was found and what was expected.
    pub(super) message: String,
    /// What to do next.
    pub(super) help: Option<String>,
}

/// What a sender relaxed, as it is told.
#[derive(Debug)]
pub(super) struct Note {
    /// What it is.
    pub(super) kind: Kind,
    /// The rules concerned.
    pub(super) rules: Vec<String>,
    /// Where it stands, and what is said of it.
    pub(super) told: Told,
}

/// What findings are sorted by.
///
/// What stands nowhere comes before what stands in a file, and a whole file before its lines.
type Key<'a> = (&'a str, Option<&'a str>, Option<usize>, Option<usize>, &'a str);

impl Told {
    /// Returns what the finding is sorted by: workspace, file, line, column and rule.
    pub(super) fn key(&self) -> Key<'_> {
        (&self.workspace, self.file.as_deref(), self.line, self.column, self.rule)
    }

    /// Returns the file as the person who gave the folder would name it.
    pub(super) fn path(&self) -> Option<String> {
        self.file.as_deref().map(|file| self.in_workspace(file))
    }

    /// Returns the file relative to the top of the git repository, or as [`Self::path`] does outside of one.
    ///
    /// What stands nowhere is said of the manifest, for those who ask must have a file.
    pub(super) fn path_in_repository(&self) -> String {
        let file = self.file.as_deref().unwrap_or(MANIFEST);
        self.within.as_deref().map_or_else(|| self.in_workspace(file), |within| format!("{within}{file}"))
    }

    /// Returns a file behind the folder as it was given; the folder where the user stands is left out.
    fn in_workspace(&self, file: &str) -> String {
        match &*self.workspace {
            "." => file.to_owned(),
            folder => format!("{}/{file}", folder.trim_end_matches(['/', '\\'])),
        }
    }

    /// Returns the word for how much it weighs.
    pub(super) fn weight(&self) -> &'static str {
        self.severity.map_or("note", Severity::code)
    }

    /// Returns the message with the help behind it.
    pub(super) fn advice(&self) -> String {
        match &self.help {
            Some(help) => format!("{}; {help}", self.message),
            None => self.message.clone(),
        }
    }
}

/// Tells the findings of one workspace, sorted.
pub(super) fn told(checked: &Checked<'_>, language: Language) -> Vec<Told> {
    tell(checked, checked.findings.iter().map(|judged| (&judged.finding, Some(judged.severity))), language)
}

/// Tells what the sender of one workspace relaxed.
pub(super) fn notes(checked: &Checked<'_>, language: Language) -> Vec<Note> {
    let told = |relaxed: &Relaxed| Note {
        kind: relaxed.kind,
        rules: relaxed.rules.clone(),
        told: tell(checked, [(&relaxed.finding, None)], language).remove(0),
    };
    checked.relaxed.iter().map(told).collect()
}

/// Tells findings with how much they weigh, sorted.
fn tell<'a>(
    checked: &Checked<'_>,
    findings: impl IntoIterator<Item = (&'a Finding, Option<Severity>)>,
    language: Language,
) -> Vec<Told> {
    let workspace: Arc<str> = checked.workspace.into();
    let within: Option<Arc<str>> = checked.within.map(Into::into);
    let tell = |finding: &Finding, severity| {
        let place = finding.place.as_ref();
        let position = place.and_then(|place| checked.sources.line_column(&place.file, place.span.as_ref()?));
        Told {
            workspace: Arc::clone(&workspace),
            within: within.clone(),
            rule: finding.rule,
            severity,
            file: place.map(|place| Arc::clone(&place.file)),
            line: position.map(|position| position.line),
            column: position.map(|position| position.column),
            message: finding.message.get(language).to_owned(),
            help: finding.help.as_ref().map(|help| help.get(language).to_owned()),
        }
    };
    let mut told: Vec<Told> = findings.into_iter().map(|(finding, severity)| tell(finding, severity)).collect();
    told.sort_by(|one, other| one.key().cmp(&other.key()));
    told
}
