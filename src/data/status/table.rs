//! How far an evaluation is as CSV: a record for every score that a member owes and every row that a unit answers for.

use crate::data::csv::{harmless, written};
use crate::data::status::{state_of, wanted_of};
use crate::result::progress::members::{MemberProgress, TaskState};
use crate::result::progress::moment::days;
use crate::result::progress::units::UnitProgress;
use crate::result::progress::{Progress, members};

/// The columns, in the published order.
const COLUMNS: [&str; 6] = ["about", "name", "indicator", "due", "days_late", "state"];

/// Writes the members and units that were asked for.
pub(crate) fn csv(progress: &Progress<'_>, members: &[&MemberProgress<'_>], units: &[&UnitProgress<'_>]) -> String {
    let scores = members.iter().flat_map(|member| member.tasks.iter().map(|task| score(member.id, task)));
    let evidence = units.iter().flat_map(|unit| {
        unit.needs.iter().map(|need| {
            let late = need.due.filter(|due| need.is_lacking() && *due < progress.day);
            [
                "unit".to_owned(),
                harmless(unit.name),
                need.line.row.to_string(),
                need.due.map(|due| due.to_string()).unwrap_or_default(),
                late.map(|due| days(due, progress.day).to_string()).unwrap_or_default(),
                wanted_of(need.wanted).to_owned(),
            ]
        })
    });
    written(std::iter::once(COLUMNS.map(str::to_owned)).chain(scores).chain(evidence))
}

/// Writes a score that a member owes or has handed in.
fn score(member: &str, task: &members::Task<'_>) -> [String; 6] {
    let late = match task.state {
        TaskState::Late(days) => days.to_string(),
        TaskState::In | TaskState::Open => String::new(),
    };
    [
        "member".to_owned(),
        harmless(member),
        task.line.row.to_string(),
        task.due.map(|due| due.to_string()).unwrap_or_default(),
        late,
        state_of(task.state).to_owned(),
    ]
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::csv;
    use crate::result::progress::Progress;
    use crate::result::testing::{assign, pemalang, report};

    #[test]
    fn a_spreadsheet_gets_a_record_for_every_score_and_every_row_of_a_unit() {
        let mut workspace = pemalang();
        assign(&mut workspace, "4,tik,2018-07-10\n");
        let report = report(&workspace);
        let progress = Progress::of(&report, date(2018, 7, 16));
        let members: Vec<_> = progress.members.iter().collect();
        let units: Vec<_> = progress.units.iter().collect();
        let text = csv(&progress, &members, &units);
        assert!(text.starts_with("about,name,indicator,due,days_late,state\n"), "{text}");
        assert!(text.contains("\nmember,tik,4,2018-07-10,6,late\n"), "{text}");
        assert!(text.contains("\nunit,Dinas Kominfo,4,2018-07-10,6,any\n"), "{text}");
        assert!(text.contains("\nmember,hukum,1,2018-08-31,,in\n"), "{text}");
    }
}
