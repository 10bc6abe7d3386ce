//! `spbe team`: the members.

use clap::{Args, Subcommand};

use crate::bilingual;
use crate::cli::change::Change;
use crate::cli::choice::listed;
use crate::cli::context::Context;
use crate::cli::exit_status::ExitStatus;
use crate::cli::failure::Failure;
use crate::cli::help::say;
use crate::cli::list_format::{Listed, TableFormat};
use crate::cli::{pick, wording, words};
use crate::format::team::NewMember;
use crate::model::files::{ASSIGNMENTS, INSTRUMENT, MANIFEST, RESERVED, TEAM};
use crate::model::id::Id;
use crate::model::instrument::{Function, Instrument};
use crate::model::role::Role;
use crate::text::fold::same;
use crate::text::nearest::did_you_mean;
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
    #[command(flatten)]
    shown: Listed,
}

/// Hands over to the command that was named below `spbe team`.
pub(super) fn run(context: &Context, args: &TeamArgs) -> Result<ExitStatus, Failure> {
    match &args.command {
        TeamCommand::Add(args) => add(context, args),
        TeamCommand::List(args) => list(context, args),
    }
}

/// Adds a member; an id that is taken, and a function that the instrument does not have, are refused.
fn add(context: &Context, args: &AddArgs) -> Result<ExitStatus, Failure> {
    // Only the functions of members are looked up elsewhere.
    let names_functions = !args.function.is_empty();
    let mut change = Change::begin(context, |file| names_functions && [MANIFEST, INSTRUMENT].contains(&file))?;
    let workspace = &change.loaded.workspace;
    let id = new_id(&args.id)?;
    if workspace.team.member(id.as_str()).is_some() {
        let message = bilingual!("anggota `{id}` sudah ada", "the member `{id}` is there already");
        let help = bilingual!("pilih id lain, atau ubah team.toml", "choose another id, or edit team.toml");
        return Err(Failure::new(message).help(help));
    }
    let role = pick::word::<Role>(&args.role, "--role")?;
    let mut functions = Vec::new();
    for function in &args.function {
        functions.push(known_function(pick::instrument(workspace)?, function)?);
    }
    let (name, unit) = (words::line(context, "--name", &args.name)?, words::line(context, "--unit", &args.unit)?);
    let position = words::optional(context, "--position", args.position.as_deref())?;
    let mut edit = change.team()?;
    let new =
        NewMember { id: &id, name: &name, position: position.as_deref(), unit: &unit, role, functions: &functions };
    edit.add_member(&new)?;
    change.changes.text(TEAM, edit.into_text());
    change.finish(&bilingual!("Anggota `{id}` ({name}) ditambahkan.", "Added the member `{id}` ({name})."))?;
    Ok(ExitStatus::Done)
}

/// Reads the id of a new member; one whose score file would have a meaning of its own is refused.
fn new_id(text: &str) -> Result<Id, Failure> {
    let id = Id::parse(text).filter(|id| !RESERVED.contains(&id.as_str()));
    id.ok_or_else(|| {
        Failure::new(bilingual!("`{text}` bukan id anggota", "`{text}` is no id of a member")).help(bilingual!(
            "pakai huruf kecil, angka dan tanda hubung; `final` dan `external` sudah terpakai",
            "use lower-case letters, digits and hyphens; `final` and `external` are taken"
        ))
    })
}

/// Returns the id of a function that is named by it, or by its name in either language; one that the instrument does not
/// have is refused. Where it lists none, any may be named.
fn known_function(instrument: &Instrument, function: &str) -> Result<String, Failure> {
    if instrument.functions.is_empty() {
        return Ok(function.to_owned());
    }
    let ids = || instrument.functions.iter().map(|known| known.id.as_ref());
    let names = |known: &Function| [&known.name.id, &known.name.en].into_iter().any(|name| same(name, function));
    if let Some(known) = instrument.functions.iter().find(|known| known.id == function || names(known)) {
        return Ok(known.id.to_string());
    }
    let help = did_you_mean(function, ids()).unwrap_or_else(|| wording::choices(&listed(ids())));
    let message = bilingual!("tidak ada fungsi `{function}`", "there is no function `{function}`");
    Err(Failure::new(message).help(help))
}

/// Lists the members with how much each is to score; what both stand in must be whole.
fn list(context: &Context, args: &ListArgs) -> Result<ExitStatus, Failure> {
    let loaded = context.read(|file| [TEAM, ASSIGNMENTS].contains(&file))?;
    let shown = match args.shown.format {
        TableFormat::Json => data::team::json(&loaded.workspace),
        TableFormat::Csv => data::team::csv(&loaded.workspace),
        TableFormat::Text => terminal::team::text(&loaded.workspace, context.language(), context.list_width()),
    };
    context.ui.data(&shown)?;
    Ok(ExitStatus::Done)
}
