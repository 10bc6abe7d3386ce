//! What each member has handed in and what is still theirs to do.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::index::agreement::Standing;
use crate::index::approval::Approvals;
use crate::model::row::RowId;
use crate::model::score::Score;
use crate::model::team::Member;
use crate::result::progress::moment::days;
use crate::result::report::{Line, Report};
use crate::text::word::{Vocabulary, Word};

/// What a member has to do and has done.
#[derive(Clone, Debug)]
pub(crate) struct MemberProgress<'a> {
    /// The id.
    pub(crate) id: &'a str,
    /// The name; the id where the team does not have the member.
    pub(crate) name: &'a str,
    /// The rows that the member is to score, in order.
    pub(crate) tasks: Vec<Task<'a>>,
    /// What is next, the earliest first.
    pub(crate) todos: Vec<Todo<'a>>,
}

/// A row that a member is to score.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Task<'a> {
    /// The row.
    pub(crate) line: &'a Line<'a>,
    /// Until when; absent where nobody said it.
    pub(crate) due: Option<Date>,
    /// How far it is.
    pub(crate) state: TaskState,
}

/// How far a task is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TaskState {
    /// The score is in.
    In,
    /// It is not, and there is time.
    Open,
    /// It is not, since so many days.
    Late(i32),
}

/// How a member stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MemberState {
    /// Scores are missing that were due.
    Late,
    /// Scores are missing, and there is time.
    Open,
    /// All scores are in.
    Complete,
}

impl Vocabulary for MemberState {
    const WORDS: &'static [(Self, Word)] = &[
        (Self::Late, Word { code: "late", id: "terlambat", en: "late" }),
        (Self::Open, Word { code: "open", id: "terbuka", en: "open" }),
        (Self::Complete, Word { code: "complete", id: "lengkap", en: "complete" }),
    ];
}

/// Something for a member to do.
#[derive(Clone, Debug)]
pub(crate) struct Todo<'a> {
    /// The row.
    pub(crate) line: &'a Line<'a>,
    /// Until when; absent where nobody said it.
    pub(crate) due: Option<Date>,
    /// Since how many days it is late; absent where it is not.
    pub(crate) late: Option<i32>,
    /// What is missing; never empty.
    pub(crate) lacks: Vec<Lack>,
}

/// What a row may lack that a member can give.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lack {
    /// The member's score.
    Score,
    /// A document: there is none for the row, or the score cites none.
    Evidence,
    /// The explanation of the score.
    Explanation,
    /// The decision on a row on which levels differ, of one who decides.
    Decision,
    /// The agreement with those who gave another level.
    Agreement,
    /// What an officer who returned the row wants mended.
    Mending,
    /// The officer's word on a row that changed since they gave it.
    Approval,
}

impl Vocabulary for Lack {
    const WORDS: &'static [(Self, Word)] = &[
        (Self::Score, Word { code: "score", id: "nilai", en: "score" }),
        (Self::Evidence, Word { code: "evidence", id: "data dukung", en: "evidence" }),
        (Self::Explanation, Word { code: "explanation", id: "penjelasan", en: "explanation" }),
        (Self::Decision, Word { code: "decision", id: "keputusan level", en: "decision on the level" }),
        (Self::Agreement, Word { code: "agreement", id: "kesepakatan level", en: "agreement on the level" }),
        (Self::Mending, Word { code: "mending", id: "perbaikan (dikembalikan)", en: "mending (returned)" }),
        (Self::Approval, Word { code: "approval", id: "persetujuan lagi", en: "approval once more" }),
    ];
}

impl<'a> MemberProgress<'a> {
    /// Returns the tasks without a score.
    pub(crate) fn missing(&self) -> impl Iterator<Item = &Task<'a>> {
        self.tasks.iter().filter(|task| task.state != TaskState::In)
    }

    /// Returns the rows whose score is late.
    pub(crate) fn late_rows(&self) -> Vec<RowId> {
        self.rows(|state| matches!(state, TaskState::Late(_)))
    }

    /// Returns the rows whose score is missing while there is time.
    pub(crate) fn open_rows(&self) -> Vec<RowId> {
        self.rows(|state| state == TaskState::Open)
    }

    /// Returns since how many days the earliest task is late.
    pub(crate) fn days_late(&self) -> Option<i32> {
        let late = |task: &Task<'_>| match task.state {
            TaskState::Late(days) => Some(days),
            TaskState::In | TaskState::Open => None,
        };
        self.tasks.iter().filter_map(late).max()
    }

    /// Returns the earliest day on which a missing score is due.
    pub(crate) fn next_due(&self) -> Option<Date> {
        self.missing().filter_map(|task| task.due).min()
    }

    /// Tells how the member stands.
    pub(crate) fn state(&self) -> MemberState {
        match self.days_late() {
            Some(_) => MemberState::Late,
            None if self.missing().next().is_some() => MemberState::Open,
            None => MemberState::Complete,
        }
    }

    /// Returns the rows of tasks in a state.
    fn rows(&self, wanted: fn(TaskState) -> bool) -> Vec<RowId> {
        self.tasks.iter().filter(|task| wanted(task.state)).map(|task| task.line.row).collect()
    }
}

