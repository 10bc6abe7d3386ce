//! `spbe assign`: who evaluates what, until when.

use std::cmp::Ordering;

use clap::Args;

use crate::bilingual;
use crate::cli::change::Change;
use crate::cli::context::{Context, optional_date};
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::help::say;
use crate::cli::{pick, rows};
use crate::format::assignments::SCHEMA;
use crate::model::files::{ASSIGNMENTS, INSTRUMENT, MANIFEST, TEAM};
use crate::model::row::RowId;

#[derive(Args, Debug)]
pub(super) struct AssignArgs {
    #[arg(required = true, value_name = say("INDIKATOR", "INDICATOR"), help = say(
        "`12`, `35-1`, `35`, `1..7`, `aspect:3`, `domain:2` atau `all`",
        "`12`, `35-1`, `35`, `1..7`, `aspect:3`, `domain:2` or `all`",
    ))]
    indicators: Vec<String>,
    #[arg(long, required = true, value_name = say("ANGGOTA", "MEMBER"), help = say(
        "anggota yang menilai; dapat diulang",
        "the member who evaluates; may be repeated",
    ))]
    to: Vec<String>,
    #[arg(long, value_name = "YYYY-MM-DD", help = say("tenggat", "the day until which it is due"))]
    due: Option<String>,
    #[arg(long, conflicts_with = "due", help = say("cabut penugasan ini", "take the assignment back"))]
    remove: bool,
}

/// Assigns rows to members, or takes them back; a due day that was set earlier stays unless another is named.
pub(super) fn run(context: &Context, args: &AssignArgs) -> Result<ExitStatus, Failure> {
    let mut change = Change::begin(context, |file| [MANIFEST, INSTRUMENT, TEAM].contains(&file))?;
    let workspace = &change.loaded.workspace;
    let rows = rows::named(workspace, &args.indicators)?;
    let due = optional_date(args.due.as_deref())?;
    let mut table = change.table(ASSIGNMENTS, &SCHEMA)?;
    let named = |keys: &[&str], member: &str| {
        keys[1] == member && keys[0].parse::<RowId>().is_ok_and(|row| rows.contains(&row))
    };
    for id in &args.to {
        if args.remove {
            table.remove(|keys| named(keys, id)).map_err(|error| change.refused(ASSIGNMENTS, error))?;
            continue;
        }
        let member = pick::member(&workspace.team, id)?.id.value.as_str();
        for row in &rows {
            // Assigning again without a day keeps the day that was set.
            let earlier = workspace.assignments.iter().find(|old| old.row.value == *row && old.member.value == member);
            let due = due.or(earlier.and_then(|earlier| earlier.due)).map(|due| due.to_string()).unwrap_or_default();
            let order = |keys: &[&str]| by_row_then_member(keys, *row, member);
            let cells = [row.to_string(), member.to_owned(), due];
            table.put(&cells, order).map_err(|error| change.refused(ASSIGNMENTS, error))?;
        }
    }
    change.changes.text(ASSIGNMENTS, table.into_text());
    let (indicators, members) = (rows::indicators(&rows), args.to.join(", "));
    let (id, en) = (&indicators.id, &indicators.en);
    change.finish(&if args.remove {
        bilingual!("Penugasan {id} kepada {members} dicabut.", "Took {en} back from {members}.")
    } else {
        bilingual!("Ditugaskan: {id} kepada {members}.", "Assigned {en} to {members}.")
    })?;
    Ok(ExitStatus::Done)
}

/// Compares the key of a record with a row and a member.
fn by_row_then_member(keys: &[&str], row: RowId, member: &str) -> Ordering {
    let Ok(other) = keys[0].parse::<RowId>() else { return Ordering::Less };
    other.cmp(&row).then_with(|| keys[1].cmp(member))
}
