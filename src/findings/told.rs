//! One finding with its line and column, as every format but the one with snippets tells it.

use crate::check::Judged;
use crate::diagnostic::rule::Severity;
use crate::findings::{Checked, by_name};
use crate::model::files::MANIFEST;
use crate::text::language::Language;

/// A finding as it is told.
#[derive(Debug)]
pub(super) struct Told<'a> {
    /// The workspace, as it was given.
    pub(super) workspace: &'a str,
    /// Where the workspace is in its git repository, with a final `/`; empty at its top, absent outside of one.
    pub(super) within: Option<&'a str>,
    pub(super) rule: &'static str,
    pub(super) severity: Severity,
    pub(super) file: Option<&'a str>,
    pub(super) line: Option<usize>,
    pub(super) column: Option<usize>,
    pub(super) message: &'a str,
    pub(super) help: Option<&'a str>,
}

impl Told<'_> {
    /// Returns the file as the person who gave the folder would name it.
    pub(super) fn path(&self) -> Option<String> {
        self.file.map(|file| self.in_workspace(file))
    }

    /// Returns the file relative to the top of the git repository, or as [`Self::path`] does outside of one.
    ///
    /// What stands nowhere is said of the manifest, for those who ask must have a file.
    pub(super) fn path_in_repository(&self) -> String {
        let file = self.file.unwrap_or(MANIFEST);
        self.within.map_or_else(|| self.in_workspace(file), |within| format!("{within}{file}"))
    }

    fn in_workspace(&self, file: &str) -> String {
        match self.workspace {
            "." => file.to_owned(),
            folder => format!("{}/{file}", folder.trim_end_matches('/')),
        }
    }

    /// Returns the message with the help behind it.
    pub(super) fn advice(&self) -> String {
        match self.help {
            Some(help) => format!("{}; {help}", self.message),
            None => self.message.to_owned(),
        }
    }
}

/// Tells the findings of all workspaces, sorted by workspace, file, line, column and rule.
pub(super) fn told<'a>(checked: &[Checked<'a>], language: Language) -> Vec<Told<'a>> {
    let mut told: Vec<Told<'a>> = by_name(checked)
        .into_iter()
        .flat_map(|checked| checked.findings.iter().map(move |judged| tell(checked, judged, language)))
        .collect();
    // What stands nowhere comes before what stands in a file, and a whole file before its lines.
    told.sort_by(|one, other| key(one).cmp(&key(other)));
    told
}

fn tell<'a>(checked: Checked<'a>, judged: &'a Judged, language: Language) -> Told<'a> {
    let finding = &judged.finding;
    let place = finding.place.as_ref();
    let position = place.and_then(|place| checked.sources.line_column(&place.file, place.span.as_ref()?));
    Told {
        workspace: checked.workspace,
        within: checked.within,
        rule: finding.rule,
        severity: judged.severity,
        file: place.map(|place| place.file.as_ref()),
        line: position.map(|position| position.line),
        column: position.map(|position| position.column),
        message: finding.message.get(language),
        help: finding.help.as_ref().map(|help| help.get(language)),
    }
}

type Key<'a> = (&'a str, Option<&'a str>, Option<usize>, Option<usize>, &'a str);

fn key<'a>(told: &Told<'a>) -> Key<'a> {
    (told.workspace, told.file, told.line, told.column, told.rule)
}
