//! The check lists of the stages: each item done, open or not needed, with the command that does it.

mod execution;
mod planning;
mod reporting;
#[cfg(test)]
mod tests;

use crate::diagnostic::rule::Stage;
use crate::model::role::Role;
use crate::model::row::RowId;
use crate::result::progress::members::MemberProgress;
use crate::result::progress::units::UnitProgress;
use crate::result::report::Report;
use crate::text::bilingual::Bilingual;
use crate::text::word::{Vocabulary, Word};

/// The check list of a stage.
#[derive(Clone, Debug)]
pub(crate) struct StageChecks {
    /// The stage.
    pub(crate) stage: Stage,
    /// Its items, in the order in which they are done.
    pub(crate) items: Vec<Check>,
}

/// An item of a check list.
#[derive(Clone, Debug)]
pub(crate) struct Check {
    /// What it is about.
    pub(crate) item: Item,
    /// How far it is.
    pub(crate) state: CheckState,
    /// The rows that keep it open.
    pub(crate) rows: Vec<RowId>,
    /// What else keeps it open: members, roles, functions, aspects or keys of a file, by their ids.
    pub(crate) names: Vec<String>,
    /// The command that does it; absent where a file is edited by hand.
    pub(crate) command: Option<Bilingual>,
}

/// What an item is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Item {
    /// Somebody coordinates.
    Coordinator,
    /// Every role and every function is represented.
    Team,
    /// Every row has a unit that answers for it.
    Units,
    /// Every row has somebody to score it.
    Assignments,
    /// Every member attended a briefing.
    Briefing,
    /// The decree that set the team up is named.
    Decree,
    /// Every score is in.
    Scores,
    /// Where evaluators differ, a level was agreed.
    Disagreements,
    /// What was claimed has its evidence.
    Evidence,
    /// Every row that was explained has one answer.
    Answers,
    /// An officer approved every answer.
    Approval,
    /// Every row below the target has a recommendation.
    Recommendations,
    /// Every aspect has strengths or weaknesses.
    Findings,
    /// Both targets are set.
    Targets,
}

impl Vocabulary for Item {
    const WORDS: &'static [(Self, Word)] = &[
        (Self::Coordinator, Word { code: "coordinator", id: "koordinator", en: "coordinator" }),
        (Self::Team, Word { code: "team", id: "susunan tim", en: "team" }),
        (Self::Units, Word { code: "units", id: "unit pemilik", en: "owning units" }),
        (Self::Assignments, Word { code: "assignments", id: "penugasan", en: "assignments" }),
        (Self::Briefing, Word { code: "briefing", id: "sosialisasi", en: "briefing" }),
        (Self::Decree, Word { code: "decree", id: "keputusan tim", en: "decree" }),
        (Self::Scores, Word { code: "scores", id: "nilai", en: "scores" }),
        (Self::Disagreements, Word { code: "disagreements", id: "perbedaan level", en: "disagreements" }),
        (Self::Evidence, Word { code: "evidence", id: "data dukung", en: "evidence" }),
        (Self::Answers, Word { code: "answers", id: "jawaban", en: "answers" }),
        (Self::Approval, Word { code: "approval", id: "persetujuan", en: "approval" }),
        (Self::Recommendations, Word { code: "recommendations", id: "rekomendasi", en: "recommendations" }),
        (Self::Findings, Word { code: "findings", id: "kekuatan dan kelemahan", en: "strengths and weaknesses" }),
        (Self::Targets, Word { code: "targets", id: "target", en: "targets" }),
    ];
}

/// How far an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CheckState {
    /// Nothing is left to do.
    Done,
    /// Something is.
    Open,
    /// Nothing asks for it here.
    NotNeeded,
}

impl Vocabulary for CheckState {
    const WORDS: &'static [(Self, Word)] = &[
        (Self::Done, Word { code: "done", id: "selesai", en: "done" }),
        (Self::Open, Word { code: "open", id: "belum", en: "open" }),
        (Self::NotNeeded, Word { code: "not-needed", id: "tidak perlu", en: "not needed" }),
    ];
}

/// Makes the check lists of the three stages.
pub(crate) fn checks(
    report: &Report<'_>,
    members: &[MemberProgress<'_>],
    units: &[UnitProgress<'_>],
) -> Vec<StageChecks> {
    let inspector = Inspector { report, members, units };
    vec![
        StageChecks {
            stage: Stage::Planning,
            items: vec![
                inspector.coordinator(),
                inspector.team(),
                inspector.owners(),
                inspector.assignments(),
                inspector.briefing(),
                inspector.decree(),
            ],
        },
        StageChecks {
            stage: Stage::Execution,
            items: vec![inspector.scores(), inspector.disagreements(), inspector.evidence()],
        },
        StageChecks {
            stage: Stage::Reporting,
            items: vec![
                inspector.answers(),
                inspector.approval(),
                inspector.recommendations(),
                inspector.findings(),
                inspector.targets(),
            ],
        },
    ]
}

/// Looks after the items.
struct Inspector<'r, 'a> {
    report: &'r Report<'a>,
    members: &'r [MemberProgress<'a>],
    units: &'r [UnitProgress<'a>],
}

impl Inspector<'_, '_> {
    /// Makes an item that rows keep open.
    pub(super) fn of_rows(&self, item: Item, rows: Vec<RowId>, command: impl FnOnce(&[RowId]) -> Bilingual) -> Check {
        let state = if rows.is_empty() { CheckState::Done } else { CheckState::Open };
        let command = command(&rows);
        Check { state, rows, ..done(item, command) }
    }

    /// Counts the members who have a role.
    pub(super) fn holders(&self, role: Role) -> usize {
        self.report.workspace.team.present().filter(|member| member.role.value == role).count()
    }
}

/// Makes an item that is done.
fn done(item: Item, command: Bilingual) -> Check {
    Check { item, state: CheckState::Done, rows: Vec::new(), names: Vec::new(), command: Some(command) }
}

/// Makes an item that names keep open.
fn named(item: Item, names: Vec<String>, command: Bilingual) -> Check {
    let state = if names.is_empty() { CheckState::Done } else { CheckState::Open };
    Check { state, names, ..done(item, command) }
}
