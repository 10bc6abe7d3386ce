//! `spbe unit move`: indicators go to another unit.

use std::collections::BTreeSet;

use clap::Args;

use crate::bilingual;
use crate::cli::change::Change;
use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::help::say;
use crate::cli::unit::change_services;
use crate::cli::{pick, rows};
use crate::model::files::{INSTRUMENT, MANIFEST, TEAM};
use crate::model::instrument::Instrument;
use crate::model::row::RowId;
use crate::model::team::Unit;
use crate::model::workspace::Workspace;
use crate::result::progress::runs::parts;
use crate::text::fold::same;

#[derive(Args, Debug)]
pub(super) struct MoveArgs {
    #[arg(required = true, value_name = say("INDIKATOR", "INDICATOR"), help = say(
        "indikator yang pindah: `12`, `35-1`, `1..7`, …",
        "the indicators that move: `12`, `35-1`, `1..7`, …",
    ))]
    indicators: Vec<String>,
    #[arg(long, value_name = "UNIT", help = say(
        "unit yang memilikinya sejak kini",
        "the unit that owns them from now on",
    ))]
    to: String,
}

/// Moves indicators to a unit: every other one owns them no more, and services go along.
pub(super) fn run(context: &Context, args: &MoveArgs) -> Result<ExitStatus, Failure> {
    let mut change = Change::begin(context, |file| [MANIFEST, INSTRUMENT, TEAM].contains(&file))?;
    let workspace = &change.loaded.workspace;
    let moved = rows::named(workspace, &args.indicators)?;
    let to = pick::any_unit(workspace, &args.to)?.to_owned();
    let instrument = pick::instrument(workspace)?;
    let mut edit = change.team()?;
    for unit in workspace.team.units.iter().filter(|unit| !same(&unit.name.value, &to)) {
        if let Some(kept) = without(workspace, instrument, unit, &moved) {
            edit.set_indicators(&unit.name.value, &kept)?;
        }
    }
    // A service that a unit runs is its own; the row of any other is named by the unit.
    let run_by_units: BTreeSet<RowId> = workspace
        .manifest
        .iter()
        .flat_map(|manifest| &manifest.services)
        .filter(|service| service.unit.as_deref().is_some_and(|unit| !unit.is_empty()))
        .map(|service| service.row.value)
        .collect();
    let named: Vec<RowId> = moved.difference(&run_by_units).copied().collect();
    if !named.is_empty() {
        edit.add_unit(&to, &parts(&named, ".."))?;
    }
    let rows = rows::listed(&moved);
    change_services(&mut change, |row, unit| {
        let is_moved = row.parse().is_ok_and(|row| moved.contains(&row));
        (is_moved && !unit.is_empty() && !same(unit, &to)).then(|| to.clone())
    })?;
    change.changes.text(TEAM, edit.into_text());
    change.finish(&bilingual!("Indikator {rows} kini milik {to}.", "Indicators {rows} are now of {to}."))?;
    Ok(ExitStatus::Done)
}

/// Returns what a unit chooses when some rows are not its own any more; nothing where it does not have any of them.
fn without(
    workspace: &Workspace,
    instrument: &Instrument,
    unit: &Unit,
    moved: &BTreeSet<RowId>,
) -> Option<Vec<String>> {
    let known = workspace.rows();
    let rows = |selector: &crate::model::selector::Selector| selector.rows(instrument, &known);
    let mut kept = Vec::new();
    let mut any = false;
    for selector in &unit.indicators {
        let chosen: BTreeSet<RowId> = rows(&selector.value).into_iter().collect();
        if chosen.is_disjoint(moved) {
            kept.push(selector.value.to_string());
            continue;
        }
        any = true;
        let rest: Vec<RowId> = chosen.difference(moved).copied().collect();
        kept.extend(parts(&rest, ".."));
    }
    any.then_some(kept)
}
