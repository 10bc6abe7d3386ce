//! How far an evaluation is on a day: who is late, what is disputed, what units still owe, what each stage lacks.

pub(crate) mod checks;
pub(crate) mod members;
pub(crate) mod moment;
pub(crate) mod owing;
pub(crate) mod runs;
pub(crate) mod sheets;
pub(crate) mod told;
pub(crate) mod units;

use jiff::civil::Date;

use crate::index::agreement::Standing;
use crate::model::row::RowId;
use crate::result::progress::checks::{StageChecks, checks};
use crate::result::progress::members::{MemberProgress, members};
use crate::result::progress::moment::Moment;
use crate::result::progress::units::{UnitProgress, units};
use crate::result::report::Report;

/// How far an evaluation is on a day.
#[derive(Clone, Debug)]
pub(crate) struct Progress<'a> {
    /// The result as it stands.
    pub(crate) report: &'a Report<'a>,
    /// The day.
    pub(crate) day: Date,
    /// The stage of the schedule; absent where there is no schedule.
    pub(crate) moment: Option<Moment>,
    /// How many scores are in, and how many are due.
    pub(crate) scores: Tally,
    /// The members who have something to do, as they stand in `team.toml`.
    pub(crate) members: Vec<MemberProgress<'a>>,
    /// The units that own rows, as they stand in `team.toml`.
    pub(crate) units: Vec<UnitProgress<'a>>,
    /// What each stage asks for.
    pub(crate) stages: Vec<StageChecks>,
}

/// How many of how many are in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Tally {
    /// Those that are in.
    pub(crate) done: usize,
    /// All that are due.
    pub(crate) due: usize,
}

impl<'a> Progress<'a> {
    /// Finds how far an evaluation is on a day.
    pub(crate) fn of(report: &'a Report<'a>, day: Date) -> Self {
        let manifest = report.workspace.manifest.as_ref();
        let members = members(report, day);
        let count = |of: fn(&MemberProgress<'_>) -> usize| members.iter().map(of).sum();
        let scores = Tally {
            done: count(|member| member.tasks.len() - member.missing().count()),
            due: count(|member| member.tasks.len()),
        };
        let units = units(report);
        Self {
            report,
            day,
            moment: manifest.and_then(|manifest| Moment::of(&manifest.schedule, day)),
            stages: checks(report, &members, &units),
            scores,
            members,
            units,
        }
    }

    /// Returns the rows on which evaluators differ and nobody has decided.
    pub(crate) fn disputed(&self) -> Vec<RowId> {
        let disputed = |standing: &Standing| matches!(standing, Standing::Disputed { .. });
        self.report.indicators.iter().filter(|line| disputed(&line.standing)).map(|line| line.row).collect()
    }
}
