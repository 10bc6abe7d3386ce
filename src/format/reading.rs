//! The reading of one file: which file it is, and the findings so far.

use std::cell::RefCell;
use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::file_rules::{NOT_CANONICAL, OWN_COLUMN, UNKNOWN_FIELD};
use crate::diagnostic::finding::{Finding, Fold};
use crate::diagnostic::place::{Located, Place};
use crate::text::bilingual::Bilingual;

/// One file while it is read. Findings collect behind a shared reference, so that readers can nest.
#[derive(Debug)]
pub(crate) struct Reading {
    file: Arc<str>,
    findings: RefCell<Vec<Finding>>,
    fold: RefCell<Fold>,
}

impl Reading {
    /// Begins the reading of a file, named relative to the workspace.
    pub(crate) fn new(file: impl Into<Arc<str>>) -> Self {
        Self { file: file.into(), findings: RefCell::default(), fold: RefCell::default() }
    }

    /// Returns the name of the file.
    pub(crate) fn file(&self) -> &Arc<str> {
        &self.file
    }

    /// Makes a place in this file.
    pub(crate) fn place(&self, span: Range<usize>) -> Place {
        Place::new(&self.file, span)
    }

    /// Joins a value to its place in this file.
    pub(crate) fn located<T>(&self, value: T, span: Range<usize>) -> Located<T> {
        Located::new(value, self.place(span))
    }

    /// Makes a finding in this file, to be completed and pushed.
    pub(crate) fn finding(&self, rule: &'static str, span: Range<usize>, message: Bilingual) -> Finding {
        Finding::at(rule, self.place(span), message)
    }

    /// Keeps a finding; of very many like it none but their number, unless it says how to write what is there.
    pub(crate) fn push(&self, finding: Finding) {
        let kept = if finding.rule == NOT_CANONICAL { Some(finding) } else { self.fold.borrow_mut().keep(finding) };
        self.findings.borrow_mut().extend(kept);
    }

    /// Tells whether something could not be read; spelling and unknown fields break nothing.
    pub(crate) fn is_broken(&self) -> bool {
        let harmless = |finding: &Finding| matches!(finding.rule, NOT_CANONICAL | OWN_COLUMN | UNKNOWN_FIELD);
        !self.findings.borrow().iter().all(harmless)
    }

    /// Ends the reading and returns its findings.
    pub(crate) fn finish(self) -> Vec<Finding> {
        let mut findings = self.findings.into_inner();
        findings.extend(self.fold.into_inner().folded());
        findings
    }
}
