//! `spbe unit set`: the name of a unit, everywhere it stands, and the indicators that it owns.

use clap::Args;

use crate::bilingual;
use crate::cli::change::Change;
use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::help::say;
use crate::cli::unit::change_services;
use crate::cli::{pick, rows, words};
use crate::format::table::edit::TableEdit;
use crate::format::table::schema::Schema;
use crate::format::{evidence, recommendations};
use crate::model::files::{EVIDENCE, INSTRUMENT, MANIFEST, RECOMMENDATIONS, TEAM};
use crate::text::fold::same;

#[derive(Args, Debug)]
pub(super) struct SetArgs {
    #[arg(value_name = say("NAMA", "NAME"), help = say("nama unit", "the name of the unit"))]
    name: String,
    #[arg(long, value_name = say("NAMA", "NAME"), help = say(
        "nama barunya; anggota, layanan, data dukung dan rekomendasi ikut",
        "its new name; members, services, evidence and recommendations follow",
    ))]
    rename: Option<String>,
    #[arg(long, num_args = 1.., value_name = say("INDIKATOR", "INDICATOR"), help = say(
        "indikator miliknya sejak kini, bukan yang lain",
        "the indicators that it owns from now on, and no others",
    ))]
    indicator: Vec<String>,
}

/// Changes what was named of a unit.
pub(super) fn run(context: &Context, args: &SetArgs) -> Result<ExitStatus, Failure> {
    let mut change = Change::begin(context, |file| [MANIFEST, INSTRUMENT, TEAM].contains(&file))?;
    let name = pick::any_unit(&change.loaded.workspace, &args.name)?.to_owned();
    if args.rename.is_none() && args.indicator.is_empty() {
        let help = bilingual!("sebut `--rename NAMA` atau `--indicator …`", "name `--rename NAME` or `--indicator …`");
        return Err(Failure::new(bilingual!("tidak ada yang diubah", "nothing is changed")).help(help));
    }
    let selectors = match args.indicator.as_slice() {
        [] => None,
        named => Some(rows::selectors(&change.loaded.workspace, named)?),
    };
    let new = args.rename.as_deref().map(|new| words::line(context, "--rename", new)).transpose()?;
    let mut edit = change.team()?;
    if let Some(selectors) = &selectors {
        let known = change.loaded.workspace.team.units.iter().any(|unit| same(&unit.name.value, &name));
        if known {
            edit.set_indicators(&name, selectors)?;
        } else {
            edit.add_unit(&name, selectors)?;
        }
    }
    if let Some(new) = &new {
        edit.rename_unit(&name, new)?;
        let other = change.loaded.workspace.team.units.iter().any(|unit| same(&unit.name.value, new));
        if other && !same(new, &name) {
            let message = bilingual!("unit `{new}` sudah ada", "the unit `{new}` is there already");
            return Err(Failure::new(message).help(bilingual!(
                "pindahkan indikatornya dengan `spbe unit move`",
                "move its indicators with `spbe unit move`"
            )));
        }
        rename_elsewhere(&mut change, &name, new)?;
    }
    change.changes.text(TEAM, edit.into_text());
    let shown = new.as_ref().unwrap_or(&name);
    change.finish(&bilingual!("Unit {shown} diubah.", "Changed the unit {shown}."))?;
    Ok(ExitStatus::Done)
}

/// Gives a unit its new name in services, evidence and recommendations.
fn rename_elsewhere(change: &mut Change<'_>, name: &str, new: &str) -> Result<(), Failure> {
    change_services(change, |_, unit| same(unit, name).then(|| new.to_owned()))?;
    for (file, schema) in [(EVIDENCE, &evidence::SCHEMA), (RECOMMENDATIONS, &recommendations::SCHEMA)] {
        if change.text(file)?.is_none() {
            continue;
        }
        let mut table = change.table(file, schema)?;
        if rename_in(change, &mut table, (file, schema), name, new)? {
            change.changes.text(file, table.into_text());
        }
    }
    Ok(())
}

/// Gives a unit its new name in a table; tells whether it stood there.
fn rename_in(
    change: &Change<'_>,
    table: &mut TableEdit<'_>,
    (file, schema): (&str, &'static Schema),
    name: &str,
    new: &str,
) -> Result<bool, Failure> {
    let refused = |error| change.refused(file, error);
    let Some(at) = schema.columns.iter().position(|column| *column == "unit") else { return Ok(false) };
    let mut any = false;
    for cells in table.records().map_err(refused)? {
        if same(&cells[at], name) {
            let key: Vec<&str> = cells[..schema.keys].iter().map(|cell| cell.trim()).collect();
            table.change(&key, &[("unit", new.to_owned())]).map_err(refused)?;
            any = true;
        }
    }
    Ok(any)
}
