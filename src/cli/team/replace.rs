//! `spbe team replace`: somebody is transferred, and another comes in their place.

use std::collections::BTreeSet;

use clap::Args;

use crate::bilingual;
use crate::cli::change::Change;
use crate::cli::context::{Context, optional_date};
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::help::say;
use crate::cli::team::{Known, Said, add, new_id, set};
use crate::cli::{pick, reading, rows};
use crate::format::assignments;
use crate::format::table::edit::TableEdit;
use crate::model::files::{ASSIGNMENTS, TEAM};
use crate::model::row::RowId;
use crate::model::team::Member;

#[derive(Args, Debug)]
pub(super) struct ReplaceArgs {
    #[arg(value_name = say("LAMA", "OLD"), help = say("id anggota yang pergi", "the id of the member who leaves"))]
    old: String,
    #[arg(long, value_name = say("BARU", "NEW"), help = say(
        "id penggantinya: anggota tim, atau anggota baru dengan `--name`",
        "the id of the successor: a member of the team, or a new one with `--name`",
    ))]
    by: String,
    #[command(flatten)]
    said: Said,
    #[arg(long, value_name = "YYYY-MM-DD", help = say(
        "hari pertama penggantinya; bila tidak disebut, hari ini",
        "the first day of the successor; today unless named",
    ))]
    from: Option<String>,
}

/// Writes who came for whom; what is not scored yet moves, and what was scored stays with who scored it.
pub(super) fn run(context: &Context, args: &ReplaceArgs) -> Result<ExitStatus, Failure> {
    let mut change = Change::begin(context, reading::levels)?;
    let workspace = &change.loaded.workspace;
    let old = pick::member(&workspace.team, &args.old)?.clone();
    let day = optional_date(args.from.as_deref())?.map_or_else(|| context.today(), Ok)?;
    let new = new_id(&args.by)?.to_string();
    refuse_circle(&change, &old, &new)?;
    let known = args.said.read(context, workspace)?;
    let mut edit = change.team()?;
    match workspace.team.member(&new) {
        Some(_) => set::write(&mut edit, &new, &known)?,
        None => add::put(workspace, &mut edit, &new_id(&args.by)?, after(&old, known))?,
    }
    let left = old.id.value.to_string();
    edit.replace_member(&left, &new, day)?;
    let mut table = change.table(ASSIGNMENTS, &assignments::SCHEMA)?;
    let moved = take_over(&change, &mut table, &left, &new)?;
    change.changes.text(TEAM, edit.into_text());
    if !moved.is_empty() {
        change.changes.text(ASSIGNMENTS, table.into_text());
    }
    let message = bilingual!("`{left}` digantikan `{new}` sejak {day}.", "`{left}` is replaced by `{new}` from {day}.");
    let rows = rows::listed(&moved);
    change.finish(&if moved.is_empty() {
        message.and(bilingual!(" Tidak ada tugas yang tersisa.", " No task is left over."))
    } else {
        message.and(bilingual!(" Tugas yang beralih: {rows}.", " Tasks that move: {rows}."))
    })?;
    Ok(ExitStatus::Done)
}

/// Refuses somebody who is replaced already, or by one whom they replaced.
fn refuse_circle(change: &Change<'_>, old: &Member, new: &str) -> Result<(), Failure> {
    let team = &change.loaded.workspace.team;
    let id = old.id.value.as_str();
    if let Some(next) = &old.replaced_by {
        let next = &next.value;
        let message = bilingual!("`{id}` sudah digantikan `{next}`", "`{id}` is replaced by `{next}` already");
        return Err(Failure::new(message)
            .help(bilingual!("ubah `team.toml` bila itu keliru", "edit `team.toml` if that is wrong")));
    }
    let successor = team.member(new);
    if new == id || team.successors(new).contains(&id) || successor.is_some_and(Member::has_left) {
        let message = bilingual!("`{new}` tidak dapat menggantikan `{id}`", "`{new}` can't replace `{id}`");
        return Err(Failure::new(message).help(bilingual!(
            "sebut anggota lain yang masih bertugas, atau id baru dengan `--name`",
            "name another member who has not left, or a new id with `--name`"
        )));
    }
    Ok(())
}

/// Fills in what was not said of a successor from whom they come for; the name is their own.
fn after(old: &Member, known: Known) -> Known {
    let functions = || old.functions.iter().map(|function| function.value.clone()).collect();
    Known {
        name: known.name,
        unit: known.unit.or_else(|| Some(old.unit.value.clone())),
        role: known.role.or(Some(old.role.value)),
        functions: known.functions.or_else(|| Some(functions())),
        position: known.position.or_else(|| old.position.clone()),
    }
}

/// Moves the tasks that are not scored yet; a row that the successor has already stays theirs as it is.
fn take_over(change: &Change<'_>, table: &mut TableEdit<'_>, old: &str, new: &str) -> Result<BTreeSet<RowId>, Failure> {
    let workspace = &change.loaded.workspace;
    let scored = |row: RowId| workspace.scores.iter().any(|score| score.row.value == row && score.by.as_str() == old);
    let refused = |error| change.refused(ASSIGNMENTS, error);
    let mut moved = BTreeSet::new();
    for task in workspace.assignments.iter().filter(|task| task.member.value == old && !scored(task.row.value)) {
        let row = task.row.value;
        let due = task.due.map(|due| due.to_string()).unwrap_or_default();
        table.remove(|keys| keys[0].parse() == Ok(row) && keys[1] == old).map_err(refused)?;
        let cells = [row.to_string(), new.to_owned(), due];
        if table.record(&[&cells[0], new]).map_err(refused)?.is_none() {
            table.put(&cells, |keys| rows::by_key(keys, row)).map_err(refused)?;
        }
        moved.insert(row);
    }
    Ok(moved)
}
