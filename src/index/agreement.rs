//! Which level of a row counts: the agreed one, or the one on which all evaluators agree.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::decimal::Decimal;
use crate::model::files::FINAL;
use crate::model::instrument::Instrument;
use crate::model::row::RowId;
use crate::model::team::Member;
use crate::model::workspace::Workspace;

/// How a row stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// A level in `final.csv`.
    Final(Decimal),
    /// The one level of everyone who scored, after everyone assigned has.
    Agreed(Decimal),
    /// Different levels, by member; or different rows of `final.csv`, by `final`.
    Disputed {
        /// Who gave which level.
        levels: Vec<(String, Decimal)>,
        /// Whether everyone who is to score has, so that no other level will come.
        whole: bool,
    },
    /// No level, or not of everyone: the members who are still to score.
    Missing {
        /// The members assigned to the row who have not scored it.
        waiting: Vec<String>,
    },
}

impl Standing {
    /// Returns the level that counts, if the row has one.
    pub(crate) fn level(&self) -> Option<Decimal> {
        match self {
            Self::Final(level) | Self::Agreed(level) => Some(*level),
            Self::Disputed { .. } | Self::Missing { .. } => None,
        }
    }

    /// Returns the lowest and the highest level that the row can come to; none where it can still be any of the scale.
    pub(crate) fn ends(&self) -> Option<(Decimal, Decimal)> {
        let given: Vec<Decimal> = match self {
            Self::Final(level) | Self::Agreed(level) => vec![*level],
            Self::Disputed { levels, whole: true } => levels.iter().map(|(_, level)| *level).collect(),
            Self::Disputed { whole: false, .. } | Self::Missing { .. } => Vec::new(),
        };
        Some((given.iter().min().copied()?, given.iter().max().copied()?))
    }
}

/// Finds the standing of every row of the evaluation.
///
/// Levels that the scale does not have are no levels here; the rules report them.
pub(crate) fn standings(workspace: &Workspace) -> BTreeMap<RowId, Standing> {
    let Some(instrument) = workspace.instrument.as_deref() else { return BTreeMap::new() };
    let votes = Votes::collect(workspace, instrument);
    workspace.rows().into_iter().map(|row| (row, votes.standing(row))).collect()
}

/// Returns the levels that evaluators gave and that still count, by row, without those that the scale does not have.
pub(crate) fn given(workspace: &Workspace) -> BTreeMap<RowId, Vec<Decimal>> {
    let Some(instrument) = workspace.instrument.as_deref() else { return BTreeMap::new() };
    let levels =
        |(row, votes): (RowId, Vec<(&str, Decimal)>)| (row, votes.into_iter().map(|(_, level)| level).collect());
    Votes::collect(workspace, instrument).scores.into_iter().map(levels).collect()
}

/// All levels and assignments, by row.
#[derive(Default)]
struct Votes<'a> {
    /// The agreed levels.
    finals: BTreeMap<RowId, Vec<Decimal>>,
    /// The level of everyone who scored, by member.
    scores: BTreeMap<RowId, Vec<(&'a str, Decimal)>>,
    /// The members who are to score.
    assigned: BTreeMap<RowId, BTreeSet<&'a str>>,
}

impl<'a> Votes<'a> {
    /// Gathers levels and assignments by row, without levels that the scale does not have.
    fn collect(workspace: &'a Workspace, instrument: &Instrument) -> Self {
        let mut votes = Self::default();
        for score in workspace.finals.iter().filter(|score| instrument.scale.allows(score.level.value)) {
            votes.finals.entry(score.row.value).or_default().push(score.level.value);
        }
        for score in workspace.scores.iter().filter(|score| instrument.scale.allows(score.level.value)) {
            let vote = (score.by.as_str(), score.level.value);
            votes.scores.entry(score.row.value).or_default().push(vote);
        }
        votes.leave_out_superseded(workspace);
        let has_left = |id: &str| workspace.team.member(id).is_some_and(Member::has_left);
        for assignment in workspace.assignments.iter().filter(|assignment| !has_left(&assignment.member.value)) {
            votes.assigned.entry(assignment.row.value).or_default().insert(assignment.member.value.as_str());
        }
        votes
    }

    /// Leaves out what somebody gave who has left, on rows that one who came in their place has scored anew.
    fn leave_out_superseded(&mut self, workspace: &Workspace) {
        for member in workspace.team.members.iter().filter(|member| member.has_left()) {
            let id = member.id.value.as_str();
            let successors = workspace.team.successors(id);
            for votes in self.scores.values_mut().filter(|votes| votes.iter().any(|(by, _)| successors.contains(by))) {
                votes.retain(|(by, _)| *by != id);
            }
        }
    }

    /// Finds how a row stands: what `final.csv` says comes before what evaluators gave.
    fn standing(&self, row: RowId) -> Standing {
        if let Some(levels) = self.finals.get(&row) {
            return match same(levels.iter()) {
                Some(level) => Standing::Final(level),
                None => {
                    let levels = levels.iter().map(|level| (FINAL.to_owned(), *level)).collect();
                    Standing::Disputed { levels, whole: true }
                }
            };
        }
        let scores = self.scores.get(&row).map_or(&[][..], Vec::as_slice);
        let scored = |member: &&&str| scores.iter().any(|(by, _)| by == *member);
        let assigned = self.assigned.get(&row).into_iter().flatten();
        let waiting: Vec<String> =
            assigned.filter(|member| !scored(member)).map(|member| (*member).to_owned()).collect();
        match same(scores.iter().map(|(_, level)| level)) {
            _ if scores.is_empty() => Standing::Missing { waiting },
            None => {
                let levels = scores.iter().map(|(by, level)| ((*by).to_owned(), *level)).collect();
                Standing::Disputed { levels, whole: waiting.is_empty() }
            }
            Some(_) if !waiting.is_empty() => Standing::Missing { waiting },
            Some(level) => Standing::Agreed(level),
        }
    }
}

/// Returns the one level that all have, if they do.
fn same<'a>(mut levels: impl Iterator<Item = &'a Decimal>) -> Option<Decimal> {
    let first = *levels.next()?;
    levels.all(|level| *level == first).then_some(first)
}
