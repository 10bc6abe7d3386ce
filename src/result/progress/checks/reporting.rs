//! What reporting asks for: what is to be improved, and towards what.

use std::collections::BTreeSet;

use crate::bilingual;
use crate::index::answer::lacks_answer;
use crate::index::approval::{Approvals, Approved};
use crate::model::recommendation::State;
use crate::model::row::RowId;
use crate::result::progress::checks::{Check, CheckState, Inspector, Item, done, named};
use crate::text::bilingual::Bilingual;

impl Inspector<'_, '_> {
    /// Looks for rows with a level that were explained in different words and have no answer.
    pub(super) fn answers(&self) -> Check {
        let workspace = self.report.workspace;
        let settled = self.report.indicators.iter().filter(|line| line.level.is_some());
        let rows = settled.map(|line| line.row).filter(|row| lacks_answer(workspace, *row)).collect();
        self.of_rows(Item::Answers, rows, |rows| {
            let row = rows.first().map(RowId::to_string).unwrap_or_default();
            bilingual!("spbe agree {row} --explanation TEKS", "spbe agree {row} --explanation TEXT")
        })
    }

    /// Looks for rows with a level that no officer has accepted as they are.
    pub(super) fn approval(&self) -> Check {
        let approvals = Approvals::of(self.report.workspace);
        let judged = || approvals.rows().filter(|(_, judged)| judged.digest.is_some());
        let rows: Vec<RowId> =
            judged().filter(|(_, judged)| judged.stands() != Approved::Accepted).map(|(row, _)| row).collect();
        let command = Bilingual::same("spbe approve");
        match judged().next() {
            None => Check { state: CheckState::NotNeeded, ..done(Item::Approval, command) },
            Some(_) => self.of_rows(Item::Approval, rows, |_| command),
        }
    }

    /// Looks for rows below the target without a recommendation; what has no level yet keeps the item open.
    pub(super) fn recommendations(&self) -> Check {
        let command = Bilingual::same("spbe recommend");
        if self.report.target_level.is_none() {
            return Check { state: CheckState::NotNeeded, ..done(Item::Recommendations, command) };
        }
        let kept = self.report.workspace.recommendations.iter().filter(|advice| advice.state != State::Dropped);
        let advised: BTreeSet<RowId> = kept.map(|advice| advice.row.value).collect();
        let lines = self.report.indicators.iter();
        let below: Vec<RowId> = lines.filter(|line| self.report.is_below_target(line)).map(|line| line.row).collect();
        let lacking: Vec<RowId> = below.iter().filter(|row| !advised.contains(row)).copied().collect();
        let state = match (self.report.open_rows(), below.is_empty()) {
            (0, true) => CheckState::NotNeeded,
            (0, false) if lacking.is_empty() => CheckState::Done,
            _ => CheckState::Open,
        };
        Check { state, rows: lacking, ..done(Item::Recommendations, command) }
    }

    /// Looks for aspects of which nothing is said, where a target asks for it.
    pub(super) fn findings(&self) -> Check {
        let command = Bilingual::same("spbe recommend");
        if self.report.target_level.is_none() && self.report.target_index.is_none() {
            return Check { state: CheckState::NotNeeded, ..done(Item::Findings, command) };
        }
        let said = |aspect: u32| {
            let mut found = self.report.workspace.aspect_findings.iter();
            found.any(|found| {
                found.aspect.value == aspect && !(found.strengths.is_empty() && found.weaknesses.is_empty())
            })
        };
        let aspects = self.report.instrument.aspects.iter().filter(|aspect| !said(aspect.id));
        named(Item::Findings, aspects.map(|aspect| aspect.id.to_string()).collect(), command)
    }

    /// Looks for targets that are not set, which is done in the manifest by hand.
    pub(super) fn targets(&self) -> Check {
        let targets = [
            ("target_index", self.report.target_index.is_some()),
            ("target_level", self.report.target_level.is_some()),
        ];
        let missing = targets.into_iter().filter(|(_, set)| !set).map(|(key, _)| key.to_owned()).collect();
        Check { command: None, ..named(Item::Targets, missing, Bilingual::same("")) }
    }
}
