//! Work sheets that come back: what a member filled in, told apart from what changed here meanwhile.

pub(crate) mod approvals;
pub(crate) mod handed;
pub(crate) mod merge;
mod names;
pub(crate) mod pasted;
pub(crate) mod table;
pub(crate) mod understand;

use crate::index::answer::answer;
use crate::model::row::RowId;
use crate::model::score::Score;
use crate::model::workspace::Workspace;
use crate::text::clean;
use crate::text::word::Vocabulary;

/// What a member said of a row, each as the workspace writes it; empty where nothing was said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Values {
    /// The level.
    pub(crate) level: String,
    /// The codes of the methods, joined with `+`.
    pub(crate) method: String,
    /// The ids of the evidence, with spaces between them.
    pub(crate) evidence: String,
    /// Facts, analysis, justification; of an agreed level, the agency's answer.
    pub(crate) explanation: String,
    /// Of an agreed level, why it was decided so.
    pub(crate) reason: String,
}

impl Values {
    /// Returns what was agreed on a row so far, and the agency's answer: where all who said something say the same, it is that.
    pub(crate) fn agreed(workspace: &Workspace, row: RowId) -> Self {
        let explanation = answer(workspace, row).map(plain).unwrap_or_default();
        let settled = workspace.finals.iter().find(|settled| settled.row.value == row);
        Self {
            level: settled.map(|settled| settled.level.value.to_string()).unwrap_or_default(),
            reason: settled.map(|settled| plain(&settled.reason.value)).unwrap_or_default(),
            explanation,
            ..Self::default()
        }
    }

    /// Tells whether a document is cited.
    pub(crate) fn cites(&self, id: &str) -> bool {
        self.evidence.split(' ').any(|cited| cited == id)
    }

    /// Returns what a member said of a row so far.
    pub(crate) fn of(workspace: &Workspace, member: &str, row: RowId) -> Self {
        let own = |score: &&Score| score.by.as_str() == member && score.row.value == row;
        workspace.scores.iter().find(own).map(Self::from).unwrap_or_default()
    }
}

/// Returns a text as it comes back from a spreadsheet: line ends and invisible characters don't tell two texts apart.
pub(crate) fn plain(text: &str) -> String {
    clean::prose(text).map_or_else(|_| text.trim().to_owned(), |cleaned| cleaned.text)
}

impl From<&Score> for Values {
    fn from(score: &Score) -> Self {
        let methods: Vec<&str> = score.methods.iter().map(|method| method.code()).collect();
        let evidence: Vec<&str> = score.evidence.iter().map(|id| id.value.as_str()).collect();
        Self {
            level: score.level.value.to_string(),
            method: methods.join("+"),
            evidence: evidence.join(" "),
            explanation: plain(&score.explanation.value),
            reason: String::new(),
        }
    }
}
