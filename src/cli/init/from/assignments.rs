//! Who evaluates what: the assignments of last year, those of who has left with who came in their place.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::bilingual;
use crate::cli::failure::Failure;
use crate::cli::init::from::{Last, later, list, put};
use crate::format::assignments;
use crate::model::files::ASSIGNMENTS;
use crate::model::row::RowId;
use crate::model::team::{Member, Team};
use crate::result::progress::runs;
use crate::store::write::Changes;

/// The assignments of the new evaluation, while they are made of last year's.
#[derive(Default)]
struct Tasks<'a> {
    /// Until when a member is to evaluate a row.
    due: BTreeMap<(RowId, &'a str), Option<Date>>,
    /// The rows that a successor takes over, by who has left and who came.
    taken: BTreeMap<(&'a str, &'a str), BTreeSet<RowId>>,
    /// The rows that lose an evaluator in whose place nobody came, by who it was.
    bereft: BTreeMap<&'a str, BTreeSet<RowId>>,
}

impl<'a> Tasks<'a> {
    /// Gives a row to a member; of two days the earlier counts.
    fn give(&mut self, row: RowId, member: &'a str, due: Option<Date>) {
        let earliest = self.due.entry((row, member)).or_insert(due);
        *earliest = earliest.iter().copied().chain(due).min();
    }
}

/// Finds who evaluates in the new year what a member did: they themselves, or the first successor who is still there.
fn evaluator<'t>(team: &'t Team, id: &'t str) -> Option<&'t str> {
    let present = |id: &&str| team.member(id).is_some_and(|member: &Member| !member.has_left());
    std::iter::once(id).chain(team.successors(id)).find(present)
}

impl Last<'_> {
    /// Takes the assignments over, due as many years later.
    pub(super) fn assignments(&mut self, changes: &mut Changes, years: i64) -> Result<(), Failure> {
        let workspace = &self.loaded.workspace;
        let mut tasks = Tasks::default();
        for task in &workspace.assignments {
            let named = task.member.value.as_str();
            let now = evaluator(&workspace.team, named);
            for row in self.continued(task.row.value) {
                match now {
                    Some(member) => tasks.give(row, member, task.due.and_then(|due| later(due, years))),
                    None => _ = tasks.bereft.entry(named).or_default().insert(row),
                }
                if let Some(member) = now.filter(|member| *member != named) {
                    tasks.taken.entry((named, member)).or_default().insert(row);
                }
            }
        }
        let evaluated: BTreeSet<RowId> = tasks.due.keys().map(|(row, _)| *row).collect();
        self.standing.unassigned = self.rows.difference(&evaluated).count();
        self.tell_assignments(&tasks);
        let records = tasks.due.into_iter().map(|((row, member), due)| {
            vec![row.to_string(), member.to_owned(), due.map(|due| due.to_string()).unwrap_or_default()]
        });
        put(changes, ASSIGNMENTS, &assignments::SCHEMA, records)
    }

    /// Tells how many there are, what successors take over, and which rows lose an evaluator.
    fn tell_assignments(&mut self, tasks: &Tasks<'_>) {
        let count = tasks.due.len();
        if count > 0 {
            self.told.came(bilingual!("{count} penugasan", "{count} assignments"));
        }
        for ((left, came), rows) in &tasks.taken {
            let rows = list(rows);
            self.told.came(bilingual!(
                "tugas `{left}`, yang sudah pergi, untuk penggantinya `{came}`: {rows}",
                "tasks of `{left}`, who has left, for the successor `{came}`: {rows}"
            ));
        }
        if tasks.bereft.is_empty() {
            return;
        }
        let each: Vec<String> = tasks.bereft.iter().map(|(left, rows)| format!("{} (`{left}`)", list(rows))).collect();
        let each = each.join("; ");
        let rows: BTreeSet<RowId> = tasks.bereft.values().flatten().copied().collect();
        let arguments = runs::arguments(&rows.into_iter().collect::<Vec<_>>());
        self.told.doubtful(
            bilingual!(
                "indikator yang kehilangan penilai, yang pergi tanpa pengganti: {each}",
                "indicators that lose an evaluator, who has left without a successor: {each}"
            ),
            bilingual!(
                "tugaskan dengan `spbe assign {arguments} --to ANGGOTA`, atau bagi dengan `spbe assign --auto`",
                "assign them with `spbe assign {arguments} --to MEMBER`, or share them out with `spbe assign --auto`"
            ),
        );
    }
}