/// Finds what each member has to do; those without a task are those of the team who have nothing to do.
pub(crate) fn members<'a>(report: &'a Report<'a>, day: Date) -> Vec<MemberProgress<'a>> {
    let workspace = report.workspace;
    let mut assigned: BTreeMap<&str, BTreeMap<RowId, Option<Date>>> = BTreeMap::new();
    for assignment in &workspace.assignments {
        let due = assigned.entry(&assignment.member.value).or_default().entry(assignment.row.value).or_default();
        *due = due.iter().copied().chain(assignment.due).min();
    }
    let mut known: Vec<&str> = Vec::new();
    // Of two members with one id the first counts, as everywhere.
    for id in workspace.team.ids().chain(assigned.keys().copied()) {
        if !known.contains(&id) {
            known.push(id);
        }
    }
    let desk = Desk { report, day, approvals: Approvals::of(workspace) };
    known.into_iter().map(|id| desk.member(id, assigned.get(id))).collect()
}

/// Where the tasks of members are looked up.
struct Desk<'a> {
    report: &'a Report<'a>,
    day: Date,
    approvals: Approvals<'a>,
}

impl<'a> Desk<'a> {
    /// Gathers what is known of a member.
    fn member(&self, id: &'a str, rows: Option<&BTreeMap<RowId, Option<Date>>>) -> MemberProgress<'a> {
        let member = self.report.workspace.team.member(id);
        let task = |(row, due): (&RowId, &Option<Date>)| self.task(id, *row, *due);
        let mut tasks: Vec<Task<'a>> = rows.into_iter().flatten().filter_map(task).collect();
        // Who has left owes nothing.
        let has_left = member.is_some_and(Member::has_left);
        tasks.retain(|task| !has_left || task.state == TaskState::In);
        let decides = member.is_some_and(|member| member.role.value.decides());
        let lines = self.report.indicators.iter().filter(|_| !has_left);
        let mut todos: Vec<Todo<'a>> = lines.filter_map(|line| self.todo(id, line, &tasks, decides)).collect();
        todos.sort_by_key(|todo| (todo.due.is_none(), todo.due, todo.line.row));
        MemberProgress { id, name: member.map_or(id, |member| member.name.as_str()), tasks, todos }
    }

    /// Makes a task; none of a row that is not evaluated.
    fn task(&self, id: &str, row: RowId, due: Option<Date>) -> Option<Task<'a>> {
        let line = self.report.line(row)?;
        let due = due.or_else(|| self.end());
        let state = match due {
            _ if self.score(id, row).is_some() => TaskState::In,
            Some(due) if due < self.day => TaskState::Late(days(due, self.day)),
            Some(_) | None => TaskState::Open,
        };
        Some(Task { line, due, state })
    }

