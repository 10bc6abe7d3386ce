//! Who evaluates what.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::bilingual;
use crate::cli::failure::Failure;
use crate::cli::init::from::{Last, later, put};
use crate::format::assignments;
use crate::model::files::ASSIGNMENTS;
use crate::model::row::RowId;
use crate::store::write::Changes;

impl Last<'_> {
    /// Takes the assignments over, due as many years later; those of people who have left are nobody's.
    pub(super) fn assignments(&mut self, changes: &mut Changes, years: i64) -> Result<(), Failure> {
        let workspace = &self.loaded.workspace;
        let mut tasks: BTreeMap<(RowId, &str), Option<Date>> = BTreeMap::new();
        for task in &workspace.assignments {
            let present = workspace.team.member(&task.member.value).is_some_and(|member| !member.has_left());
            for row in self.continued(task.row.value).into_iter().filter(|_| present) {
                let due = task.due.and_then(|due| later(due, years));
                let earliest = tasks.entry((row, &task.member.value)).or_insert(due);
                *earliest = earliest.iter().copied().chain(due).min();
            }
        }
        let evaluated: BTreeSet<RowId> = tasks.keys().map(|(row, _)| *row).collect();
        self.standing.unassigned = self.rows.difference(&evaluated).count();
        let count = tasks.len();
        let records = tasks.into_iter().map(|((row, member), due)| {
            vec![row.to_string(), member.to_owned(), due.map(|due| due.to_string()).unwrap_or_default()]
        });
        put(changes, ASSIGNMENTS, &assignments::SCHEMA, records)?;
        self.told.came(bilingual!("{count} penugasan", "{count} assignments"));
        Ok(())
    }
}
