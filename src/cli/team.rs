//! `spbe team`: the members.

use clap::{Args, Subcommand};

use crate::bilingual;
use crate::cli::change::Change;
use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::help::say;
use crate::cli::pick;
use crate::format::team::{NewMember, NoTables};
use crate::model::files::{RESERVED, TEAM};
use crate::model::id::Id;
use crate::model::instrument::Instrument;
use crate::model::team::Role;
use crate::text::nearest::nearest;
use crate::{data, terminal};

#[derive(Args, Debug)]
pub(super) struct TeamArgs {
    #[command(subcommand)]
    command: TeamCommand,
}

#[derive(Debug, Subcommand)]
enum TeamCommand {
    #[command(about = say("Menambahkan anggota", "Add a member"))]
    Add(AddArgs),
    #[command(about = say("Menampilkan anggota", "List the members"))]
    List(ListArgs),
}

#[derive(Args, Debug)]
struct AddArgs {
    #[arg(value_name = "ID", help = say(
        "id, juga nama berkas nilainya: huruf kecil, angka, tanda hubung",
        "the id, also the name of the score file: lower-case letters, digits, hyphens",
    ))]
    id: String,
    #[arg(long, value_name = say("NAMA", "NAME"), help = say("nama", "the name"))]
    name: String,
    #[arg(long, value_name = "UNIT", help = say("unit kerja", "the unit"))]
    unit: String,
    #[arg(long, value_name = say("PERAN", "ROLE"), help = say(
        "peran: koordinator, penanggung jawab, petugas entri data, anggota",
        "the role: coordinator, responsible, data-entry, member",
    ))]
    role: String,
    #[arg(long, num_args = 1.., value_name = say("FUNGSI", "FUNCTION"), help = say(
        "fungsi pemerintahan asal anggota, seperti `law` (lihat `spbe instrument show`)",
        "functions of government that the member comes from, such as `law` (see `spbe instrument show`)",
    ))]
    function: Vec<String>,
    #[arg(long, value_name = say("JABATAN", "POSITION"), help = say("jabatan", "the position"))]
    position: Option<String>,
}

#[derive(Args, Debug)]
struct ListArgs {
    #[arg(long, value_parser = ["text", "json"], default_value = "text", value_name = "FORMAT", help = say(
        "bentuk keluaran: text, json",
        "output format: text, json",
    ))]
    format: String,
}

pub(super) fn run(context: &Context, args: &TeamArgs) -> anyhow::Result<ExitStatus> {
    match &args.command {
        TeamCommand::Add(args) => add(context, args),
        TeamCommand::List(args) => list(context, args),
    }
}

fn add(context: &Context, args: &AddArgs) -> anyhow::Result<ExitStatus> {
    let mut change = Change::begin(context)?;
    let workspace = &change.loaded.workspace;
    let id = new_id(&args.id)?;
    if workspace.team.member(id.as_str()).is_some() {
        let message = bilingual!("anggota `{id}` sudah ada", "the member `{id}` is there already");
        let help = bilingual!("pilih id lain, atau ubah team.toml", "choose another id, or edit team.toml");
        return Err(Failure::new(message).help(help).into());
    }
    let role = pick::word::<Role>(&args.role, "--role")?;
    for function in &args.function {
        known_function(pick::instrument(workspace)?, function)?;
    }
    let mut edit = change.team()?;
    let new = NewMember {
        id: &id,
        name: &args.name,
        position: args.position.as_deref(),
        unit: &args.unit,
        role,
        functions: &args.function,
    };
    edit.add_member(&new).map_err(no_tables)?;
    change.changes.text(TEAM, edit.into_text());
    let name = &args.name;
    change.finish(&bilingual!("Anggota `{id}` ({name}) ditambahkan.", "Added the member `{id}` ({name})."))?;
    Ok(ExitStatus::Done)
}

fn new_id(text: &str) -> anyhow::Result<Id> {
    let id = Id::parse(text).filter(|id| !RESERVED.contains(&id.as_str()));
    id.ok_or_else(|| {
        Failure::new(bilingual!("`{text}` bukan id anggota", "`{text}` is no id of a member"))
            .help(bilingual!(
                "pakai huruf kecil, angka dan tanda hubung; `final` dan `external` sudah terpakai",
                "use lower-case letters, digits and hyphens; `final` and `external` are taken"
            ))
            .into()
    })
}

fn known_function(instrument: &Instrument, function: &str) -> anyhow::Result<()> {
    let ids = || instrument.functions.iter().map(|known| known.id.as_ref());
    if instrument.functions.is_empty() || ids().any(|known| known == function) {
        return Ok(());
    }
    let all = ids().collect::<Vec<_>>().join(", ");
    let help = match nearest(function, ids()) {
        Some(near) => bilingual!("maksudnya `{near}`?", "did you mean `{near}`?"),
        None => bilingual!("pilihannya: {all}", "the choices are: {all}"),
    };
    let message = bilingual!("tidak ada fungsi `{function}`", "there is no function `{function}`");
    Err(Failure::new(message).help(help).into())
}

/// Says that `team.toml` holds something else where a list of tables must be.
pub(super) fn no_tables(NoTables(key): NoTables) -> anyhow::Error {
    Failure::new(bilingual!("`{key}` di team.toml bukan daftar tabel", "`{key}` in team.toml is no list of tables"))
        .help(bilingual!("tulis sebagai `[[{key}]]`", "write it as `[[{key}]]`"))
        .into()
}

fn list(context: &Context, args: &ListArgs) -> anyhow::Result<ExitStatus> {
    let loaded = context.load()?;
    pick::whole(&loaded, TEAM)?;
    let shown = match args.format.as_str() {
        "json" => data::team::json(&loaded.workspace),
        _ => terminal::team::text(&loaded.workspace, context.language(), context.width()),
    };
    context.ui.data(&shown)?;
    Ok(ExitStatus::Done)
}
