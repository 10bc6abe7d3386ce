//! Where a day stands in the schedule.

use jiff::civil::Date;

use crate::diagnostic::rule::Stage;
use crate::model::manifest::{Period, Schedule};

/// Where a day stands in the schedule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Moment {
    /// The stage: the one that runs, else the next one, else the last.
    pub(crate) stage: Stage,
    /// The days of the stage.
    pub(crate) period: Period,
    /// Whether it runs, is still to come or is over, and for how many days.
    pub(crate) phase: Phase,
}

/// How a day stands to a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Phase {
    /// It begins in so many days.
    Before(i32),
    /// It runs, and ends in so many days; nought on its last day.
    During(i32),
    /// It ended so many days ago.
    After(i32),
}

impl Moment {
    /// Finds the stage of a day; of several that run, the one that began last.
    pub(crate) fn of(schedule: &Schedule, day: Date) -> Option<Self> {
        let stages = [
            (Stage::Planning, schedule.planning),
            (Stage::Execution, schedule.execution),
            (Stage::Reporting, schedule.reporting),
        ];
        let stages: Vec<(Stage, Period)> =
            stages.into_iter().filter_map(|(stage, period)| Some((stage, period?))).collect();
        let began = |(_, period): &&(Stage, Period)| period.start;
        let running = stages.iter().filter(|(_, period)| (period.start..=period.end).contains(&day)).max_by_key(began);
        let coming = || stages.iter().filter(|(_, period)| period.start > day).min_by_key(began);
        let last = || stages.iter().max_by_key(|(_, period)| period.end);
        let (stage, period) = running.or_else(coming).or_else(last).copied()?;
        let phase = if day < period.start {
            Phase::Before(days(day, period.start))
        } else if day <= period.end {
            Phase::During(days(day, period.end))
        } else {
            Phase::After(days(period.end, day))
        };
        Some(Self { stage, period, phase })
    }
}

/// Counts the days from one day to another.
pub(crate) fn days(from: Date, to: Date) -> i32 {
    from.duration_until(to).as_hours().checked_div(24).and_then(|days| i32::try_from(days).ok()).unwrap_or(i32::MAX)
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};

    use super::{Moment, Phase, days};
    use crate::diagnostic::rule::Stage;
    use crate::model::manifest::{Period, Schedule};

    fn at(day: Date) -> Option<(Stage, Phase)> {
        let period = |start, end| Some(Period { start, end });
        let schedule = Schedule {
            planning: period(date(2018, 4, 17), date(2018, 5, 31)),
            execution: period(date(2018, 6, 10), date(2018, 8, 31)),
            reporting: None,
        };
        Moment::of(&schedule, day).map(|moment| (moment.stage, moment.phase))
    }

    #[test]
    fn a_day_belongs_to_the_stage_that_runs_else_to_the_next_else_to_the_last() {
        assert_eq!(at(date(2018, 4, 1)), Some((Stage::Planning, Phase::Before(16))));
        assert_eq!(at(date(2018, 5, 31)), Some((Stage::Planning, Phase::During(0))), "the last day");
        assert_eq!(at(date(2018, 6, 1)), Some((Stage::Execution, Phase::Before(9))), "between two stages");
        assert_eq!(at(date(2018, 7, 16)), Some((Stage::Execution, Phase::During(46))));
        assert_eq!(at(date(2019, 1, 1)), Some((Stage::Execution, Phase::After(123))));
        assert_eq!(Moment::of(&Schedule::default(), date(2018, 7, 16)), None);
    }

    #[test]
    fn of_two_stages_that_run_the_later_one_counts() {
        let period = |start, end| Some(Period { start, end });
        let schedule = Schedule {
            execution: period(date(2018, 6, 1), date(2018, 8, 31)),
            reporting: period(date(2018, 8, 1), date(2018, 9, 30)),
            ..Schedule::default()
        };
        let moment = Moment::of(&schedule, date(2018, 8, 15)).expect("a stage");
        assert_eq!((moment.stage, moment.phase), (Stage::Reporting, Phase::During(46)));
    }

    #[test]
    fn the_farthest_days_are_counted_too() {
        assert_eq!(days(Date::MIN, Date::MAX), 7_304_483);
    }
}
