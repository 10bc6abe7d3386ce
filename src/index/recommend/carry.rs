//! Last cycle's recommendations that are still open, as they stand in this cycle.

use std::collections::BTreeMap;

use crate::index::evaluation::Evaluation;
use crate::index::recommend::{Basis, said};
use crate::model::decimal::Decimal;
use crate::model::recommendation::{Draft, Recommendation, State};
use crate::model::row::RowId;
use crate::model::workspace::Workspace;
use crate::text::visible::on_one_line;

/// What becomes of last cycle's open recommendations.
#[derive(Debug, Default)]
pub(super) struct Carried {
    /// Those that go on, in the order of the rows.
    pub(super) drafts: Vec<Draft>,
    /// How many are reached.
    pub(super) reached: usize,
    /// How many belong to no row of this evaluation.
    pub(super) unmapped: usize,
}

impl Carried {
    /// Takes over what is still open and not there already.
    pub(super) fn of(earlier: &Workspace, basis: Basis<'_>, evaluation: &Evaluation, target: Decimal) -> Self {
        let levels: BTreeMap<RowId, Option<Decimal>> =
            evaluation.rows.iter().map(|result| (result.row, result.level)).collect();
        let mut carried = Self::default();
        for advice in earlier.recommendations.iter().filter(|advice| advice.state == State::Open) {
            let mut rows = rows_now(earlier, basis, advice);
            rows.retain(|row| levels.contains_key(row));
            let on_scale = advice.to_level.as_ref().is_none_or(|to| basis.instrument.scale.allows(to.value));
            if rows.is_empty() || !on_scale {
                carried.unmapped += 1;
                continue;
            }
            for row in rows {
                let to = advice.to_level.as_ref().map_or(target, |to| to.value);
                match levels[&row] {
                    Some(level) if to <= level => carried.reached += 1,
                    // In January no row has a level yet, and what was left open is still to be done.
                    _ => carried.take(draft(advice, row), basis),
                }
            }
        }
        carried.drafts.sort_by_key(|draft| draft.row);
        carried
    }

    /// Takes a draft up, unless its row has the same advice already, carried over or on record.
    fn take(&mut self, draft: Draft, basis: Basis<'_>) {
        let twice = self.drafts.iter().any(|other| other.row == draft.row && other.action == draft.action);
        if !twice && !said(&basis.workspace.recommendations, draft.row, &draft.action) {
            self.drafts.push(draft);
        }
    }
}

/// Finds the rows that a recommendation belongs to now: the same one, or under a newer instrument those that continue
/// its indicator.
fn rows_now(earlier: &Workspace, basis: Basis<'_>, advice: &Recommendation) -> Vec<RowId> {
    let before = earlier.instrument.as_ref().map(|instrument| instrument.id.as_ref()).unwrap_or_default();
    basis.instrument.continued(before, advice.row.value)
}

/// Keeps what the recommendation says; one line, as the table wants it.
fn draft(advice: &Recommendation, row: RowId) -> Draft {
    let plain = |text: &String| on_one_line(text).trim().to_owned();
    Draft {
        row,
        to_level: advice.to_level.as_ref().map(|to| to.value),
        action: plain(&advice.action.value),
        unit: advice.unit.as_ref().map(plain),
        due: advice.due.as_ref().map(|due| due.value),
        priority: advice.priority.as_ref().map(plain),
        source: advice.source,
        state: State::Open,
    }
}
