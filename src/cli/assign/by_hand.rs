//! `spbe assign INDICATOR… --to MEMBER…`: what the person says.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use crate::bilingual;
use crate::cli::assign::AssignArgs;
use crate::cli::change::Change;
use crate::cli::context::{Context, date_or_nothing};
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::{pick, rows};
use crate::format::assignments::SCHEMA;
use crate::model::files::{ASSIGNMENTS, INSTRUMENT, MANIFEST, TEAM};
use crate::model::row::RowId;
use crate::model::selector::Selector;
use crate::model::team::Team;
use crate::text::bilingual::Bilingual;

/// Assigns rows to members, or takes them back; a due day that was set earlier stays unless another is named.
pub(super) fn run(context: &Context, args: &AssignArgs) -> Result<ExitStatus, Failure> {
    let mut change = Change::begin(context, |file| [MANIFEST, INSTRUMENT, TEAM].contains(&file))?;
    let workspace = &change.loaded.workspace;
    let (more, indicators): (Vec<String>, Vec<String>) =
        args.indicators.iter().cloned().partition(|text| is_member(&workspace.team, text));
    let to: Vec<String> = args.to.iter().cloned().chain(more).collect();
    if indicators.is_empty() {
        let message = bilingual!("indikatornya belum disebut", "no indicator is named");
        return Err(Failure::new(message)
            .help(bilingual!("misalnya `spbe assign 1..7 --to …`", "such as `spbe assign 1..7 --to …`")));
    }
    let rows = rows::named(workspace, &indicators)?;
    let due = args.due.as_deref().map(date_or_nothing).transpose()?;
    let mut table = change.table(ASSIGNMENTS, &SCHEMA)?;
    let named = |keys: &[&str], member: &str| {
        keys[1] == member && keys[0].parse::<RowId>().is_ok_and(|row| rows.contains(&row))
    };
    let (mut new, mut changed) = (BTreeSet::new(), BTreeSet::new());
    for id in &to {
        if args.remove {
            let gone =
                workspace.assignments.iter().filter(|old| old.member.value == *id && rows.contains(&old.row.value));
            changed.extend(gone.map(|old| old.row.value));
            table.remove(|keys| named(keys, id)).map_err(|error| change.refused(ASSIGNMENTS, error))?;
            continue;
        }
        let member = pick::member(&workspace.team, id)?.id.value.as_str();
        for row in &rows {
            // Assigning again without a day keeps the day that was set.
            let earlier = workspace.assignments.iter().find(|old| old.row.value == *row && old.member.value == member);
            let kept = earlier.map(|earlier| earlier.due.map(|due| due.to_string()).unwrap_or_default());
            let due = due.clone().or(kept.clone()).unwrap_or_default();
            match &kept {
                None => _ = new.insert(*row),
                Some(kept) if *kept != due => _ = changed.insert(*row),
                Some(_) => {}
            }
            let order = |keys: &[&str]| by_row_then_member(keys, *row, member);
            let cells = [row.to_string(), member.to_owned(), due];
            table.put(&cells, order).map_err(|error| change.refused(ASSIGNMENTS, error))?;
        }
    }
    change.changes.text(ASSIGNMENTS, table.into_text());
    let members = to.join(", ");
    let told =
        if args.remove { taken_back(&rows, &changed, &members) } else { assigned(&rows, &new, &changed, &members) };
    change.finish(&told)?;
    Ok(ExitStatus::Done)
}

/// Tells whether what stands among the indicators is a member: `--to a b` is typed as other tools take it.
fn is_member(team: &Team, text: &str) -> bool {
    text.parse::<Selector>().is_err() && team.member(text).is_some()
}

/// Says which rows were taken back; those that were not assigned are no news.
fn taken_back(rows: &BTreeSet<RowId>, gone: &BTreeSet<RowId>, members: &str) -> Bilingual {
    if gone.is_empty() {
        let Bilingual { id, en } = rows::indicators(rows);
        return bilingual!(
            "{id} tidak ditugaskan kepada {members}; tidak ada yang dicabut.",
            "{en} was not assigned to {members}; nothing is taken back."
        );
    }
    let Bilingual { id, en } = rows::indicators(gone);
    bilingual!("Penugasan {id} kepada {members} dicabut.", "Took {en} back from {members}.")
}

/// Says which rows were assigned, which were already, and whose due day changed.
fn assigned(rows: &BTreeSet<RowId>, new: &BTreeSet<RowId>, changed: &BTreeSet<RowId>, members: &str) -> Bilingual {
    let mut told = Vec::new();
    if !new.is_empty() {
        let Bilingual { id, en } = rows::indicators(new);
        told.push(bilingual!("Ditugaskan: {id} kepada {members}.", "Assigned {en} to {members}."));
    }
    if !changed.is_empty() {
        let Bilingual { id, en } = rows::indicators(changed);
        told.push(bilingual!("Tenggat diubah: {id}.", "Changed the due day of {en}."));
    }
    let same: BTreeSet<RowId> =
        rows.iter().filter(|row| !new.contains(row) && !changed.contains(row)).copied().collect();
    if !same.is_empty() {
        let Bilingual { id, en } = rows::indicators(&same);
        told.push(bilingual!("Sudah ditugaskan kepada {members}: {id}.", "Assigned to {members} already: {en}."));
    }
    let (id, en): (Vec<_>, Vec<_>) = told.into_iter().map(|Bilingual { id, en }| (id, en)).unzip();
    Bilingual::new(id.join(" "), en.join(" "))
}

/// Compares the key of a record with a row and a member.
pub(super) fn by_row_then_member(keys: &[&str], row: RowId, member: &str) -> Ordering {
    let Ok(other) = keys[0].parse::<RowId>() else { return Ordering::Less };
    other.cmp(&row).then_with(|| keys[1].cmp(member))
}
