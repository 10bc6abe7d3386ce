//! What was approved, and whether it still is what stands in the files.
//!
//! An approval names the digest of what it is about. Whoever reads the files later makes the digest anew: where it
//! differs, something was changed behind the officer's back.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use icu_normalizer::ComposingNormalizerBorrowed;

use crate::index::agreement::{Standing, standings};
use crate::index::answer::answer;
use crate::index::support::Support;
use crate::model::approval::{Approval, Verdict};
use crate::model::decimal::Decimal;
use crate::model::evidence::Evidence;
use crate::model::row::RowId;
use crate::model::workspace::Workspace;
use crate::text::digest;

/// What begins the text that is digested for one row; another way to write it gets another number.
const OF_A_ROW: &str = "spbe-approval-1";
/// What begins the text that is digested for all rows together.
const OF_ALL: &str = "spbe-approvals-1";

/// The rows of a workspace with what was said of each.
#[derive(Clone, Debug)]
pub(crate) struct Approvals<'a> {
    rows: BTreeMap<RowId, Judged<'a>>,
}

/// One row as it stands before the officers.
#[derive(Clone, Debug)]
pub(crate) struct Judged<'a> {
    /// The digest of what there is to judge; none while the row has no level.
    pub(crate) digest: Option<String>,
    /// The words of those who may approve, as they stand in the files.
    pub(crate) words: Vec<&'a Approval>,
}

/// How a row stands before the officers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Approved {
    /// Nobody said anything of it.
    Waiting,
    /// It went back, and whoever returned it has not accepted it since.
    Returned,
    /// It was accepted, and changed afterwards.
    Changed,
    /// It was accepted as it stands.
    Accepted,
}

impl<'a> Approvals<'a> {
    /// Gathers what was said of every row; who may not approve, or has left, is not heard.
    pub(crate) fn of(workspace: &'a Workspace) -> Self {
        Self::over(workspace, &Support::of(workspace), &standings(workspace))
    }

    /// Gathers it as [`Self::of`] does, where it is known already what supports the rows and how they stand.
    pub(crate) fn over(workspace: &'a Workspace, support: &Support<'_>, standings: &BTreeMap<RowId, Standing>) -> Self {
        let heard = |by: &str| {
            workspace.team.present().any(|member| member.id.value.as_str() == by && member.role.value.decides())
        };
        let judged = |(row, level): (RowId, Option<Decimal>)| {
            let text = answer(workspace, row).unwrap_or_default();
            let digest = level.map(|level| digest_of(support, row, level, text));
            let words = workspace.approvals.iter().filter(|word| word.row.value == row && heard(word.by.as_str()));
            (row, Judged { digest, words: words.collect() })
        };
        let levels = standings.iter().map(|(row, standing)| (*row, standing.level()));
        Self { rows: levels.map(judged).collect() }
    }

    /// Returns every row, in order.
    pub(crate) fn rows(&self) -> impl Iterator<Item = (RowId, &Judged<'a>)> {
        self.rows.iter().map(|(row, judged)| (*row, judged))
    }

    /// Returns what was said of a row.
    pub(crate) fn row(&self, row: RowId) -> Option<&Judged<'a>> {
        self.rows.get(&row)
    }

    /// Returns the digest over all rows: the code that the minutes print.
    pub(crate) fn code(&self) -> String {
        let mut text = format!("{OF_ALL}\n");
        for (row, judged) in &self.rows {
            let _ = writeln!(text, "{row} {}", judged.digest.as_deref().unwrap_or("-"));
        }
        digest::of(text.as_bytes())
    }
}

impl<'a> Judged<'a> {
    /// Tells how the row stands; a return counts for more than the word of others.
    pub(crate) fn stands(&self) -> Approved {
        let accepted = |word: &&&Approval| word.verdict == Verdict::Accepted;
        if self.returned().next().is_some() {
            Approved::Returned
        } else if self.words.iter().filter(accepted).any(|word| self.is_about_this(word)) {
            Approved::Accepted
        } else if self.words.is_empty() {
            Approved::Waiting
        } else {
            Approved::Changed
        }
    }

    /// Returns the words by which the row went back.
    pub(crate) fn returned(&self) -> impl Iterator<Item = &'a Approval> + use<'_, 'a> {
        self.words.iter().copied().filter(|word| word.verdict == Verdict::Returned)
    }

    /// Returns the words that accept something else than what stands there now.
    pub(crate) fn outdated(&self) -> impl Iterator<Item = &'a Approval> + use<'_, 'a> {
        self.words.iter().copied().filter(|word| word.verdict == Verdict::Accepted && !self.is_about_this(word))
    }

    /// Tells whether a word is about what stands there now.
    pub(crate) fn is_about_this(&self, word: &Approval) -> bool {
        self.digest.as_ref() == Some(&word.digest.value)
    }
}

/// Makes the digest of what an officer judges of a row: level, answer, and the documents with what they hold.
///
/// The text is one fact a line; only the answer may span several, and says how many bytes it has, so that no other row
/// has the same text. Line ends and composed letters are made alike, so that no editor and no system changes the digest.
fn digest_of(support: &Support<'_>, row: RowId, level: Decimal, answer: &str) -> String {
    let answer = ComposingNormalizerBorrowed::new_nfc().normalize(&answer.trim().replace("\r\n", "\n")).into_owned();
    let mut text = format!("{OF_A_ROW}\nrow {row}\nlevel {level}\nitems \nanswer {}\n{answer}\n", answer.len());
    let held = |(document, _): &(&Evidence, _)| {
        // An address has nothing to digest: it is what was judged.
        let held = document.sha256.as_ref().or(document.file.as_ref()).map_or("-", |text| text.value.as_str());
        format!("evidence {} {held}\n", document.id.value)
    };
    let mut documents: Vec<String> = support.documents_of(row).iter().map(held).collect();
    documents.sort_unstable();
    text.extend(documents);
    digest::of(text.as_bytes())
}
