//! `spbe team add`: a member, or many from a table.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use clap::Args;

use crate::bilingual;
use crate::cli::change::Change;
use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::headed::{Headed, HeadedRow, HeadedTable};
use crate::cli::help::say;
use crate::cli::team::{Known, Said, new_id};
use crate::format::team::{NewMember, TeamEdit};
use crate::model::files::{INSTRUMENT, MANIFEST, TEAM};
use crate::model::id::Id;
use crate::model::workspace::Workspace;
use crate::text::slug::slug;

#[derive(Args, Debug)]
pub(super) struct AddArgs {
    #[arg(required_unless_present = "from", value_name = "ID", help = say(
        "id, juga nama berkas nilainya: huruf kecil, angka, tanda hubung",
        "the id, also the name of the score file: lower-case letters, digits, hyphens",
    ))]
    id: Option<String>,
    #[command(flatten)]
    said: Said,
    #[arg(
        long, value_name = say("BERKAS|-", "FILE|-"),
        conflicts_with_all = ["id", "name", "unit", "role", "function", "position"],
        help = say(
            "banyak anggota dari tabel CSV: id, nama, jabatan, unit, peran, fungsi; id yang kosong dibuat dari nama",
            "many members from a CSV table: id, name, position, unit, role, functions; an empty id is made of the name",
        )
    )]
    from: Option<PathBuf>,
}

/// The columns of the table with the words that stand above them; the first two must be there.
const COLUMNS: [Headed; 6] = [
    ("name", &["name", "nama"]),
    ("unit", &["unit", "unit kerja", "perangkat daerah"]),
    ("id", &["id"]),
    ("position", &["position", "jabatan"]),
    ("role", &["role", "peran"]),
    ("functions", &["functions", "function", "fungsi"]),
];

/// Adds members; an id that is taken, and a function that the instrument does not have, are refused.
pub(super) fn run(context: &Context, args: &AddArgs) -> Result<ExitStatus, Failure> {
    // Only the functions of members are looked up elsewhere.
    let names_functions = !args.said.function.is_empty() || args.from.is_some();
    let mut change = Change::begin(context, |file| names_functions && [MANIFEST, INSTRUMENT].contains(&file))?;
    let workspace = &change.loaded.workspace;
    let mut edit = change.team()?;
    let message = if let Some(table) = &args.from {
        let added = many(context, workspace, &mut edit, table)?;
        let (count, ids) = (added.len(), added.join(", "));
        bilingual!("{count} anggota ditambahkan: {ids}.", "Added {count} members: {ids}.")
    } else {
        let id = new_id(args.id.as_deref().unwrap_or_default())?;
        let known = args.said.read(context, workspace)?;
        let name = known.name.clone().unwrap_or_default();
        put(workspace, &mut edit, &id, known)?;
        bilingual!("Anggota `{id}` ({name}) ditambahkan.", "Added the member `{id}` ({name}).")
    };
    change.changes.text(TEAM, edit.into_text());
    change.finish(&message)?;
    Ok(ExitStatus::Done)
}

/// Adds the members of a table and returns their ids.
fn many(context: &Context, workspace: &Workspace, edit: &mut TeamEdit, table: &Path) -> Result<Vec<String>, Failure> {
    let table = HeadedTable::read(context, table, &COLUMNS, 2)?;
    let mut taken = BTreeSet::new();
    table.each(|row| {
        let name = row.cell("name").unwrap_or_default();
        let id = new_id(&row.cell("id").unwrap_or_else(|| slug(&name)))?;
        if !taken.insert(id.to_string()) {
            return Err(Failure::new(bilingual!("id `{id}` ada dua kali", "the id `{id}` stands twice")));
        }
        let known = said(&row).read(context, workspace)?;
        put(workspace, edit, &id, known)?;
        Ok(id.to_string())
    })
}

/// Reads what a row of the table says of a member; one without a role is a member like most.
fn said(row: &HeadedRow<'_>) -> Said {
    let functions = row.cell("functions").unwrap_or_default();
    let functions = functions.split([' ', ',', ';']).filter(|part| !part.is_empty());
    Said {
        name: row.cell("name"),
        unit: row.cell("unit"),
        role: Some(row.cell("role").unwrap_or_else(|| "member".to_owned())),
        function: functions.map(str::to_owned).collect(),
        position: row.cell("position"),
    }
}

/// Adds a member of whom everything that must be is said.
pub(super) fn put(workspace: &Workspace, edit: &mut TeamEdit, id: &Id, known: Known) -> Result<(), Failure> {
    if workspace.team.member(id.as_str()).is_some() {
        let message = bilingual!("anggota `{id}` sudah ada", "the member `{id}` is there already");
        let help = bilingual!(
            "pilih id lain, atau ubah datanya dengan `spbe team set {id}`",
            "choose another id, or change it with `spbe team set {id}`"
        );
        return Err(Failure::new(message).help(help));
    }
    let lacking = |option: &str| {
        Failure::new(bilingual!("`{id}` tanpa `{option}`", "`{id}` is without `{option}`"))
            .help(bilingual!("tambahkan `{option}`", "add `{option}`"))
    };
    let name = known.name.ok_or_else(|| lacking("--name"))?;
    let unit = known.unit.ok_or_else(|| lacking("--unit"))?;
    let role = known.role.ok_or_else(|| lacking("--role"))?;
    let functions = known.functions.unwrap_or_default();
    let new =
        NewMember { id, name: &name, position: known.position.as_deref(), unit: &unit, role, functions: &functions };
    edit.add_member(&new)?;
    Ok(())
}