    /// Finds what a member can do about a row, if anything.
    fn todo(&self, id: &str, line: &'a Line<'a>, tasks: &[Task<'a>], decides: bool) -> Option<Todo<'a>> {
        let task = tasks.iter().find(|task| task.line.row == line.row);
        let mut lacks = Vec::new();
        match self.score(id, line.row) {
            None if task.is_some() => {
                lacks.push(Lack::Score);
                lacks.extend((line.evidence == 0).then_some(Lack::Evidence));
            }
            None => {}
            Some(score) => {
                let shown = score.level.value > self.report.instrument.scale.lowest;
                lacks.extend((shown && score.evidence.is_empty()).then_some(Lack::Evidence));
                lacks.extend(score.explanation.value.trim().is_empty().then_some(Lack::Explanation));
            }
        }
        if let Standing::Disputed { levels, .. } = &line.standing {
            if decides {
                lacks.push(Lack::Decision);
            } else if levels.iter().any(|(by, _)| by == id) {
                lacks.push(Lack::Agreement);
            }
        }
        lacks.extend(self.officers(id, line.row));
        let due = task.map_or_else(|| self.end(), |task| task.due);
        let late = due.filter(|due| *due < self.day).map(|due| days(due, self.day));
        (!lacks.is_empty()).then_some(Todo { line, due, late, lacks })
    }

    /// Finds what the word of officers leaves to do: for who scored a returned row, and once it was mended for the officer.
    fn officers(&self, id: &str, row: RowId) -> Option<Lack> {
        let judged = self.approvals.row(row)?;
        let asked_again = judged.words.iter().any(|word| word.by.as_str() == id && !judged.is_about_this(word));
        let unmended = judged.returned().any(|word| judged.is_about_this(word));
        match (asked_again, unmended && self.score(id, row).is_some()) {
            (true, _) => Some(Lack::Approval),
            (false, true) => Some(Lack::Mending),
            (false, false) => None,
        }
    }

    /// Finds the score of a member for a row; a level that the scale does not have is none.
    fn score(&self, id: &str, row: RowId) -> Option<&'a Score> {
        let scale = &self.report.instrument.scale;
        let mut own = self.report.support.scores_of(row);
        own.find(|score| score.by.as_str() == id && scale.allows(score.level.value))
    }

    /// Returns the last day of the execution, on which is due what has no day of its own.
    fn end(&self) -> Option<Date> {
        Some(self.report.workspace.manifest.as_ref()?.schedule.execution?.end)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};

    use super::{Lack, MemberProgress, MemberState, members};
    use crate::model::workspace::Workspace;
    use crate::result::progress::runs::listed;
    use crate::result::testing::{assign, pemalang, report, score};

    fn with<T>(workspace: &Workspace, day: Date, id: &str, ask: impl Fn(&MemberProgress<'_>) -> T) -> T {
        let report = report(workspace);
        let all = members(&report, day);
        ask(all.iter().find(|member| member.id == id).expect("a member"))
    }

    /// Hukum has scored 1 and 2, tik only 2; 3 awaits both.
    fn busy() -> Workspace {
        let mut workspace = pemalang();
        assign(&mut workspace, "4,tik,2018-07-10\n3,tik,2018-07-13\n99,tik,2018-07-01\n");
        workspace
    }

    #[test]
    fn a_pair_is_late_from_the_day_after_it_was_due() {
        let state = |day| with(&busy(), day, "tik", |member| member.state());
        assert_eq!(state(date(2018, 7, 10)), MemberState::Open, "the day itself is on time");
        assert_eq!(state(date(2018, 7, 11)), MemberState::Late);
        with(&busy(), date(2018, 7, 13), "tik", |tik| {
            assert_eq!((tik.tasks.len(), tik.missing().count(), tik.days_late()), (3, 2, Some(3)));
            assert_eq!((listed(&tik.late_rows()), listed(&tik.open_rows())), ("4".to_owned(), "3".to_owned()));
            assert_eq!(tik.next_due(), Some(date(2018, 7, 10)), "a row that is not evaluated counts for nothing");
        });
    }

    #[test]
    fn what_has_no_day_of_its_own_is_due_at_the_end_of_the_execution() {
        with(&busy(), date(2018, 9, 1), "hukum", |hukum| {
            assert_eq!((hukum.days_late(), listed(&hukum.late_rows())), (Some(1), "3".to_owned()));
        });
    }

    #[test]
    fn a_level_that_the_scale_does_not_have_is_no_score() {
        let mut workspace = busy();
        score(&mut workspace, "tik", "4,9,document,,,\n3,2,document,,,Ada.\n");
        with(&workspace, date(2018, 7, 11), "tik", |tik| assert_eq!(listed(&tik.late_rows()), "4"));
    }

    #[test]
    fn the_next_things_come_in_the_order_of_their_days() {
        with(&busy(), date(2018, 7, 11), "tik", |tik| {
            let todos: Vec<_> = tik.todos.iter().map(|todo| (todo.line.row.to_string(), todo.lacks.clone())).collect();
            let score = vec![Lack::Score, Lack::Evidence];
            assert_eq!(
                todos,
                [("4".to_owned(), score.clone()), ("3".to_owned(), score), ("2".to_owned(), vec![Lack::Agreement])]
            );
            assert_eq!((tik.todos[0].late, tik.todos[1].late), (Some(1), None));
        });
    }

    #[test]
    fn who_decides_has_the_disputes_and_who_scored_in_haste_the_rest() {
        let mut workspace = busy();
        with(&workspace, date(2018, 7, 11), "sekda", |sekda| {
            assert_eq!(sekda.todos.len(), 1);
            assert_eq!(sekda.todos[0].lacks, [Lack::Decision]);
            assert_eq!(sekda.state(), MemberState::Complete, "there is nothing for them to score");
        });
        score(&mut workspace, "hukum", "3,2,document,,,\n");
        with(&workspace, date(2018, 7, 11), "hukum", |hukum| {
            let todo = hukum.todos.iter().find(|todo| todo.line.row.indicator == 3).expect("something to do");
            assert_eq!(todo.lacks, [Lack::Evidence, Lack::Explanation]);
        });
    }
}
